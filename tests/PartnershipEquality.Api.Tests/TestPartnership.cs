using System.Security.Cryptography;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Verbs;
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
    public static async Task<TestPartnership> CreateAsync(ApiInstance api, int members = 7, bool sharesHeadlines = false, IReadOnlyList<string>? codes = null)
    {
        codes ??= [.. Enumerable.Range(0, members + 1).Select(i => $"{(i == 0 ? 'P' : 'A')}{Convert.ToHexString(RandomNumberGenerator.GetBytes(8))}")];
        var made = await Task.WhenAll(codes.Select((code, i) => TestOrganisation.CreateAsync(api, i == 0 ? OrganisationKind.Partnership : OrganisationKind.Authority, code, sharesHeadlines)));
        foreach (var authority in made[1..])
        {
            await Founding.AddMembershipAsync(api.Databases.Platform, codes[0], authority.Code, new DateOnly(2026, 4, 1), null, TestContext.Current.CancellationToken);
        }

        return new TestPartnership(api, made[0], made[1..]);
    }

    public static Task<TestPartnership> CreateAsync(RunningApi running, int members = 7, bool sharesHeadlines = false)
    {
        ArgumentNullException.ThrowIfNull(running);
        return CreateAsync(running.Api, members, sharesHeadlines);
    }
}

/// <summary>One organisation of a test, and its key for each role.</summary>
public sealed class TestOrganisation
{
    private readonly ApiInstance api;
    private readonly Dictionary<string, HttpClient> clients = [];

    private TestOrganisation(ApiInstance api, Guid id, OrganisationKind kind, string code) => (this.api, Id, Kind, Code) = (api, id, kind, code);

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

    public static async Task<TestOrganisation> CreateAsync(ApiInstance api, OrganisationKind kind, string code, bool sharesHeadlines = false)
    {
        ArgumentNullException.ThrowIfNull(api);
        var (platform, at, ct) = (api.Databases.Platform, api.Clock.Now, TestContext.Current.CancellationToken);
        var id = await Founding.AddOrganisationAsync(platform, kind, code, $"The {code} organisation", null, [], [], sharesHeadlines && kind == OrganisationKind.Partnership, at, ct);
        var made = new TestOrganisation(api, id, kind, code);
        foreach (var role in Role.Of(kind))
        {
            await made.IssueAsync(role.Name, at.AddYears(1));
        }

        return made;
    }

    /// <summary>A client that presents the organisation's key of this role.</summary>
    public HttpClient As(string role)
    {
        lock (clients)
        {
            return clients.TryGetValue(role, out var client) ? client : clients[role] = api.Client(Keys[role]);
        }
    }

    /// <summary>One more key, as the platform makes them; the first of a role is the one that <see cref="As"/> presents.</summary>
    public async Task<(string Shown, Guid Id)> IssueAsync(string role, DateTimeOffset expires, bool development = false, PresentedKey? key = null)
    {
        var (shown, kept) = PresentedKey.New(api.Clock.Now);
        await Founding.IssueKeyAsync(api.Databases.Platform, key ?? kept, Code, role, $"test {role}", expires, development, api.Clock.Now, TestContext.Current.CancellationToken);
        Keys.TryAdd(role, shown);
        return (shown, (key ?? kept).Id);
    }
}
