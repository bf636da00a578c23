using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Webhooks;

/// <param name="WebhookId">The webhook's id.</param>
/// <param name="DeliveryId">The delivery's id.</param>
[Reads(Permission.WebhooksManage)]
public sealed record GetWebhookDelivery(Guid WebhookId, Guid DeliveryId) : IRequest<DeliveryDetail>;

internal sealed class GetWebhookDeliveryHandler(EqualityDb db, Caller caller) : IRequestHandler<GetWebhookDelivery, DeliveryDetail>
{
    public async Task<DeliveryDetail> Handle(GetWebhookDelivery request, CancellationToken cancellationToken)
    {
        var delivery = await db.WebhookDeliveries.AsNoTracking()
            .SingleOrDefaultAsync(d => d.OrganisationId == caller.OrganisationId && d.WebhookId == request.WebhookId
                && d.Id == request.DeliveryId, cancellationToken) ?? throw Refusal.NotFound("delivery");
        return (await DeliveryDetail.ReadAsync(db, caller.OrganisationId, [delivery], cancellationToken))[0];
    }
}
