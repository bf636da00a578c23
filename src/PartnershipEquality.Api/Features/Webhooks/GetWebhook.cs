using MediatR;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Webhooks;

/// <param name="WebhookId">The webhook's id.</param>
[Reads(Permission.WebhooksManage)]
public sealed record GetWebhook(Guid WebhookId) : IRequest<WebhookDetail>;

internal sealed class GetWebhookHandler(EqualityDb db, Caller caller, TimeProvider time) : IRequestHandler<GetWebhook, WebhookDetail>
{
    public async Task<WebhookDetail> Handle(GetWebhook request, CancellationToken cancellationToken) =>
        WebhookDetail.From(await OwnWebhook.FindAsync(db, caller, request.WebhookId, cancellationToken), time.GetUtcNow());
}
