using System.Text;
using MimeKit;
using MimeKit.Text;

namespace PartnershipEquality.Api.Outside.Mail;

/// <summary>A mail as it stands on the wire and in a file: one message, whichever way it leaves.</summary>
public static class MimeMail
{
    /// <summary>Lines end as RFC 5322 demands, and every header is ASCII: few mail servers take more.</summary>
    public static FormatOptions Format { get; } = Formatting();

    public static MimeMessage From(OutgoingMail mail, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var message = new MimeMessage { Date = at.ToUniversalTime(), Body = Body(mail) };
        message.Headers.Replace(Subject(mail.Subject));
        message.Headers.Replace(HeaderId.MessageId, mail.MessageId);
        message.From.Add(new MailboxAddress(Encoding.UTF8, mail.FromName, mail.From));
        message.To.Add(new MailboxAddress(Encoding.UTF8, mail.ToName, mail.To));
        if (mail.ReplyTo is not null)
        {
            message.ReplyTo.Add(new MailboxAddress(null, mail.ReplyTo));
        }

        if (mail.UnsubscribeAddress is not null)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{mail.UnsubscribeAddress}/leave>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        // RFC 3834: keeps out-of-office replies from answering a program.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    private static Header Subject(string words)
    {
        var subject = new Header(HeaderId.Subject, "");
        subject.SetValue(Format, Encoding.UTF8, words);
        return subject;
    }

    private static MultipartAlternative Body(OutgoingMail mail) => new(Part(TextFormat.Plain, mail.Text), Part(TextFormat.Html, mail.Html))
    {
        // The same on every attempt. The parts are Base64, which has no "=_": it cannot occur in them.
        Boundary = "=_" + Convert.ToHexStringLower(Encoding.ASCII.GetBytes(mail.MessageId))[..Math.Min(40, mail.MessageId.Length * 2)],
    };

    private static TextPart Part(TextFormat format, string content)
    {
        var part = new TextPart(format) { ContentTransferEncoding = ContentEncoding.Base64 };
        part.SetText(Encoding.UTF8, content.ReplaceLineEndings("\r\n"));
        return part;
    }

    private static FormatOptions Formatting()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        // An encoded word may come out longer than the line that it was meant for; this leaves it room within 78 characters.
        format.MaxLineLength = 60;
        return format;
    }
}
