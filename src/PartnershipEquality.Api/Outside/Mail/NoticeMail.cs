using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PartnershipEquality.Api.Outside.Mail;

/// <summary>What the equality lead is told of an address that takes no mail.</summary>
/// <param name="OrganisationName">Whose lead it is.</param>
/// <param name="LeadName">Who is told.</param>
/// <param name="Name">Whom mail could not reach.</param>
/// <param name="Address">The address that was refused.</param>
/// <param name="Said">What the other side said.</param>
/// <param name="Day">When.</param>
/// <param name="Posts">The posts that the person holds.</param>
/// <param name="Reminders">The mail carried reminders, which are owed again.</param>
/// <param name="PostsLink">Where posts and their holders are.</param>
public sealed record RefusedNotice(
    string OrganisationName, string LeadName, string Name, string Address, string Said, DateOnly Day, IReadOnlyList<string> Posts, bool Reminders, string PostsLink);

/// <summary>Writes a notice as e-mail, in plain text and in HTML that say the same; without images, every colour at 7:1 or more.</summary>
public static class NoticeMail
{
    private const string Ink = "color:#0b0c0c";
    private const string Quiet = "color:#454f54";
    private const string Normal = $"margin:0 0 12px;font-size:18px;line-height:1.5;{Ink}";

    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static RenderedDigest Render(RefusedNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var title = $"Reminders cannot reach {OneLine(notice.Name)}";
        var happened = $"On {notice.Day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)} a message from {OneLine(notice.OrganisationName)} to {OneLine(notice.Name)} at {OneLine(notice.Address)} was refused. No message to that address can arrive.";
        var said = OneLine(notice.Said);
        var next = notice.Reminders
            ? "Nothing is lost: what the message said goes to a deputy or to you with the next working day's reminders, and so does all that follows until this is put right."
            : "Until this is put right, what is meant for this address goes to a deputy or to you.";
        var ask = notice.Posts.Count == 0
            ? "Please correct the address."
            : $"Please correct the address, or name another holder for: {string.Join("; ", notice.Posts.Select(OneLine))}.";
        var closing = $"Sent on behalf of {OneLine(notice.OrganisationName)}. You get this once for each address that is refused.";
        return new RenderedDigest($"{title}: the address was refused", Text(notice, title, happened, said, next, ask, closing), Html(notice, title, happened, said, next, ask, closing));
    }

    private static string Text(RefusedNotice notice, string title, string happened, string said, string next, string ask, string closing)
    {
        var text = new StringBuilder().AppendLine(title).AppendLine().AppendLine($"Dear {OneLine(notice.LeadName)},").AppendLine().AppendLine(happened).AppendLine();
        if (said.Length > 0)
        {
            text.AppendLine($"The mail server said: {said}").AppendLine();
        }

        Heading(text, "What happens now").AppendLine(next).AppendLine();
        Heading(text, "What we ask of you").AppendLine(ask).AppendLine().AppendLine($"Your posts and their holders: {notice.PostsLink}").AppendLine();
        return text.AppendLine("-- ").AppendLine(closing).ToString().ReplaceLineEndings("\n");
    }

    private static string Html(RefusedNotice notice, string title, string happened, string said, string next, string ask, string closing) => $"""
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light">
        <title>{E(title)}</title>
        </head>
        <body style="margin:0;padding:0;background:#ffffff">
        <main style="max-width:640px;margin:0 auto;padding:20px 16px;font-family:Arial,Helvetica,sans-serif;overflow-wrap:anywhere;{Ink}">
        <h1 style="margin:0 0 16px;font-size:26px;line-height:1.25;{Ink}">{E(title)}</h1>
        <p style="{Normal}">Dear {E(OneLine(notice.LeadName))},</p>
        <p style="{Normal}">{E(happened)}</p>
        {(said.Length > 0 ? $"<p style=\"margin:0 0 12px;padding:0 0 0 14px;border-left:4px solid #942514;font-size:16px;line-height:1.5;{Ink}\">The mail server said: {E(said)}</p>" : "")}
        <h2 style="margin:24px 0 8px;font-size:22px;line-height:1.3;{Ink}">What happens now</h2>
        <p style="{Normal}">{E(next)}</p>
        <h2 style="margin:24px 0 8px;font-size:22px;line-height:1.3;{Ink}">What we ask of you</h2>
        <p style="{Normal}">{E(ask)}</p>
        <p style="{Normal}"><a style="display:inline-block;padding:6px 0;font-weight:bold;color:#12436d;text-decoration:underline" href="{E(notice.PostsLink)}">Your posts and their holders</a></p>
        <p style="margin:24px 0 0;padding:12px 0 0;border-top:1px solid #454f54;font-size:16px;line-height:1.5;{Quiet}">{E(closing)}</p>
        </main>
        </body>
        </html>

        """.ReplaceLineEndings("\n");

    private static StringBuilder Heading(StringBuilder text, string heading) => text.AppendLine(heading.ToUpperInvariant()).AppendLine(new string('-', heading.Length));

    private static string OneLine(string value) => string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string E(string value) => _encoder.Encode(value);
}
