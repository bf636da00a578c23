using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Documents.Words;

namespace PartnershipEquality.Documents.Plans.Tables;

/// <summary>
/// Makes the lines of a table whose columns are kept apart by spaces into rows: the lines of a cell that was broken to fit its column are
/// put together again, and a new row begins at a blank line or, in a table without any, where a line need not have been broken.
/// </summary>
internal sealed class SpacedTable
{
    private const int FewestColumns = 3;
    private const int MostColumns = 40;
    private const int FewestRows = 3;

    private readonly SpacedColumns _columns;
    private readonly bool _numbersRows;
    private readonly int[] _widths;

    private SpacedTable(SpacedColumns columns, bool numbersRows, int[] widths) =>
        (_columns, _numbersRows, _widths) = (columns, numbersRows, widths);

    /// <summary>The rows, the header's first, or null where the lines are no table.</summary>
    public static IReadOnlyList<SourceRow>? Of(IReadOnlyList<SpacedLine> lines)
    {
        var at = lines.ToList().FindIndex(line => line.IsCut);
        var isHeaded = HeaderRow.IsHeader([.. lines[at].Pieces.Select(piece => piece.Text)]);
        var end = isHeaded ? HeaderEnd(lines, at) : 0;
        var body = lines.Skip(end).Where(line => !line.IsBlank).ToList();
        var columns = isHeaded ? SpacedColumns.Of(body, Headings(lines.Take(end), lines[at])) : SpacedColumns.Of(body);
        if (columns.Count is < 2 or > MostColumns)
        {
            return null;
        }

        var rows = new List<SourceRow>();
        if (isHeaded)
        {
            rows.Add(Header(lines.Take(end), columns, lines[at]));
        }

        var groups = GroupsOf(lines.Skip(end));
        var cells = groups.SelectMany(columns.Cut).ToList();
        var table = new SpacedTable(columns, isHeaded && ColumnMeaning.Of(rows[0].Cells[0]).Column == PlanColumn.Reference,
            [.. Enumerable.Range(0, columns.Count).Select(i => cells.Select(line => line[i].Length).DefaultIfEmpty().Max())]);
        rows.AddRange(table.Rows(groups));
        return isHeaded || (columns.Count >= FewestColumns && rows.Count >= FewestRows) || TransposedTable.Turn(rows) is not null
            ? rows : null;
    }

    /// <summary>The lines below the header's that go on with its headings.</summary>
    private static int HeaderEnd(IReadOnlyList<SpacedLine> lines, int at)
    {
        var headings = lines[at].Pieces.Concat(lines.Take(at).SelectMany(line => line.Pieces)).ToList();
        var end = at + 1;
        while (end < lines.Count && !lines[end].IsBlank && lines[end].Pieces.All(GoesOn))
        {
            end++;
        }

        return end;

        bool GoesOn(SpacedPiece piece)
        {
            var over = headings.Where(heading => heading.Start < piece.End && piece.Start < heading.End).Select(heading => heading.Text)
                .ToList();
            return over.Count > 0 && ColumnMeaning.Of(string.Join(' ', over.Append(piece.Text))).Certainty == ColumnCertainty.Certain
                || CellFlow.StartsLower(piece.Text)
                    && (end + 1 == lines.Count || lines[end + 1].IsBlank || end == at + 1 && over.Exists(CellFlow.EndsOpen));
        }
    }

    /// <summary>The headings of the header's main line, and those of the lines around it that stand over columns of their own.</summary>
    private static List<SpacedPiece> Headings(IEnumerable<SpacedLine> lines, SpacedLine named)
    {
        var headings = named.Pieces.ToList();
        foreach (var piece in lines.SelectMany(line => line.Pieces))
        {
            if (!headings.Exists(heading => heading.Start < piece.End && piece.Start < heading.End))
            {
                headings.Add(piece);
            }
        }

        return [.. headings.OrderBy(heading => heading.Start)];
    }

    private static SourceRow Header(IEnumerable<SpacedLine> lines, SpacedColumns columns, SpacedLine named)
    {
        var headings = new string[columns.Count];
        Array.Fill(headings, "");
        foreach (var piece in lines.SelectMany(line => line == named
            ? columns.Headings.Where(heading => line.Pieces.Any(piece => piece.Start <= heading.Start && heading.End <= piece.End))
                : line.Pieces))
        {
            var column = columns.HeadingAt(piece);
            headings[column] = CellFlow.Join(headings[column], piece.Text, goesOn: true);
        }

        return new SourceRow(named.Index + 1, [.. headings.Select(Markup.Clean)]);
    }

    private static List<List<SpacedLine>> GroupsOf(IEnumerable<SpacedLine> lines)
    {
        var groups = new List<List<SpacedLine>>();
        var isOpen = false;
        foreach (var line in lines)
        {
            if (!line.IsBlank && !isOpen)
            {
                groups.Add([]);
            }

            isOpen = !line.IsBlank;
            if (isOpen)
            {
                groups[^1].Add(line);
            }
        }

        return groups;
    }

    private List<SourceRow> Rows(List<List<SpacedLine>> groups)
    {
        var cut = groups.ConvertAll(group => (Lines: group, Cells: _columns.Cut(group)));
        // Where blank lines stand between the rows, each group has its number, or hardly a line within a group need begin another row.
        var isApart = (cut.Count > 1
            && cut.TrueForAll(group => group.Lines.TrueForAll(_columns.Spans)
                || group.Cells.Count(line => NumberLabel.Of(line[0]) is not null) == 1))
            || cut.Sum(group => Breaks(group.Cells)) * 4 <= cut.Sum(group => group.Lines.Count - 1);
        var rows = new List<SourceRow>();
        foreach (var (lines, cells) in cut)
        {
            Row? row = null;
            for (var i = 0; i < lines.Count; i++)
            {
                if (_columns.Spans(lines[i]) && (i == 0 || !isApart))
                {
                    End(row);
                    End(new Row(lines[i].Index + 1, Whole(lines[i].Pieces[0].Text)));
                    row = null;
                    continue;
                }

                if (row is not null && !isApart && Begins(row, cells[i]))
                {
                    End(row);
                    row = null;
                }

                if (row is null)
                {
                    row = new Row(lines[i].Index + 1, cells[i]);
                }
                else
                {
                    row.GoOn(cells[i], HadRoom);
                }
            }

            End(row);
        }

        return rows;

        void End(Row? row)
        {
            if (row is not null)
            {
                rows.Add(new SourceRow(row.Number, [.. NumberApart(row.Cells).Select(Markup.Clean)]));
            }
        }
    }

    private int Breaks(IReadOnlyList<string[]> lines)
    {
        var (breaks, row) = (0, new Row(0, lines[0]));
        foreach (var line in lines.Skip(1))
        {
            if (Begins(row, line))
            {
                breaks++;
                row = new Row(0, line);
            }
            else
            {
                row.GoOn(line, HadRoom);
            }
        }

        return breaks;
    }

    /// <summary>A number, a column that is filled again after it had ended, or words for which the line above had room.</summary>
    private bool Begins(Row row, string[] line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i].Length > 0 && (row.HasEnded(i) || (i == 0 && NumberLabel.Of(line[i]) is not null && row.Cells[0].Length > 0)
                || (row.Last[i].Length > 0 && line[i][0] != '•' && HadRoom(i, row.Last[i], line[i]))))
            {
                return true;
            }
        }

        // The rest of a row hardly begins with capitals in all its cells.
        var filled = Enumerable.Range(0, line.Length).Where(i => line[i].Length > 0).ToList();
        return (_numbersRows && NumberLabel.IsNumber(line[0]))
            || (filled.Count >= FewestColumns && filled[0] == 0
                && filled.TrueForAll(i => !CellFlow.StartsLower(line[i]) && line[i][0] != '•')
                    && filled.Count(i => CellFlow.EndsOpen(row.Last[i])) * 3 < filled.Count);
    }

    private bool HadRoom(int column, string above, string below) =>
        (above.Length + 1 + below.Split(' ')[0].Length) * 10 <= _widths[column] * 7;

    private string[] Whole(string text)
    {
        var cells = new string[_columns.Count];
        Array.Fill(cells, "");
        cells[0] = text;
        return cells;
    }

    /// <summary>"1.1 Publish a profile" under "Ref" and "Action", where one space alone stood between them.</summary>
    private string[] NumberApart(string[] cells) =>
        _numbersRows && cells.Length > 1 && cells[1].Length == 0 && cells.Skip(2).Any(cell => cell.Length > 0)
            && NumberLabel.Of(cells[0]) is { Written: null, Rest: { Length: > 0 } rest }
            ? [cells[0][..^rest.Length].TrimEnd(), rest, .. cells.Skip(2)]
            : cells;

    /// <summary>A row in the making: its cells so far, and the line of each that was the last.</summary>
    private sealed class Row(int number, string[] first)
    {
        private readonly bool[] _ended = new bool[first.Length];

        public int Number => number;

        public string[] Cells { get; } = [.. first];

        public string[] Last { get; private set; } = first;

        public bool HasEnded(int column) => _ended[column];

        public void GoOn(string[] line, Func<int, string, string, bool> hadRoom)
        {
            for (var i = 0; i < line.Length; i++)
            {
                _ended[i] |= Cells[i].Length > 0 && line[i].Length == 0;
                var isItem = line[i].Length > 0 && (line[i][0] is '•' or '\uF0B7' || NumberLabel.ItemOf(line[i]) is not null);
                Cells[i] = Cells[i].EndsWith('-') && CellFlow.StartsLower(line[i]) ? Cells[i] + line[i]
                    : CellFlow.Join(Cells[i], line[i], goesOn: !isItem
                        && !(Last[i].Length > 0 && line[i].Length > 0 && hadRoom(i, Last[i], line[i])));
            }

            Last = line;
        }
    }
}
