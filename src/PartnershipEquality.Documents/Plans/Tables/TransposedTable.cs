using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Documents.Words;

namespace PartnershipEquality.Documents.Plans.Tables;

/// <summary>
/// A table whose headings stand in its first column, one below the other, with an action in each column beside it: turned so that they
/// stand on top.
/// </summary>
internal static class TransposedTable
{
    private const int FewestHeadings = 3;

    /// <summary>The header and a row for each action, or null where the table does not stand on its side.</summary>
    public static IReadOnlyList<SourceRow>? Turn(IReadOnlyList<SourceRow> rows)
    {
        if (rows.Count(row => row.Cells.Count > 1 && ColumnMeaning.IsName(row.Cells[0])) < FewestHeadings)
        {
            return null;
        }

        var keys = rows.Where(row => row.Cells.Count > 1 && row.Cells[0].Length > 0)
            .Select(row => (Key: row.Cells[0], Meaning: ColumnMeaning.Of(row.Cells[0]))).ToList();
        var known = keys.Where(key => key.Meaning.Certainty <= ColumnCertainty.Likely).ToList();
        if (known.Count * 10 < keys.Count * 6 || known.Select(key => key.Meaning.Column).Distinct().Count() < FewestHeadings
            || !known.Exists(key => HeaderRow.IsCore(key.Meaning.Column))
            || known.Where(key => key.Meaning.Certainty == ColumnCertainty.Certain).Select(key => key.Meaning.Column).Distinct()
                .Count() < FewestHeadings)
        {
            return null;
        }

        var headings = rows.Where(row => row.Cells.Count > 0 && row.Cells[0].Length > 0).Select(row => row.Cells[0]).Distinct().ToList();
        var turned = new List<SourceRow> { new(rows[0].Number, headings) };
        foreach (var record in Records(rows))
        {
            for (var column = 1; column < record.Max(row => row.Cells.Count); column++)
            {
                var cells = new string[headings.Count];
                Array.Fill(cells, "");
                var at = 0;
                foreach (var row in record)
                {
                    at = row.Cells[0].Length > 0 ? headings.IndexOf(row.Cells[0]) : at;
                    cells[at] = CellFlow.Join(cells[at], column < row.Cells.Count ? row.Cells[column] : "", goesOn: false);
                }

                if (cells.Any(cell => cell.Length > 0))
                {
                    turned.Add(new SourceRow(record[0].Number, cells));
                }
            }
        }

        return turned;
    }

    /// <summary>A heading that comes again begins the next action.</summary>
    private static IEnumerable<List<SourceRow>> Records(IReadOnlyList<SourceRow> rows)
    {
        var record = new List<SourceRow>();
        var seen = new HashSet<string>();
        foreach (var row in rows.Where(row => row.Cells.Count > 0))
        {
            if (row.Cells[0].Length > 0 && !seen.Add(row.Cells[0]))
            {
                yield return record;
                record = [];
                seen = [row.Cells[0]];
            }

            record.Add(row);
        }

        yield return record;
    }
}
