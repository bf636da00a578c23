using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Features.Changes;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.ChangeLog;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Features.Webhooks;

/// <summary>
/// Makes a delivery of each event of the feed that an address is to be sent, and moves the address on behind it, both in
/// one transaction: an event becomes one delivery, whoever falls in between. Answers whether there is more to read.
/// </summary>
[ForTimetable]
public sealed record FanOutEvents : IRequest<bool>
{
    public const int AtOnce = 500;
}

internal sealed class FanOutEventsHandler(EqualityDb db, Caller caller, TimeProvider time) : IRequestHandler<FanOutEvents, bool>
{
    public async Task<bool> Handle(FanOutEvents request, CancellationToken cancellationToken)
    {
        var (me, at, more) = (caller.OrganisationId, time.GetUtcNow(), false);
        // Whoever makes deliveries beside this one waits, and then finds the address moved on.
        var webhooks = await db.Webhooks.FromSql($"""
            select * from webhooks where organisation_id = {me} and enabled order by id for no key update
            """).ToListAsync(cancellationToken);
        foreach (var webhook in webhooks)
        {
            var types = webhook.EventTypes.Count == 0
                ? null : webhook.EventTypes.SelectMany(t => ChangeTypes.Named(t) ?? []).Distinct().ToList();
            var page = await ChangeFeed.ReadAsync(db, me, webhook.Served, FanOutEvents.AtOnce, types, cancellationToken);
            await ManyRows.InsertAsync(db, page.Rows.Select(row => new WebhookDelivery
            {
                Id = Uuid.New(),
                OrganisationId = me,
                WebhookId = webhook.Id,
                EventId = row.Position.EventId,
                Type = row.Type,
                Subject = row.Subject,
                Body = EventBody.Of(ChangeEvent.From(row, me)),
                NextAt = at,
                CreatedAt = at,
            }), cancellationToken);
            // A place that is gone is no fault of the address: it goes on from where the feed now begins.
            webhook.Served = page.Reached;
            more |= page.More;
        }

        return more;
    }
}
