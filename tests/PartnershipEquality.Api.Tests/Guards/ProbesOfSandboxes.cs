using static PartnershipEquality.Api.Tests.Guards.Probes;

namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>Sandboxes: each organisation's is its own, and copies only what the organisation may read.</summary>
internal static class ProbesOfSandboxes
{
    public static IEnumerable<Probe> All() =>
    [
        new("GetSandbox", Council, async w => Prepared.Get("/v1/sandbox", $"{await TwinAsync(w)}"), Others.GetTheirOwn),
        new("CopyToSandbox", Council,
            w => Task.FromResult(Prepared.Send(HttpMethod.Post, "/v1/sandbox/schemes", new { schemeId = w.Own.SchemeId })),
                Others.MayNotName),
        new("CreateTestKey", Council, _ => Task.FromResult(Key()), Others.GetTheSame),
    ];

    private static Prepared Key() => Prepared.Send(HttpMethod.Post, "/v1/sandbox/keys", new { name = "A trial", role = "viewer" });

    /// <summary>The council's twin, which a first test key makes.</summary>
    private static async Task<Guid> TwinAsync(ProbeWorld w)
    {
        await (await w.Council.Admin.SendAsync(Key().Request(), TestContext.Current.CancellationToken)).ShouldBeAsync(
            System.Net.HttpStatusCode.Created);
        return ProbeWorld.IdOf((await w.Council.Admin.ReadAsync("/v1/sandbox")).GetProperty("organisations").EnumerateArray()
            .Single(o => o.Text("code") == w.Council.Code));
    }
}
