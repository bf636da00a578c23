using System.Text;
using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Api.Outside.Mail;

/// <summary>A digest ready to be sent: both parts say the same.</summary>
public sealed record RenderedDigest(string Subject, string Text, string Html);

/// <summary>Writes a digest as e-mail, in plain text and in HTML.</summary>
public static class DigestMail
{
    /// <param name="digest">What to say.</param>
    /// <param name="allActionsLink">Where the recipient finds all of their actions; null leaves the line out.</param>
    /// <param name="leaveLink">Where the recipient stops such messages; null leaves the line out.</param>
    public static RenderedDigest Render(DigestContent digest, string? allActionsLink = null, string? leaveLink = null) =>
        new(digest.Subject, Text(digest, allActionsLink, leaveLink), DigestHtml.Render(digest, allActionsLink, leaveLink));

    private static string Text(DigestContent digest, string? allActionsLink, string? leaveLink)
    {
        var text = new StringBuilder();
        text.AppendLine(DigestWording.Title(digest)).AppendLine();
        text.AppendLine($"Dear {OneLine(digest.RecipientName)},").AppendLine();
        text.AppendLine(DigestWording.Opening(digest)).AppendLine();
        foreach (var section in digest.Sections)
        {
            Heading(text, $"{DigestWording.Heading(section.Group)} ({section.Lines.Count})");
            text.AppendLine(DigestWording.Ask(section.Group)).AppendLine();
            foreach (var line in section.Lines)
            {
                text.AppendLine($"* {line.Reference}: {DigestWording.Urgency(line, digest.Day)}");
                text.AppendLine($"  {OneLine(line.ActionText)}");
                if (DigestWording.Escalation(line, digest.Day) is { } escalation)
                {
                    text.AppendLine($"  {OneLine(escalation)}");
                }

                text.AppendLine($"  {OneLine(DigestWording.When(line, digest.Day))}");
                text.AppendLine($"  {OneLine(line.SchemeTitle)}");
                if (DigestWording.Why(line) is { } why)
                {
                    text.AppendLine($"  {OneLine(why)}");
                }

                text.AppendLine($"  {DigestWording.LinkText(line)}: {line.Link}").AppendLine();
            }
        }

        if (digest.PlanChanges.Count > 0)
        {
            Heading(text, $"{DigestWording.ChangesHeading} ({digest.PlanChanges.Count})");
            foreach (var change in digest.PlanChanges)
            {
                text.AppendLine($"* {DigestWording.Change(change)}");
                text.AppendLine($"  {OneLine(change.Summary)}");
                text.AppendLine($"  {OneLine(change.SchemeTitle)}");
                text.AppendLine($"  See {change.Reference}: {change.Link}").AppendLine();
            }
        }

        if (allActionsLink is not null)
        {
            text.AppendLine($"All your actions: {allActionsLink}").AppendLine();
        }

        text.AppendLine("-- ").AppendLine(DigestWording.Closing(digest));
        if (leaveLink is not null)
        {
            text.AppendLine($"{DigestWording.Leave}: {leaveLink}");
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void Heading(StringBuilder text, string heading) =>
        text.AppendLine(heading.ToUpperInvariant()).AppendLine(new string('-', heading.Length));

    // A cell of a plan may hold line breaks; one line keeps it apart from what is ours.
    private static string OneLine(string value) => string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
