using System.Collections.Concurrent;

namespace PartnershipEquality.Domain.Reminders;

/// <summary>
/// The working days of England and Wales: Monday to Friday without bank holidays. The holidays are worked out
/// for any year, so nothing has to be fetched; those proclaimed for one year only come from a list.
/// </summary>
public sealed class WorkingDays
{
    private readonly ConcurrentDictionary<int, IReadOnlySet<DateOnly>> _holidaysByYear = new();
    private readonly HashSet<DateOnly> _added = [];
    private readonly HashSet<DateOnly> _displaced = [];

    /// <summary>The known one-off holidays, and any further ones: those proclaimed after this was released.</summary>
    public WorkingDays(params IEnumerable<OneOffHoliday> further)
    {
        foreach (var holiday in OneOffHoliday.Known.Concat(further))
        {
            _added.Add(holiday.Day);
            if (holiday.InsteadOf is { } usual)
            {
                _displaced.Add(usual);
            }
        }
    }

    public bool IsWorkingDay(DateOnly date) =>
        !IsWeekend(date) && !_holidaysByYear.GetOrAdd(date.Year, HolidaysOf).Contains(date);

    /// <summary>The bank holidays of one year in order; a substitute day stands in place of the weekend day it is for.</summary>
    public IReadOnlyList<DateOnly> BankHolidays(int year) =>
        [.. _holidaysByYear.GetOrAdd(year, HolidaysOf).Order()];

    /// <summary>The day on which something that falls on <paramref name="date"/> is sent: that day, or the working day before.</summary>
    public DateOnly OnOrBefore(DateOnly date)
    {
        while (!IsWorkingDay(date))
        {
            date = date.AddDays(-1);
        }

        return date;
    }

    /// <summary>The first working day after <paramref name="date"/>.</summary>
    public DateOnly Next(DateOnly date)
    {
        do
        {
            date = date.AddDays(1);
        }
        while (!IsWorkingDay(date));

        return date;
    }

    private HashSet<DateOnly> HolidaysOf(int year)
    {
        var easter = EasterSunday(year);
        HashSet<DateOnly> holidays =
        [
            NewYear(year),
            easter.AddDays(-2),
            easter.AddDays(1),
            FirstMonday(year, 5),
            LastMonday(year, 5),
            LastMonday(year, 8),
            Christmastide(year, 25),
            Christmastide(year, 26),
        ];

        holidays.ExceptWith(_displaced);
        holidays.UnionWith(_added.Where(day => day.Year == year));
        return holidays;
    }

    private static DateOnly NewYear(int year)
    {
        var day = new DateOnly(year, 1, 1);
        while (IsWeekend(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    // The two days are neighbours, so each that falls on a weekend moves on by two: past the weekend and past the other.
    private static DateOnly Christmastide(int year, int day)
    {
        var date = new DateOnly(year, 12, day);
        return IsWeekend(date) ? date.AddDays(2) : date;
    }

    private static DateOnly FirstMonday(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays(((int)DayOfWeek.Monday - (int)first.DayOfWeek + 7) % 7);
    }

    private static DateOnly LastMonday(int year, int month)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(((int)last.DayOfWeek - (int)DayOfWeek.Monday + 7) % 7));
    }

    // The anonymous Gregorian algorithm (Meeus, Jones and Butcher), in its shortened form of 1961.
    private static DateOnly EasterSunday(int year)
    {
        var golden = year % 19;
        var (century, ofCentury) = (year / 100, year % 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (ofCentury / 4)) - epact - (ofCentury % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * weekday)) / 451;
        var days = epact + weekday - (7 * correction) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1);
    }

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
