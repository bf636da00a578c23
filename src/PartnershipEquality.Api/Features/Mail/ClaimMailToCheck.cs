using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;

namespace PartnershipEquality.Api.Features.Mail;

/// <summary>Takes up a mail that was handed over and whose fate can be asked for now; it is asked after the transaction.</summary>
[ForTimetable]
public sealed record ClaimMailToCheck(DateTimeOffset At) : IRequest<MailClaim>;

internal sealed class ClaimMailToCheckHandler(EqualityDb db, Caller caller, MailWay way, TimeProvider time)
    : IRequestHandler<ClaimMailToCheck, MailClaim>
{
    public async Task<MailClaim> Handle(ClaimMailToCheck request, CancellationToken cancellationToken)
    {
        var (me, at, now) = (caller.OrganisationId, request.At, time.GetUtcNow());
        var transport = await way.OfAsync(db, me, cancellationToken);
        var mail = await db.Outbox.FromSql($"""
            select * from outbox where organisation_id = {me} and poll_at <= {at} and (claimed_until is null or claimed_until <= {now})
            order by poll_at, id limit 1 for update skip locked
            """).SingleOrDefaultAsync(cancellationToken);
        return mail is null
            ? new MailClaim(null, await MailsLeft.ReadAsync(db, me, at, transport is not null, null, cancellationToken))
            : new MailClaim(MailClaim.Hold(mail, transport, now), null);
    }
}
