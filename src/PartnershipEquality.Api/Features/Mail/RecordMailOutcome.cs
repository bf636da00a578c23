using MediatR;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Outside.Mail;
using PartnershipEquality.Api.Outside.Mail.Notify;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain.Mail;

namespace PartnershipEquality.Api.Features.Mail;

/// <summary>Notes what became of a mail that was handed over, and what follows from it; nothing when another has the mail by now.</summary>
[ForTimetable]
public sealed record RecordMailOutcome(ClaimedMail Taken, FateTold Told, DateTimeOffset At) : IRequest<MailNoted>;

internal sealed class RecordMailOutcomeHandler(EqualityDb db, Caller caller, MailOptions options, PublicAddress links)
    : IRequestHandler<RecordMailOutcome, MailNoted>
{
    public async Task<MailNoted> Handle(RecordMailOutcome request, CancellationToken cancellationToken)
    {
        var (told, me) = (request.Told, caller.OrganisationId);
        if (await MailClaims.EndAsync(db, me, request.Taken, cancellationToken) is not { } mail)
        {
            return new MailNoted(false, null);
        }

        if (told.Refused is { } away)
        {
            return new MailNoted(false, await MailsLeft.ReadAsync(db, me, request.At, canSend: true, away.Message, cancellationToken));
        }

        await SettleAsync(mail, told.Fate, request.At, cancellationToken);
        return new MailNoted(true, null);
    }

    private async Task SettleAsync(OutboxMail mail, MailOutcome fate, DateTimeOffset at, CancellationToken ct)
    {
        mail.PollAt = null;
        switch (fate)
        {
            case MailOutcome.Delivered:
                mail.DeliveredAt = at;
                break;
            case MailOutcome.OnItsWay:
                mail.PollAt = MailFollowing.NextAt(mail.SentAt ?? at, at);
                mail.LastError = mail.PollAt is null ? "Notify did not say within 72 hours whether it arrived." : null;
                break;
            case MailOutcome.AddressRefused:
                (mail.State, mail.LastError) = (MailState.Failed, "permanent-failure: the address takes no mail.");
                await RefusedAddress.MarkAsync(db, caller, options, links, mail, at, ct);
                break;
            case MailOutcome.NotDelivered when MailRetries.WaitAfter(mail.Attempts) is { } wait:
                (mail.State, mail.NextAt, mail.LastError) = (MailState.Waiting, at + wait, "Notify could not deliver it this time.");
                break;
            case MailOutcome.NotDelivered:
                (mail.State, mail.LastError) = (MailState.Failed, "Notify could not deliver it, however often it was tried.");
                break;
            default:
                mail.LastError = "Notify knows nothing of it any more.";
                break;
        }
    }
}
