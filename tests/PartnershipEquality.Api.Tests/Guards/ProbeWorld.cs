using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PartnershipEquality.Api.Features.Reminders;
using PartnershipEquality.Api.Jobs;
using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>A plan that was uploaded and applied.</summary>
public sealed record ProbePlan(Guid ImportId, Guid SchemeId, Guid ThemeId, Guid CommitmentId, IReadOnlyList<Guid> ActionIds);

/// <summary>
/// Two partnerships that know nothing of each other, full of what probes ask for: shared plans, an authority's own,
/// progress of each tier, moved targets, posts and who holds them, policies, reminders and digests.
/// </summary>
public sealed class ProbeWorld(RunningApi api) : IAsyncLifetime
{
    /// <summary>Two dated actions that are overdue, one ahead, one that recurs; two roles.</summary>
    private const string Csv = """
        Theme number,Theme,Reference,Commitment,Responsible officer,Action,Outcome,Target date,Cross-reference
        1,Knowing our communities,1.1,We know whom we serve,Equality Officer,Publish the profile,It is published,June 2026,ALL
        ,,,,Policy Manager,Ask the forums,They are asked,July 2026,ALL
        2,Leading,2.1,Leaders are seen to lead,Policy Manager,Train the cabinet,It is trained,31 March 2028,ALL
        ,,,,Equality Officer,Report on progress,It is reported,December 2026 and yearly thereafter,ALL

        """;

    private const string SmallCsv = """
        Theme number,Theme,Reference,Commitment,Responsible officer,Action,Outcome,Target date,Cross-reference
        1,One theme,1.1,One commitment,Equality Officer,One action,One outcome,June 2027,ALL

        """;

    private const string PostsCsv = """
        Post,Aliases,Equality lead,Holder,Address,Deputy,Deputy address,From
        Equality Officer,,yes,Robin CODE,robin@CODE.example.org,Jamie CODE,jamie@CODE.example.org,2026-04-01
        Policy Manager,Head of Policy,,Morgan CODE,morgan@CODE.example.org,,,2026-04-01

        """;

    /// <summary>Two Mondays: digests are made of what is owed by the first, and again a fortnight later.</summary>
    private static readonly DateOnly[] DigestDays = [new(2026, 11, 23), new(2026, 12, 7), new(2026, 12, 21)];

    private int _numbers;

    public TestPartnership Mine { get; private set; } = null!;

    public TestPartnership Theirs { get; private set; } = null!;

    public TestOrganisation Partnership => Mine.Partnership;

    public TestOrganisation Council => Mine.Authorities[0];

    public TestOrganisation Colleague => Mine.Authorities[1];

    public IEnumerable<TestOrganisation> Everyone => [.. Mine.Everyone, .. Theirs.Everyone];

    /// <summary>The partnership's plan, and the same of the other partnership.</summary>
    public ProbePlan Shared { get; private set; } = null!;

    public ProbePlan TheirShared { get; private set; } = null!;

    /// <summary>The council's own plan.</summary>
    public ProbePlan Own { get; private set; } = null!;

    /// <summary>The council's assignments in the shared plan and in its own, in the order of the actions.</summary>
    public IReadOnlyList<Guid> SharedWork { get; private set; } = [];

    public IReadOnlyList<Guid> OwnWork { get; private set; } = [];

    public IReadOnlyList<Guid> ColleaguesWork { get; private set; } = [];

    /// <summary>The council's posts: Equality Officer, with a holder and a deputy, and Policy Manager.</summary>
    public IReadOnlyList<Guid> Posts { get; private set; } = [];

    public Guid Holder { get; private set; }

    /// <summary>What the council reported for its own eyes, and for the partnership's.</summary>
    public string PrivateWords { get; } = $"Private words {Guid.NewGuid():N}";

    public string SharedWords { get; } = $"Shared words {Guid.NewGuid():N}";

    public async ValueTask InitializeAsync()
    {
        (Mine, Theirs) = (await TestPartnership.CreateAsync(api, members: 2), await TestPartnership.CreateAsync(api, members: 2));
        (Shared, TheirShared) = (await NewPlanAsync(Partnership), await NewPlanAsync(Theirs.Partnership));
        await NewPlanAsync(Partnership, small: true);
        Own = await NewPlanAsync(Council);
        await NewPlanAsync(Colleague, small: true);
        (SharedWork, OwnWork, ColleaguesWork) = (await WorkAsync(Council, Shared), await WorkAsync(Council, Own),
            await WorkAsync(Colleague, Shared));
        await MakePostsAsync();
        await ReportAsync();
        await RemindAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public string Unique(string what) => $"{what} {Interlocked.Increment(ref _numbers)} {Guid.NewGuid():N}";

    /// <summary>Uploads and applies a plan for everybody that the organisation may name.</summary>
    public async Task<ProbePlan> NewPlanAsync(TestOrganisation owner, bool small = false)
    {
        ArgumentNullException.ThrowIfNull(owner);
        var import = await NewImportAsync(owner, small);
        var applied = await SendAsync(owner, HttpMethod.Post, $"/v1/imports/{import}/apply", null);
        var scheme = applied.GetProperty("schemeId").GetGuid();
        var actions = Items(await owner.Admin.ReadAsync($"/v1/schemes/{scheme}/actions"));
        var commitments = Items(await owner.Admin.ReadAsync($"/v1/schemes/{scheme}/commitments"));
        return new ProbePlan(import, scheme, commitments[0].GetProperty("themeId").GetGuid(), IdOf(commitments[0]),
            [.. actions.Select(IdOf)]);
    }

    public async Task<Guid> NewImportAsync(TestOrganisation owner, bool small = true)
    {
        ArgumentNullException.ThrowIfNull(owner);
        var upload = Upload(small ? SmallCsv : Csv, Unique("Plan"));
        return IdOf(
            await (await owner.Admin.SendAsync(upload.Request(), TestContext.Current.CancellationToken)).ShouldBeAsync(
                HttpStatusCode.Created));
    }

    public static Prepared Upload(string? content = null, string title = "Plan") =>
        Prepared.Form("/v1/imports", "plan.csv", content
            ?? SmallCsv, ("title", title), ("startsOn", "2026-04-01"), ("endsOn", "2029-03-31"));

    public static Prepared PostsOf(TestOrganisation authority)
    {
        ArgumentNullException.ThrowIfNull(authority);
        return Prepared.Form("/v1/posts/import", "posts.csv",
            PostsCsv.Replace("CODE", authority.Code.ToLowerInvariant(), StringComparison.Ordinal));
    }

    /// <summary>The organisation's assignments in a plan, in the plan's order.</summary>
    public static async Task<IReadOnlyList<Guid>> WorkAsync(TestOrganisation authority, ProbePlan plan)
    {
        ArgumentNullException.ThrowIfNull(authority);
        ArgumentNullException.ThrowIfNull(plan);
        var rows = Items(await authority.Admin.ReadAsync($"/v1/assignments?schemeId={plan.SchemeId}&limit=200"));
        return [.. plan.ActionIds.Select(a => IdOf(rows.Single(r => r.GetProperty("actionId").GetGuid() == a)))];
    }

    public async Task<Guid> NewUpdateAsync(Guid assignment, string tier, string? narrative = null) =>
        IdOf((await SendAsync(Council, HttpMethod.Post, $"/v1/assignments/{assignment}/progress-updates",
            new { status = "onTrack", narrative = narrative ?? Unique("Update"), tier })).GetProperty("update"));

    public static async Task<JsonElement> SendAsync(TestOrganisation who, HttpMethod method, string path, object? body,
        string? ifMatch = null)
    {
        ArgumentNullException.ThrowIfNull(who);
        var response = await who.Admin.SendAsync(method, path, body, ifMatch);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The version that the owner would name to change it now.</summary>
    public static async Task<string> TagAsync(TestOrganisation who, string path)
    {
        ArgumentNullException.ThrowIfNull(who);
        var response = await who.Admin.GetAsync(path, TestContext.Current.CancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue(path);
        return response.Headers.ETag!.ToString();
    }

    public static IReadOnlyList<JsonElement> Items(JsonElement page) => [.. page.GetProperty("items").EnumerateArray()];

    public static Guid IdOf(JsonElement item) => item.GetProperty("id").GetGuid();

    /// <summary>
    /// Every row that names the organisation, of every table, as one text: what others try leaves it as it was. Left
    /// out is when a key was last used, what tells everybody who may know that something happened, and what is
    /// another organisation's alone.
    /// </summary>
    public async Task<string> KeptOfAsync(TestOrganisation organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        _tables ??= await api.Database.TextsAsync("""
            select relname::text from pg_class
              where relnamespace = 'equality'::regnamespace and relkind = 'r' and relname not in ('change_feed', 'work_due', 'migrations')
              order by 1
            """);
        var union = string.Join(" union all ", _tables.Select(t => $"""
            select '{t} ' || (to_jsonb(t) - 'last_used_on')::text as line from equality.{t} t
              where t::text like '%' || $1 || '%' and coalesce(to_jsonb(t)->>'organisation_id', $1) = $1
            """));
        return (await api.Database.TextsAsync($"select coalesce(string_agg(line, E'\\n' order by line), '') from ({union}) lines",
            organisation.Id.ToString())).Single();
    }

    /// <summary>The link in a message that went to somebody of the organisation's.</summary>
    public async Task<string> MessageLinkAsync(TestOrganisation organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        return new Uri((await api.Database.TextsAsync("""
            select unsubscribe_address from outbox where organisation_id = $1 and unsubscribe_address is not null order by id limit 1
            """, organisation.Id)).Single()).AbsolutePath;
    }

    private List<string>? _tables;

    private async Task MakePostsAsync()
    {
        foreach (var authority in new[] { Council, Colleague, Theirs.Authorities[0] })
        {
            await (await authority.Admin.SendAsync(PostsOf(authority).Request(), TestContext.Current.CancellationToken)).ShouldBeAsync(
                HttpStatusCode.OK);
            var posts = Items(await authority.Admin.ReadAsync("/v1/posts?limit=200"))
                .ToDictionary(p => p.GetProperty("title").GetString()!, IdOf);
            foreach (var (title, id) in posts)
            {
                await SendAsync(authority, HttpMethod.Put, "/v1/role-mappings", new { role = title, postId = id });
            }

            Posts = authority == Council ? [posts["Equality Officer"], posts["Policy Manager"]] : Posts;
        }

        Holder = IdOf(Items(await Council.Admin.ReadAsync($"/v1/posts/{Posts[0]}/holders"))[0]);
    }

    private async Task ReportAsync()
    {
        await NewUpdateAsync(SharedWork[0], "private", PrivateWords);
        await NewUpdateAsync(SharedWork[0], "partnership", SharedWords);
        await NewUpdateAsync(SharedWork[0], "public");
        foreach (var target in new[] { "30 September 2028", "31 October 2028" })
        {
            await SendAsync(Council, HttpMethod.Post, $"/v1/assignments/{SharedWork[2]}/target-moves",
                new { target, reason = Unique("Moved") });
        }

        await SendAsync(Council, HttpMethod.Put, $"/v1/assignments/{SharedWork[2]}/posts", new { postIds = new[] { Posts[1] } });
    }

    private async Task RemindAsync()
    {
        await SendAsync(Council, HttpMethod.Put, "/v1/reminder-policies",
            new { deliveryOffsets = new[] { -28, 0, 14 }, deliveryRepeatDays = 14, reviewOffsets = new[] { -7, 0 } });
        await SendAsync(Council, HttpMethod.Put, "/v1/reminder-policies",
            new { schemeId = Own.SchemeId, deliveryOffsets = new[] { 0 }, deliveryRepeatDays = 14, reviewOffsets = new[] { 0 } });
        var work = api.Api.Services.GetRequiredService<OrganisationWork>();
        foreach (var authority in new[] { Council, Colleague })
        {
            foreach (var day in DigestDays)
            {
                var reach = (await WorkDue.ScopeAsync(api.Database.Roles.Platform, authority.Id, day,
                    TestContext.Current.CancellationToken))!;
                await work.PlanAsync(reach, day, TestContext.Current.CancellationToken);
                await work.AskAsync(reach, new MakeDigests(day), TestContext.Current.CancellationToken);
            }
        }
    }
}
