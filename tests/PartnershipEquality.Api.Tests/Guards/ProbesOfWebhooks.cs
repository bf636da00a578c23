using System.Net;
using static PartnershipEquality.Api.Tests.Guards.Probes;

namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>Where events are sent and what became of them: each organisation's alone.</summary>
internal static class ProbesOfWebhooks
{
    public static IEnumerable<Probe> All() =>
    [
        new("ListWebhooks", Council, async w => Prepared.Get("/v1/webhooks?limit=200", $"{await NewAsync(w)}", $"{await NewAsync(w)}"),
            Others.GetTheirOwn),
        new("CreateWebhook", Council, async w =>
            {
                await RoomAsync(w.Everyone);
                return Prepared.Send(HttpMethod.Post, "/v1/webhooks", new { url = "https://hooks.example.org/probe", description = "Probe",
                    eventTypes = new[] { "assignment.*" }, contact = "probe@example.org" });
            },
            Others.GetTheSame),
        new("GetWebhook", Council, async w => Prepared.Get(await AddressAsync(w)), Others.FindNothing),
        new("ChangeWebhook", Council, async w => await OfVersionAsync(w, HttpMethod.Patch,
            new { url = "https://hooks.example.org/probe/2", description = "Other", eventTypes = new[] { "scheme.changed" },
                contact = "other@example.org", enabled = true }), Others.FindNothing),
        new("DeleteWebhook", Council, async w => await OfVersionAsync(w, HttpMethod.Delete, null), Others.FindNothing),
        new("RotateWebhookSecret", Council,
            async w => Prepared.Send(HttpMethod.Post, $"{await AddressAsync(w)}/rotate-secret", new { overlapHours = 1 }),
                Others.FindNothing),
        new("TestWebhook", Council, async w => Prepared.Send(HttpMethod.Post, $"{await AddressAsync(w)}/test", null), Others.FindNothing),
        new("ListWebhookDeliveries", Council, async w =>
            {
                var address = await AddressAsync(w);
                await TestAsync(w, address);
                return Prepared.Get($"{address}/deliveries?limit=200", $"{await TestAsync(w, address)}");
            },
            Others.FindNothing),
        new("GetWebhookDelivery", Council, async w => Prepared.Get(await DeliveryAsync(w)), Others.FindNothing),
        new("SendEventAgain", Council, async w => Prepared.Send(HttpMethod.Post, $"{await DeliveryAsync(w)}/redeliver", null),
            Others.FindNothing),
        new("SendEventsAgain", Council,
            async w => Prepared.Send(HttpMethod.Post, $"{await AddressAsync(w)}/redeliver",
                new { from = "2026-11-22T00:00:00Z", to = "2026-11-23T00:00:00Z", state = "waiting" }), Others.FindNothing),
    ];

    private static async Task<string> AddressAsync(ProbeWorld w) => $"/v1/webhooks/{await NewAsync(w)}";

    private static async Task<Guid> NewAsync(ProbeWorld w)
    {
        await RoomAsync([w.Council]);
        var created = await (await w.Council.Admin.SendAsync(HttpMethod.Post, "/v1/webhooks",
            new { url = "https://hooks.example.org/probe" })).ShouldBeAsync(HttpStatusCode.Created);
        return ProbeWorld.IdOf(created.GetProperty("webhook"));
    }

    /// <summary>An organisation has a few at most: the earliest give way.</summary>
    private static async Task RoomAsync(IEnumerable<TestOrganisation> organisations)
    {
        foreach (var organisation in organisations)
        {
            foreach (var old in ProbeWorld.Items(await organisation.Admin.ReadAsync("/v1/webhooks?limit=200")).SkipLast(10))
            {
                await ProbeWorld.SendAsync(organisation, HttpMethod.Delete, $"/v1/webhooks/{ProbeWorld.IdOf(old)}", null, "*");
            }
        }
    }

    private static async Task<Guid> TestAsync(ProbeWorld w, string address) =>
        ProbeWorld.IdOf(await ProbeWorld.SendAsync(w.Council, HttpMethod.Post, $"{address}/test", null));

    private static async Task<string> DeliveryAsync(ProbeWorld w)
    {
        var address = await AddressAsync(w);
        return $"{address}/deliveries/{await TestAsync(w, address)}";
    }

    private static async Task<Prepared> OfVersionAsync(ProbeWorld w, HttpMethod method, object? body)
    {
        var address = await AddressAsync(w);
        return Prepared.Send(method, address, body, await ProbeWorld.TagAsync(w.Council, address));
    }
}
