using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Domain.Assignments;

/// <summary>Something that shows what was done: a title and a web address.</summary>
public sealed record EvidenceLink(string Title, string Url);

/// <summary>
/// What an authority reports on an assignment. Never edited, only followed by another; it can be narrowed or
/// retracted with a reason, and the retraction stays visible.
/// </summary>
public sealed class ProgressUpdate : Versioned
{
    public const int NarrativeMaxLength = 10_000;
    public const int ReasonMaxLength = 2_000;
    public const int MaxEvidence = 20;

    public required Guid Id { get; init; }

    public required Guid AuthorityId { get; init; }

    public required Guid OwnerId { get; init; }

    public required Guid AssignmentId { get; init; }

    /// <summary>The delivery that the update closed, if it closed one.</summary>
    public Guid? OccurrenceId { get; init; }

    public required AssignmentStatus Status { get; init; }

    /// <summary>The update says that the whole assignment is finished, whatever dates are still ahead.</summary>
    public required bool Finished { get; init; }

    public string? Narrative { get; init; }

    public IReadOnlyList<EvidenceLink> Evidence { get; init; } = [];

    public required Tier Tier { get; set; }

    /// <summary>The credential that reported: a fact.</summary>
    public required string ReportedBy { get; init; }

    /// <summary>Whom the credential says it reported for: an assertion.</summary>
    public string? OnBehalfOf { get; init; }

    public required DateTimeOffset ReportedAt { get; init; }

    public string? NarrowedReason { get; private set; }

    public DateTimeOffset? RetractedAt { get; private set; }

    public string? RetractedReason { get; private set; }

    public void Narrow(Tier tier, string reason)
    {
        if (RetractedAt is not null)
        {
            throw Refusal.Conflict("update-retracted", "The update has been retracted; there is nothing left to narrow.");
        }

        if (tier >= Tier)
        {
            throw Refusal.Field("#/tier", "not-narrower",
                $"The update is {Tier.ToString().ToLowerInvariant()} already; name a narrower tier. To say more, report again.");
        }

        Tier = tier;
        NarrowedReason = reason;
        Revise();
    }

    public void Retract(string reason, DateTimeOffset at)
    {
        if (RetractedAt is not null)
        {
            throw Refusal.Conflict("update-retracted", "The update has already been retracted.");
        }

        RetractedAt = at;
        RetractedReason = reason;
        Revise();
    }
}
