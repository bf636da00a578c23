using PartnershipEquality.Documents.Sources;

namespace PartnershipEquality.Documents.Files;

/// <summary>The cells of a sheet that show something, where they stand; of merged ones the first alone.</summary>
internal sealed class SheetCells(string name, ReadingBudget budget)
{
    private readonly SortedDictionary<int, List<(int Column, string Text)>> _rows = [];
    private readonly List<(CellPlace From, CellPlace To)> _merges = [];
    private int _cells;

    public void Add(int row, int column, string text)
    {
        budget.Check();
        var shown = budget.Text(text, $"{name}, row {row},");
        if (shown.Length == 0)
        {
            return;
        }

        if (column > CellPlace.MaxColumn || row is < 1 or > CellPlace.MaxRow || ++_cells > ReadingLimits.Cells)
        {
            throw FileRefusal.TooManyCells();
        }

        if (!_rows.TryGetValue(row, out var there))
        {
            _rows[row] = there = [];
            if (_rows.Count > ReadingLimits.Rows)
            {
                throw FileRefusal.TooManyRows(name);
            }
        }

        there.Add((column, shown));
    }

    public void Merge(CellPlace from, CellPlace to)
    {
        _merges.Add((from, to));
        if (_merges.Count > ReadingLimits.Merges)
        {
            throw FileRefusal.TooComplex();
        }
    }

    public SourceGrid? ToGrid()
    {
        if (_rows.Count == 0)
        {
            return null;
        }

        var width = _rows.Values.Max(r => r.Max(c => c.Column));
        if (width > ReadingLimits.Columns)
        {
            throw FileRefusal.TooManyColumns(name);
        }

        var grid = new Dictionary<int, string[]>();
        foreach (var (row, there) in _rows)
        {
            var texts = grid[row] = new string[width];
            Array.Fill(texts, "");
            foreach (var (column, text) in there)
            {
                texts[column - 1] = text;
            }
        }

        var visited = 0;
        foreach (var (from, to) in _merges)
        {
            visited += Blank(grid, from, to, width);
            // Real merges do not overlap, so together they are no larger than the sheet.
            if (visited > ReadingLimits.Cells)
            {
                throw FileRefusal.TooComplex();
            }
        }

        var kept = new GridRows(name, budget);
        foreach (var row in _rows.Keys)
        {
            kept.Add(row, grid[row]);
        }

        return kept.ToGrid();
    }

    /// <summary>Empties the cells that a merge covers, and answers how many rows that looked at.</summary>
    private int Blank(Dictionary<int, string[]> grid, CellPlace from, CellPlace to, int width)
    {
        var visited = 0;
        foreach (var row in to.Row - from.Row < _rows.Count
            ? Enumerable.Range(from.Row, Math.Max(0, to.Row - from.Row + 1)) : _rows.Keys.Where(r => r >= from.Row && r <= to.Row))
        {
            budget.Check();
            visited++;
            if (grid.TryGetValue(row, out var texts))
            {
                for (var column = from.Column; column <= Math.Min(to.Column, width); column++)
                {
                    texts[column - 1] = row == from.Row && column == from.Column ? texts[column - 1] : "";
                }
            }
        }

        return visited;
    }
}
