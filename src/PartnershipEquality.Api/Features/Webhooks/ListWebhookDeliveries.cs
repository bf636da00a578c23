using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Webhooks;

/// <param name="WebhookId">The webhook's id.</param>
/// <param name="State">Only those in this state: waiting, delivered or failed.</param>
/// <param name="Type">Only events of this type: <c>assignment.status_changed</c>.</param>
/// <param name="Limit">How many to answer, 1 to 200; 50 unless said.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
[Reads(Permission.WebhooksManage)]
public sealed record ListWebhookDeliveries(Guid WebhookId, string? State, string? Type, int? Limit, string? Cursor)
    : IRequest<Page<DeliveryDetail>>;

internal sealed class ListWebhookDeliveriesHandler(EqualityDb db, Caller caller)
    : IRequestHandler<ListWebhookDeliveries, Page<DeliveryDetail>>
{
    public async Task<Page<DeliveryDetail>> Handle(ListWebhookDeliveries request, CancellationToken cancellationToken)
    {
        var (me, limit) = (caller.OrganisationId, Cursor.Limit(request.Limit));
        object?[] boundTo = [nameof(ListWebhookDeliveries), me, request.WebhookId, request.State, request.Type];
        var before = Cursor.AfterInstant(request.Cursor, boundTo);
        await OwnWebhook.FindAsync(db, caller, request.WebhookId, cancellationToken);
        var deliveries = db.WebhookDeliveries.AsNoTracking().Where(d => d.OrganisationId == me && d.WebhookId == request.WebhookId);
        if (request.State is not null)
        {
            var state = EnumText.TryRead<WebhookDeliveryState>(request.State, out var known) ? known
                : throw Refusal.Field("state", "unknown-value", $"Give one of: {string.Join(", ", EnumText.All<WebhookDeliveryState>())}.");
            deliveries = deliveries.Where(d => d.State == state);
        }

        if (request.Type is { } type)
        {
            deliveries = type.Contains('\0', StringComparison.Ordinal) ?
                throw Refusal.Field("type", "control-character", "Leave out the character U+0000.") : deliveries.Where(d => d.Type == type);
        }

        if (before is var (at, id))
        {
            deliveries = deliveries.Where(d => d.CreatedAt < at || (d.CreatedAt == at && d.Id < id));
        }

        var rows = await deliveries.OrderByDescending(d => d.CreatedAt).ThenByDescending(d => d.Id).Take(limit + 1)
            .ToListAsync(cancellationToken);
        return Cursor.ByInstant(await DeliveryDetail.ReadAsync(db, me, rows, cancellationToken), limit, d => (d.CreatedAt, d.Id), boundTo);
    }
}
