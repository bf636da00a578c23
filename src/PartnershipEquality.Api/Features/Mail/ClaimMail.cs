using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Outside.Mail;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;

namespace PartnershipEquality.Api.Features.Mail;

/// <summary>
/// Takes up the next mail that waits, and holds it for as long as handing it over can take. It is handed over after the
/// transaction: one that waited for somebody's mail server would hold up every reader of the feed.
/// </summary>
[ForTimetable]
public sealed record ClaimMail(DateTimeOffset At) : IRequest<MailClaim>;

/// <summary>The mail that was taken up, or what is left when there was none to take.</summary>
public sealed record MailClaim(ClaimedMail? Mail, MailsLeft? Left)
{
    /// <summary>A worker that says nothing for so long after the other side must have answered has died.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(15);

    /// <summary>By the clock of the moment, whatever day the mail is tried as on.</summary>
    internal static ClaimedMail Hold(OutboxMail mail, IMailTransport? transport, DateTimeOffset now)
    {
        (mail.Claim, mail.ClaimedUntil) = (Guid.NewGuid(), now + (transport?.Patience ?? TimeSpan.Zero) + Slack);
        return new ClaimedMail(mail.Id, mail.Claim.Value, transport, mail);
    }
}

/// <summary>A mail to be handed over now, or to be asked about.</summary>
/// <param name="Claim">Names the try: only whoever took it up notes what it came to.</param>
/// <param name="Transport">By which way the organisation's mail leaves; none where it was taken away since this one left.</param>
/// <param name="Mail">As it stood when it was taken; read alone.</param>
public sealed record ClaimedMail(Guid Id, Guid Claim, IMailTransport? Transport, OutboxMail Mail);

/// <summary>What an organisation's outbox holds still.</summary>
/// <param name="Waiting">How many mails wait.</param>
/// <param name="NextAt">When there is more to do: a mail to try, or one to ask about; null when there is nothing.</param>
/// <param name="ToCheck">Mails were handed over whose fate can be asked for now.</param>
/// <param name="Stopped">Why no mail of the organisation can leave just now; null while it can.</param>
public sealed record MailsLeft(int Waiting, DateTimeOffset? NextAt, bool ToCheck, string? Stopped = null)
{
    private const int LongestError = 500;

    private static readonly TimeSpan WithoutAWay = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan AnothersJustNow = TimeSpan.FromMinutes(1);

    internal static async Task<MailsLeft> ReadAsync(EqualityDb db, Guid me, DateTimeOffset at, bool canSend, string? stopped,
        CancellationToken ct)
    {
        // A mail that another worker holds is its own until its claim ends.
        var (waiting, send, ask) = (await new Sql($"""
            select count(*) filter (where state = 'waiting')::int, min(greatest(next_at, claimed_until)) filter (where state = 'waiting'),
              min(greatest(poll_at, claimed_until)) filter (where poll_at is not null)
            from outbox where organisation_id = {me} and (state = 'waiting' or poll_at is not null)
            """).ReadAsync(db, row => (row.GetInt32(0), row.Maybe<DateTimeOffset>(1), row.Maybe<DateTimeOffset>(2)), ct)).Single();
        // What is due and was not taken up became so just now, or waits for a way out.
        var next = new[] { Later(send, canSend ? AnothersJustNow : WithoutAWay), Later(ask, AnothersJustNow) }.Min();
        return new MailsLeft(waiting, next, ask <= at, stopped);

        DateTimeOffset? Later(DateTimeOffset? moment, TimeSpan wait) => moment <= at ? at + wait : moment;
    }

    /// <summary>What the other side said, as far as there is room for it.</summary>
    internal static string Cut(string said) => said.Length > LongestError ? said[..LongestError] : said;
}

internal sealed class ClaimMailHandler(EqualityDb db, Caller caller, MailWay way, TimeProvider time) : IRequestHandler<ClaimMail, MailClaim>
{
    public async Task<MailClaim> Handle(ClaimMail request, CancellationToken cancellationToken)
    {
        var (me, now) = (caller.OrganisationId, time.GetUtcNow());
        var transport = await way.OfAsync(db, me, cancellationToken);
        var mail = transport is null ? null : await db.Outbox.FromSql($"""
            select * from outbox where organisation_id = {me} and state = 'waiting' and next_at <= {request.At}
              and (claimed_until is null or claimed_until <= {now})
            order by next_at, id limit 1 for update skip locked
            """).SingleOrDefaultAsync(cancellationToken);
        return transport is null || mail is null
            ? new MailClaim(null, await MailsLeft.ReadAsync(db, me, request.At, transport is not null, null, cancellationToken))
            : new MailClaim(MailClaim.Hold(mail, transport, now), null);
    }
}
