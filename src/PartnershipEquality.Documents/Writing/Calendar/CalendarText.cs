using System.Globalization;
using System.Text;

namespace PartnershipEquality.Documents.Writing.Calendar;

/// <summary>An all-day event.</summary>
/// <param name="Uid">The same for as long as the event lives, and nobody else's.</param>
/// <param name="Sequence">Higher each time it changes.</param>
/// <param name="ChangedAt">When it last did.</param>
public sealed record CalendarEvent(string Uid, int Sequence, DateTimeOffset ChangedAt, DateOnly Day, string Summary, string Description,
    string? Link);

/// <summary>Writes a calendar as RFC 5545 has it: lines of at most 75 octets, texts escaped, days without a time zone.</summary>
public static class CalendarText
{
    private const int LineOctets = 75;

    public static string Write(string name, IReadOnlyList<CalendarEvent> events)
    {
        var text = new StringBuilder();
        void Line(string name, string value) => Fold(text, $"{name}:{value}");
        Line("BEGIN", "VCALENDAR");
        Line("VERSION", "2.0");
        Line("PRODID", "-//PartnershipEquality//Calendar//EN");
        Line("CALSCALE", "GREGORIAN");
        Line("METHOD", "PUBLISH");
        Line("NAME", Escaped(name));
        Line("X-WR-CALNAME", Escaped(name));
        Line("REFRESH-INTERVAL;VALUE=DURATION", "PT4H");
        Line("X-PUBLISHED-TTL", "PT4H");
        foreach (var item in events)
        {
            Line("BEGIN", "VEVENT");
            Line("UID", item.Uid);
            Line("SEQUENCE", item.Sequence.ToString(CultureInfo.InvariantCulture));
            Line("DTSTAMP", Instant(item.ChangedAt));
            Line("LAST-MODIFIED", Instant(item.ChangedAt));
            Line("DTSTART;VALUE=DATE", Day(item.Day));
            // The day after: an all-day event ends where the next day begins.
            Line("DTEND;VALUE=DATE", Day(item.Day.AddDays(1)));
            Line("SUMMARY", Escaped(item.Summary));
            Line("DESCRIPTION", Escaped(item.Description));
            if (item.Link is not null)
            {
                Line("URL", item.Link);
            }

            Line("TRANSP", "TRANSPARENT");
            Line("END", "VEVENT");
        }

        Line("END", "VCALENDAR");
        return text.ToString();
    }

    private static string Escaped(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c)))
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>No character is cut in two: what goes on begins with a blank on the next line, which counts too.</summary>
    private static void Fold(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
