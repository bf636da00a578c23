using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using PartnershipEquality.Api.Sample;
using PartnershipEquality.Api.Security.ApiKeys;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Organisations;

namespace PartnershipEquality.Api.Tests;

/// <summary>A partnership that nobody else in the run knows, with its authorities and a key for every role of each.</summary>
public sealed class TestPartnership
{
    private TestPartnership(ApiInstance api, TestOrganisation partnership, IReadOnlyList<TestOrganisation> authorities)
    {
        Api = api;
        Partnership = partnership;
        Authorities = authorities;
    }

    public ApiInstance Api { get; }

    public TestOrganisation Partnership { get; }

    public IReadOnlyList<TestOrganisation> Authorities { get; }

    public IEnumerable<TestOrganisation> Everyone => [Partnership, .. Authorities];

    public TestOrganisation this[string code] => Everyone.Single(o => o.Code == code);

    /// <param name="api">The instance whose database it is made in, and that its clients call.</param>
    /// <param name="members">How many authorities belong to it, from 1 April 2026.</param>
    /// <param name="sharesHeadlines">Whether members see each other's headlines.</param>
    /// <param name="codes">The codes to take, the partnership's first, in a database of one's own; random unless said.</param>
    public static async Task<TestPartnership> CreateAsync(ApiInstance api, int members = 7, bool sharesHeadlines = false,
        IReadOnlyList<string>? codes = null)
    {
        codes ??= [.. Enumerable.Range(0, members + 1)
            .Select(i => $"{(i == 0 ? 'P' : 'A')}{Convert.ToHexString(RandomNumberGenerator.GetBytes(8))}")];
        var made = await Task.WhenAll(codes.Select((code, i) => TestOrganisation.CreateAsync(api, i == 0
            ? OrganisationKind.Partnership : OrganisationKind.Authority, code, sharesHeadlines)));
        foreach (var authority in made[1..])
        {
            await Provisioning.AddMembershipAsync(api.Databases.Platform, codes[0], authority.Code, new DateOnly(2026, 4, 1), null,
                TestContext.Current.CancellationToken);
        }

        return new TestPartnership(api, made[0], made[1..]);
    }

    public static Task<TestPartnership> CreateAsync(RunningApi running, int members = 7, bool sharesHeadlines = false)
    {
        ArgumentNullException.ThrowIfNull(running);
        return CreateAsync(running.Api, members, sharesHeadlines);
    }

    /// <summary>
    /// The seven councils of the sample plan under their real codes and aliases; codes are unique, so in a database of one's own.
    /// </summary>
    public static async Task<TestPartnership> LeicestershireAsync(ApiInstance api, bool sharesHeadlines = false)
    {
        ArgumentNullException.ThrowIfNull(api);
        var partnership = await TestOrganisation.CreateAsync(api, OrganisationKind.Partnership, SamplePartnership.Code, sharesHeadlines,
            outsideBodies: ["WELLAND PARTNERSHIP"]);
        var authorities = await Task.WhenAll(SamplePartnership.Authorities.Select(a =>
            TestOrganisation.CreateAsync(api, OrganisationKind.Authority, a.Code, name: a.Name, aliases: a.Aliases)));
        foreach (var authority in authorities)
        {
            await Provisioning.AddMembershipAsync(api.Databases.Platform, SamplePartnership.Code, authority.Code, new DateOnly(2010, 8, 1),
                null, TestContext.Current.CancellationToken);
        }

        return new TestPartnership(api, partnership, authorities);
    }

    /// <summary>Another authority that belongs to it from a day to a day.</summary>
    public async Task<(TestPartnership Partnership, TestOrganisation Member)> WithMemberAsync(DateOnly from, DateOnly? to = null)
    {
        var code = $"A{Convert.ToHexString(RandomNumberGenerator.GetBytes(8))}";
        var member = await TestOrganisation.CreateAsync(Api, OrganisationKind.Authority, code);
        await Provisioning.AddMembershipAsync(Api.Databases.Platform, Partnership.Code, code, from, to,
            TestContext.Current.CancellationToken);
        return (new TestPartnership(Api, Partnership, [.. Authorities, member]), member);
    }

    /// <summary>The partnership's plan goes live as a user's does: uploaded, then applied.</summary>
    public Task<Guid> ImportPlanAsync(string csv, string startsOn = "2026-04-01", string endsOn = "2029-03-31", string? stage = null) =>
        Partnership.ImportPlanAsync(csv, startsOn, endsOn, stage);

    /// <summary>A plan of these rows goes live; the answer is each council's assignments, by council and reference.</summary>
    internal async Task<LivePlan> HasPlanAsync(params Plan.Row[] rows) => await HasPlanUntilAsync("2029-03-31", null, rows);

    internal async Task<LivePlan> HasPlanUntilAsync(string endsOn, string? stage, params Plan.Row[] rows)
    {
        var schemeId = await ImportPlanAsync(Plan.Of(rows), endsOn: endsOn, stage: stage);
        return new LivePlan(schemeId, await Partnership.Viewer.WalkAsync($"/v1/assignments?schemeId={schemeId}"));
    }
}

/// <summary>A plan that has gone live, and the assignments it began with.</summary>
internal sealed record LivePlan(Guid SchemeId, IReadOnlyList<JsonElement> Assignments)
{
    /// <summary>Where a council's assignment is.</summary>
    public string Of(TestOrganisation council, string reference = "1.1/1") =>
        $"/v1/assignments/{Assignments.Single(a => a.Id("authorityId") == council.Id && a.Text("reference") == reference).Id()}";

    public string Action(string reference = "1.1/1") =>
        $"/v1/actions/{Assignments.First(a => a.Text("reference") == reference).Id("actionId")}";
}

/// <summary>One organisation of a test, and its key for each role.</summary>
public sealed class TestOrganisation
{
    private readonly ApiInstance _api;
    private readonly Dictionary<string, HttpClient> _clients = [];

    private TestOrganisation(ApiInstance api, Guid id, OrganisationKind kind, string code) =>
        (this._api, Id, Kind, Code) = (api, id, kind, code);

    public Guid Id { get; }

    public OrganisationKind Kind { get; }

    public string Code { get; }

    /// <summary>The whole key of each role, as it is presented.</summary>
    public Dictionary<string, string> Keys { get; } = [];

    public HttpClient Viewer => As("viewer");

    public HttpClient Officer => As("officer");

    public HttpClient Lead => As("lead");

    public HttpClient Coordinator => As("coordinator");

    public HttpClient Admin => As("admin");

    public static async Task<TestOrganisation> CreateAsync(
        ApiInstance api, OrganisationKind kind, string code, bool sharesHeadlines = false, string? name = null, string[]? aliases = null,
            string[]? outsideBodies = null)
    {
        ArgumentNullException.ThrowIfNull(api);
        var (platform, at, ct) = (api.Databases.Platform, api.Clock.Now, TestContext.Current.CancellationToken);
        var id = await Provisioning.AddOrganisationAsync(platform, kind, code, name ?? $"The {code} organisation", null, aliases
            ?? [], outsideBodies ?? [], sharesHeadlines && kind == OrganisationKind.Partnership, at, ct);
        return await KnownAsync(api, id, kind, code);
    }

    /// <summary>One that is there already, with new keys.</summary>
    public static async Task<TestOrganisation> KnownAsync(ApiInstance api, Guid id, OrganisationKind kind, string code)
    {
        ArgumentNullException.ThrowIfNull(api);
        var known = new TestOrganisation(api, id, kind, code);
        foreach (var role in Role.Of(kind))
        {
            await known.IssueAsync(role.Name, api.Clock.Now.AddYears(1));
        }

        return known;
    }

    /// <summary>A client that presents the organisation's key of this role.</summary>
    public HttpClient As(string role)
    {
        lock (_clients)
        {
            return _clients.TryGetValue(role, out var client) ? client : _clients[role] = _api.Client(Keys[role]);
        }
    }

    /// <summary>Its plan goes live by upload and apply; the answer is the scheme it became.</summary>
    public async Task<Guid> ImportPlanAsync(string csv, string startsOn = "2026-04-01", string endsOn = "2029-03-31", string? stage = null)
    {
        var import = (await Admin.UploadAsync(csv, startsOn, endsOn, stage)).With(HttpStatusCode.Created);
        return (await Admin.PostAsync($"/v1/imports/{import.Text("id")}/apply")).With(HttpStatusCode.Created).Id("schemeId");
    }

    /// <summary>One more key, as the platform makes them; the first of a role is the one that <see cref="As"/> presents.</summary>
    public async Task<(string Shown, Guid Id)> IssueAsync(string role, DateTimeOffset expires, bool development = false,
        PresentedKey? key = null)
    {
        var (shown, kept) = PresentedKey.New();
        var issued = key ?? kept;
        await Provisioning.IssueKeyAsync(_api.Databases.Platform, issued.Id, issued.Secret, Code, role, $"test {role}", expires,
            development, _api.Clock.Now, TestContext.Current.CancellationToken);
        Keys.TryAdd(role, shown);
        return (shown, (key ?? kept).Id);
    }
}
