using System.Net;
using System.Text.RegularExpressions;
using PartnershipEquality.Api.Jobs;
using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Tests.Jobs;

/// <summary>Hangfire's dashboard at <c>/jobs</c>: who sees it, what it shows and what Hangfire keeps.</summary>
public sealed partial class EnginePagesTests(RunningApi running)
{
    private static readonly string[] Pages = ["/jobs", "/jobs/recurring", "/jobs/servers", "/jobs/jobs/succeeded"];

    [Fact]
    public async Task Only_credentials_that_configuration_lists_see_the_pages()
    {
        await using var database = await running.NewDatabaseAsync("pages");
        await using var api = await ApiInstance.StartAsync("Production", database.Roles);
        var council = (await TestPartnership.CreateAsync(api, members: 1)).Authorities[0];
        var listed = await council.IssueAsync("viewer", api.Clock.Now.AddDays(1));
        await using var worker = await WorkerProcess.StartAsync(database, api.Clock.Now,
            new TimetableEntry("every-second", "* * * * * ?", WorkKind.Plan));
        await worker.UntilAsync("every-second", 2);
        await using var administered = await ApiInstance.StartAsync("Production", database.Roles, new Dictionary<string, string?>
        {
            // The right subject of another issuer is somebody else.
            ["PlatformAdmins:0:Issuer"] = "https://login.example.org",
            ["PlatformAdmins:0:Subject"] = Guid.ParseExact(council.Keys["admin"].Split('_')[2], "N").ToString(),
            ["PlatformAdmins:1:Issuer"] = "api-key",
            ["PlatformAdmins:1:Subject"] = listed.Id.ToString(),
        });
        using var nobody = administered.Client();
        using var admin = administered.Client(council.Keys["admin"]);
        using var platform = administered.Client(listed.Shown);
        var ct = TestContext.Current.CancellationToken;

        foreach (var page in Pages)
        {
            await (await nobody.GetAsync(page, ct)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "credential-missing");
            (await admin.GetAsync(page, ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, page);
            var response = await platform.GetAsync(page, ct);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, page);
            (await response.Content.ReadAsStringAsync(ct)).ShouldNotContain("equality_platform", Case.Insensitive,
                "a page shows nothing of how the database is reached");
        }

        (await platform.GetStringAsync("/jobs/recurring", ct)).ShouldSatisfyAllConditions(page => page.ShouldContain("every-second"),
            page => page.ShouldContain("* * * * * ?"));
        (await PressAsync(platform, "/jobs/recurring/trigger", "every-second")).StatusCode.ShouldBe(HttpStatusCode.Forbidden,
            "without the page's own token");
    }

    [Fact]
    public async Task In_development_whoever_sits_at_the_machine_sees_them()
    {
        await using var api = await running.StartAsync("Development");
        using var nobody = api.Client();

        foreach (var page in Pages)
        {
            (await nobody.GetAsync(page, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK, page);
        }
    }

    [Fact]
    public async Task A_platform_admin_reads_whose_work_was_done_and_has_it_done_again()
    {
        await using var database = await running.NewDatabaseAsync("buttons");
        await using var api = await ApiInstance.StartAsync("Development", database.Roles);
        var council = (await TestPartnership.CreateAsync(api, members: 1)).Authorities[0];
        await database.RunAsync("revoke select on assignments from equality_app");
        await database.RunAsync("update work_due set next_at = $1 where kind <> 'plan'", api.Clock.Now.AddDays(1));
        await using var worker = await WorkerProcess.StartAsync(database, api.Clock.Now.AddMinutes(1),
            new TimetableEntry("every-second", "* * * * * ?", WorkKind.Plan));
        using var admin = new HttpClient(new HttpClientHandler { UseProxy = false }) { BaseAddress = api.Address };
        var name = $"Plan reminders: {await NameAsync()}, 2";
        var ct = TestContext.Current.CancellationToken;

        await UntilAsync(() => JobsAsync("Scheduled"), 1, "its retry is Hangfire's");
        (await admin.GetStringAsync("/jobs/retries", ct)).ShouldSatisfyAllConditions(page => page.ShouldContain(name),
            page => page.ShouldContain("permission denied"));
        var job = (await database.TextsAsync("select id::text from hangfire.job where statename = 'Scheduled'")).Single();
        await database.RunAsync("grant select on assignments to equality_app");

        var token = await TokenAsync();
        (await PressAsync(admin, "/jobs/jobs/scheduled/enqueue", job)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        admin.DefaultRequestHeaders.Add(token.Header, token.Value);
        (await PressAsync(admin, "/jobs/jobs/scheduled/enqueue", job)).IsSuccessStatusCode.ShouldBeTrue();
        await UntilAsync(() => JobsAsync("Succeeded", job), 1, "it is done although it was not due for a minute");
        (await admin.GetStringAsync("/jobs/jobs/succeeded", ct)).ShouldContain(name);
        (await admin.GetStringAsync($"/jobs/jobs/details/{job}", ct)).ShouldContain("0 reminders");
        (await database.TextsAsync("select attempts::text from work_due where kind = 'plan'")).ShouldBe(["0"]);

        (await PressAsync(admin, "/jobs/jobs/succeeded/requeue", job)).IsSuccessStatusCode.ShouldBeTrue();
        await UntilAsync(async () => (await database.TextsAsync("""
            select id::text from hangfire.state where name = 'Succeeded' and jobid = $1
            """, long.Parse(job, System.Globalization.CultureInfo.InvariantCulture))).Count, 2, "it is done a second time");
        (await PressAsync(admin, "/jobs/recurring/trigger", "every-second")).IsSuccessStatusCode.ShouldBeTrue();
        (await database.TextsAsync("select arguments::text from hangfire.job where arguments ->> 0 = '\"plan\"'")).ShouldAllBe(
            arguments => !arguments.Contains(council.Code, StringComparison.Ordinal));

        async Task<int> JobsAsync(string state, string? id = null) =>
            (await database.TextsAsync("select id::text from hangfire.job where statename = $1 and arguments ->> 0 = '\"plan\"'",
                state)).Count(found => id is null || found == id);

        async Task<string> NameAsync() => (await database.TextsAsync("select name from organisations where id = $1", council.Id)).Single();

        async Task<(string Header, string Value)> TokenAsync()
        {
            var page = await admin.GetStringAsync("/jobs/retries", ct);
            return (Meta().Match(page).Groups[1].Value, Token().Match(page).Groups[1].Value);
        }

        async Task UntilAsync(Func<Task<int>> count, int wanted, string why)
        {
            for (var looks = 0; await count() < wanted; looks++)
            {
                looks.ShouldBeLessThan(60, why);
                await worker.UntilAsync("every-second", 1);
            }
        }
    }

    private static async Task<HttpResponseMessage> PressAsync(HttpClient client, string button, string id)
    {
        using var form = new FormUrlEncodedContent([new("jobs[]", id)]);
        return await client.PostAsync(button, form, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("<meta name=\"csrf-header\" content=\"([^\"]+)\"")]
    private static partial Regex Meta();

    [GeneratedRegex("<meta name=\"csrf-token\" content=\"([^\"]+)\"")]
    private static partial Regex Token();

    [Fact]
    public async Task Hangfire_keeps_ids_and_times_and_each_moment_of_a_line_is_one_job_however_many_workers_there_are()
    {
        await using var database = await running.NewDatabaseAsync("kept");
        var entry = new TimetableEntry("every-second", "* * * * * ?", WorkKind.Plan);
        var at = new DateTimeOffset(2026, 11, 27, 7, 10, 0, TimeSpan.Zero);
        await using (var one = await WorkerProcess.StartAsync(database, at, entry))
        await using (await one.StartAnotherAsync(database, at, entry))
        {
            await one.UntilAsync(entry.Id, 6);
        }

        (await database.TextsAsync("select distinct arguments::text from hangfire.job")).ShouldHaveSingleItem()
            .ShouldBe("""["\"every-second\"", null]""");
        (await database.TextsAsync("""
            select value from hangfire.hash where key = 'recurring-job:every-second' and field = 'TimeZoneId'
            """)).ShouldBe(["Europe/London"]);
        var moments = await database.TextsAsync("select value from hangfire.jobparameter where name = 'Time'");
        moments.Count.ShouldBeGreaterThanOrEqualTo(5);
        moments.Distinct().Count().ShouldBe(moments.Count);
    }
}
