using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Outside.Webhooks;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;

namespace PartnershipEquality.Api.Features.Webhooks;

/// <summary>
/// Takes up the next event that is due at one address, and holds it for as long as a try can take. The sending is done
/// after the transaction: one that waited for somebody's server would hold up every reader of the feed.
/// </summary>
[ForTimetable]
public sealed record ClaimEvent(Guid WebhookId) : IRequest<ClaimedEvent?>
{
    /// <summary>A worker that says nothing for so long has died; the event is sent again under the same id.</summary>
    public static readonly TimeSpan HeldFor = TimeSpan.FromMinutes(1);
}

/// <summary>An event to be sent now.</summary>
/// <param name="Claim">Names the try: only whoever took it up notes what it came to.</param>
public sealed record ClaimedEvent(Guid DeliveryId, Guid WebhookId, Guid Claim, OutgoingEvent Outgoing);

internal sealed class ClaimEventHandler(EqualityDb db, Caller caller, TimeProvider time) : IRequestHandler<ClaimEvent, ClaimedEvent?>
{
    public async Task<ClaimedEvent?> Handle(ClaimEvent request, CancellationToken cancellationToken)
    {
        var (me, at) = (caller.OrganisationId, time.GetUtcNow());
        var webhook = await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(w => w.OrganisationId == me && w.Id == request.WebhookId
            && (w.RestsUntil == null || w.RestsUntil <= at), cancellationToken);
        if (webhook is null)
        {
            return null;
        }

        var delivery = await db.WebhookDeliveries.FromSql($"""
            select * from webhook_deliveries
              where organisation_id = {me} and webhook_id = {request.WebhookId} and state = 'waiting' and next_at <= {at}
              and (claimed_until is null or claimed_until <= {at}) and ({webhook.Enabled} or type = {TestWebhook.EventType})
            order by next_at, id limit 1 for update skip locked
            """).SingleOrDefaultAsync(cancellationToken);
        if (delivery is null)
        {
            return null;
        }

        (delivery.Claim, delivery.ClaimedUntil) = (Guid.NewGuid(), at + ClaimEvent.HeldFor);
        delivery.FirstTriedAt ??= at;
        return new ClaimedEvent(delivery.Id, webhook.Id, delivery.Claim.Value,
            new OutgoingEvent(webhook.Url, delivery.EventId, delivery.Body, webhook.SecretsAt(at)));
    }
}
