using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace PartnershipEquality.Api.Outside.Mail;

/// <summary>A message as it stands in a file or on the wire: RFC 5322 and MIME, ASCII only, lines ended by CR LF.</summary>
public static class MimeText
{
    // A line with an encoded word is at most 76 characters (RFC 2047): 39 bytes make 52 of Base64, beside frame and header name.
    private const int BytesPerEncodedWord = 39;

    public static string Of(OutgoingMail mail, DateTimeOffset at)
    {
        // The content is Base64, which has no "=_": the boundary cannot occur in it.
        var boundary = "=_" + Convert.ToHexStringLower(Encoding.ASCII.GetBytes(mail.MessageId))[..Math.Min(40, mail.MessageId.Length * 2)];
        var text = new StringBuilder()
            .Header("Date", at.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture))
            .Header("From", Address(mail.From, mail.FromName))
            .Header("To", Address(mail.To, mail.ToName));
        if (mail.ReplyTo is not null)
        {
            text.Header("Reply-To", Address(mail.ReplyTo, ""));
        }

        if (mail.LeaveAddress is not null)
        {
            text.Header("List-Unsubscribe", $"<{mail.LeaveAddress}/leave>").Header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        text.Header("Subject", Words(mail.Subject))
            .Header("Message-ID", mail.MessageId)
            .Header("Auto-Submitted", "auto-generated")
            .Header("MIME-Version", "1.0")
            .Header("Content-Type", $"multipart/alternative;\r\n boundary=\"{boundary}\"")
            .Line();
        foreach (var (type, content) in new[] { ("text/plain", mail.Text), ("text/html", mail.Html) })
        {
            text.Line($"--{boundary}")
                .Header("Content-Type", $"{type}; charset=utf-8")
                .Header("Content-Transfer-Encoding", "base64")
                .Line()
                .Line(Base64Lines(content));
        }

        return text.Line($"--{boundary}--").ToString();
    }

    private static StringBuilder Header(this StringBuilder text, string name, string value) => text.Line($"{name}: {value}");

    private static StringBuilder Line(this StringBuilder text, string line = "") => text.Append(line).Append("\r\n");

    private static string Base64Lines(string content) => string.Join(
        "\r\n",
        Convert.ToBase64String(Encoding.UTF8.GetBytes(content.ReplaceLineEndings("\r\n"))).Chunk(76).Select(line => new string(line)));

    // A domain outside ASCII travels as punycode; the framework's own type knows how.
    private static string Address(string address, string name)
    {
        var parsed = new MailAddress(address);
        var ascii = $"{parsed.User}@{new IdnMapping().GetAscii(parsed.Host)}";
        return name.Length == 0 ? ascii : $"{Words(name)}\r\n <{ascii}>";
    }

    // Encoding whatever is not plain letters and digits leaves no quoting rules to get wrong.
    private static string Words(string value)
    {
        if (value.Length <= 60 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-'))
        {
            return value;
        }

        List<string> words = [];
        var word = new StringBuilder();
        var bytes = 0;
        foreach (var rune in value.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > BytesPerEncodedWord)
            {
                words.Add(word.ToString());
                word.Clear();
                bytes = 0;
            }

            word.Append(rune);
            bytes += rune.Utf8SequenceLength;
        }

        words.Add(word.ToString());
        return string.Join("\r\n ", words.Select(part => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(part))}?="));
    }
}
