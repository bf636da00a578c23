using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Documents.Dates;

/// <summary>
/// A target written inside a longer text: where it stands there, its words (with their brackets, without the dash before them), and what
/// they mean.
/// </summary>
/// <param name="Start">Where the words begin in the text.</param>
/// <param name="Length">How many characters they take.</param>
/// <param name="Text">The words as written.</param>
/// <param name="Targets">What they mean: at least one.</param>
public sealed record FoundTarget(int Start, int Length, string Text, IReadOnlyList<TargetDate> Targets);
