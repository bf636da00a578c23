using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Documents.Words;

namespace PartnershipEquality.Documents.Plans.Tables;

/// <summary>
/// What each column of a plan's table is taken for, from its heading, from what stands in it, and from what a person said.
/// </summary>
internal sealed class PlanTable
{
    /// <summary>A priority of an action says how soon, and is no theme.</summary>
    private static readonly HashSet<string> Ranks = new(StringComparer.OrdinalIgnoreCase) { "H", "M", "L", "High", "Medium", "Med", "Low",
        "H/M", "M/L", "Urgent", "Essential", "Desirable", "Very high" };

    private readonly List<string> _headings;
    private readonly List<ColumnMeaning> _meanings = [];
    private readonly Dictionary<PlanColumn, int> _positions = [];

    /// <param name="rows">The rows of all the tables that share the header: a page alone may be too few to judge by.</param>
    public PlanTable(HeaderRow header, IReadOnlyList<SourceRow> rows, TableMapping? mapping)
    {
        var width = Math.Max(header.Headings.Count, rows.Count == 0 ? 0 : rows.Max(row => row.Cells.Count));
        _headings = [.. Enumerable.Range(0, width).Select(i => i < header.Headings.Count ? header.Headings[i] : "")];
        for (var i = 0; i < width; i++)
        {
            _meanings.Add(mapping?.ColumnAt(i + 1, _headings[i]) is { } given ? new(given, ColumnCertainty.Given) : Meaning(i, rows));
        }

        SettleLevels(rows);
        for (var i = 0; i < width; i++)
        {
            if (_meanings[i].Column != PlanColumn.Note && !_positions.TryAdd(_meanings[i].Column, i))
            {
                if (_meanings[i] is { Column: PlanColumn.Responsible, Certainty: <= ColumnCertainty.Certain }
                    && _meanings[_positions[PlanColumn.Responsible]].Certainty <= ColumnCertainty.Certain)
                {
                    continue;
                }

                // Of two columns that mean the same, the one with the plainer name is it.
                var first = _positions[_meanings[i].Column];
                var later = _meanings[i].Certainty < _meanings[first].Certainty;
                (_positions[_meanings[i].Column], var other) = later ? (i, first) : (first, i);
                _meanings[other] = new(PlanColumn.Note, ColumnCertainty.Unknown);
            }
        }
    }

    public int Width => _headings.Count;

    public IReadOnlyList<ReadColumn> Columns =>
        [.. _headings.Select((heading, i) => new ReadColumn(i + 1, heading, _meanings[i].Column, _meanings[i].Certainty))];

    /// <summary>Set where the rows of work are taken from a column that is not called an action.</summary>
    public string? ActionsFrom { get; private set; }

    /// <summary>The column is a quarter or a month, and what stands in it is to be done by then.</summary>
    public bool IsPeriod(int position) => this[position] == PlanColumn.Note && position < Width && DateWords.GiveDay(_headings[position]);

    public PlanColumn this[int position] => position < _meanings.Count ? _meanings[position].Column : PlanColumn.Note;

    public int? PositionOf(PlanColumn column) => _positions.TryGetValue(column, out var position) ? position : null;

    public bool Has(PlanColumn column) => _positions.ContainsKey(column);

    public string HeadingOf(int position) =>
        position < Width && _headings[position].Length > 0 ? _headings[position] : $"Column {position + 1}";

    public string Cell(SourceRow row, PlanColumn column) => PositionOf(column) is { } at && at < row.Cells.Count ? row.Cells[at] : "";

    private ColumnMeaning Meaning(int position, IReadOnlyList<SourceRow> rows)
    {
        var meaning = ColumnMeaning.Of(_headings[position]);
        var cells = CellsAt(position, rows);
        if (meaning.Column == PlanColumn.Theme && cells.Count > 0 && cells.TrueForAll(Ranks.Contains)
            || meaning is { Column: PlanColumn.Target, Certainty: > ColumnCertainty.Certain } && SaysStart(position))
        {
            return new(PlanColumn.Note, ColumnCertainty.Unknown);
        }

        if (meaning.IsKnown)
        {
            return meaning;
        }

        // A target may be a measure or a date: what stands below tells.
        if (LooseWord.KeyOf(_headings[position]) is "target" or "targets")
        {
            return new(AreDates(cells) ? PlanColumn.Target : PlanColumn.Measures, ColumnCertainty.Likely);
        }

        if (cells.Count == 0)
        {
            return meaning;
        }

        if (_headings[position].Length == 0 && cells.Count(NumberLabel.IsNumber) * 2 >= cells.Count)
        {
            return new(PlanColumn.Reference, ColumnCertainty.Likely);
        }

        return AreDates(cells) && !_headings.Any(heading => ColumnMeaning.Of(heading) is { IsKnown: true, Column: PlanColumn.Target })
            && !SaysStart(position)
            ? new(PlanColumn.Target, ColumnCertainty.Guessed) : meaning;
    }

    /// <summary>
    /// A plan has themes, commitments and actions, under many names and not always all three: which column is which level.
    /// </summary>
    private void SettleLevels(IReadOnlyList<SourceRow> rows)
    {
        Settle(PlanColumn.Commitment, Known(PlanColumn.Theme) ? PlanColumn.Note : PlanColumn.Theme, first: !Known(PlanColumn.Theme));
        Settle(PlanColumn.Theme, Known(PlanColumn.Commitment) ? PlanColumn.Note : PlanColumn.Commitment, first: false);
        if (At(PlanColumn.Action) is [var one, var two, ..] && _meanings[one].Certainty > _meanings[two].Certainty)
        {
            Replace(one, PlanColumn.Note);
        }

        Settle(PlanColumn.Action, Known(PlanColumn.Milestones) ? PlanColumn.Note : PlanColumn.Milestones, first: false);
        if (Known(PlanColumn.Action))
        {
            return;
        }

        foreach (var stand in new[] { PlanColumn.Commitment, PlanColumn.Milestones, PlanColumn.Theme, PlanColumn.Outcome })
        {
            if (At(stand) is [var position, ..] && CellsAt(position, rows).Count > 0)
            {
                ActionsFrom = HeadingOf(position);
                _meanings[position] = new(PlanColumn.Action, ColumnCertainty.Guessed);
                return;
            }
        }
    }

    /// <summary>Where a level stands twice, the first or the last of them is another one.</summary>
    private void Settle(PlanColumn level, PlanColumn other, bool first)
    {
        var at = At(level);
        if (at.Count > 1)
        {
            Replace(first ? at[0] : at[1], other);
        }
    }

    private void Replace(int position, PlanColumn column)
    {
        if (_meanings[position].Certainty != ColumnCertainty.Given)
        {
            _meanings[position] = new(column, column == PlanColumn.Note ? ColumnCertainty.Unknown : ColumnCertainty.Likely);
        }
    }

    private bool Known(PlanColumn column) => At(column).Count > 0;

    private List<int> At(PlanColumn column) => [.. Enumerable.Range(0, Width).Where(i => _meanings[i].Column == column)];

    private bool SaysStart(int position) => _headings[position].Contains("start", StringComparison.OrdinalIgnoreCase);

    private static List<string> CellsAt(int position, IReadOnlyList<SourceRow> rows) =>
        [.. rows.Where(row => position < row.Cells.Count && row.Cells[position].Length > 0).Select(row => row.Cells[position])];

    private static bool AreDates(List<string> cells)
    {
        // A few cells tell as well as thousands.
        var some = cells.Take(60).ToList();
        return some.Count > 0 && some.Count(DateWords.Are) * 2 > some.Count;
    }
}
