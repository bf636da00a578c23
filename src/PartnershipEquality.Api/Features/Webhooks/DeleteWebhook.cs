using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Webhooks;

/// <param name="WebhookId">The webhook's id.</param>
/// <param name="IfMatch">The ETag of the webhook.</param>
[Writes(Permission.WebhooksManage)]
public sealed record DeleteWebhook(Guid WebhookId, [FromHeader(Name = "If-Match")] string? IfMatch) : IRequest<Unit>;

internal sealed class DeleteWebhookHandler(EqualityDb db, Caller caller, ChangeLog log) : IRequestHandler<DeleteWebhook, Unit>
{
    public async Task<Unit> Handle(DeleteWebhook request, CancellationToken cancellationToken)
    {
        var webhook = await OwnWebhook.LockAsync(db, caller, request.WebhookId, cancellationToken);
        Versions.Ensure(request.IfMatch, webhook.Version);
        db.Webhooks.Remove(webhook);
        log.Own("webhook.deleted", $"webhooks/{webhook.Id}", webhook.Version);
        return Unit.Value;
    }
}
