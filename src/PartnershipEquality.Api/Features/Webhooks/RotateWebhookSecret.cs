using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Webhooks;

namespace PartnershipEquality.Api.Features.Webhooks;

/// <param name="WebhookId">The webhook's id.</param>
[Writes(Permission.WebhooksManage)]
public sealed record RotateWebhookSecret(Guid WebhookId, [FromBody] RotationWanted Body) : IRequest<WebhookCreated>;

/// <summary>How a secret gives way to the next.</summary>
/// <param name="OverlapHours">For how long events are signed with both, 0 to 168; 24 unless said. 0 where the old one is no longer a
/// secret.</param>
public sealed record RotationWanted([property: Range(0, 168)] int? OverlapHours);

internal sealed class RotateWebhookSecretHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<RotateWebhookSecret, WebhookCreated>
{
    private const int UsualOverlap = 24;

    public async Task<WebhookCreated> Handle(RotateWebhookSecret request, CancellationToken cancellationToken)
    {
        var (at, hours) = (time.GetUtcNow(), request.Body.OverlapHours ?? UsualOverlap);
        var webhook = await OwnWebhook.LockAsync(db, caller, request.WebhookId, cancellationToken);
        webhook.FormerSecret = hours > 0 ? webhook.Secret : null;
        webhook.FormerSecretUntil = hours > 0 ? at.AddHours(hours) : null;
        webhook.Secret = WebhookSignature.NewSecret();
        webhook.Version++;
        webhook.UpdatedAt = at;
        log.Own("webhook.secret_rotated", $"webhooks/{webhook.Id}", webhook.Version, null, new { webhook.FormerSecretUntil });
        return new WebhookCreated(webhook.Secret, WebhookDetail.From(webhook, at));
    }
}
