using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Webhooks;

/// <param name="WebhookId">The webhook's id.</param>
[Writes(Permission.WebhooksManage)]
public sealed record SendEventsAgain(Guid WebhookId, [FromBody] RedeliveryWanted Body) : IRequest<RedeliveryAsked>
{
    /// <summary>How many one request may ask for.</summary>
    public const int Most = 10_000;
}

/// <summary>Which deliveries to send again: those made in a time, those in a state, or both.</summary>
/// <param name="From">Those made from this moment on.</param>
/// <param name="To">Those made before this moment.</param>
/// <param name="State">Only those in this state: failed, say.</param>
public sealed record RedeliveryWanted(DateTimeOffset? From, DateTimeOffset? To, WebhookDeliveryState? State);

/// <summary>What was put in line to be sent again.</summary>
/// <param name="Deliveries">How many.</param>
public sealed record RedeliveryAsked(int Deliveries);

internal sealed class SendEventsAgainHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<SendEventsAgain, RedeliveryAsked>
{
    public async Task<RedeliveryAsked> Handle(SendEventsAgain request, CancellationToken cancellationToken)
    {
        var (me, at, wanted) = (caller.OrganisationId, time.GetUtcNow(), request.Body);
        var (from, to) = (wanted.From?.ToUniversalTime(), wanted.To?.ToUniversalTime());
        if (from is null && wanted.State is null)
        {
            throw Refusal.Field("#/from", "required", "Say from when on, or which state: failed.");
        }

        if (to <= from)
        {
            throw Refusal.Field("#/to", "out-of-range", "Give a moment after from.");
        }

        var webhook = await OwnWebhook.LockAsync(db, caller, request.WebhookId, cancellationToken);
        if (!webhook.Enabled)
        {
            throw Refusal.Conflict("webhook-disabled", "The webhook is switched off, so nothing is sent to it. Switch it on first.");
        }

        webhook.RestsUntil = null;
        // Rows are taken in one order by all who take several, and one that a worker has in hand just now is left to it.
        var count = await new Sql($"""
            update webhook_deliveries d set state = 'waiting', tries = 0, first_tried_at = null, next_at = {at}
            from (select id from webhook_deliveries where organisation_id = {me} and webhook_id = {webhook.Id}
            """)
            .When(from is not null, $"and created_at >= {from}")
            .When(to is not null, $"and created_at < {to}")
            .When(wanted.State is not null, $"and state = {(wanted.State is { } state ? EnumText.Of(state) : null)}")
            .Add($"order by id limit {SendEventsAgain.Most + 1} for update skip locked) o where d.organisation_id = {me} and d.id = o.id")
                .RunAsync(db, cancellationToken);
        if (count > SendEventsAgain.Most)
        {
            throw Refusal.Field("#/from", "too-many", $"These are more than {SendEventsAgain.Most:N0} deliveries. Ask for a shorter time.");
        }

        await WorkDue.WakeAsync(db, me, WorkKind.Webhooks, at, cancellationToken);
        log.Own("webhook.redelivery_asked", $"webhooks/{webhook.Id}", webhook.Version, null,
            new { from, to, wanted.State, deliveries = count });
        return new RedeliveryAsked(count);
    }
}
