using System.Net;
using static PartnershipEquality.Api.Tests.Guards.Probes;

namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>The origins of portals: each organisation's alone.</summary>
internal static class ProbesOfWays
{
    public static IEnumerable<Probe> All() =>
    [
        new("ListPortalOrigins", Council, async w =>
            {
                var ids = new[] { await NewOriginAsync(w.Council), await NewOriginAsync(w.Council) };
                foreach (var other in w.Everyone.Where(o => o != w.Council))
                {
                    await NewOriginAsync(other);
                }

                return Prepared.Get("/v1/portal-origins?limit=200", [.. ids.Select(id => id.ToString())]);
            },
            Others.GetTheirOwn),
        new("RegisterPortalOrigin", Council,
            _ => Task.FromResult(Prepared.Send(HttpMethod.Post, "/v1/portal-origins", new { origin = NewOrigin() })), Others.GetTheSame),
        new("GetPortalOrigin", Council, async w => Prepared.Get($"/v1/portal-origins/{await NewOriginAsync(w.Council)}"),
            Others.FindNothing),
        new("RemovePortalOrigin", Council,
            async w => Prepared.Send(HttpMethod.Delete, $"/v1/portal-origins/{await NewOriginAsync(w.Council)}", null, "\"1-0\""),
                Others.FindNothing),
    ];

    private static string NewOrigin() => $"https://{Guid.NewGuid():N}.example.org";

    private static async Task<Guid> NewOriginAsync(TestOrganisation organisation) =>
        ProbeWorld.IdOf(
            await (await organisation.Admin.SendAsync(HttpMethod.Post, "/v1/portal-origins", new { origin = NewOrigin() })).ShouldBeAsync(
                HttpStatusCode.Created));
}
