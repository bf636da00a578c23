using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Outside.Mail;
using PartnershipEquality.Api.Outside.Mail.Notify;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain.Mail;

namespace PartnershipEquality.Api.Features.Mail;

/// <summary>Asks what became of one mail that was handed over, where the way it went can tell.</summary>
[ForTimetable]
public sealed record CheckMail(DateTimeOffset At) : IRequest<Delivery>;

internal sealed class CheckMailHandler(EqualityDb db, Caller caller, MailWay way, MailOptions options, PublicAddress links) : IRequestHandler<CheckMail, Delivery>
{
    public async Task<Delivery> Handle(CheckMail request, CancellationToken cancellationToken)
    {
        var (me, at) = (caller.OrganisationId, request.At);
        var transport = await way.OfAsync(db, me, cancellationToken);
        var mail = await db.Outbox.FromSql($"""
            select * from outbox where organisation_id = {me} and poll_at <= {at}
            order by poll_at, id limit 1 for update skip locked
            """).SingleOrDefaultAsync(cancellationToken);
        if (mail is null)
        {
            return await OutboxLeft.ReadAsync(db, me, at, transport is not null, null, cancellationToken);
        }

        try
        {
            // An account that was taken away takes its answers with it.
            var fate = transport is NotifyTransport notify ? await notify.AskAsync(mail.SentAs!, cancellationToken) : MailFate.Unknown;
            await SettleAsync(mail, fate, at, cancellationToken);
            return new Delivery(true, false, 0, null);
        }
        catch (MailRefusedException away)
        {
            return await OutboxLeft.ReadAsync(db, me, at, canSend: true, away.Message, cancellationToken);
        }
    }

    private async Task SettleAsync(OutboxMail mail, MailFate fate, DateTimeOffset at, CancellationToken ct)
    {
        mail.PollAt = null;
        switch (fate)
        {
            case MailFate.Delivered:
                mail.DeliveredAt = at;
                break;
            case MailFate.OnItsWay:
                mail.PollAt = MailFollowing.NextAt(mail.SentAt ?? at, at);
                mail.LastError = mail.PollAt is null ? "Notify did not say within 72 hours whether it arrived." : null;
                break;
            case MailFate.AddressRefused:
                (mail.State, mail.LastError) = (MailState.Failed, "permanent-failure: the address takes no mail.");
                await RefusedAddress.MarkAsync(db, caller, options, links, mail, at, ct);
                break;
            case MailFate.NotDelivered when MailRetries.WaitAfter(mail.Attempts) is { } wait:
                (mail.State, mail.NextAt, mail.LastError) = (MailState.Waiting, at + wait, "Notify could not deliver it this time.");
                break;
            case MailFate.NotDelivered:
                (mail.State, mail.LastError) = (MailState.Failed, "Notify could not deliver it, however often it was tried.");
                break;
            default:
                mail.LastError = "Notify knows nothing of it any more.";
                break;
        }
    }
}
