using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Mail;

/// <param name="MailId">The mail's id.</param>
[Writes(Permission.SettingsManage)]
public sealed record SendMailAgain(Guid MailId) : IRequest<MailDetail>;

internal sealed class SendMailAgainHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<SendMailAgain, MailDetail>
{
    public async Task<MailDetail> Handle(SendMailAgain request, CancellationToken cancellationToken)
    {
        // A worker that hands it over just now keeps its claim: its yes or no decides, and nobody else takes the mail up meanwhile.
        var mail = await db.Outbox.FromSql($"""
            select * from outbox where organisation_id = {caller.OrganisationId} and id = {request.MailId} for update
            """).SingleOrDefaultAsync(cancellationToken)
            ?? throw Refusal.NotFound("mail");
        if (mail.State == MailState.Sent)
        {
            throw Refusal.Conflict("mail-sent", "The mail has been handed over; nobody is written to twice.");
        }

        if (mail.GivenBack)
        {
            throw Refusal.Conflict("mail-given-back",
                "What the mail said is owed again and goes out with the next digests. Correct the person's address, or name another holder.");
        }

        (mail.State, mail.NextAt, mail.Attempts) = (MailState.Waiting, time.GetUtcNow(), 0);
        await WorkDue.WakeAsync(db, caller.OrganisationId, WorkKind.Deliver, mail.NextAt, cancellationToken);
        log.Own("mail.send_asked", $"outbox/{mail.Id}", 1);
        return MailDetail.From(mail);
    }
}
