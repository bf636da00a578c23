using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Domain.Plans;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Documents.Plans.Proposal;

/// <summary>A plan as it would go live: dates and cross-references read, each beside its words.</summary>
/// <param name="Themes">The headings in the plan's order.</param>
public sealed record UnderstoodPlan(IReadOnlyList<UnderstoodTheme> Themes)
{
    /// <summary>How much it holds.</summary>
    public PlanCounts Count() => new(
        Themes.Count,
        Themes.Sum(t => t.Commitments.Count),
        Actions.Count(),
        Actions.Sum(a => a.CrossReference.Authorities.Count),
        Actions.Count(a => a.CrossReference.Authorities.Count == 0));

    private IEnumerable<UnderstoodAction> Actions => Themes.SelectMany(t => t.Commitments).SelectMany(c => c.Actions);
}

/// <summary>How much a plan holds.</summary>
/// <param name="Themes">Headings.</param>
/// <param name="Commitments">Numbered promises, those without an action included.</param>
/// <param name="Actions">Rows of work.</param>
/// <param name="Assignments">One for each action and authority that answers for it.</param>
/// <param name="Unassigned">Actions for which no authority answers.</param>
public sealed record PlanCounts(int Themes, int Commitments, int Actions, int Assignments, int Unassigned);

/// <summary>A heading of the plan.</summary>
/// <param name="Label">The words the plan itself numbers it with, where they are more than the number: "Equality Priority 2".</param>
public sealed record UnderstoodTheme(string? Number, string Title, IReadOnlyList<UnderstoodCommitment> Commitments, string? Label = null);

/// <summary>A numbered promise; it may be untitled, and may have no action.</summary>
/// <param name="Label">The words the plan itself numbers it with, where they are more than the number: "Objective 3".</param>
/// <param name="NotApplicable">The plan's own words for why nothing is to be done: "N/A"; null where it applies.</param>
/// <param name="Notes">Cells that belong to no column of a plan and to no action.</param>
/// <param name="Source">Where a person finds it in the file.</param>
public sealed record UnderstoodCommitment(
    string Reference,
    string? Title,
    IReadOnlyList<string> Related,
    IReadOnlyList<PsedAim> PsedAims,
    IReadOnlyList<ProtectedCharacteristic> ProtectedCharacteristics,
    IReadOnlyList<UnderstoodAction> Actions,
    string? Label = null,
    string? NotApplicable = null,
    IReadOnlyList<PlanNote>? Notes = null,
    SourcePlace? Source = null);

/// <summary>A row of work.</summary>
/// <param name="Reference">The commitment's reference and the row's place there: "1.2/3".</param>
/// <param name="Target">The target cell word for word.</param>
/// <param name="Targets">What it means; <c>appliesTo</c> holds the codes of the authorities that a date is for, none for all.</param>
/// <param name="Source">Where a person finds it in the file: the table, counted from 1, and the row under its number there.</param>
/// <param name="Label">The words the plan itself numbers it with: "Action 5".</param>
/// <param name="ResponsibleAsWritten">The responsible cell as written, where <c>responsible</c> sets apart or corrects what it
/// says.</param>
/// <param name="Status">Where the plan says it stands. It is proposed to the authorities, and reported for none of them.</param>
/// <param name="StatusText">The words that say so.</param>
/// <param name="Notes">Cells that belong to no column of a plan.</param>
public sealed record UnderstoodAction(
    string Reference,
    string Text,
    string? Outcome,
    string? Measures,
    string? Responsible,
    string? Resources,
    string? Barriers,
    string? Stakeholders,
    IReadOnlyList<UnderstoodMilestone> Milestones,
    string? Target,
    IReadOnlyList<TargetDateRecord> Targets,
    UnderstoodCrossReference CrossReference,
    SourcePlace? Source,
    string? Label = null,
    string? ResponsibleAsWritten = null,
    AssignmentStatus? Status = null,
    string? StatusText = null,
    IReadOnlyList<PlanNote>? Notes = null);

/// <summary>A step on the way, with its own date, if it has one.</summary>
public sealed record UnderstoodMilestone(string Text, string? Target, IReadOnlyList<TargetDateRecord> Targets);

/// <summary>For whom the action is.</summary>
/// <param name="Text">The cell word for word; null when it was empty, which assigns nobody.</param>
/// <param name="Authorities">Who answers for it.</param>
/// <param name="OutsideBodies">Bodies named beside them that are not members.</param>
/// <param name="Unresolved">Words that name nobody known; never guessed.</param>
public sealed record UnderstoodCrossReference(
    string? Text, IReadOnlyList<AssignedAuthority> Authorities, IReadOnlyList<string> OutsideBodies, IReadOnlyList<string> Unresolved);

/// <summary>An authority that answers for an action.</summary>
/// <param name="AuthorityId">Its id.</param>
/// <param name="Code">Its code.</param>
/// <param name="Qualifier">What the plan says of its part: "BTEC"; null for most.</param>
/// <param name="Written">The words that named it.</param>
public sealed record AssignedAuthority(Guid AuthorityId, string Code, string? Qualifier, string Written);
