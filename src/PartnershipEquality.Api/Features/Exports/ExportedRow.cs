using PartnershipEquality.Api.Features.Assignments;
using PartnershipEquality.Documents.Plans.Columns;

namespace PartnershipEquality.Api.Features.Exports;

/// <summary>One row of a plan's table: an action, a commitment that has none, or a theme that has nothing yet.</summary>
/// <param name="Theme">The heading it stands under; what stands under that is not held.</param>
/// <param name="Commitment">The promise it serves, without its actions.</param>
/// <param name="Action">The work.</param>
internal sealed record ExportedRow(ThemeExport Theme, CommitmentExport? Commitment, ActionExport? Action)
{
    /// <summary>How far each authority is, a line each.</summary>
    public string ProgressText => Action is null ? "" : string.Join('\n', Action.Progress.Select(Line));

    public bool IsUnderTheThemeOf(ExportedRow? other) =>
        other is not null && Theme.Number == other.Theme.Number && Theme.Title == other.Theme.Title;

    /// <summary>What stands under each column of the canonical table.</summary>
    public string CellOf(CanonicalColumn column) =>
        (column == CanonicalColumns.ThemeNumber ? Theme.Number
        : column == CanonicalColumns.Theme ? Theme.Title
        : column == CanonicalColumns.Reference ? Commitment?.Reference
        : column == CanonicalColumns.Commitment ? Commitment?.Title
        : column == CanonicalColumns.RelatedCommitments ? List(Commitment?.Related)
        : column == CanonicalColumns.PsedAims ? List(Commitment?.PsedAims)
        : column == CanonicalColumns.ProtectedCharacteristics ? List(Commitment?.ProtectedCharacteristics)
        : column == CanonicalColumns.Action ? Action?.Text ?? NotApplicable
        : column == CanonicalColumns.Outcome ? Action?.Outcome
        : column == CanonicalColumns.Measures ? Action?.Measures
        : column == CanonicalColumns.ResponsibleOfficer ? Action?.Responsible
        : column == CanonicalColumns.Resources ? Action?.Resources
        : column == CanonicalColumns.Barriers ? Action?.Barriers
        : column == CanonicalColumns.Stakeholders ? Action?.Stakeholders
        : column == CanonicalColumns.TargetDate ? Action?.Target
        : column == CanonicalColumns.CrossReference ? Action?.CrossReference
        : column == CanonicalColumns.Milestones ? Lines(Action?.Milestones)
        : column == CanonicalColumns.ThemeLabel ? Theme.Label
        : column == CanonicalColumns.CommitmentLabel ? Commitment?.Label
        : column == CanonicalColumns.ActionLabel ? Action?.Label
        : column == CanonicalColumns.ResponsibleAsWritten ? Action?.ResponsibleAsWritten
        : column == CanonicalColumns.Status ? PlanStatus
        : column == CanonicalColumns.StatusAsWritten ? Action?.PlanStatus?.Text is { } text && text != PlanStatus ? text : null
        : null) ?? "";

    /// <summary>For a commitment without an action, that there is to be none.</summary>
    private string? NotApplicable =>
        Action is null && Commitment?.NotApplicable is { } words ? CanonicalColumns.NotApplicableCell(words) : null;

    private string? PlanStatus => Action?.PlanStatus?.Status is { } status ? AssignmentRowReader.Label(status) : null;

    private static string? List(IReadOnlyList<string>? values) => values is null ? null : string.Join("; ", values);

    private static string? Lines(IReadOnlyList<MilestoneExport>? milestones) =>
        milestones is null ? null : string.Join('\n', milestones.Select(m => m.Target is null ? m.Text : $"{m.Text} | {m.Target}"));

    private static string Line(ProgressExport p)
    {
        var own = p.OwnTarget is null ? "" : $", own target {p.OwnTarget}";
        var said = p.Narrative is null ? "" : $" ({p.ReportedOn:d MMMM yyyy}): {p.Narrative.ReplaceLineEndings(" ")}";
        return $"{p.Authority}: {p.Status}{own}{said}";
    }
}
