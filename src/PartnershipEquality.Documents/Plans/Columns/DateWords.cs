using PartnershipEquality.Documents.Dates;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Documents.Plans.Columns;

/// <summary>
/// Tells the words of a date from others. Only whether they are one is asked here: which days they mean is read later, in the plan's own
/// year.
/// </summary>
internal static class DateWords
{
    // "April to June" is a date in any year, so that some year is given; no day of it is kept.
    private static readonly PlanYear AnyYear = new(2020);

    /// <summary>
    /// The dates within a text. "Annual report to the full council" names a report, so that words without a number must be few.
    /// </summary>
    public static IReadOnlyList<FoundTarget> In(string text) =>
        [.. TargetDateFinder.In(text, AnyYear)
            .Where(found => found.Text.Any(char.IsDigit) || found.Text.Split(' ').Length <= 4 || found.Text.StartsWith('('))];

    /// <summary>The whole text says when, be it never so loosely: "On-going" does, "Governance Committee" does not.</summary>
    public static bool Are(string text) =>
        text.Length > 0
            && TargetDateReader.Read(text, AnyYear)
                .Any(target => target.Kind is not (TargetKind.Unreadable or TargetKind.None or TargetKind.AfterEvent
                    or TargetKind.SeeElsewhere));

    /// <summary>The text is a date of its own, not the year that a month above it lacks.</summary>
    public static bool BeginAnew(string text) => Are(text) && !(text.Length == 4 && text.All(char.IsDigit));

    /// <summary>The whole text gives a day that can be reached.</summary>
    public static bool GiveDay(string text) =>
        text.Any(char.IsDigit) && TargetDateReader.Read(text, AnyYear).Any(target => !target.IsDateless);
}
