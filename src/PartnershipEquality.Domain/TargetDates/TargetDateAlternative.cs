namespace PartnershipEquality.Domain.TargetDates;

/// <summary>Another reading that a target's words could bear, beside the one that the rules chose.</summary>
/// <param name="Kind">What sort of answer the text would give.</param>
/// <param name="Precision">How exactly the text would name its dates.</param>
/// <param name="Earliest">The first day it might happen, inclusive.</param>
/// <param name="DueBy">The last day it might happen, inclusive; of a recurring target, the first such day.</param>
/// <param name="Recurrence">How it would repeat: RFC 5545 RRULE text.</param>
/// <param name="ReviewEvery">The review cadence it would ask for: an ISO 8601 duration in months, such as P3M.</param>
/// <param name="Event">What it would wait for.</param>
public sealed record TargetDateAlternative(
    TargetKind Kind,
    TargetPrecision Precision,
    DateOnly? Earliest,
    DateOnly? DueBy,
    string? Recurrence,
    string? ReviewEvery,
    string? Event)
{
    public static TargetDateAlternative From(TargetDate target)
    {
        var flat = TargetDateRecord.From(target);
        return new(flat.Kind, flat.Precision, flat.Earliest, flat.DueBy, flat.Recurrence, flat.ReviewEvery, flat.Event);
    }

    /// <summary>The reading as a target of the same words, inferred by nature.</summary>
    public TargetDate Of(string text) =>
        new TargetDateRecord(text, Kind, Precision, Earliest, DueBy, Recurrence, ReviewEvery, Event, [], true, []).ToTargetDate();
}
