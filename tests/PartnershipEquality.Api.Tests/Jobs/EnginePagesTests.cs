using System.Net;
using PartnershipEquality.Api.Jobs;

namespace PartnershipEquality.Api.Tests.Jobs;

/// <summary>Hangfire's dashboard at <c>/jobs</c>: who sees it, what it shows and what Hangfire keeps.</summary>
public sealed class EnginePagesTests(RunningApi running)
{
    private static readonly string[] Pages = ["/jobs", "/jobs/recurring", "/jobs/servers", "/jobs/jobs/succeeded"];

    [Fact]
    public async Task Only_credentials_that_configuration_lists_see_the_pages()
    {
        await using var database = await running.NewDatabaseAsync("pages");
        await using var api = await ApiInstance.StartAsync("Production", database.Roles);
        var council = (await TestPartnership.CreateAsync(api, members: 1)).Authorities[0];
        var listed = await council.IssueAsync("viewer", api.Clock.Now.AddDays(1));
        await using var worker = await WorkerProcess.StartAsync(database, api.Clock.Now, new TimetableEntry("every-second", "* * * * * ?", OrganisationWork.Plan));
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
            (await response.Content.ReadAsStringAsync(ct)).ShouldNotContain("equality_platform", Case.Insensitive, "a page shows nothing of how the database is reached");
        }

        (await platform.GetStringAsync("/jobs/recurring", ct)).ShouldSatisfyAllConditions(page => page.ShouldContain("every-second"), page => page.ShouldContain("* * * * * ?"));
        using var trigger = new FormUrlEncodedContent([new("jobs[]", "every-second")]);
        (await platform.PostAsync("/jobs/recurring/trigger", trigger, ct)).IsSuccessStatusCode.ShouldBeFalse("the pages are to look at");
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
    public async Task Hangfire_keeps_ids_and_times_and_each_moment_of_a_line_is_one_job_however_many_workers_there_are()
    {
        await using var database = await running.NewDatabaseAsync("kept");
        var entry = new TimetableEntry("every-second", "* * * * * ?", OrganisationWork.Plan);
        var at = new DateTimeOffset(2026, 11, 27, 7, 10, 0, TimeSpan.Zero);
        await using (var one = await WorkerProcess.StartAsync(database, at, entry))
        await using (await one.StartAnotherAsync(database, at, entry))
        {
            await one.UntilAsync(entry.Id, 6);
        }

        (await database.TextsAsync("select distinct arguments::text from hangfire.job")).ShouldHaveSingleItem().ShouldBe("""["\"every-second\"", null]""");
        (await database.TextsAsync("select value from hangfire.hash where key = 'recurring-job:every-second' and field = 'TimeZoneId'")).ShouldBe(["Europe/London"]);
        var moments = await database.TextsAsync("select value from hangfire.jobparameter where name = 'Time'");
        moments.Count.ShouldBeGreaterThanOrEqualTo(5);
        moments.Distinct().Count().ShouldBe(moments.Count);
    }
}
