using System.Net.Mail;

namespace PartnershipEquality.Api.Outside.Mail;

/// <summary>
/// One message to one person. Making it proves it fit to be sent: addresses are addresses, and nothing that goes
/// into a header holds a line break, so no text of a user's can add a header of its own.
/// </summary>
public sealed record OutgoingMail
{
    private const int LongestHeaderText = 900;

    /// <param name="messageId">As RFC 5322 has it, with its angle brackets; the same on every attempt.</param>
    /// <param name="from">The sender's address.</param>
    /// <param name="fromName">The sender's name.</param>
    /// <param name="replyTo">Where answers go; null for the sender's address.</param>
    /// <param name="to">The recipient's address.</param>
    /// <param name="toName">The recipient's name.</param>
    /// <param name="subject">The subject line.</param>
    /// <param name="text">The plain text part.</param>
    /// <param name="html">The HTML part, saying the same.</param>
    public OutgoingMail(
        string messageId, string from, string fromName, string? replyTo, string to, string toName, string subject, string text, string html)
    {
        MessageId = IsMessageId(messageId) ? messageId : throw Unfit("The Message-ID is not one.");
        From = IsAddress(from) ? from : throw Unfit("The sender's address is not an e-mail address.");
        ReplyTo = replyTo is null || IsAddress(replyTo) ? replyTo : throw Unfit("The reply-to address is not an e-mail address.");
        To = IsAddress(to)
            ? to : throw new MailRefusedException(true, MailFault.Address, "The recipient's address is not an e-mail address.");
        FromName = OneLine(fromName, "sender's name");
        ToName = OneLine(toName, "recipient's name");
        Subject = OneLine(subject, "subject");
        Text = text;
        Html = html;
    }

    public string MessageId { get; }

    public string From { get; }

    public string FromName { get; }

    public string? ReplyTo { get; }

    public string To { get; }

    public string ToName { get; }

    public string Subject { get; }

    public string Text { get; }

    public string Html { get; }

    /// <summary>Where the recipient stops such messages, by one click too (RFC 8058); none for what cannot be stopped.</summary>
    public string? UnsubscribeAddress
    {
        get; init =>
        field = value is null
            || Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && value.All(char.IsAscii)
                && !value.Any(c => char.IsControl(c) || c is '<' or '>' or ' ')
                    ? value : throw Unfit("The address for leaving is not one.");
    }

    /// <summary>An address that mail can be sent to, as far as its spelling tells.</summary>
    public static bool IsAddress(string value) =>
        // The framework also reads "Name <address>" and quoted forms: only the bare address itself is meant here. Letters
        // outside ASCII before the @ would need a mail server that few have; after it they travel as punycode.
        !value.Any(character => char.IsControl(character) || char.IsWhiteSpace(character) || character is '"' or '<' or '>' or ',')
        && MailAddress.TryCreate(value, out var address)
        && address.Address == value
        && address.User.All(char.IsAscii);

    private static bool IsMessageId(string value) =>
        value is ['<', .. { Length: > 2 and < 250 } inner, '>']
        && inner.Count(character => character == '@') == 1
        && inner[0] != '@'
        && inner[^1] != '@'
        && inner.All(character => char.IsAsciiLetterOrDigit(character) || character is '@' or '.' or '-' or '_' or '+' or '=');

    private static string OneLine(string value, string what) =>
        value.Any(char.IsControl) || value.Any(character => character is '\u2028' or '\u2029')
            ? throw Unfit($"The {what} holds a line break or another control character.")
        : value.Length > LongestHeaderText ? throw Unfit($"The {what} is longer than {LongestHeaderText} characters.")
        : value;

    private static MailRefusedException Unfit(string reason) => new(permanent: true, MailFault.Message, reason);
}
