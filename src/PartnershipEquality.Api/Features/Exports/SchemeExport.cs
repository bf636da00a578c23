using PartnershipEquality.Api.Features.Plans;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Exports;

/// <summary>A plan with its progress, as the JSON export holds it.</summary>
/// <param name="SchemeId">The scheme's id.</param>
/// <param name="Reference">What people quote: "LEICS-2026".</param>
/// <param name="Title">The scheme's title.</param>
/// <param name="StartsOn">Its first day.</param>
/// <param name="EndsOn">Its last day.</param>
/// <param name="AsOf">The day, in London, on which it was written.</param>
/// <param name="Themes">Its headings in order, each with what stands under it.</param>
public sealed record SchemeExport(Guid SchemeId, string Reference, string Title, DateOnly StartsOn, DateOnly EndsOn, DateOnly AsOf,
    IReadOnlyList<ThemeExport> Themes);

/// <summary>A heading of the plan.</summary>
/// <param name="Number">As the plan numbers it; null when it does not.</param>
/// <param name="Label">The words it numbers it with, where they are more than the number.</param>
/// <param name="Title">Its words.</param>
/// <param name="Commitments">The promises under it, in order.</param>
public sealed record ThemeExport(string? Number, string? Label, string Title, IReadOnlyList<CommitmentExport> Commitments);

/// <summary>A numbered promise.</summary>
/// <param name="Reference">Its number: "1.2".</param>
/// <param name="Label">The words the plan numbers it with, where they are more than the number.</param>
/// <param name="Title">Its words; null where the plan gives none.</param>
/// <param name="Related">References of related commitments.</param>
/// <param name="PsedAims">The aims of the public sector equality duty that it serves.</param>
/// <param name="ProtectedCharacteristics">The characteristics that it is about.</param>
/// <param name="NotApplicable">The plan's own words for why nothing is to be done; null where it applies.</param>
/// <param name="Notes">What the plan says of it beside its columns.</param>
/// <param name="Actions">The work under it, in order; withdrawn work is left out.</param>
public sealed record CommitmentExport(
    string Reference, string? Label, string? Title, IReadOnlyList<string> Related, IReadOnlyList<string> PsedAims,
        IReadOnlyList<string> ProtectedCharacteristics, string? NotApplicable,
    IReadOnlyList<PlanNote> Notes, IReadOnlyList<ActionExport> Actions);

/// <summary>A row of work.</summary>
/// <param name="Reference">The commitment's reference and its place there: "1.2/3".</param>
/// <param name="Label">The words the plan numbers it with.</param>
/// <param name="Text">What is required.</param>
/// <param name="Outcome">What it should bring about.</param>
/// <param name="Measures">How it will be known.</param>
/// <param name="Responsible">The responsible roles, each set apart.</param>
/// <param name="ResponsibleAsWritten">The plan's own cell, where <c>responsible</c> sets apart or corrects what it says.</param>
/// <param name="Resources">What it takes.</param>
/// <param name="Barriers">What may stand in the way.</param>
/// <param name="Stakeholders">Who else has a part in it.</param>
/// <param name="Milestones">Steps on the way.</param>
/// <param name="Target">When, word for word.</param>
/// <param name="CrossReference">For whom, word for word.</param>
/// <param name="PlanStatus">Where the plan itself said that it stood; left out where it said nothing.</param>
/// <param name="Notes">What the plan says of it beside its columns.</param>
/// <param name="Progress">How far each authority is that you may see.</param>
public sealed record ActionExport(
    string Reference, string? Label, string Text, string? Outcome, string? Measures, string? Responsible, string? ResponsibleAsWritten,
        string? Resources, string? Barriers, string? Stakeholders,
    IReadOnlyList<MilestoneExport> Milestones, string? Target, string? CrossReference, PlanStatusDetail? PlanStatus,
        IReadOnlyList<PlanNote> Notes,
    IReadOnlyList<ProgressExport> Progress);

/// <summary>A step on the way.</summary>
/// <param name="Text">What is done by then.</param>
/// <param name="Target">When, as written; null where nothing is said.</param>
public sealed record MilestoneExport(string Text, string? Target);

/// <summary>How far one authority is with an action.</summary>
/// <param name="Authority">The authority's code.</param>
/// <param name="Qualifier">What the plan says of its part; null for most.</param>
/// <param name="Status">The status in words, with what dates add to it: "On track, overdue".</param>
/// <param name="OwnTarget">The authority's own target, where it has one.</param>
/// <param name="DueBy">The earliest open delivery; null where there is none.</param>
/// <param name="ReportedOn">The day, in London, of the latest update shown.</param>
/// <param name="Narrative">What that update says; null where none may be shown.</param>
public sealed record ProgressExport(string Authority, string? Qualifier, string Status, string? OwnTarget, DateOnly? DueBy,
    DateOnly? ReportedOn, string? Narrative);
