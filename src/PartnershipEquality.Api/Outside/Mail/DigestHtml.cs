using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Api.Outside.Mail;

/// <summary>
/// The HTML part of a digest, to WCAG 2.2 AA: headings in order, lists, every colour at 7:1 or more on its ground, each
/// beside a word that says the same, no images, and link texts that make sense alone. Styles are inline, since mail
/// programs drop the rest.
/// </summary>
internal static class DigestHtml
{
    private const string Ink = "color:#0b0c0c";
    private const string QuietInk = "color:#454f54";
    private const string Small = $"margin:0 0 4px;font-size:16px;line-height:1.5;{QuietInk}";
    private const string Normal = $"margin:0 0 8px;font-size:18px;line-height:1.5;{Ink}";
    private const string LinkStyle =
        "display:inline-block;padding:6px 0;font-size:18px;line-height:1.5;font-weight:bold;color:#12436d;text-decoration:underline";
    private const string ItemStyle = "margin:0 0 20px;padding:0 0 0 14px;";

    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Render(DigestContent digest, string? allActionsLink, string? leaveLink)
    {
        var html = new StringBuilder();
        html.Append($"""
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light">
            <title>{E(digest.Subject)}</title>
            </head>
            <body style="margin:0;padding:0;background:#ffffff">
            <main style="max-width:640px;margin:0 auto;padding:20px 16px;font-family:Arial,Helvetica,sans-serif;overflow-wrap:anywhere;{Ink}">
            <h1 style="margin:0 0 16px;font-size:26px;line-height:1.25;{Ink}">{E(DigestWording.Title(digest))}</h1>
            <p style="{Normal}">Dear {E(digest.RecipientName)},</p>
            <p style="{Normal}">{E(DigestWording.Opening(digest))}</p>

            """);
        foreach (var section in digest.Sections)
        {
            Section(html, section, digest.Day);
        }

        if (digest.PlanChanges.Count > 0)
        {
            Changes(html, digest.PlanChanges);
        }

        if (allActionsLink is not null)
        {
            html.Append($"<p style=\"{Normal}\"><a style=\"{LinkStyle}\" href=\"{E(allActionsLink)}\">All your actions</a></p>\n");
        }

        html.Append($"""
            <p style="margin:24px 0 0;padding:12px 0 0;border-top:1px solid #454f54;font-size:16px;line-height:1.5;{QuietInk}">{E(DigestWording.Closing(digest))}</p>
            {(leaveLink is null ? "" : $"<p style=\"{Small}\"><a style=\"{LinkStyle}\" " +
                $"href=\"{E(leaveLink)}\">{E(DigestWording.Leave)}</a></p>")}
            </main>
            </body>
            </html>

            """);
        return html.ToString().ReplaceLineEndings("\n");
    }

    private static void Section(StringBuilder html, DigestSection section, DateOnly day)
    {
        Heading(html, $"{DigestWording.Heading(section.Group)} ({section.Lines.Count})");
        html.Append($"""
            <p style="{Normal}">{E(DigestWording.Ask(section.Group))}</p>
            <ul style="margin:0;padding:0;list-style:none">

            """);
        foreach (var line in section.Lines)
        {
            html.Append($"""
                <li style="{ItemStyle}border-left:4px solid {Edge(section.Group)}">
                <h3 style="margin:0 0 4px;font-size:18px;line-height:1.4;{Ink}">{E($"{line.Reference}: {DigestWording.Urgency(line, day)}")}</h3>
                <p style="{Normal}">{E(line.ActionText)}</p>

                """);
            if (DigestWording.Escalation(line, day) is { } escalation)
            {
                html.Append($"<p style=\"{Normal};font-weight:bold\">{E(escalation)}</p>\n");
            }

            html.Append($"""
                <p style="{Small}">{E(DigestWording.When(line, day))}</p>
                <p style="{Small}">{E(line.SchemeTitle)}</p>

                """);
            if (DigestWording.Why(line) is { } why)
            {
                html.Append($"<p style=\"{Small}\">{E(why)}</p>\n");
            }

            html.Append($"<a style=\"{LinkStyle}\" href=\"{E(line.Link)}\">{E(DigestWording.LinkText(line))}</a>\n</li>\n");
        }

        html.Append("</ul>\n");
    }

    private static void Changes(StringBuilder html, IReadOnlyList<PlanChange> changes)
    {
        Heading(html, $"{DigestWording.ChangesHeading} ({changes.Count})");
        html.Append("<ul style=\"margin:0;padding:0;list-style:none\">\n");
        foreach (var change in changes)
        {
            html.Append($"""
                <li style="{ItemStyle}border-left:4px solid #454f54">
                <h3 style="margin:0 0 4px;font-size:18px;line-height:1.4;{Ink}">{E(DigestWording.Change(change))}</h3>
                <p style="{Normal}">{E(change.Summary)}</p>
                <p style="{Small}">{E(change.SchemeTitle)}</p>
                <a style="{LinkStyle}" href="{E(change.Link)}">See {E(change.Reference)}</a>
                </li>

                """);
        }

        html.Append("</ul>\n");
    }

    private static void Heading(StringBuilder html, string heading) =>
        html.Append($"<h2 style=\"margin:28px 0 8px;font-size:22px;line-height:1.3;{Ink}\">{E(heading)}</h2>\n");

    private static string Edge(DigestGroup group) => group switch
    {
        DigestGroup.Overdue or DigestGroup.Escalated => "#942514",
        DigestGroup.DueSoon => "#7a4100",
        _ => "#12436d",
    };

    private static string E(string value) => _encoder.Encode(value);
}
