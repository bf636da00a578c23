using PartnershipEquality.Api.Outside.Mail;
using PartnershipEquality.Api.Outside.Mail.Notify;

namespace PartnershipEquality.Api.Features.Mail;

/// <summary>What the other side said to a mail: it took it, under the name by which it can be asked about, or it refused.</summary>
public sealed record HandedOver(string? SentAs, MailRefusedException? Refused);

/// <summary>What the other side said became of a mail, or why it could not be asked.</summary>
public sealed record FateTold(MailOutcome Fate, MailRefusedException? Refused);

/// <summary>Speaks to the other side about a mail that was taken up. No transaction is open while it does.</summary>
public sealed class MailHandOver(MailWay way, MailOptions options)
{
    public async Task<HandedOver> SendAsync(ClaimedMail taken, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(taken);
        var mail = taken.Mail;
        try
        {
            var outgoing = new OutgoingMail(mail.MessageId, way.From, mail.FromName, mail.ReplyTo
                ?? options.ReplyTo, mail.ToAddress, mail.ToName, mail.Subject, mail.Text, mail.Html)
            {
                UnsubscribeAddress = mail.UnsubscribeAddress,
            };
            return new HandedOver(await taken.Transport!.SendAsync(outgoing, ct), null);
        }
        catch (MailRefusedException refused)
        {
            return new HandedOver(null, refused);
        }
    }

    /// <summary>An account that was taken away takes its answers with it.</summary>
    public static async Task<FateTold> AskAsync(ClaimedMail taken, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(taken);
        try
        {
            return new FateTold(taken.Transport is NotifyTransport notify
                ? await notify.AskAsync(taken.Mail.SentAs!, ct) : MailOutcome.Unknown, null);
        }
        catch (MailRefusedException away)
        {
            return new FateTold(MailOutcome.Unknown, away);
        }
    }
}
