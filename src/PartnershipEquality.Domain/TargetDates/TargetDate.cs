namespace PartnershipEquality.Domain.TargetDates;

/// <summary>
/// When something is to be done: the words of the plan, kept as written, and what they mean.
/// A closed family; reminders and the board ask only for the meaning.
/// </summary>
public abstract partial record TargetDate
{
    private TargetDate(string text, TargetKind kind, TargetPrecision precision = TargetPrecision.None, DateOnly? earliest = null,
        DateOnly? dueBy = null)
    {
        Text = text;
        Kind = kind;
        Precision = precision;
        Earliest = earliest;
        DueBy = dueBy;
    }

    /// <summary>The text as written: the whole cell, or the part of it that this target came from.</summary>
    public string Text { get; init; }

    public TargetKind Kind { get; }

    public TargetPrecision Precision { get; }

    /// <summary>The first day it may happen, inclusive; null when the text sets no beginning ("by March 2012").</summary>
    public DateOnly? Earliest { get; }

    /// <summary>The last day it may happen, inclusive; of a recurring target, the first such day, where the text gives one.</summary>
    public DateOnly? DueBy { get; }

    /// <summary>How it repeats, as RFC 5545 RRULE text.</summary>
    public string? Recurrence { get; private init; }

    /// <summary>What it waits for, or where else the date stands, as written.</summary>
    public string? Event { get; private init; }

    /// <summary>The review cadence that the text asks for, in months.</summary>
    public int? ReviewMonths { get; init; }

    /// <summary>The authorities it applies to, as written; empty means all of the row's.</summary>
    public IReadOnlyList<string> AppliesTo { get; init; } = [];

    /// <summary>Something was inferred by a convention, so a person may want to correct it.</summary>
    public bool Derived { get; init; }

    /// <summary>
    /// Other readings that the text could bear, where a convention had to choose, for the person who settles it. They are kept with
    /// the target, but they are a hint of the reader's: what the target means is the same without them, so they take no part in equality.
    /// </summary>
    public IReadOnlyList<TargetDate> Alternatives { get; init; } = [];

    /// <summary>No day will ever fall due by itself, so only reviews keep it from being forgotten.</summary>
    public bool IsDateless => DueBy is null && Recurrence is null;

    public virtual bool Equals(TargetDate? other) =>
        other is not null
        && EqualityContract == other.EqualityContract
        && Text == other.Text
        && Precision == other.Precision
        && Earliest == other.Earliest
        && DueBy == other.DueBy
        && Recurrence == other.Recurrence
        && Event == other.Event
        && ReviewMonths == other.ReviewMonths
        && Derived == other.Derived
        && AppliesTo.SequenceEqual(other.AppliesTo);

    public override int GetHashCode() => HashCode.Combine(Kind, Text, Earliest, DueBy, Recurrence, Event, AppliesTo.Count);
}
