using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Documents.Words;

namespace PartnershipEquality.Documents.Plans.Tables;

/// <summary>A table of the document, or the part of it below one header: its rows, and which of them only repeat the header.</summary>
/// <param name="Number">The table's place among the document's, from 1.</param>
/// <param name="Above">Rows above the header: a title, a note.</param>
/// <param name="Header">Null where it goes on without one.</param>
internal sealed record TablePart(int Number, string Name, IReadOnlyList<SourceRow> Above, HeaderRow? Header, SourceRow? HeaderSource,
    IReadOnlyList<SourceRow> Rows, IReadOnlyList<SourceRow> Repeats)
{
    // A row of work may hold one or two words that name columns; a header further down holds more.
    private const int FewestNamesFurtherDown = 3;

    /// <summary>The parts of a grid; a single one without a header where none is found.</summary>
    public static IReadOnlyList<TablePart> Of(SourceGrid grid, int number, TableMapping? mapping, RowCount count)
    {
        var rows = (IReadOnlyList<SourceRow>)[.. grid.Rows.Select(row => Clean(row, count))];
        HeaderRow? header;
        if (mapping?.HeaderRow is { } given && rows.ToList().FindIndex(row => row.Number == given) is >= 0 and var at)
        {
            header = HeaderRow.At(rows, at);
        }
        else if (rows.ToList().FindIndex(row => HasNamed(row, mapping)) is >= 0 and var named)
        {
            // Headings that a person has named may be words that nobody else would know.
            header = HeaderRow.At(rows, named);
        }
        else
        {
            // First: a heading beside its value may look like two headings.
            var turned = TransposedTable.Turn(rows);
            rows = turned ?? rows;
            header = turned is null ? HeaderRow.Find(rows) : new HeaderRow(0, 1, rows[0].Cells);
        }

        var parts = new List<TablePart>();
        while (header is not null)
        {
            var end = NextHeader(rows, header);
            var body = rows.Skip(header.Index + header.Count).Take(end - header.Index - header.Count).ToList();
            var repeats = body.Where(row => IsHeaderAgain(row, header, rows)).ToHashSet();
            parts.Add(new TablePart(number, grid.Name, parts.Count == 0 ? [.. rows.Take(header.Index)]
                : [], header, rows[header.Index], [.. body.Where(row => !repeats.Contains(row))], [.. repeats]));
            header = end < rows.Count ? HeaderRow.At(rows, end) : null;
        }

        return parts.Count > 0 ? parts : [new TablePart(number, grid.Name, [], null, null, rows, [])];
    }

    private static bool HasNamed(SourceRow row, TableMapping? mapping)
    {
        var named = mapping?.Columns?.Where(column => column.Position is null && column.Heading is not null)
            .Select(column => LooseWord.KeyOf(column.Heading!)).ToList() ?? [];
        return named.Count > 0 && named.TrueForAll(row.Cells.Select(LooseWord.KeyOf).Contains);
    }

    private static int NextHeader(IReadOnlyList<SourceRow> rows, HeaderRow header)
    {
        var columns = header.Headings.Select(heading => ColumnMeaning.Of(heading).Column).Where(column => column != PlanColumn.Note)
            .ToList();
        for (var i = header.Index + header.Count; i < rows.Count; i++)
        {
            var cells = rows[i].Cells;
            if (HeaderRow.IsHeader(cells) && !IsHeaderAgain(rows[i], header, rows))
            {
                var known = cells.Select(ColumnMeaning.Of).Where(meaning => meaning.Certainty == ColumnCertainty.Certain)
                    .Select(meaning => meaning.Column).ToList();
                if (known.Count >= FewestNamesFurtherDown && known.Count * 10 >= cells.Count(cell => cell.Length > 0) * 7
                    && !known.SequenceEqual(columns))
                {
                    return i;
                }
            }
        }

        return rows.Count;
    }

    /// <summary>The header again, perhaps with words that the edge of a page has cut.</summary>
    private static bool IsHeaderAgain(SourceRow row, HeaderRow header, IReadOnlyList<SourceRow> rows)
    {
        if (!BeginsAsOne(row, header, rows))
        {
            return false;
        }

        var key = HeaderRow.KeyOf(row.Cells);

        if (key == header.Key || Enumerable.Range(header.Index, header.Count).Any(i => key == HeaderRow.KeyOf(rows[i].Cells)))
        {
            return true;
        }

        var filled = row.Cells.Select((cell, i) => (Key: LooseWord.KeyOf(cell), Heading: i < header.Headings.Count
            ? LooseWord.KeyOf(header.Headings[i]) : "")).Where(cell => cell.Key.Length > 0).ToList();
        return filled.Count > 1
            && filled.TrueForAll(cell => cell.Heading.Length > 0 && cell.Key.Length > 2
                && (cell.Heading.StartsWith(cell.Key, StringComparison.Ordinal)
                    || cell.Key.StartsWith(cell.Heading, StringComparison.Ordinal)));
    }

    /// <summary>
    /// Whether its first filled cell begins with the letter of its heading. Asked of every row of a long table, so it must be quick.
    /// </summary>
    private static bool BeginsAsOne(SourceRow row, HeaderRow header, IReadOnlyList<SourceRow> rows)
    {
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (row.Cells[i].Length > 0 && LooseWord.KeyOf(row.Cells[i]) is { Length: > 0 } key)
            {
                return BeginsAs(header.Headings) || Enumerable.Range(header.Index, header.Count).Any(at => BeginsAs(rows[at].Cells));

                bool BeginsAs(IReadOnlyList<string> headings) =>
                    i < headings.Count && LooseWord.KeyOf(headings[i]) is { Length: > 0 } heading && heading[0] == key[0];
            }
        }

        return false;
    }

    private static SourceRow Clean(SourceRow row, RowCount count)
    {
        count.Seen();
        return row with { Cells = [.. row.Cells.Select(cell => Markup.Clean(CellText.Read(cell).Text))] };
    }
}
