namespace PartnershipEquality.Domain.People;

/// <summary>A post that answers for one assignment in place of those its roles map to.</summary>
public sealed class AssignmentPost
{
    public required Guid AuthorityId { get; init; }

    public required Guid OwnerId { get; init; }

    public required Guid AssignmentId { get; init; }

    public required Guid PostId { get; init; }
}
