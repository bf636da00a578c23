using PartnershipEquality.Domain.Organisations;
using static PartnershipEquality.Api.Tests.Guards.Probes;

namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>Mails, the way they leave and the work that is done unasked: each organisation's alone.</summary>
internal static class ProbesOfMail
{
    public static IEnumerable<Probe> All() =>
    [
        new("ListOutbox", Council, Get(_ => "/v1/outbox?limit=200", w => $"robin@{w.Council.Code.ToLowerInvariant()}.example.org"),
            Others.GetTheirOwn),
        new("SendMailAgain", Council, async w => Prepared.Send(HttpMethod.Post, $"/v1/outbox/{await WaitingAsync(w)}/send-again", null),
            Others.FindNothing),
        new("GetNotifyAccount", Council, async w => Prepared.Get("/v1/notify-account", $"{await AccountsAsync(w)}"), Others.GetTheirOwn,
            PartnershipsGet(Others.FindNothing)),
        new("SetNotifyAccount", Council, _ => Task.FromResult(Set(Guid.NewGuid())), Others.GetTheSame, PartnershipsGet(Others.HaveNone)),
        new("RemoveNotifyAccount", Council, async w =>
            {
                await AccountsAsync(w);
                return Prepared.Send(HttpMethod.Delete, "/v1/notify-account", null, "*");
            },
            Others.GetTheSame, PartnershipsGet(Others.FindNothing)),
        new("ListWork", Council, Get(_ => "/v1/work"), Others.GetTheSame),
        new("RunWork", Council, _ => Task.FromResult(Prepared.Send(HttpMethod.Post, "/v1/work/plan/run", null)), Others.GetTheSame,
            PartnershipsGet(Others.FindNothing)),
    ];

    private static Func<ProbeWorld, TestOrganisation, Others?> PartnershipsGet(Others get) =>
        (_, o) => o.Kind == OrganisationKind.Partnership ? get : null;

    private static Prepared Set(Guid template) => Prepared.Send(
        HttpMethod.Put, "/v1/notify-account",
            new { apiKey = $"probe-{Guid.NewGuid()}-{Guid.NewGuid()}", templateId = template, replyToId = (Guid?)null }, "*");

    /// <summary>Every council has an account of its own; the answer is the template that only ours names.</summary>
    private static async Task<Guid> AccountsAsync(ProbeWorld w)
    {
        var ours = Guid.NewGuid();
        foreach (var council in w.Everyone.Where(o => o.Kind == OrganisationKind.Authority))
        {
            await (await council.Admin.SendAsync(Set(council == w.Council ? ours : Guid.NewGuid()).Request(),
                TestContext.Current.CancellationToken)).ShouldBeAsync(System.Net.HttpStatusCode.OK);
        }

        return ours;
    }

    private static async Task<Guid> WaitingAsync(ProbeWorld w) =>
        ProbeWorld.IdOf(ProbeWorld.Items(await w.Council.Admin.ReadAsync("/v1/outbox?state=waiting"))[0]);
}
