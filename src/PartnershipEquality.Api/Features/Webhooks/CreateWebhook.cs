using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Outside.Webhooks;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.ChangeLog;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Webhooks;

namespace PartnershipEquality.Api.Features.Webhooks;

[Writes(Permission.WebhooksManage)]
public sealed record CreateWebhook([FromBody] WebhookWanted Body) : IRequest<WebhookCreated>
{
    /// <summary>How many an organisation may have.</summary>
    public const int Most = 20;
}

internal sealed class CreateWebhookHandler(EqualityDb db, Caller caller, ChangeLog log, WebhookOptions options, TimeProvider time)
    : IRequestHandler<CreateWebhook, WebhookCreated>
{
    public async Task<WebhookCreated> Handle(CreateWebhook request, CancellationToken cancellationToken)
    {
        var (me, at, wanted) = (caller.OrganisationId, time.GetUtcNow(), request.Body);
        var edit = new WebhookEdit(wanted.Url, wanted.Description, wanted.EventTypes ?? [], wanted.Contact, true).Checked(options);
        // The organisation's row of work is held, so that two who make the last one at once are told apart.
        await WorkDue.LowerAsync(db, me, WorkKind.Webhooks, at, cancellationToken);
        if (await db.Webhooks.CountAsync(w => w.OrganisationId == me, cancellationToken) >= CreateWebhook.Most)
        {
            throw Refusal.Conflict("too-many-webhooks",
                $"Your organisation has {CreateWebhook.Most} webhooks, which is the most there can be. Delete one first.");
        }

        var webhook = new Webhook
        {
            Id = Uuid.New(),
            OrganisationId = me,
            Url = edit.Url,
            Description = edit.Description,
            EventTypes = edit.EventTypes!,
            Contact = edit.Contact,
            Secret = WebhookSignature.NewSecret(),
            Served = await ChangeFeed.PositionAsync(db, cancellationToken),
            MadeBy = caller.Actor,
            CreatedAt = at,
            UpdatedAt = at,
        };
        db.Webhooks.Add(webhook);
        log.Own("webhook.created", $"webhooks/{webhook.Id}", 1, null, new { eventTypes = webhook.EventTypes });
        return new WebhookCreated(webhook.Secret, WebhookDetail.From(webhook, at));
    }
}
