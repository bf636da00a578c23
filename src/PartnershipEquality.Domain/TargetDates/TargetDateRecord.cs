using System.Globalization;

namespace PartnershipEquality.Domain.TargetDates;

/// <summary>A target laid flat, as it is stored and answered: nothing of its meaning is lost on the way there and back.</summary>
/// <param name="Text">The text as written.</param>
/// <param name="Kind">What sort of answer the text gives.</param>
/// <param name="Precision">How exactly the text named its dates.</param>
/// <param name="Earliest">The first day it may happen, inclusive.</param>
/// <param name="DueBy">The last day it may happen, inclusive; of a recurring target, the first such day.</param>
/// <param name="Recurrence">How it repeats: RFC 5545 RRULE text.</param>
/// <param name="ReviewEvery">The review cadence that the text asks for: an ISO 8601 duration in months, such as P3M.</param>
/// <param name="Event">What it waits for, or where else the date stands.</param>
/// <param name="AppliesTo">The authorities it applies to, as written; empty means all.</param>
/// <param name="Derived">Something was inferred by a convention.</param>
/// <param name="Alternatives">What else the words could mean, where a convention had to choose; empty for most.</param>
public sealed record TargetDateRecord(
    string Text,
    TargetKind Kind,
    TargetPrecision Precision,
    DateOnly? Earliest,
    DateOnly? DueBy,
    string? Recurrence,
    string? ReviewEvery,
    string? Event,
    IReadOnlyList<string> AppliesTo,
    bool Derived,
    IReadOnlyList<TargetDateAlternative> Alternatives)
{
    public static TargetDateRecord From(TargetDate target) => new(
        target.Text,
        target.Kind,
        target.Precision,
        target.Earliest,
        target.DueBy,
        target.Recurrence,
        target.ReviewMonths is { } months ? string.Create(CultureInfo.InvariantCulture, $"P{months}M") : null,
        target.Event,
        target.AppliesTo,
        target.Derived,
        [.. target.Alternatives.Select(TargetDateAlternative.From)]);

    /// <summary>
    /// The meaning again. What a kind needs and the record lacks is refused, and so is what the kind cannot hold: nothing is dropped in
    /// silence.
    /// </summary>
    public TargetDate ToTargetDate()
    {
        var text = Text ?? "";
        TargetDate target = Kind switch
        {
            TargetKind.Date => new TargetDate.OnDay(text, Earliest, Due()),
            TargetKind.Month => new TargetDate.InMonth(text, Earliest, Due()),
            TargetKind.Season => new TargetDate.InSeason(text, Earliest, Due()),
            TargetKind.Quarter => new TargetDate.InQuarter(text, Earliest, Due()),
            TargetKind.FinancialYear => new TargetDate.InFinancialYear(text, Earliest, Due()),
            TargetKind.Year => new TargetDate.InYear(text, Earliest, Due()),
            TargetKind.Between => new TargetDate.Between(text, Start(), Due(), Precision),
            TargetKind.Starting => new TargetDate.Starting(text, Start(), Precision),
            TargetKind.Recurring => new TargetDate.Recurring(text, Rule(), Earliest, DueBy, Precision),
            TargetKind.Ongoing => new TargetDate.Ongoing(text, Earliest, Precision),
            TargetKind.AfterEvent => new TargetDate.AfterEvent(text, What()),
            TargetKind.Varies => new TargetDate.Varies(text),
            TargetKind.SeeElsewhere => new TargetDate.SeeElsewhere(text, What()),
            TargetKind.ToBeConfirmed => new TargetDate.ToBeConfirmed(text),
            TargetKind.Completed => new TargetDate.Completed(text),
            TargetKind.None => new TargetDate.None(text),
            TargetKind.Unreadable => new TargetDate.Unreadable(text),
            _ => throw Refusal.Field("#/target/kind", "unknown", "There is no such kind of target."),
        };
        Agree("earliest", target.Earliest == Earliest);
        Agree("dueBy", target.DueBy == DueBy);
        Agree("recurrence", target.Recurrence == Recurrence);
        Agree("event", target.Event == Event);
        Agree("precision", target.Precision == Precision);
        if (Earliest > DueBy)
        {
            throw Refusal.Field("#/target/dueBy", "before-earliest", "The due day is before the earliest day.");
        }

        // What was stored before there were alternatives has none.
        return target with
        {
            AppliesTo = AppliesTo
            ?? [],
            Derived = Derived,
            ReviewMonths = Review(),
            Alternatives = [.. (Alternatives ?? []).Select(other => other.Of(text))]
        };
    }

    public bool Equals(TargetDateRecord? other) =>
        other is not null
        && Text == other.Text
        && Kind == other.Kind
        && Precision == other.Precision
        && Earliest == other.Earliest
        && DueBy == other.DueBy
        && Recurrence == other.Recurrence
        && ReviewEvery == other.ReviewEvery
        && Event == other.Event
        && Derived == other.Derived
        && (AppliesTo ?? []).SequenceEqual(other.AppliesTo ?? [])
        && (Alternatives ?? []).SequenceEqual(other.Alternatives ?? []);

    public override int GetHashCode() => HashCode.Combine(Text, Kind, Earliest, DueBy, Recurrence, ReviewEvery, Event);

    private DateOnly Due() => DueBy ?? throw Missing("dueBy");

    private DateOnly Start() => Earliest ?? throw Missing("earliest");

    private string What() => Event ?? throw Missing("event");

    private string Rule() => RecurrenceRule.Parse(Recurrence) is null
        ? throw Refusal.Field("#/target/recurrence", "unknown",
            "Write the rule as FREQ=YEARLY, MONTHLY or WEEKLY, with INTERVAL, BYMONTH or BYMONTHDAY.")
        : Recurrence!;

    private int? Review()
    {
        if (ReviewEvery is null)
        {
            return null;
        }

        return ReviewEvery is ['P', .. var digits, 'M']
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var months)
            && months is >= 1 and <= 1200
            && digits[0] != '0'
            ? months
            : throw Refusal.Field("#/target/reviewEvery", "unknown", "Write the cadence in months, such as P3M.");
    }

    private static void Agree(string field, bool agrees)
    {
        if (!agrees)
        {
            throw Refusal.Field($"#/target/{field}", "does-not-fit", $"A target of this kind cannot have this {field}.");
        }
    }

    private static Refusal Missing(string field) =>
        Refusal.Field($"#/target/{field}", "required", $"A target of this kind needs its {field}.");
}
