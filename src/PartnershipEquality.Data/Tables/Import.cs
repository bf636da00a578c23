using PartnershipEquality.Domain.Schemes;

namespace PartnershipEquality.Data.Tables;

/// <summary>Read and waiting, or applied.</summary>
public enum ImportStatus
{
    Read,
    Applied,
}

/// <summary>An uploaded plan: what was understood of it (<c>Plan</c>) and what was not (<c>Problems</c>), both as JSON, until it is applied.</summary>
public sealed class Import
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string FileName { get; init; }

    public required long Bytes { get; init; }

    public required byte[] Sha256 { get; init; }

    public ImportStatus Status { get; set; }

    public required string Title { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required DateOnly EndsOn { get; init; }

    public required SchemeStage Stage { get; init; }

    public bool Sample { get; init; }

    public required string Plan { get; init; }

    public required string Problems { get; init; }

    public Guid? SchemeId { get; set; }

    public int Version { get; set; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? AppliedAt { get; set; }
}
