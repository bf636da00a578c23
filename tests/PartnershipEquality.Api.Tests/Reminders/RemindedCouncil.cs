using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PartnershipEquality.Api.Features.Reminders;
using PartnershipEquality.Api.Jobs;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Tests.Reminders;

/// <summary>
/// A council of a partnership with a plan in force, a post called Officer and an equality lead; its mornings are run one by one.
/// </summary>
internal sealed class RemindedCouncil : IAsyncDisposable
{
    public const string Holder = "holder@council.example.org";
    public const string Lead = "lead@council.example.org";

    private readonly TestPartnership _partnership;
    private readonly string _folder;
    private readonly RunningApi _running;

    private RemindedCouncil(RunningApi running, ApiInstance api, TestPartnership partnership, string folder) =>
        (this._running, Api, this._partnership, this._folder) = (running, api, partnership, folder);

    public ApiInstance Api { get; }

    public TestOrganisation Council => _partnership.Authorities[0];

    public TestOrganisation Other => _partnership.Authorities[1];

    public TestOrganisation Partnership => _partnership.Partnership;

    public string[] Mails => Directory.GetFiles(_folder, "*.eml");

    public string Folder => _folder;

    public OrganisationWork Work => Api.Services.GetRequiredService<OrganisationWork>();

    /// <param name="running">What the tests share.</param>
    /// <param name="smtpPort">The mail server's; mail goes to a folder where there is none.</param>
    /// <param name="databases">A database of the test's own; the shared one unless given.</param>
    /// <param name="rows">The plan: who is responsible, and by when.</param>
    public static Task<RemindedCouncil> BeginAsync(RunningApi running, int? smtpPort, Databases? databases,
        params (string Role, string Target)[] rows) =>
        BeginAsync(running, smtpPort, databases, rows, []);

    /// <param name="settings">Further settings of the program.</param>
    public static async Task<RemindedCouncil> BeginAsync(RunningApi running, int? smtpPort, Databases? databases,
        (string Role, string Target)[] rows, Dictionary<string, string?> settings)
    {
        var folder = Directory.CreateTempSubdirectory("equality-reminded-").FullName;
        var api = await running.StartAsync("Production", databases, Mail(smtpPort, folder).Concat(settings).ToDictionary());
        api.Clock.Now = At(new DateOnly(2026, 11, 23), 9);
        var partnership = await TestPartnership.CreateAsync(api, members: 2);
        var council = new RemindedCouncil(running, api, partnership, folder);
        await council.ImportAsync(rows);
        await council.MakePostAsync("Equality Lead", Lead, lead: true);
        await council.MakePostAsync("Officer", Holder);
        foreach (var role in rows.SelectMany(r => r.Role.Split('/')).Distinct().Where(r => r == "Officer"))
        {
            await council.MapAsync(role, "Officer");
        }

        return council;
    }

    public static Task<RemindedCouncil> BeginAsync(RunningApi running, params (string Role, string Target)[] rows) =>
        BeginAsync(running, null, null, rows);

    /// <summary>Plans, makes the digests and hands over mail, as on a day at half past seven; the clock stands there then.</summary>
    public async Task<DigestsMade> RunAsync(DateOnly day)
    {
        Api.Clock.Now = LondonDay.At(day, JobTimes.Send);
        await PlanAsync(day);
        return await DigestAsync(day);
    }

    public async Task PlanAsync(DateOnly day) => await Work.PlanAsync(await ScopeAsync(day), day, TestContext.Current.CancellationToken);

    public async Task<DigestsMade> DigestAsync(DateOnly day)
    {
        var made = await Work.AskAsync(await ScopeAsync(day), new MakeDigests(day), TestContext.Current.CancellationToken);
        await DeliverAsync(LondonDay.At(day, JobTimes.Send));
        return made;
    }

    public async Task<int> DeliverAsync(DateTimeOffset at, ApiInstance? by = null) =>
        (await (by ?? Api).Services.GetRequiredService<OrganisationWork>()
            .DeliverAsync(await ScopeAsync(LondonDay.Of(at)), at, TestContext.Current.CancellationToken)).Sent;

    public async Task<TenantScope> ScopeAsync(DateOnly day) =>
        (await WorkDue.ScopeAsync(Api.Databases.Platform, Council.Id, day, TestContext.Current.CancellationToken))!;

    /// <summary>Another worker over the same data, with another mail server.</summary>
    public Task<ApiInstance> StartAnotherAsync(int smtpPort) => _running.StartAsync("Production", Api.Databases, Mail(smtpPort, _folder));

    /// <summary>Each reminder as "due offset state".</summary>
    public async Task<List<string>> RemindersAsync(string? state = null) =>
        [.. (await ListAsync(Council, "/v1/reminders?limit=200")).Where(r => state is null || r.GetProperty("state").GetString() == state)
            .Select(r =>
                $"{r.GetProperty("dueBy").GetString()} {r.GetProperty("daysFromDue").GetInt32()} {r.GetProperty("state").GetString()}")
                    .Order(StringComparer.Ordinal)];

    public async Task<List<JsonElement>> DigestsAsync() => await ListAsync(Council, "/v1/digests?limit=200");

    /// <summary>"recipient day", in the order of days.</summary>
    public async Task<List<string>> SentAsync() =>
        [.. (await DigestsAsync()).Select(d => $"{d.GetProperty("recipient").GetString()} {d.GetProperty("day").GetString()}")];

    public static async Task<List<JsonElement>> ListAsync(TestOrganisation organisation, string path) =>
        [.. (await organisation.Viewer.ReadAsync(path)).GetProperty("items").EnumerateArray()];

    public async Task<JsonElement> AssignmentAsync(string reference = "1.1/1") =>
        (await ListAsync(Council, "/v1/assignments?limit=200&withdrawn=false")).Single(
            a => a.GetProperty("reference").GetString() == reference);

    public async Task ReportAsync(string status, string reference = "1.1/1") => await SendAsync(Council.Officer, HttpMethod.Post,
        $"/v1/assignments/{(await AssignmentAsync(reference)).GetProperty("id").GetGuid()}/progress-updates",
            new { status, narrative = "Done so far.", reason = status == "notApplicable" ? "Not here." : null });

    public async Task MoveAsync(string target) => await SendAsync(Council.Lead, HttpMethod.Post,
        $"/v1/assignments/{(await AssignmentAsync()).GetProperty("id").GetGuid()}/target-moves", new { target, reason = "Later." });

    public async Task<Guid> PostIdAsync(string title) =>
        (await ListAsync(Council, "/v1/posts?limit=200")).Single(p => p.GetProperty("title").GetString() == title).GetProperty("id")
            .GetGuid();

    public async Task MakePostAsync(string title, string? holder, bool lead = false)
    {
        await SendAsync(Council.Lead, HttpMethod.Post, "/v1/posts", new { title, equalityLead = lead });
        if (holder is not null)
        {
            await TakeUpAsync(title, holder, new DateOnly(2026, 4, 1));
        }
    }

    public async Task TakeUpAsync(string title, string address, DateOnly from, bool deputy = false) =>
        await SendAsync(Council.Lead, HttpMethod.Post, $"/v1/posts/{await PostIdAsync(title)}/holders",
            new { name = address, address, deputy, fromOn = from });

    public async Task LeaveAsync(string title, string address, DateOnly last)
    {
        var holding = (await ListAsync(Council, $"/v1/posts/{await PostIdAsync(title)}/holders")).Last(
            h => h.GetProperty("address").GetString() == address);
        await SendAsync(Council.Lead, HttpMethod.Patch, $"/v1/post-holders/{holding.GetProperty("id").GetGuid()}", new { toOn = last });
    }

    public async Task MapAsync(string role, string title) =>
        await SendAsync(Council.Lead, HttpMethod.Put, "/v1/role-mappings", new { role, postId = await PostIdAsync(title) });

    public static async Task<JsonElement> SendAsync(HttpClient client, HttpMethod method, string path, object body)
    {
        var response = await client.SendAsync(method, path, body, "*");
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    public static DateTimeOffset At(DateOnly day, int hour) => LondonDay.At(day, new TimeOnly(hour, 0));

    public async ValueTask DisposeAsync()
    {
        await Api.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static Dictionary<string, string?> Mail(int? smtpPort, string folder) => new()
    {
        ["Mail:Transport"] = smtpPort is null ? "pickup" : "smtp",
        ["Mail:From"] = "reminders@example.org",
        ["Mail:PickupFolder"] = folder,
        ["Mail:Smtp:Host"] = "127.0.0.1",
        ["Mail:Smtp:Port"] = $"{smtpPort ?? 25}",
        ["Mail:Smtp:StartTls"] = "false",
        ["Mail:Smtp:TimeoutSeconds"] = "5",
    };

    private async Task ImportAsync((string Role, string Target)[] rows)
    {
        var csv = new StringBuilder(
            "Theme number,Theme,Reference,Commitment,Responsible officer,Action,Outcome,Measures,Target date,Cross-reference\n");
        foreach (var (row, number) in rows.Select((r, i) => (r, i + 1)))
        {
            csv.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"1,Theme,1.{number},Commitment {number},{row.Role},Do thing {number},,,{row.Target},ALL\n");
        }

        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(csv.ToString())), "file", "plan.csv" },
            { new StringContent("The plan"), "title" },
            { new StringContent("2026-04-01"), "startsOn" },
            { new StringContent("2029-03-31"), "endsOn" },
            { new StringContent("inForce"), "stage" },
        };
        var uploaded = await (await Partnership.Coordinator.PostAsync("/v1/imports", form,
            TestContext.Current.CancellationToken)).ShouldBeAsync(HttpStatusCode.Created);
        await (await Partnership.Coordinator.SendAsync(HttpMethod.Post, $"/v1/imports/{uploaded.GetProperty("id").GetGuid()}/apply",
            null)).ShouldBeAsync(HttpStatusCode.Created);
    }
}
