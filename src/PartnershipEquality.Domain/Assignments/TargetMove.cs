namespace PartnershipEquality.Domain.Assignments;

/// <summary>
/// A target that was changed, by whom and why. Days slipped count from the earlier due day to the later one; negative when it came forward.
/// </summary>
public sealed class TargetMove
{
    public required Guid Id { get; init; }

    public required Guid AuthorityId { get; init; }

    public required Guid OwnerId { get; init; }

    public required Guid AssignmentId { get; init; }

    /// <summary>The organisation that moved it: the owner the shared target, the authority its own.</summary>
    public required Guid MovedBy { get; init; }

    public string? FromText { get; init; }

    public string? ToText { get; init; }

    public DateOnly? FromDueBy { get; init; }

    public DateOnly? ToDueBy { get; init; }

    public int? DaysSlipped { get; init; }

    /// <summary>Why. Read by the authority and the owner (design section 3: reasons for moved targets are partnership tier).</summary>
    public string? Reason { get; init; }

    public required DateTimeOffset MovedAt { get; init; }
}
