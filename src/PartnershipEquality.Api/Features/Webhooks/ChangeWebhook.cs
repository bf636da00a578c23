using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Outside.Webhooks;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Webhooks;

/// <param name="WebhookId">The webhook's id.</param>
/// <param name="IfMatch">The ETag of the webhook you changed.</param>
[Writes(Permission.WebhooksManage)]
public sealed record ChangeWebhook(Guid WebhookId, [FromHeader(Name = "If-Match")] string? IfMatch, [FromBody] JsonElement Body)
    : IRequest<WebhookDetail>;

internal sealed class ChangeWebhookHandler(EqualityDb db, Caller caller, ChangeLog log, WebhookOptions options, TimeProvider time)
    : IRequestHandler<ChangeWebhook, WebhookDetail>
{
    public async Task<WebhookDetail> Handle(ChangeWebhook request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var webhook = await OwnWebhook.LockAsync(db, caller, request.WebhookId, cancellationToken);
        Versions.Ensure(request.IfMatch, webhook.Version);
        var edit = MergePatch.Apply(new WebhookEdit(webhook.Url, webhook.Description, webhook.EventTypes, webhook.Contact, webhook.Enabled),
            request.Body).Checked(options);
        var before = new { webhook.Enabled, webhook.EventTypes };
        (webhook.Url, webhook.Description, webhook.EventTypes, webhook.Contact) = (edit.Url, edit.Description, edit.EventTypes!,
            edit.Contact);
        if (edit.Enabled != webhook.Enabled)
        {
            webhook.Enabled = edit.Enabled;
            webhook.DisabledReason = edit.Enabled ? null : WebhookDisabledReason.Asked;
            webhook.DisabledAt = edit.Enabled ? null : at;
        }

        // Whoever puts it right wants to see at once whether that helped.
        (webhook.RestsUntil, webhook.Failures) = (null, 0);
        webhook.Version++;
        webhook.UpdatedAt = at;
        await WorkDue.WakeAsync(db, caller.OrganisationId, WorkKind.Webhooks, at, cancellationToken);
        log.Own("webhook.changed", $"webhooks/{webhook.Id}", webhook.Version, before, new { webhook.Enabled, webhook.EventTypes });
        return WebhookDetail.From(webhook, at);
    }
}
