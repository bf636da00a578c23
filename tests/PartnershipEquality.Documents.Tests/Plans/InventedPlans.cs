using PartnershipEquality.Documents.Plans;
using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Plans.Tables;
using PartnershipEquality.Documents.Sources;

namespace PartnershipEquality.Documents.Tests.Plans;

/// <summary>Layouts that councils might use, made up: a bar stands between cells, "^" for a line's end within a cell.</summary>
internal static class InventedPlans
{
    public static string Text(string layout) =>
        layout.ReplaceLineEndings("\n").Replace(" | ", "\t", StringComparison.Ordinal).Replace("| ", "\t", StringComparison.Ordinal)
            .Replace(" |", "\t", StringComparison.Ordinal).Replace("|", "\t", StringComparison.Ordinal);

    /// <summary>As a reader of Word or Excel would give it, where a cell may hold lines.</summary>
    public static SourceDocument Document(string layout)
    {
        var document = PlainTextDocument.Read("plan.txt", Text(layout));
        return document with
        {
            Blocks = [.. document.Blocks.Select(block => block is SourceGrid grid
                ? grid with {
                    Rows = [.. grid.Rows.Select(row => row with { Cells = [.. row.Cells.Select(cell => cell.Replace('^', '\n'))] })] }
                : block)],
        };
    }

    public static PlanReadingResult Read(string layout, ColumnMapping? mapping = null) => PlanReader.Read(Document(layout), mapping);

    /// <summary>A line for each action: theme, commitment, action, who, when.</summary>
    public static string[] Rows(this PlanReadingResult read) =>
        [.. read.Plan.Themes.SelectMany(
            theme => theme.Commitments.SelectMany(commitment => commitment.Actions.DefaultIfEmpty().Select(action =>
        string.Join(" / ", $"{theme.Number} {theme.Title}".Trim(), $"{commitment.Reference} {commitment.Title}".Trim(),
            $"{action?.Label} {action?.Text}".Trim(), action?.Responsible, action?.Target).ReplaceLineEndings("^"))))];
}
