using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Domain.Board;

/// <summary>
/// How an assignment stands on a day: what asks for attention, and the one word for it. Worked out from dates and never
/// stored; flags may overlap. Work that is completed, does not apply or is withdrawn carries none. The database has the
/// same rule as <c>app.standing</c>, for what is counted and filtered where it lies; a test holds the two equal.
/// </summary>
/// <param name="Overdue">An open delivery was due before the day.</param>
/// <param name="DueSoon">A delivery falls due on the day or in the 28 after it, and none is overdue.</param>
/// <param name="NotUpdated">A review period has ended without an update.</param>
/// <param name="NoTarget">Nobody has said when it is to be done.</param>
/// <param name="OverdueAgainstBaseline">The day first agreed has passed, wherever the target has been moved since.</param>
/// <param name="Headline">The first word that fits.</param>
public readonly record struct Standing(bool Overdue, bool DueSoon, bool NotUpdated, bool NoTarget, bool OverdueAgainstBaseline,
    Headline Headline)
{
    /// <summary>How far ahead "due soon" looks: the first reminder's offset.</summary>
    public const int DueSoonDays = 28;

    /// <summary>
    /// From so many days overdue on, the board takes it up (scheme section 10.3), whatever the authority's own reminders say.
    /// </summary>
    public const int EscalatedAfterDays = 28;

    public static Standing On(DateOnly day, AssignmentState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return On(day, state.Status, state.Withdrawn, state.DueBy, state.BaselineDueBy, state.ReviewBy, state.NoTarget);
    }

    public static Standing On(DateOnly day, Assignment assignment)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        return On(day, assignment.Status, assignment.WithdrawnAt is not null, assignment.DueBy, assignment.BaselineDueBy,
            assignment.ReviewBy, assignment.NoTarget);
    }

    public static Standing On(
        DateOnly day, AssignmentStatus status, bool withdrawn, DateOnly? dueBy, DateOnly? baselineDueBy, DateOnly? reviewBy, bool noTarget)
    {
        var wanted = !withdrawn && status is not (AssignmentStatus.Completed or AssignmentStatus.NotApplicable);
        var overdue = wanted && DueDay.HasPassed(dueBy, day);
        var notUpdated = wanted && DueDay.HasPassed(reviewBy, day);
        return new Standing(
            overdue,
            wanted && dueBy >= day && dueBy <= day.AddDays(DueSoonDays),
            notUpdated,
            wanted && noTarget,
            wanted && DueDay.HasPassed(baselineDueBy, day),
            overdue ? Headline.Overdue : notUpdated ? Headline.NotUpdated : HeadlineOf(status));
    }

    /// <summary>Withdrawn work, and work whose "does not apply" the owner has accepted, is no longer expected.</summary>
    public static bool IsExpected(AssignmentState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return !state.Withdrawn && !state.Accepted;
    }

    /// <summary>Since when it is the board's to take up; null until then, and where there is no date.</summary>
    public static DateOnly? EscalatedOn(DateOnly? dueBy, DateOnly day) =>
        dueBy is { } due && DueDay.DaysPast(due, day) >= EscalatedAfterDays ? due.AddDays(EscalatedAfterDays) : null;

    private static Headline HeadlineOf(AssignmentStatus status) => status switch
    {
        AssignmentStatus.Completed => Headline.Completed,
        AssignmentStatus.OffTrack => Headline.OffTrack,
        AssignmentStatus.AtRisk => Headline.AtRisk,
        AssignmentStatus.OnTrack => Headline.OnTrack,
        AssignmentStatus.NotStarted => Headline.NotStarted,
        AssignmentStatus.NotApplicable => Headline.NotApplicable,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
