using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Outside.Mail;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain.Mail;

namespace PartnershipEquality.Api.Features.Mail;

/// <summary>Notes what handing a mail over came to, and what follows from it; nothing when another has the mail by now.</summary>
[ForTimetable]
public sealed record RecordHandOver(ClaimedMail Taken, HandedOver Said, DateTimeOffset At) : IRequest<MailNoted>;

/// <summary>What became of the mail that was taken up.</summary>
/// <param name="Sent">It was handed over.</param>
/// <param name="Left">Why no other can leave just now, with what waits; null while the next can be taken up.</param>
public sealed record MailNoted(bool Sent, MailsLeft? Left);

/// <summary>The row of a mail that was taken up, as long as it is whoever took it up who asks.</summary>
internal static class MailClaims
{
    public static async Task<OutboxMail?> EndAsync(EqualityDb db, Guid me, ClaimedMail taken, CancellationToken ct)
    {
        var mail = await db.Outbox.FromSql($"""
            select * from outbox where organisation_id = {me} and id = {taken.Id} and claim = {taken.Claim} for update
            """).SingleOrDefaultAsync(ct);
        if (mail is not null)
        {
            (mail.Claim, mail.ClaimedUntil) = (null, null);
        }

        return mail;
    }
}

internal sealed class RecordHandOverHandler(EqualityDb db, Caller caller, MailOptions options, PublicAddress links)
    : IRequestHandler<RecordHandOver, MailNoted>
{
    public async Task<MailNoted> Handle(RecordHandOver request, CancellationToken cancellationToken)
    {
        var (taken, said, me) = (request.Taken, request.Said, caller.OrganisationId);
        if (await MailClaims.EndAsync(db, me, taken, cancellationToken) is not { } mail)
        {
            return new MailNoted(false, null);
        }

        if (said.Refused is not { } refused)
        {
            mail.Attempts++;
            (mail.State, mail.SentAt, mail.SentBy, mail.SentAs, mail.LastError) = (MailState.Sent, request.At, taken.Transport!.Name,
                said.SentAs, null);
            mail.PollAt = said.SentAs is null ? null : MailFollowing.FirstAt(request.At);
            return new MailNoted(true, null);
        }

        if (refused.Fault != MailFault.Channel)
        {
            await RefuseAsync(mail, refused, request.At, cancellationToken);
        }

        // Where nothing was said about this mail, it keeps its place and its tries; all of them wait for the way out.
        if (refused.Fault is not (MailFault.Channel or MailFault.Uncertain))
        {
            return new MailNoted(false, null);
        }

        return new MailNoted(false, await MailsLeft.ReadAsync(db, me, request.At, canSend: true, refused.Message, cancellationToken));
    }

    private async Task RefuseAsync(OutboxMail mail, MailRefusedException refused, DateTimeOffset at, CancellationToken ct)
    {
        mail.Attempts++;
        mail.LastError = MailsLeft.Cut(refused.Message);
        if (!refused.Permanent && MailRetries.WaitAfter(mail.Attempts) is { } wait)
        {
            mail.NextAt = at + wait;
            return;
        }

        mail.State = MailState.Failed;
        if (refused.AddressRefused)
        {
            await RefusedAddress.MarkAsync(db, caller, options, links, mail, at, ct);
        }
    }
}
