using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Plans.Proposal;
using PartnershipEquality.Documents.Words;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Documents.Plans.Merging;

/// <summary>What one field says now, and what it will say.</summary>
/// <param name="Field">Its name in the JSON of the theme, commitment, action or milestone.</param>
/// <param name="Before">Null where it says nothing.</param>
/// <param name="After">Null where it will say nothing.</param>
public sealed record FieldDifference(string Field, string? Before, string? After);

/// <summary>
/// Compares two parts field by field. A column that the document does not have says nothing, so what is live stays; a cell
/// that it leaves blank in a column that it has is blank. Blanks and line ends do not count.
/// </summary>
internal sealed class PlanComparison(StandingPlan live, IReadOnlySet<PlanColumn> columns)
{
    public bool Speaks(PlanColumn column) => columns.Contains(column);

    public static IReadOnlyList<FieldDifference> Theme(UnderstoodTheme read, Theme theme) => [.. Differing(
        ("number", theme.Number, read.Number ?? theme.Number),
        ("title", theme.Title, read.Title),
        ("label", theme.Label, read.Label ?? theme.Label))];

    /// <param name="under">The title of the theme it moves to; null where it stays.</param>
    public IReadOnlyList<FieldDifference> Commitment(UnderstoodCommitment read, Commitment commitment, string? under) => [.. Differing(
        ("reference", commitment.Reference, read.Reference),
        ("theme", under is null ? null : live.Themes.First(theme => theme.Id == commitment.ThemeId).Title, under),
        ("title", commitment.Title, Said(PlanColumn.Commitment, read.Title, commitment.Title)),
        ("related", Joined(commitment.Related), Said(PlanColumn.Related, Joined(read.Related), Joined(commitment.Related))),
        ("psedAims", Joined(commitment.PsedAims),
            Said(PlanColumn.PsedAims, Joined(read.PsedAims.Select(Camel)), Joined(commitment.PsedAims))),
        ("characteristics", Joined(commitment.Characteristics), Said(PlanColumn.ProtectedCharacteristics,
            Joined(read.ProtectedCharacteristics.Select(Camel)), Joined(commitment.Characteristics))),
        ("label", commitment.Label, read.Label ?? commitment.Label),
        ("notApplicable", commitment.NotApplicable, read.NotApplicable ?? (read.Actions.Count == 0 ? commitment.NotApplicable : null)),
        ("notes", Joined(commitment.Notes), Said(PlanColumn.Note, Joined(read.Notes ?? []), Joined(commitment.Notes))))];

    /// <summary>What is not in the document keeps its number only where the document does not give it to another.</summary>
    public static IReadOnlyList<FieldDifference> GivesWay(Commitment commitment, string reference) =>
        [.. Differing(("reference", commitment.Reference, reference))];

    public IReadOnlyList<FieldDifference> Commitment(SchemeAction action, string? movesUnder) => movesUnder is null ? []
        : [new FieldDifference("commitment", live.Commitments.First(commitment => commitment.Id == action.CommitmentId).Reference,
            movesUnder)];

    public IReadOnlyList<FieldDifference> Action(UnderstoodAction read, SchemeAction action)
    {
        var crossReference = Said(PlanColumn.CrossReference, read.CrossReference.Text, action.CrossReferenceText);
        // The same words name whom they named: ALL stays the members of the first day, though the reader may know more by now.
        var named = SameWords(crossReference, action.CrossReferenceText) && action.WithdrawnAt is null
            ? AuthoritiesOf(action)
                : Joined(read.CrossReference.Authorities.Select(authority => authority.Code).Order(StringComparer.Ordinal));
        return [.. Differing(
            ("text", action.Text, read.Text),
            ("outcome", action.Outcome, Said(PlanColumn.Outcome, read.Outcome, action.Outcome)),
            ("measures", action.Measures, Said(PlanColumn.Measures, read.Measures, action.Measures)),
            ("responsible", action.Responsible, Said(PlanColumn.Responsible, read.Responsible, action.Responsible)),
            ("resources", action.Resources, Said(PlanColumn.Resources, read.Resources, action.Resources)),
            ("barriers", action.Barriers, Said(PlanColumn.Barriers, read.Barriers, action.Barriers)),
            ("stakeholders", action.Stakeholders, Said(PlanColumn.Stakeholders, read.Stakeholders, action.Stakeholders)),
            ("target", action.TargetText, Said(PlanColumn.Target, read.Target, action.TargetText)),
            ("crossReference", action.CrossReferenceText, crossReference),
            ("authorities", AuthoritiesOf(action), named),
            ("label", action.Label, read.Label ?? action.Label),
            ("planStatus", action.PlanStatusText, read.StatusText ?? action.PlanStatusText),
            ("notes", Joined(action.Notes), Said(PlanColumn.Note, Joined(read.Notes ?? []), Joined(action.Notes))))];
    }

    public static IReadOnlyList<FieldDifference> Milestone(UnderstoodMilestone read, Milestone milestone) => [.. Differing(
        ("text", milestone.Text, read.Text),
        ("target", milestone.TargetText, read.Target))];

    private string? Said(PlanColumn column, string? read, string? standing) =>
        columns.Contains(column) || read is not null ? read : standing;

    private string? AuthoritiesOf(SchemeAction action) => action.WithdrawnAt is not null ? null
        : Joined(action.CrossReferences.Select(entry => entry.AuthorityId).OfType<Guid>().Select(id => live.Codes[id])
            .Order(StringComparer.Ordinal));

    private static IEnumerable<FieldDifference> Differing(params (string Field, string? Before, string? After)[] fields) =>
        fields.Where(field => !SameWords(field.Before, field.After))
            .Select(field => new FieldDifference(field.Field, field.Before, field.After));

    private static bool SameWords(string? a, string? b) => a == b || Words(a).SequenceEqual(Words(b), StringComparer.Ordinal);

    private static string[] Words(string? text) => (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string? Joined(IEnumerable<string> values) => CellText.OrNull(string.Join("; ", values));

    private static string? Joined(IEnumerable<PlanNote> notes) =>
        CellText.OrNull(string.Join('\n', notes.Select(note => $"{note.Heading}: {note.Text}")));

    private static string Camel<T>(T value)
        where T : struct, Enum => value.ToString() is { } name ? char.ToLowerInvariant(name[0]) + name[1..] : "";
}
