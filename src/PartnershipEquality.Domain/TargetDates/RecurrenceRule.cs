using System.Globalization;

namespace PartnershipEquality.Domain.TargetDates;

/// <summary>How a target repeats: the part of an RFC 5545 RRULE that plans need (FREQ, INTERVAL, BYMONTH, BYMONTHDAY).</summary>
public sealed class RecurrenceRule
{
    private readonly string _frequency;
    private readonly int _interval;
    private readonly int[] _months;
    private readonly int[] _monthDays;

    private RecurrenceRule(string frequency, int interval, int[] months, int[] monthDays)
    {
        this._frequency = frequency;
        this._interval = interval;
        this._months = months;
        this._monthDays = monthDays;
    }

    /// <summary>
    /// Null when the text is no rule, or one that this product does not expand: a rule half understood would give wrong dates.
    /// </summary>
    public static RecurrenceRule? Parse(string? text)
    {
        string? frequency = null;
        var interval = 1;
        int[] months = [];
        int[] monthDays = [];
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in (text ?? "").Split(';'))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0 || !named.Add(part[..equals]))
            {
                return null;
            }

            var value = part[(equals + 1)..];
            switch (part[..equals])
            {
                case "FREQ" when value is "YEARLY" or "MONTHLY" or "WEEKLY":
                    frequency = value;
                    break;
                case "INTERVAL" when Numbers(value, 1, 1000) is [var every]:
                    interval = every;
                    break;
                case "BYMONTH" when Numbers(value, 1, 12) is { } some:
                    months = some;
                    break;
                case "BYMONTHDAY" when Numbers(value, -31, 31) is { } days && !days.Contains(0):
                    monthDays = days;
                    break;
                default:
                    return null;
            }
        }

        return frequency is null || (frequency == "WEEKLY" && (months.Length > 0 || monthDays.Length > 0))
            ? null
            : new RecurrenceRule(frequency, interval, months, monthDays);
    }

    /// <summary>
    /// The days the rule gives from the start, in order, to the last day asked for. The start sets the phase and, where the rule names
    /// none, the day.
    /// </summary>
    public IEnumerable<DateOnly> Days(DateOnly start, DateOnly last) =>
        _frequency == "WEEKLY" ? Weeks(start, last) : Calendar(start, last);

    private IEnumerable<DateOnly> Weeks(DateOnly start, DateOnly last)
    {
        for (long day = start.DayNumber; day <= last.DayNumber; day += 7L * _interval)
        {
            yield return DateOnly.FromDayNumber((int)day);
        }
    }

    private IEnumerable<DateOnly> Calendar(DateOnly start, DateOnly last)
    {
        var step = _frequency == "YEARLY" ? 12 * _interval : _interval;
        var periodMonths = _frequency == "YEARLY" ? 12 : 1;
        var first = (start.Year * 12) + (_frequency == "YEARLY" ? 0 : start.Month - 1);
        var end = (last.Year * 12) + last.Month - 1;
        for (var period = first; period <= end; period += step)
        {
            for (var month = period; month < period + periodMonths && month <= end; month++)
            {
                foreach (var day in DaysOf(month / 12, (month % 12) + 1, start))
                {
                    if (day >= start && day <= last)
                    {
                        yield return day;
                    }
                }
            }
        }
    }

    private IEnumerable<DateOnly> DaysOf(int year, int month, DateOnly start)
    {
        var inMonth = _months.Length > 0
            ? _months.Contains(month)
            : _frequency == "MONTHLY" || month == start.Month;
        if (!inMonth)
        {
            return [];
        }

        // A day that a month does not have is left out, as RFC 5545 says: 29 February comes in leap years only.
        var length = DateTime.DaysInMonth(year, month);
        return (_monthDays.Length > 0 ? _monthDays : [start.Day])
            .Select(day => day > 0 ? day : length + 1 + day)
            .Where(day => day >= 1 && day <= length)
            .Distinct()
            .Order()
            .Select(day => new DateOnly(year, month, day));
    }

    private static int[]? Numbers(string value, int least, int most)
    {
        var parts = value.Split(',');
        var numbers = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out numbers[i])
                || numbers[i] < least
                || numbers[i] > most)
            {
                return null;
            }
        }

        return numbers;
    }
}
