using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Plans.Rows;
using PartnershipEquality.Documents.Plans.Tables;
using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Documents.Words;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Documents.Plans;

/// <summary>
/// Understands a document: which of its tables are the plan, what their columns mean, and which rows are themes, commitments and actions.
/// Nothing in it is dropped in silence: every word is in the plan, its notes, the narrative, a problem, or the list of what only repeats.
/// It never throws, invents no date, and says where it is unsure.
/// </summary>
public static class PlanReader
{
    /// <param name="document">What was found in the file.</param>
    /// <param name="mapping">What people said that tables and columns mean.</param>
    /// <param name="rowsRead">Told, row by row, how many of the tables' rows have been understood.</param>
    public static PlanReadingResult Read(SourceDocument document, ColumnMapping? mapping = null, IProgress<int>? rowsRead = null)
    {
        document = WithoutTable(document);
        var read = mapping is null && Canonical(document) is { } table
            ? Strictly(document, table, rowsRead) : new LayoutReader(document, mapping, rowsRead).Read();
        return document.HiddenSheets.Count == 0 ? read : read with
        {
            Problems = [.. document.HiddenSheets.Take(PlanLimits.Problems)
                .Select(name => new RowProblem(null, null, "sheet-hidden", ProblemSeverity.Warning,
                $"The hidden sheet {ProblemList.Quote(name)} is not read.",
                    "Show it and upload the file again, if it is a part of the plan.")), .. read.Problems],
        };
    }

    /// <summary>Where no table is a plan, its paragraphs may be: what people say of tables then means those made of them.</summary>
    private static SourceDocument WithoutTable(SourceDocument document) =>
        document.Blocks.Any(block => block is SourceText) && (ParagraphPlan.Of(document) ?? StackedCells.Of(document)) is { } turned
        && !document.Grids.Any(grid => HeaderRow.Find(grid.Rows) is not null || TransposedTable.Turn(grid.Rows) is not null)
            ? turned
            : document;

    private static PlanReadingResult Strictly(SourceDocument document, HeadedTable table, IProgress<int>? rowsRead)
    {
        var grid = document.Grids.Single();
        var (plan, found) = TemplateReader.Read(table.Table, rowsRead);
        var problems = new ProblemList();
        found.ToList().ForEach(problems.Add);
        var texts = document.Blocks.OfType<SourceText>().ToList();
        var narrative = texts.Select(text => text.Text).ToList();
        foreach (var row in table.Empty)
        {
            narrative.Add(row.Cells[0]);
            problems.Warning(row.Number, null, "heading-without-rows",
                $"No row follows under {ProblemList.Quote(row.Cells[0])}, so it is no theme. It is kept with the scheme's text.");
        }

        var columns = grid.Rows[0].Cells.Select((heading, i) => new ReadColumn(i + 1, heading, MeaningOf(heading),
            CanonicalColumns.Find(heading) is null ? ColumnCertainty.Unknown : ColumnCertainty.Certain));
        return new PlanReadingResult(plan, problems.All,
            [new ReadTable(1, grid.Name, grid.Rows[0].Number, null, [.. columns], table.Table.Rows.Count, null)], [],
            CellText.OrNull(string.Join("\n\n", narrative)), texts.Find(text => text.IsHeading)?.Text);
    }

    private static PlanColumn MeaningOf(string heading)
    {
        var column = CanonicalColumns.Find(heading);
        return column is null ? heading == CanonicalColumns.ProgressHeader ? PlanColumn.Update : PlanColumn.Note
            : column == CanonicalColumns.ThemeLabel ? PlanColumn.ThemeNumber
            : column == CanonicalColumns.CommitmentLabel || column == CanonicalColumns.ActionLabel ? PlanColumn.Reference
            : ColumnMeaning.Of(column.Header).Column;
    }

    /// <summary>
    /// A single table in the template's own columns goes to its strict reader; any other heading that means something to a plan is read
    /// here.
    /// </summary>
    private static HeadedTable? Canonical(SourceDocument document)
    {
        if (document.Grids.ToList() is not [{ Rows: [var header, ..] rows } grid]
            || !header.Cells.All(cell => CanonicalColumns.Find(cell) is not null || CanonicalColumns.FindNotes(cell) is not null
                || cell == CanonicalColumns.ProgressHeader || !ColumnMeaning.Of(cell).IsKnown))
        {
            return null;
        }

        var isComplete = CanonicalColumns.All.Where(column => column.Required)
            .All(column => header.Cells.Any(cell => CanonicalColumns.Find(cell) == column));
        return isComplete ? new HeadedTable(new SourceTable(grid.Name, header.Cells, [.. rows.Skip(1)]), []) : HeadedTable.Of(grid);
    }
}
