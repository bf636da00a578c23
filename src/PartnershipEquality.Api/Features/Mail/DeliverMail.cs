using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Outside.Mail;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain.Mail;

namespace PartnershipEquality.Api.Features.Mail;

/// <summary>
/// Hands over one waiting mail. One a transaction: a process killed between the mail server's yes and our commit
/// repeats that one and no other.
/// </summary>
[ForTimetable]
public sealed record DeliverMail(DateTimeOffset At) : IRequest<Delivery>;

/// <summary>What became of the mail that was taken up, and what is left.</summary>
/// <param name="Handled">A mail was taken up; ask again for the next.</param>
/// <param name="Sent">It was handed over.</param>
/// <param name="Waiting">How many wait still; counted when none was taken up.</param>
/// <param name="NextAt">When there is more to do: a mail to try, or one to ask about; null when there is nothing.</param>
/// <param name="ToCheck">Mails were handed over whose fate can be asked for now.</param>
/// <param name="Stopped">Why no mail of the organisation can leave just now; null while it can.</param>
public sealed record Delivery(bool Handled, bool Sent, int Waiting, DateTimeOffset? NextAt, bool ToCheck = false, string? Stopped = null);

internal sealed class DeliverMailHandler(EqualityDb db, Caller caller, MailWay way, MailOptions options, PublicAddress links) : IRequestHandler<DeliverMail, Delivery>
{
    public async Task<Delivery> Handle(DeliverMail request, CancellationToken cancellationToken)
    {
        var me = caller.OrganisationId;
        var transport = await way.OfAsync(db, me, cancellationToken);
        var mail = transport is null ? null : await db.Outbox.FromSql($"""
            select * from outbox where organisation_id = {me} and state = 'waiting' and next_at <= {request.At}
            order by next_at, id limit 1 for update skip locked
            """).SingleOrDefaultAsync(cancellationToken);
        if (transport is null || mail is null)
        {
            return await OutboxLeft.ReadAsync(db, me, request.At, transport is not null, null, cancellationToken);
        }

        try
        {
            mail.SentAs = await transport.SendAsync(
                new OutgoingMail(mail.MessageId, way.From, mail.FromName, mail.ReplyTo ?? options.ReplyTo, mail.ToAddress, mail.ToName, mail.Subject, mail.Text, mail.Html) { LeaveAddress = mail.LeaveAddress }, cancellationToken);
            mail.Attempts++;
            (mail.State, mail.SentAt, mail.SentBy, mail.LastError) = (MailState.Sent, request.At, transport.Name, null);
            mail.PollAt = mail.SentAs is null ? null : MailFollowing.FirstAt(request.At);
            return new Delivery(true, true, 0, null);
        }
        catch (MailRefusedException refused) when (refused.Fault == MailFault.Channel)
        {
            // Nothing was said about this mail, so it keeps its place and its tries; all of them wait for the way out.
            return await OutboxLeft.ReadAsync(db, me, request.At, canSend: true, refused.Message, cancellationToken);
        }
        catch (MailRefusedException refused)
        {
            mail.Attempts++;
            mail.LastError = OutboxLeft.Cut(refused.Message);
            if (!refused.Permanent && MailRetries.WaitAfter(mail.Attempts) is { } wait)
            {
                mail.NextAt = request.At + wait;
            }
            else
            {
                mail.State = MailState.Failed;
                if (refused.AddressRefused)
                {
                    await RefusedAddress.MarkAsync(db, caller, options, links, mail, request.At, cancellationToken);
                }
            }

            return refused.Fault == MailFault.Uncertain
                ? await OutboxLeft.ReadAsync(db, me, request.At, canSend: true, refused.Message, cancellationToken)
                : new Delivery(true, false, 0, null);
        }
    }
}

/// <summary>What an organisation's outbox holds still.</summary>
internal static class OutboxLeft
{
    private static readonly TimeSpan WithoutAWay = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan AnothersJustNow = TimeSpan.FromMinutes(1);

    public static async Task<Delivery> ReadAsync(EqualityDb db, Guid me, DateTimeOffset at, bool canSend, string? stopped, CancellationToken ct)
    {
        var (waiting, send, ask) = (await new Sql($"""
            select count(*) filter (where state = 'waiting')::int, min(next_at) filter (where state = 'waiting'), min(poll_at)
            from outbox where organisation_id = {me} and (state = 'waiting' or poll_at is not null)
            """).ReadAsync(db, row => (row.GetInt32(0), row.Maybe<DateTimeOffset>(1), row.Maybe<DateTimeOffset>(2)), ct)).Single();
        // What is due and was not taken up is another worker's just now, or waits for a way out.
        var next = new[] { Later(send, canSend ? AnothersJustNow : WithoutAWay), Later(ask, AnothersJustNow) }.Min();
        return new Delivery(false, false, waiting, next, ask <= at, stopped);

        DateTimeOffset? Later(DateTimeOffset? moment, TimeSpan wait) => moment <= at ? at + wait : moment;
    }

    /// <summary>What the other side said, as far as there is room for it.</summary>
    public static string Cut(string said) => said.Length > 500 ? said[..500] : said;
}
