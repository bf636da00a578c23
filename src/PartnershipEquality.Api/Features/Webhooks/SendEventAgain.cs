using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Webhooks;

/// <param name="WebhookId">The webhook's id.</param>
/// <param name="DeliveryId">The delivery's id.</param>
[Writes(Permission.WebhooksManage)]
public sealed record SendEventAgain(Guid WebhookId, Guid DeliveryId) : IRequest<DeliveryDetail>;

internal sealed class SendEventAgainHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<SendEventAgain, DeliveryDetail>
{
    public async Task<DeliveryDetail> Handle(SendEventAgain request, CancellationToken cancellationToken)
    {
        var (me, at) = (caller.OrganisationId, time.GetUtcNow());
        // First the address, then what is owed to it: everybody who holds both takes them in this order.
        var webhook = await OwnWebhook.LockAsync(db, caller, request.WebhookId, cancellationToken);
        var delivery = await db.WebhookDeliveries.FromSql($"""
            select * from webhook_deliveries
              where organisation_id = {me} and webhook_id = {request.WebhookId} and id = {request.DeliveryId} for update
            """).SingleOrDefaultAsync(cancellationToken) ?? throw Refusal.NotFound("delivery");
        if (!webhook.Enabled && delivery.Type != TestWebhook.EventType)
        {
            throw Refusal.Conflict("webhook-disabled", "The webhook is switched off, so nothing is sent to it. Switch it on first.");
        }

        webhook.RestsUntil = null;
        (delivery.State, delivery.Tries, delivery.FirstTriedAt, delivery.NextAt) = (WebhookDeliveryState.Waiting, 0, null, at);
        await WorkDue.WakeAsync(db, me, WorkKind.Webhooks, at, cancellationToken);
        log.Own("webhook.redelivery_asked", $"webhooks/{webhook.Id}", webhook.Version, null, new { deliveryId = delivery.Id });
        return (await DeliveryDetail.ReadAsync(db, me, [delivery], cancellationToken))[0];
    }
}
