using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Outside.Webhooks;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain.Webhooks;

namespace PartnershipEquality.Api.Features.Webhooks;

/// <summary>Notes what a try came to, and what follows from it. Answers what it was; null when another has the event by now.</summary>
[ForTimetable]
public sealed record RecordAttempt(ClaimedEvent Taken, SendingOutcome Outcome, DateTimeOffset At) : IRequest<DeliveryVerdict?>;

internal sealed class RecordAttemptHandler(EqualityDb db, Caller caller, ChangeLog log, WebhookDisabledMail mail, TimeProvider time)
    : IRequestHandler<RecordAttempt, DeliveryVerdict?>
{
    public async Task<DeliveryVerdict?> Handle(RecordAttempt request, CancellationToken cancellationToken)
    {
        var (me, taken, outcome, at) = (caller.OrganisationId, request.Taken, request.Outcome, time.GetUtcNow());
        // First the address, then what is owed to it: everybody who holds both takes them in this order.
        var webhook = await db.Webhooks.FromSql($"""
            select * from webhooks where organisation_id = {me} and id = {taken.WebhookId} for no key update
            """).SingleOrDefaultAsync(cancellationToken);
        var delivery = webhook is null ? null
            : await db.WebhookDeliveries.FromSql($"""
                select * from webhook_deliveries
                  where organisation_id = {me} and id = {taken.DeliveryId} and claim = {taken.Claim} for update
                """).SingleOrDefaultAsync(cancellationToken);
        if (webhook is null || delivery is null)
        {
            return null;
        }

        delivery.Tries++;
        (delivery.Claim, delivery.ClaimedUntil, delivery.LastStatus, delivery.LastError) = (null, null, outcome.Status, outcome.Error);
        db.WebhookAttempts.Add(new WebhookAttempt
        {
            OrganisationId = me,
            DeliveryId = delivery.Id,
            Number = await db.WebhookAttempts.CountAsync(a => a.OrganisationId == me && a.DeliveryId == delivery.Id, cancellationToken) + 1,
            At = request.At,
            Status = outcome.Status,
            Milliseconds = (int)outcome.Took.TotalMilliseconds,
            Error = outcome.Error,
        });
        var (verdict, wait) = WebhookRetries.After(delivery.Tries, outcome.Status, outcome.RetryAfter, Random.Shared.NextDouble());
        if (verdict == DeliveryVerdict.Delivered)
        {
            (delivery.State, delivery.DeliveredAt) = (WebhookDeliveryState.Delivered, at);
            (webhook.LastSuccessAt, webhook.Failures, webhook.RestsUntil, webhook.LastError) = (at, 0, null, null);
            return verdict;
        }

        webhook.Failures++;
        (webhook.LastFailureAt, webhook.LastError) = (at, outcome.Error);
        webhook.RestsUntil = at + WebhookRetries.Rest(webhook.Failures, WebhookRetries.AsksToWait(outcome.Status, outcome.RetryAfter));
        if (verdict == DeliveryVerdict.TryAgain && delivery.Type != TestWebhook.EventType)
        {
            delivery.NextAt = at + wait!.Value;
            return verdict;
        }

        delivery.State = WebhookDeliveryState.Failed;
        await SwitchOffAsync(webhook, delivery, verdict, at, cancellationToken);
        return verdict;
    }

    /// <summary>
    /// Once it is gone; or once an event was given up and nothing was taken since its first try: one event that it cannot take is no reason
    /// to keep the others from it.
    /// </summary>
    private async Task SwitchOffAsync(Webhook webhook, WebhookDelivery delivery, DeliveryVerdict verdict, DateTimeOffset at,
        CancellationToken ct)
    {
        var dead = verdict == DeliveryVerdict.GiveUp && !(webhook.LastSuccessAt >= delivery.FirstTriedAt);
        if (!webhook.Enabled || !(verdict == DeliveryVerdict.Gone || dead))
        {
            return;
        }

        (webhook.Enabled, webhook.DisabledAt, webhook.UpdatedAt) = (false, at, at);
        webhook.DisabledReason = verdict == DeliveryVerdict.Gone ? WebhookDisabledReason.Gone : WebhookDisabledReason.Exhausted;
        webhook.Version++;
        log.Own("webhook.disabled", $"webhooks/{webhook.Id}", webhook.Version, null, new { reason = webhook.DisabledReason });
        await mail.LeaveAsync(db, caller, webhook, at, ct);
    }
}
