namespace PartnershipEquality.Domain.Imports;

/// <summary>
/// Understands a document: which of its tables are the plan, what their columns mean, and which rows are themes, commitments and actions.
/// Nothing in it is dropped in silence: every word is in the plan, its notes, the narrative, a problem, or the list of what only repeats.
/// It never throws, invents no date, and says where it is unsure.
/// </summary>
public static class DocumentReader
{
    public static ReadPlan Read(SourceDocument document, ColumnMapping? mapping = null)
    {
        if (mapping is not null || Canonical(document) is not { } table)
        {
            return new DocumentReading(document, mapping).Read();
        }

        var (plan, problems) = PlanReader.Read(table);
        var columns = table.Header.Select((heading, i) => new ReadColumn(i + 1, heading, MeaningOf(heading), CanonicalColumns.Find(heading) is null ? ColumnCertainty.Unknown : ColumnCertainty.Certain));
        var narrative = string.Join("\n\n", document.Blocks.OfType<SourceText>().Select(text => text.Text));
        return new ReadPlan(plan, problems, [new ReadTable(1, table.Name, document.Grids.Single().Rows[0].Number, null, [.. columns], table.Rows.Count, null)], [], CellText.OrNull(narrative), null);
    }

    private static PlanColumn MeaningOf(string heading)
    {
        var column = CanonicalColumns.Find(heading);
        return column is null ? heading == CanonicalColumns.ProgressHeader ? PlanColumn.Update : PlanColumn.Note
            : column == CanonicalColumns.ThemeLabel ? PlanColumn.ThemeNumber
            : column == CanonicalColumns.CommitmentLabel || column == CanonicalColumns.ActionLabel ? PlanColumn.Reference
            : ColumnMeaning.Of(column.Header).Column;
    }

    /// <summary>A single table in the template's own columns goes to its strict reader; any other heading that means something to a plan is read here.</summary>
    private static SourceTable? Canonical(SourceDocument document)
    {
        var grids = document.Grids.ToList();
        if (grids is not [{ Rows: [var header, ..] rows } grid] || !CanonicalColumns.All.Where(column => column.Required).All(column => header.Cells.Any(cell => CanonicalColumns.Find(cell) == column)))
        {
            return null;
        }

        return header.Cells.All(cell => CanonicalColumns.Find(cell) is not null || CanonicalColumns.FindNotes(cell) is not null || cell == CanonicalColumns.ProgressHeader || !ColumnMeaning.Of(cell).IsKnown) ? new SourceTable(grid.Name, header.Cells, [.. rows.Skip(1)]) : null;
    }
}
