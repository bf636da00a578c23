using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Plans.Tables;
using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Documents.Words;

namespace PartnershipEquality.Documents.Plans.Rows;

/// <summary>
/// What the rows of a table do as a rule, against which a single row is judged: which texts are numbered, and whether they begin with
/// capitals.
/// </summary>
internal sealed class TableHabits
{
    private const double MostRows = 0.6;

    public TableHabits(PlanTable table, IReadOnlyList<SourceRow> rows)
    {
        NumbersCommitments = Share(table, rows, PlanColumn.Commitment, cell => NumberLabel.Of(cell) is not null) >= MostRows;
        NumbersActions = Share(table, rows, PlanColumn.Action, cell => NumberLabel.Of(cell) is not null) >= MostRows;
        NumbersRows = Share(table, rows, PlanColumn.Reference, NumberLabel.IsNumber) >= MostRows;
        LowerCaseTells = Share(table, rows, PlanColumn.Action, CellFlow.StartsLower) < 0.5;
        var beside = rows.Where(row => table.Cell(row, PlanColumn.Reference).Length > 0 && table.Cell(row, PlanColumn.Action).Length > 0)
            .ToList();
        var last = "";
        var carriedOn = beside.Count(row =>
        {
            var cell = table.Cell(row, PlanColumn.Commitment);
            var same = cell.Length == 0 || cell == last;
            last = cell.Length == 0 ? last : cell;
            return same;
        });
        NumbersAreOfActions = table.Has(PlanColumn.Commitment) && beside.Count > 0
            && (carriedOn > 0 && carriedOn * 4 >= beside.Count
                || (NumbersCommitments && table.PositionOf(PlanColumn.Reference) > table.PositionOf(PlanColumn.Commitment)));
    }

    /// <summary>Most commitments begin with their number, so that one without goes on with the one above.</summary>
    public bool NumbersCommitments { get; }

    public bool NumbersActions { get; }

    /// <summary>A column of numbers begins most rows.</summary>
    public bool NumbersRows { get; }

    /// <summary>The numbers stand on rows that share a commitment, so they are those of the actions.</summary>
    public bool NumbersAreOfActions { get; }

    /// <summary>Actions begin with capitals here, so that one that does not goes on with the one above.</summary>
    public bool LowerCaseTells { get; }

    private static double Share(PlanTable table, IReadOnlyList<SourceRow> rows, PlanColumn column, Func<string, bool> holds)
    {
        var cells = rows.Select(row => table.Cell(row, column)).Where(cell => cell.Length > 0).ToList();
        return cells.Count == 0 ? 0 : (double)cells.Count(holds) / cells.Count;
    }
}
