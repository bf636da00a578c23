namespace PartnershipEquality.Domain.Assignments;

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

/// <summary>Who may read a text: the authority alone, its partnership too, or (once approved) anybody.</summary>
public enum Tier
{
    Private,
    Partnership,
    Public,
}

/// <summary>Why an occurrence falls due: something is to be delivered, or word is wanted on work without a date.</summary>
public enum OccurrenceKind
{
    Delivery,
    Review,
}

/// <summary>Where an occurrence stands in storage. A review left open past its period is shown as missed.</summary>
public enum OccurrenceStatus
{
    Open,
    Completed,
    Cancelled,
}
