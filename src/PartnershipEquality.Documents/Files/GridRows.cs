using PartnershipEquality.Documents.Sources;

namespace PartnershipEquality.Documents.Files;

/// <summary>Gathers a table's rows. A row without any text is left out, and the numbers of the others still say where they stand.</summary>
internal sealed class GridRows(string name, ReadingBudget budget)
{
    private readonly List<SourceRow> _rows = [];
    private int _width;

    public void Add(int number, IReadOnlyList<string> cells, bool isOneCell = false)
    {
        var used = cells.Count;
        while (used > 0 && cells[used - 1].Length == 0)
        {
            used--;
        }

        if (used == 0)
        {
            budget.Check();
            return;
        }

        if (used > ReadingLimits.Columns)
        {
            throw FileRefusal.TooManyColumns($"{name}, row {number},");
        }

        if (_rows.Count == ReadingLimits.Rows)
        {
            throw FileRefusal.TooManyRows(name);
        }

        budget.Cells(used);
        _width = Math.Max(_width, used);
        _rows.Add(new SourceRow(number, cells, isOneCell));
    }

    /// <summary>The table without the columns after its last text; nothing if it has no text at all.</summary>
    public SourceGrid? ToGrid() => _rows.Count == 0 ? null
        : new SourceGrid(name, [.. _rows.Select(r => r.Cells.Count <= _width ? r : r with { Cells = [.. r.Cells.Take(_width)] })]);
}
