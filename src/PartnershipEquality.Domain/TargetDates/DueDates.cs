namespace PartnershipEquality.Domain.TargetDates;

/// <summary>The days on which a target falls due.</summary>
public static class DueDates
{
    /// <summary>
    /// The due days within the window, both ends inclusive, in order. A recurring target counts from its first due day;
    /// where the text gives none it counts from the window's first day, so ask from a fixed day, the scheme's beginning.
    /// </summary>
    public static IEnumerable<DateOnly> DueDatesWithin(this TargetDate target, DateOnly from, DateOnly to)
    {
        if (target.DueBy is { } due && due >= from && due <= to)
        {
            yield return due;
        }

        if (RecurrenceRule.Parse(target.Recurrence) is not { } rule)
        {
            yield break;
        }

        // The first due day stands whether or not the rule would give it, as DTSTART does.
        foreach (var day in rule.Days(target.DueBy ?? (target.Earliest > from ? target.Earliest.Value : from), to))
        {
            if (day >= from && day != target.DueBy)
            {
                yield return day;
            }
        }
    }

    /// <summary>The due days of several targets together, each once, in order.</summary>
    public static IEnumerable<DateOnly> DueDatesWithin(this IEnumerable<TargetDate> targets, DateOnly from, DateOnly to) =>
        targets.SelectMany(target => target.DueDatesWithin(from, to)).Distinct().Order();
}
