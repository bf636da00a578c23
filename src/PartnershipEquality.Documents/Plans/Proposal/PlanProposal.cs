using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Documents.Plans.Proposal;

/// <summary>
/// A plan as read from a source table, for people to see and correct before it is applied.
/// Targets and cross-references are still the text as written.
/// </summary>
public sealed record PlanProposal(IReadOnlyList<ProposedTheme> Themes)
{
    public static PlanProposal Empty { get; } = new([]);
}

/// <summary>A heading of the proposed plan; its number is as written, and may be missing.</summary>
public sealed record ProposedTheme(string? Number, string Title, IReadOnlyList<ProposedCommitment> Commitments)
{
    /// <summary>The words the plan itself numbers it with, where they are more than the number: "Equality Priority 2".</summary>
    public string? Label { get; init; }
}

/// <summary>A numbered promise of the proposed plan; real plans leave some untitled, and some without any action.</summary>
public sealed record ProposedCommitment(
    string Reference,
    string? Title,
    IReadOnlyList<string> Related,
    IReadOnlyList<PsedAim> PsedAims,
    IReadOnlyList<ProtectedCharacteristic> ProtectedCharacteristics,
    IReadOnlyList<ProposedAction> Actions,
    SourcePlace Source)
{
    /// <summary>The words the plan itself numbers it with, where they are more than the number: "Objective 3".</summary>
    public string? Label { get; init; }

    /// <summary>The plan's own words for why nothing is to be done: "N/A". Null where it applies.</summary>
    public string? NotApplicable { get; init; }

    /// <summary>Cells that belong to no column of a plan and to no action.</summary>
    public IReadOnlyList<PlanNote> Notes { get; init; } = [];
}

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
    SourcePlace Source)
{
    /// <summary>The words the plan itself numbers it with: "Action 5", "2)".</summary>
    public string? Label { get; init; }

    /// <summary>The responsible cell as written, where <see cref="Responsible"/> sets apart or corrects what it says.</summary>
    public string? ResponsibleAsWritten { get; init; }

    /// <summary>Where the plan says it stands. It is proposed to the authorities, and reported for none of them.</summary>
    public AssignmentStatus? Status { get; init; }

    /// <summary>The words that say where it stands, such as "Dec 2013-Completed", or the cell of progress.</summary>
    public string? StatusText { get; init; }

    /// <summary>Cells that belong to no column of a plan.</summary>
    public IReadOnlyList<PlanNote> Notes { get; init; } = [];
}

/// <summary>A step on the way to an action, with its own target as written, if it has one.</summary>
public sealed record ProposedMilestone(string Text, string? Target);
