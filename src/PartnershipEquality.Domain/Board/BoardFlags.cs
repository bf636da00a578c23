using PartnershipEquality.Domain.Assignments;

namespace PartnershipEquality.Domain.Board;

/// <summary>
/// What asks for attention in an assignment on a day. Derived from dates and never stored; flags may overlap. Work
/// that is completed or does not apply carries none: a state holds no dates then.
/// </summary>
/// <param name="Overdue">An open delivery was due before the day.</param>
/// <param name="DueSoon">A delivery falls due on the day or in the 28 after it, and none is overdue.</param>
/// <param name="NotUpdated">A review period has ended without an update.</param>
/// <param name="NoTarget">Nobody has said when it is to be done.</param>
/// <param name="OverdueAgainstBaseline">The day first agreed has passed, wherever the target has been moved since.</param>
public readonly record struct BoardFlags(bool Overdue, bool DueSoon, bool NotUpdated, bool NoTarget, bool OverdueAgainstBaseline)
{
    /// <summary>How far ahead "due soon" looks: the first reminder's offset.</summary>
    public const int DueSoonDays = 28;

    /// <summary>From so many days overdue on, the board takes it up (scheme section 10.3), whatever the authority's own reminders say.</summary>
    public const int EscalatedAfterDays = 28;

    public static BoardFlags Of(AssignmentState state, DateOnly asOf) => new(
        state.DueBy < asOf,
        state.DueBy >= asOf && state.DueBy <= asOf.AddDays(DueSoonDays),
        state.ReviewBy < asOf,
        state.NoTarget && state.Status is not (AssignmentStatus.Completed or AssignmentStatus.NotApplicable),
        state.BaselineDueBy < asOf);

    /// <summary>Withdrawn work, and work whose "does not apply" the owner has accepted, is no longer expected.</summary>
    public static bool IsExpected(AssignmentState state) => !state.Withdrawn && !state.Accepted;
}
