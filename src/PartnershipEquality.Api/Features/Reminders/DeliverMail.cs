using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Hosting;
using PartnershipEquality.Api.Outside.Mail;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Api.Features.Reminders;

/// <summary>
/// Hands over one waiting mail. One a transaction: a process killed between the mail server's yes and our commit
/// repeats that one and no other.
/// </summary>
[ForTimetable]
public sealed record DeliverMail(DateTimeOffset At) : IRequest<Delivery>;

/// <summary>What became of the mail that was taken up.</summary>
/// <param name="Handled">A mail was taken up; ask again for the next.</param>
/// <param name="Sent">It was handed over.</param>
/// <param name="Waiting">How many wait still; counted when none was taken up.</param>
/// <param name="NextAt">When the earliest of those is to be tried; null when none waits.</param>
public sealed record Delivery(bool Handled, bool Sent, int Waiting, DateTimeOffset? NextAt);

internal sealed class DeliverMailHandler(EqualityDb db, Caller caller, MailRoute route, MailOptions options) : IRequestHandler<DeliverMail, Delivery>
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(15);

    public async Task<Delivery> Handle(DeliverMail request, CancellationToken cancellationToken)
    {
        var me = caller.OrganisationId;
        var mail = route.Transport is null ? null : await db.Outbox.FromSql($"""
            select * from outbox where organisation_id = {me} and state = 'waiting' and next_at <= {request.At}
            order by next_at, id limit 1 for update skip locked
            """).SingleOrDefaultAsync(cancellationToken);
        if (mail is null)
        {
            var waiting = db.Outbox.Where(m => m.OrganisationId == me && m.State == MailState.Waiting);
            var (count, next) = (await waiting.CountAsync(cancellationToken), await waiting.MinAsync(m => (DateTimeOffset?)m.NextAt, cancellationToken));
            // What is due and not taken up is another worker's just now, or waits for a way out.
            return new Delivery(false, false, count, next is { } at && at <= request.At ? request.At + LookAgain : next);
        }

        mail.Attempts++;
        try
        {
            await route.Transport!.SendAsync(
                new OutgoingMail(mail.MessageId, options.From, mail.FromName, mail.ReplyTo ?? options.ReplyTo, mail.ToAddress, mail.ToName, mail.Subject, mail.Text, mail.Html) { LeaveAddress = mail.LeaveAddress }, cancellationToken);
            (mail.State, mail.SentAt, mail.LastError) = (MailState.Sent, request.At, null);
        }
        catch (MailRefusedException refused)
        {
            mail.LastError = refused.Message.Length > 500 ? refused.Message[..500] : refused.Message;
            if (!refused.Permanent && MailRetries.WaitAfter(mail.Attempts) is { } wait)
            {
                mail.NextAt = request.At + wait;
            }
            else
            {
                mail.State = MailState.Failed;
                await GiveBackAsync(mail, refused.AddressRefused, request.At, cancellationToken);
            }
        }

        return new Delivery(true, mail.State == MailState.Sent, 0, null);
    }

    /// <summary>What an address can never take is owed again, and the next working day's digest finds a deputy or the lead for it.</summary>
    private async Task GiveBackAsync(OutboxMail mail, bool addressRefused, DateTimeOffset at, CancellationToken ct)
    {
        if (addressRefused)
        {
            await db.Database.ExecuteSqlAsync($"update people set refused_at = {at} where authority_id = {mail.OrganisationId} and lower(address) = {mail.ToAddress}", ct);
            await db.Database.ExecuteSqlAsync(
                $"update reminders set state = 'owed', digest_id = null, why = 'the address was refused' where organisation_id = {mail.OrganisationId} and digest_id = {mail.DigestId}", ct);
        }
    }
}
