using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Domain.Assignments;

/// <summary>
/// The state of an assignment over a time. One open row each, written in the same transaction as the change;
/// board, what members share and every past date read states alone, so a private update moves the figures and
/// none of its text is seen.
/// </summary>
public sealed class AssignmentState
{
    public required Guid Id { get; init; }

    public required Guid AuthorityId { get; init; }

    public required Guid OwnerId { get; init; }

    public required Guid AssignmentId { get; init; }

    public required Guid SchemeId { get; init; }

    public required Guid ThemeId { get; init; }

    public required Guid ActionId { get; init; }

    public required AssignmentStatus Status { get; init; }

    /// <summary>The earliest open delivery, while the work is still wanted.</summary>
    public DateOnly? DueBy { get; init; }

    public DateOnly? BaselineDueBy { get; init; }

    /// <summary>
    /// The end of the first review period in which nothing was reported: once it has passed, the assignment is not updated.
    /// </summary>
    public DateOnly? ReviewBy { get; init; }

    public required bool NoTarget { get; init; }

    public DateOnly? LastReportedOn { get; init; }

    /// <summary>The owner has accepted that it does not apply, so it is no longer expected.</summary>
    public required bool Accepted { get; init; }

    public required bool Withdrawn { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public bool SaysTheSameAs(AssignmentState other) =>
        (ThemeId, Status, DueBy, BaselineDueBy, ReviewBy, NoTarget, LastReportedOn, Accepted, Withdrawn)
        == (other.ThemeId, other.Status, other.DueBy, other.BaselineDueBy, other.ReviewBy, other.NoTarget, other.LastReportedOn,
            other.Accepted, other.Withdrawn);
}
