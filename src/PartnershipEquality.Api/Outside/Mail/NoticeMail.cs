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
    string OrganisationName, string LeadName, string Name, string Address, string Said, DateOnly Day, IReadOnlyList<string> Posts,
        bool Reminders, string PostsLink);

/// <summary>What an organisation is told of an address for its events that has been switched off.</summary>
/// <param name="OrganisationName">Whose events they are.</param>
/// <param name="Reader">Who is told.</param>
/// <param name="Host">Where the events went.</param>
/// <param name="Description">What the organisation calls it.</param>
/// <param name="Gone">It answered that it is gone; else every try failed for days.</param>
/// <param name="Said">What the last try came to.</param>
/// <param name="Day">When.</param>
/// <param name="Link">Where it can be looked at and switched on.</param>
public sealed record WebhookDisabledNotice(string OrganisationName, string Reader, string Host, string? Description, bool Gone, string Said,
    DateOnly Day, string Link);

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
        var happened = $"On {notice.Day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)} a message from " +
            $"{OneLine(notice.OrganisationName)} to {OneLine(notice.Name)} at {OneLine(notice.Address)} was refused. No message to that " +
            "address can arrive.";
        var next = notice.Reminders
            ? "Nothing is lost: what the message said goes to a deputy or to you with the next working day's reminders, and so does all that follows until this is put right."
            : "Until this is put right, what is meant for this address goes to a deputy or to you.";
        var ask = notice.Posts.Count == 0
            ? "Please correct the address."
            : $"Please correct the address, or name another holder for: {string.Join("; ", notice.Posts.Select(OneLine))}.";
        var closing = $"Sent on behalf of {OneLine(notice.OrganisationName)}. You get this once for each address that is refused.";
        return Render($"{title}: the address was refused", new Words(title, notice.LeadName, happened, "The mail server said",
            OneLine(notice.Said), next, ask, "Your posts and their holders", notice.PostsLink, closing));
    }

    public static RenderedDigest Render(WebhookDisabledNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var name = notice.Description is { Length: > 0 } described
            ? $"\"{OneLine(described)}\" ({OneLine(notice.Host)})" : OneLine(notice.Host);
        var title = $"Events no longer go to {OneLine(notice.Host)}";
        var why = notice.Gone ? "answered that it is gone" : "took none of them for three days, although each was tried ten times";
        var happened = $"On {notice.Day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)} the events that " +
            $"{OneLine(notice.OrganisationName)} sends to {name} were switched off, because it {why}.";
        var next = "Nothing is sent there any more. Its place is kept: switched on again, it is sent what has happened meanwhile, as far as that is still kept, and what failed can be sent again.";
        var ask = "Please have whoever looks after the receiving system put it right and switch it on again, or delete it.";
        return Render(title, new Words(title, notice.Reader, happened, "The last try", OneLine(notice.Said), next, ask,
            "The address and its deliveries", notice.Link,
            $"Sent on behalf of {OneLine(notice.OrganisationName)}. You get this once each time an address is switched off."));
    }

    private static RenderedDigest Render(string subject, Words words) => new(subject, Text(words), Html(words));

    private static string Text(Words words)
    {
        var text = new StringBuilder().AppendLine(words.Title).AppendLine().AppendLine($"Dear {OneLine(words.Reader)},").AppendLine()
            .AppendLine(words.Happened).AppendLine();
        if (words.Said.Length > 0)
        {
            text.AppendLine($"{words.Saying}: {words.Said}").AppendLine();
        }

        Heading(text, "What happens now").AppendLine(words.Next).AppendLine();
        Heading(text, "What we ask of you").AppendLine(words.Ask).AppendLine().AppendLine($"{words.LinkText}: {words.Link}").AppendLine();
        return text.AppendLine("-- ").AppendLine(words.Closing).ToString().ReplaceLineEndings("\n");
    }

    private static string Html(Words words) => $"""
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light">
        <title>{E(words.Title)}</title>
        </head>
        <body style="margin:0;padding:0;background:#ffffff">
        <main style="max-width:640px;margin:0 auto;padding:20px 16px;font-family:Arial,Helvetica,sans-serif;overflow-wrap:anywhere;{Ink}">
        <h1 style="margin:0 0 16px;font-size:26px;line-height:1.25;{Ink}">{E(words.Title)}</h1>
        <p style="{Normal}">Dear {E(OneLine(words.Reader))},</p>
        <p style="{Normal}">{E(words.Happened)}</p>
        {(words.Said.Length > 0 ? $"<p style=\"margin:0 0 12px;padding:0 0 0 14px;border-left:4px solid " +
            $"#942514;font-size:16px;line-height:1.5;{Ink}\">{E(words.Saying)}: {E(words.Said)}</p>" : "")}
        <h2 style="margin:24px 0 8px;font-size:22px;line-height:1.3;{Ink}">What happens now</h2>
        <p style="{Normal}">{E(words.Next)}</p>
        <h2 style="margin:24px 0 8px;font-size:22px;line-height:1.3;{Ink}">What we ask of you</h2>
        <p style="{Normal}">{E(words.Ask)}</p>
        <p style="{Normal}"><a style="display:inline-block;padding:6px 0;font-weight:bold;color:#12436d;text-decoration:underline" href="{E(words.Link)}">{E(words.LinkText)}</a></p>
        <p style="margin:24px 0 0;padding:12px 0 0;border-top:1px solid #454f54;font-size:16px;line-height:1.5;{Quiet}">{E(words.Closing)}</p>
        </main>
        </body>
        </html>

        """.ReplaceLineEndings("\n");

    private static StringBuilder Heading(StringBuilder text, string heading) =>
        text.AppendLine(heading.ToUpperInvariant()).AppendLine(new string('-', heading.Length));

    private static string OneLine(string value) => string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string E(string value) => _encoder.Encode(value);

    /// <summary>What every notice says: what happened, what was said to it, what follows and what is asked.</summary>
    private sealed record Words(string Title, string Reader, string Happened, string Saying, string Said, string Next, string Ask,
        string LinkText, string Link, string Closing);
}
