using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Documents.Dates.Phrases;

/// <summary>
/// Turns a cadence into an RRULE. Where the text names no month, it falls due at the end of each part of the
/// financial year, as annual returns do: yearly in March, twice yearly in September and March, quarterly at each quarter's end.
/// A yearly 29 February becomes the last day of February, so no year is skipped.
/// </summary>
internal static class Repetition
{
    private const int LastDay = -1;

    public static string Of(Cadence cadence) => cadence switch
    {
        { Weeks: > 0 } => Rule("WEEKLY", cadence.Weeks),
        { ByTerm: true } => Yearly(1, [3, 7, 12], LastDay),
        { Months: 6 } => Yearly(1, [3, 9], LastDay),
        { Months: 4 } => Yearly(1, [3, 7, 11], LastDay),
        { Months: 3 } => Yearly(1, [3, 6, 9, 12], LastDay),
        _ when cadence.Months % 12 == 0 => Yearly(cadence.Months / 12, [3], LastDay),
        _ => Rule("MONTHLY", cadence.Months) + ";BYMONTHDAY=-1",
    };

    /// <summary>The same by the calendar year, which ends in December: null where both kinds of year give the same months.</summary>
    public static string? OfCalendarYear(Cadence cadence) => cadence switch
    {
        { Weeks: > 0 } or { ByTerm: true } => null,
        { Months: 6 } => Yearly(1, [6, 12], LastDay),
        { Months: > 0 } when cadence.Months % 12 == 0 => Yearly(cadence.Months / 12, [12], LastDay),
        _ => null,
    };

    public static string From(CalendarPeriod first, Cadence cadence)
    {
        var due = first.DueBy;
        var day = DayOf(first);
        if (cadence.Weeks > 0)
        {
            return Rule("WEEKLY", cadence.Weeks);
        }

        // Not every month has a 29th: the last day stands for it, or a month would be skipped.
        return cadence.Months % 12 == 0
            ? Yearly(cadence.Months / 12, [due.Month], day)
            : $"{Rule("MONTHLY", cadence.Months)};BYMONTHDAY={(day > 28 ? LastDay : day)}";
    }

    /// <summary>Null when the periods fall on different days of their months: one rule cannot say that.</summary>
    public static string? EachYear(IReadOnlyList<CalendarPeriod> periods)
    {
        var day = DayOf(periods[0]);
        return periods.All(period => DayOf(period) == day)
            ? Yearly(1, periods.Select(period => period.DueBy.Month).Distinct().Order(), day)
            : null;
    }

    private static int DayOf(CalendarPeriod period)
    {
        var due = period.DueBy;
        var isLast = due.Day == DateTime.DaysInMonth(due.Year, due.Month);
        return (isLast && period.Kind != TargetKind.Date) || due is { Month: 2, Day: 29 } ? LastDay : due.Day;
    }

    private static string Yearly(int years, IEnumerable<int> months, int day) =>
        $"{Rule("YEARLY", years)};BYMONTH={string.Join(',', months)};BYMONTHDAY={day}";

    private static string Rule(string frequency, int interval) =>
        interval == 1 ? $"FREQ={frequency}" : $"FREQ={frequency};INTERVAL={interval}";
}
