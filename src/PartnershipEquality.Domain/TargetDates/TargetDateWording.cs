using System.Globalization;

namespace PartnershipEquality.Domain.TargetDates;

/// <summary>Says a target's meaning in plain words, for the people who check it.</summary>
public static class TargetDateWording
{
    public static string Say(TargetDate target)
    {
        var words = target switch
        {
            TargetDate.Recurring => Repeats(target),
            TargetDate.Ongoing => target.Earliest is { } from ? $"on-going from {Day(from)}" : "on-going",
            TargetDate.Starting => $"from {Day(target.Earliest!.Value)}, no end date",
            TargetDate.AfterEvent => $"waits for: {target.Event}",
            TargetDate.SeeElsewhere => $"see {target.Event}",
            TargetDate.Varies => "varies",
            TargetDate.ToBeConfirmed => "to be confirmed",
            TargetDate.Completed => "completed",
            TargetDate.None => "no date",
            TargetDate.Unreadable => "not understood",
            TargetDate.OnDay when target.Earliest == target.DueBy => $"on {Day(target.DueBy!.Value)}",
            TargetDate.Between => $"from {Day(target.Earliest!.Value)} to {Day(target.DueBy!.Value)}",
            _ => $"by {Day(target.DueBy!.Value)}",
        };
        return target.ReviewMonths is { } months ? $"{words}, reviewed every {Count(months, "month")}" : words;
    }

    public static string Say(IEnumerable<TargetDate> targets) =>
        string.Join("; ",
            targets.Select(target => target.AppliesTo.Count > 0 ? $"{Say(target)} ({string.Join(", ", target.AppliesTo)})" : Say(target)));

    private static string Repeats(TargetDate target)
    {
        var parts = target.Recurrence!.Split(';').Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[^1]);
        var interval = int.Parse(parts.GetValueOrDefault("INTERVAL", "1"), CultureInfo.InvariantCulture);
        var unit = parts["FREQ"] switch
        {
            "YEARLY" => "year",
            "MONTHLY" => "month",
            _ => "week",
        };
        var words = $"every {(interval == 1 ? unit : Count(interval, unit))}";
        if (parts.TryGetValue("BYMONTH", out var months))
        {
            parts.TryGetValue("BYMONTHDAY", out var day);
            words += $" by {Join([.. months.Split(',').Select(month => DayOfMonth(day, Number(month)))])}";
        }
        else if (parts.TryGetValue("BYMONTHDAY", out var day))
        {
            words += day == "-1" ? " by its last day" : $" by day {day}";
        }

        return target.DueBy is { } first ? $"{words}, first by {Day(first)}"
            : target.Earliest is { } earliest ? $"{words}, from {Day(earliest)}"
            : words;
    }

    private static string DayOfMonth(string? day, int month)
    {
        var name = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
        return day switch
        {
            null => name,
            "-1" when month == 2 => "the last day of February",
            "-1" => $"{DateTime.DaysInMonth(2001, month)} {name}",
            _ => $"{day} {name}",
        };
    }

    private static string Join(string[] items) => items.Length == 1 ? items[0] : $"{string.Join(", ", items[..^1])} and {items[^1]}";

    private static string Count(int count, string unit) => count == 1 ? $"1 {unit}" : $"{count} {unit}s";

    private static int Number(string value) => int.Parse(value, CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
