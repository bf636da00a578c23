using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Webhooks;

/// <param name="Limit">How many to answer, 1 to 200; 50 unless said.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
[Reads(Permission.WebhooksManage)]
public sealed record ListWebhooks(int? Limit, string? Cursor) : IRequest<Page<WebhookDetail>>;

internal sealed class ListWebhooksHandler(EqualityDb db, Caller caller, TimeProvider time)
    : IRequestHandler<ListWebhooks, Page<WebhookDetail>>
{
    public async Task<Page<WebhookDetail>> Handle(ListWebhooks request, CancellationToken cancellationToken)
    {
        var limit = Cursor.Limit(request.Limit);
        object?[] boundTo = [nameof(ListWebhooks), caller.OrganisationId];
        var after = Cursor.After(request.Cursor, boundTo);
        var webhooks = await db.Webhooks.AsNoTracking()
            .Where(w => w.OrganisationId == caller.OrganisationId && (after == null || w.Id > after))
            .OrderBy(w => w.Id).Take(limit + 1).ToListAsync(cancellationToken);
        return Cursor.ById([.. webhooks.Select(w => WebhookDetail.From(w, time.GetUtcNow()))], limit, w => w.Id, boundTo);
    }
}
