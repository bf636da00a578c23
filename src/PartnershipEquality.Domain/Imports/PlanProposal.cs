using PartnershipEquality.Domain.Schemes;

namespace PartnershipEquality.Domain.Imports;

/// <summary>
/// A plan as read from a source table, for people to see and correct before it is applied.
/// Targets and cross-references are still the text as written.
/// </summary>
public sealed record PlanProposal(IReadOnlyList<ProposedTheme> Themes)
{
    public static PlanProposal Empty { get; } = new([]);
}

/// <summary>A heading of the proposed plan; its number is as written, and may be missing.</summary>
public sealed record ProposedTheme(string? Number, string Title, IReadOnlyList<ProposedCommitment> Commitments);

/// <summary>A numbered promise of the proposed plan; real plans leave some untitled, and some without any action.</summary>
public sealed record ProposedCommitment(
    string Reference,
    string? Title,
    IReadOnlyList<string> Related,
    IReadOnlyList<PsedAim> PsedAims,
    IReadOnlyList<ProtectedCharacteristic> ProtectedCharacteristics,
    IReadOnlyList<ProposedAction> Actions,
    int SourceRow);

/// <summary>
/// One row of work of the proposed plan. Its reference is the commitment's with its place there: "1.2/3" is the third action of 1.2.
/// What the source left blank is null.
/// </summary>
public sealed record ProposedAction(
    string Reference,
    string Text,
    string? Outcome,
    string? Measures,
    string? Responsible,
    string? Resources,
    string? Barriers,
    string? Stakeholders,
    IReadOnlyList<ProposedMilestone> Milestones,
    string? Target,
    string? CrossReference,
    int SourceRow);

/// <summary>A step on the way to an action, with its own target as written, if it has one.</summary>
public sealed record ProposedMilestone(string Text, string? Target);
