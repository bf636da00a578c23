namespace PartnershipEquality.Domain.Plans;

/// <summary>
/// What an authority says of its part. Overdue, due soon, not updated and no target are never said: they are
/// derived from dates.
/// </summary>
public enum AssignmentStatus
{
    NotStarted,
    OnTrack,
    AtRisk,
    OffTrack,
    Completed,

    /// <summary>Does not apply here; always with a reason, and counted until the owner accepts it.</summary>
    NotApplicable,
}
