using System.Text;
using Ical.Net;

namespace PartnershipEquality.Api.Tests.Calendars;

/// <summary>An event as a calendar program shows it.</summary>
internal sealed record SeenEvent(string Uid, int Sequence, string Summary, string Description, DateOnly Start, DateOnly End, bool AllDay);

/// <summary>Reads a calendar with Ical.Net: a parser that is none of ours.</summary>
internal static class ReadCalendar
{
    public static IReadOnlyList<SeenEvent> From(string text)
    {
        text.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        return
        [
            .. Calendar.Load(text)!.Events.Select(e => new SeenEvent(
                e.Uid!, e.Sequence, e.Summary!, e.Description!, e.Start!.Date, e.End!.Date, e.IsAllDay && !e.Start.HasTime)),
        ];
    }
}
