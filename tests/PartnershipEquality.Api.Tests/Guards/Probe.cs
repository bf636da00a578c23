using System.Net;
using System.Net.Http.Json;

namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>What the organisations who do not own it get from a probe's request, with the owner's real ids in it.</summary>
public enum Others
{
    /// <summary>404: what belongs to others is not there.</summary>
    FindNothing,

    /// <summary>Success with their own things, and none of the owner's marks in it.</summary>
    GetTheirOwn,

    /// <summary>The answer holds nothing of anybody's.</summary>
    GetTheSame,
}

/// <summary>One way of calling one endpoint, with real ids of its owner's.</summary>
/// <param name="Endpoint">The endpoint's name.</param>
/// <param name="Owner">Whose the ids are; its admin succeeds.</param>
/// <param name="PrepareAsync">Makes what the request needs, anew each time.</param>
/// <param name="Others">What everybody else gets.</param>
/// <param name="AlsoSees">Who, beside the owner, may read it by design, and is left out.</param>
public sealed record Probe(
    string Endpoint,
    Func<ProbeWorld, TestOrganisation> Owner,
    Func<ProbeWorld, Task<Prepared>> PrepareAsync,
    Others Others,
    Func<ProbeWorld, TestOrganisation, bool>? AlsoSees = null)
{
    public override string ToString() => Endpoint;
}

/// <summary>A request that would succeed for its owner, to be sent as often as wanted, and texts that only the owner's answer may hold.</summary>
public sealed record Prepared(Func<HttpRequestMessage> Request, params string[] Marks)
{
    public static Prepared Get(string path, params string[] marks) => new(() => new HttpRequestMessage(HttpMethod.Get, path), marks);

    public static Prepared Send(HttpMethod method, string path, object? body, string? ifMatch = null) => new(() =>
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return request;
    });
}

/// <summary>Two partnerships that know nothing of each other, with everything that probes ask for.</summary>
public sealed class ProbeWorld(RunningApi api) : IAsyncLifetime
{
    public TestPartnership Mine { get; private set; } = null!;

    public TestPartnership Theirs { get; private set; } = null!;

    public TestOrganisation Council => Mine.Authorities[0];

    public IEnumerable<TestOrganisation> Everyone => [.. Mine.Everyone, .. Theirs.Everyone];

    public async ValueTask InitializeAsync() =>
        (Mine, Theirs) = (await TestPartnership.CreateAsync(api, members: 2), await TestPartnership.CreateAsync(api, members: 2));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>The one table of probes. An endpoint without one fails <see cref="EndpointsTests"/>.</summary>
public static class Probes
{
    public static IReadOnlyList<Probe> All { get; } =
    [
        new("GetMe", w => w.Council, w => Task.FromResult(Prepared.Get("/v1/me", $"\"code\":\"{w.Council.Code}\",\"name\":\"The {w.Council.Code} organisation\"")), Others.GetTheirOwn,
            (w, o) => o == w.Mine.Partnership),
        new("ListOrganisations", w => w.Council, w => Task.FromResult(Prepared.Get("/v1/organisations?limit=200", $"{w.Council.Id}", $"{w.Mine.Partnership.Id}")), Others.GetTheirOwn,
            (w, o) => w.Mine.Everyone.Contains(o)),
        new("GetOrganisation", w => w.Council, w => Task.FromResult(Prepared.Get($"/v1/organisations/{w.Council.Id}")), Others.FindNothing, (w, o) => w.Mine.Everyone.Contains(o)),
        new("GetSettings", w => w.Council, async w => Prepared.Get("/v1/settings", await ChangedReplyToAsync(w.Council)), Others.GetTheirOwn),
        // Settings have no id: what another organisation changes with the same request is its own, so its version is asked for.
        new("ChangeSettings", w => w.Council, w => Task.FromResult(Prepared.Send(HttpMethod.Patch, "/v1/settings", new { mailReplyTo = "asked@example.org" }, "*")), Others.GetTheSame),
        new("ListApiKeys", w => w.Council, async w => Prepared.Get("/v1/api-keys?limit=200", $"{await NewKeyAsync(w.Council)}"), Others.GetTheirOwn),
        new("CreateApiKey", w => w.Council, w => Task.FromResult(Prepared.Send(HttpMethod.Post, "/v1/api-keys", new { name = "probe", role = "viewer" })), Others.GetTheSame),
        new("GetApiKey", w => w.Council, async w => Prepared.Get($"/v1/api-keys/{await NewKeyAsync(w.Council)}"), Others.FindNothing),
        new("RevokeApiKey", w => w.Council, async w => Prepared.Send(HttpMethod.Delete, $"/v1/api-keys/{await NewKeyAsync(w.Council)}", null, "*"), Others.FindNothing),
        new("ReadTargetDate", w => w.Council, w => Task.FromResult(Prepared.Send(HttpMethod.Post, "/v1/target-dates/read", new { text = "autumn 2026" })), Others.GetTheSame),
    ];

    private static async Task<Guid> NewKeyAsync(TestOrganisation organisation)
    {
        var created = await (await organisation.Admin.SendAsync(HttpMethod.Post, "/v1/api-keys", new { name = "probe", role = "viewer" })).ShouldBeAsync(HttpStatusCode.Created);
        return created.GetProperty("key").GetProperty("id").GetGuid();
    }

    private static async Task<string> ChangedReplyToAsync(TestOrganisation organisation)
    {
        var address = $"{Guid.NewGuid():N}@example.org";
        await (await organisation.Admin.SendAsync(HttpMethod.Patch, "/v1/settings", new { mailReplyTo = address }, "*")).ShouldBeAsync(HttpStatusCode.OK);
        return address;
    }
}
