using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Documents.Words;

namespace PartnershipEquality.Documents.Plans.Tables;

/// <summary>
/// A table in the template's own columns whose themes are rows of their own between the others, as people set a plan in Word.
/// </summary>
/// <param name="Table">The same in the template's way: each row with its theme.</param>
/// <param name="Empty">Headings under which nothing stands.</param>
internal sealed record HeadedTable(SourceTable Table, IReadOnlyList<SourceRow> Empty)
{
    /// <summary>The table, or null where its columns or its rows are not set so.</summary>
    public static HeadedTable? Of(SourceGrid grid)
    {
        var columns = grid.Rows[0].Cells.Select(CanonicalColumns.Find).ToList();
        var body = grid.Rows.Skip(1).ToList();
        // Without merged cells, as when it was copied into a sheet, a heading is told by its words: what numbers a commitment is none.
        var merges = body.Exists(row => row.IsOneCell);
        bool Heads(SourceRow row) =>
            merges ? row.IsOneCell
                : Cell(row, 0).Length > 0 && row.Cells.Skip(1).All(cell => cell.Length == 0) && !NumberLabel.IsNumber(row.Cells[0]);
        if (!columns.Contains(CanonicalColumns.Reference) || !columns.Contains(CanonicalColumns.Action)
            || columns.Contains(CanonicalColumns.Theme) || columns.Contains(CanonicalColumns.ThemeNumber) || body.Count == 0
                || !Heads(body[0]))
        {
            return null;
        }

        var (reference, commitment) = (columns.IndexOf(CanonicalColumns.Reference), columns.IndexOf(CanonicalColumns.Commitment));
        var isLabelled = columns.Contains(CanonicalColumns.ThemeLabel);
        var rows = new List<SourceRow>();
        var heading = body[0];
        for (var i = 1; i < body.Count; i++)
        {
            if (Heads(body[i]))
            {
                heading = body[i];
                continue;
            }

            // What has no reference goes on with the commitment named above it, and names no other.
            if (Cell(body[i], reference).Length == 0 && (commitment < 0 || body[i - 1] == heading || Cell(body[i], commitment).Length > 0))
            {
                return null;
            }

            var (number, label, title) = ThemeHeading.Read(Cell(heading, 0));
            rows.Add(body[i] with { Cells = [number ?? "", title, .. isLabelled ? [] : new[] { label ?? "" }, .. body[i].Cells] });
        }

        return new HeadedTable(
            new SourceTable(grid.Name, [CanonicalColumns.ThemeNumber.Header, CanonicalColumns.Theme.Header, .. isLabelled
                ? [] : new[] { CanonicalColumns.ThemeLabel.Header }, .. grid.Rows[0].Cells], rows),
            [.. body.Where((row, i) => Heads(row) && (i + 1 == body.Count || Heads(body[i + 1])))]);
    }

    private static string Cell(SourceRow row, int position) => position < row.Cells.Count ? row.Cells[position] : "";
}
