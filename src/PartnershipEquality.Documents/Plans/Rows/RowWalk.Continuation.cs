using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Documents.Words;

namespace PartnershipEquality.Documents.Plans.Rows;

// The rest of a row above: how it is told, and how it is put to what it belongs to.
internal sealed partial class RowWalk
{
    /// <summary>
    /// Where people write "by June", "tbc" and "started" as it comes, so that a small letter says nothing beside an action of its own.
    /// </summary>
    private static readonly PlanColumn[] BeginsSmall = [PlanColumn.Target, PlanColumn.Status, PlanColumn.Update];

    /// <summary>Whether a row is the rest of the one above, by its numbers, its blanks and the flow of its words.</summary>
    private bool GoesOn(SourceRow row)
    {
        var action = Table.Cell(row, PlanColumn.Action);
        var commitment = Table.Cell(row, PlanColumn.Commitment);
        var theme = Table.Cell(row, PlanColumn.Theme);
        if (NumberLabel.IsNumber(Table.Cell(row, PlanColumn.Reference)) || (theme.Length > 0
            && CellFlow.Evidence(_theme?.Title ?? "", theme, _habits.LowerCaseTells) <= 0 && !Repeats(theme, PlanColumn.Theme)))
        {
            return false;
        }

        if (commitment.Length > 0 && !GoesOnWithCommitment(commitment))
        {
            return false;
        }

        if (action.Length == 0)
        {
            return true;
        }

        if (_habits.NumbersActions && !_habits.NumbersRows)
        {
            return NumberLabel.Of(action) is null && NumberLabel.ItemOf(action) is null;
        }

        var own = CellFlow.Evidence(_above![PlanColumn.Action], action, _habits.LowerCaseTells);
        var sum = own + Beside(row)
            .Sum(beside => CellFlow.Evidence(beside.Above, beside.Text, _habits.LowerCaseTells && !BeginsSmall.Contains(beside.Column)));
        return own >= 0 && sum > 0
            && !(DateWords.BeginAnew(Table.Cell(row, PlanColumn.Target)) && DateWords.Are(_above[PlanColumn.Target]));
    }

    private bool GoesOnWithCommitment(string text)
    {
        var title = _commitment?.Title ?? "";
        if (_commitment is null || NumberLabel.Of(text) is not null)
        {
            return false;
        }

        return _habits.NumbersCommitments
            ? title.Length == 0 || CellFlow.StartsLower(text) || CellFlow.EndsOpen(title)
            : title.Length > 0 && CellFlow.Evidence(title, text, _habits.LowerCaseTells) > 0;
    }

    private bool Repeats(string text, PlanColumn column) => _above is not null && LooseWord.KeyOf(_above[column]) == LooseWord.KeyOf(text);

    private IEnumerable<(PlanColumn Column, string Above, string Text)> Beside(SourceRow row)
    {
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (row.Cells[i].Length > 0 && Table[i] is not (PlanColumn.Action or PlanColumn.Note) && !Levels.Contains(Table[i]))
            {
                yield return (Table[i], _above![Table[i]], row.Cells[i]);
            }
        }
    }

    private void GoOn(SourceRow row)
    {
        var above = _above!;
        var commitment = Table.Cell(row, PlanColumn.Commitment);
        var action = Table.Cell(row, PlanColumn.Action);
        if (commitment.Length > 0 && _commitment is not null)
        {
            _commitment.Title = CellFlow.Join(_commitment.Title, commitment, goesOn: true);
        }

        var theme = Table.Cell(row, PlanColumn.Theme);
        if (theme.Length > 0 && _theme is not null && !Repeats(theme, PlanColumn.Theme)
            && LooseWord.KeyOf(theme) != LooseWord.KeyOf(_theme.Title))
        {
            _theme.Title = CellFlow.Join(_theme.Title, theme, goesOn: true);
        }

        above.FlowsOn |= Beside(row).Append((PlanColumn.Action, above[PlanColumn.Action], action))
            .Any(cell => CellFlow.Evidence(cell.Item2, cell.Item3, _habits.LowerCaseTells) > 0);
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var (column, text) = (Table[i], row.Cells[i]);
            if (text.Length == 0 || column is PlanColumn.Commitment or PlanColumn.Theme)
            {
                continue;
            }

            if (column is PlanColumn.Note or PlanColumn.Reference or PlanColumn.ThemeNumber)
            {
                above.Note(Table.HeadingOf(i), text, above.FlowsOn);
                continue;
            }

            var own = CellFlow.Evidence(above[column], text, _habits.LowerCaseTells);
            above[column] = CellFlow.Join(above[column], text, own > 0 || (own == 0 && above.FlowsOn));
        }
    }
}
