namespace PartnershipEquality.Domain.Assignments;

/// <summary>Where an occurrence stands in storage. A review left open past its period is shown as missed.</summary>
public enum OccurrenceStatus
{
    Open,
    Completed,
    Cancelled,
}
