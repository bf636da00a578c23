using MediatR;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.ChangeLog;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Features.Changes;

/// <summary>
/// Looks after an organisation's feed: tells of memberships that began or ended with a day, since nobody does anything on
/// it, and forgets what has been kept long enough, some at a time. Answers whether there is more to forget.
/// </summary>
[ForTimetable]
public sealed record TrimChangeFeed : IRequest<bool>
{
    /// <summary>Soon after midnight in London, when a membership's last day is over.</summary>
    public static readonly TimeOnly DoneAt = new(0, 10);

    public const int AtOnce = 5_000;
}

internal sealed class TrimChangeFeedHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<TrimChangeFeed, bool>
{
    public async Task<bool> Handle(TrimChangeFeed request, CancellationToken cancellationToken)
    {
        await TellMembershipsAsync(cancellationToken);
        return await ChangeFeed.ForgetAsync(db, caller.OrganisationId, time.GetUtcNow() - ChangeFeed.Kept, TrimChangeFeed.AtOnce,
            cancellationToken);
    }

    private async Task TellMembershipsAsync(CancellationToken ct)
    {
        var (me, today) = (caller.OrganisationId, LondonDay.Of(time.GetUtcNow()));
        var memberships = await new Sql($"""
            select m.other, m.from_on, m.to_on,
              exists (select from changes c
              where c.organisation_id = {me} and c.subject = 'organisations/' || m.other and c.type = 'membership.began'
              and c.after ->> 'fromOn' = m.from_on::text),
              exists (select from changes c
              where c.organisation_id = {me} and c.subject = 'organisations/' || m.other and c.type = 'membership.revoked'
              and c.after ->> 'fromOn' = m.from_on::text)
            from (
              select case when authority_id = {me} then partnership_id else authority_id end as other, from_on, to_on
              from memberships where (authority_id = {me} or partnership_id = {me}) and from_on <= {today}) m
            order by m.from_on, m.other
            """).ReadAsync(db, r => (Other: r.GetGuid(0), FromOn: r.GetFieldValue<DateOnly>(1), ToOn: r.Maybe<DateOnly>(2),
              BeganTold: r.GetBoolean(3), EndTold: r.GetBoolean(4)), ct);
        foreach (var (other, fromOn, toOn, beganTold, endTold) in memberships)
        {
            if (!beganTold)
            {
                log.Own("membership.began", $"organisations/{other}", 1, null, new { fromOn });
            }

            if (toOn < today && !endTold)
            {
                log.Own("membership.revoked", $"organisations/{other}", 1, null, new { fromOn, toOn });
            }
        }
    }
}
