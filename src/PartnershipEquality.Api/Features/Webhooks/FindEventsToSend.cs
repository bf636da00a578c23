using MediatR;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;

namespace PartnershipEquality.Api.Features.Webhooks;

/// <summary>Which addresses have events that are due, and when there will be more.</summary>
[ForTimetable]
public sealed record FindEventsToSend : IRequest<EventsToSend>;

/// <param name="Due">The addresses that can be sent something now, and whether their last try failed.</param>
/// <param name="NextAt">When the next event is due; null when none waits.</param>
public sealed record EventsToSend(IReadOnlyList<(Guid WebhookId, bool Failing)> Due, DateTimeOffset? NextAt);

internal sealed class FindEventsToSendHandler(EqualityDb db, Caller caller, TimeProvider time)
    : IRequestHandler<FindEventsToSend, EventsToSend>
{
    public async Task<EventsToSend> Handle(FindEventsToSend request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var waiting = await new Sql($"""
            select w.id, w.failures > 0, d.at from webhooks w
            cross join lateral (
              select min(greatest(d.next_at, w.rests_until, d.claimed_until)) as at from webhook_deliveries d
              where d.organisation_id = w.organisation_id and d.webhook_id = w.id and d.state = 'waiting' and (w.enabled
              or d.type = {TestWebhook.EventType})) d
            where w.organisation_id = {caller.OrganisationId} and d.at is not null
            """).ReadAsync(db, row => (WebhookId: row.GetGuid(0), Failing: row.GetBoolean(1), At: row.GetFieldValue<DateTimeOffset>(2)),
              cancellationToken);
        return new EventsToSend([.. waiting.Where(w => w.At <= at).Select(w => (w.WebhookId, w.Failing))], waiting.Count == 0
            ? null : waiting.Min(w => w.At));
    }
}
