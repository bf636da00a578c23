using System.Text.RegularExpressions;
using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Plans.Tables;
using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Documents.Words;

namespace PartnershipEquality.Documents.Plans.Rows;

/// <summary>
/// Tells the rows that head others from the rows of work: a full-width row, or one that the edges of the columns cut into pieces.
/// </summary>
internal static partial class HeadingRow
{
    private const int LongestHeading = 300;
    private const int MostWordsOfPlainHeading = 14;

    /// <summary>The heading's words, or null where the row is none.</summary>
    /// <param name="next">The row below, which tells a heading from a commitment whose actions follow.</param>
    public static string? Read(SourceRow row, SourceRow? next, PlanTable table, TableHabits habits, DraftAction? above, ISet<string> words)
    {
        var filled = Enumerable.Range(0, row.Cells.Count).Where(i => row.Cells[i].Length > 0).ToList();
        if (filled.Count > 1 && filled.TrueForAll(i => row.Cells[i] == row.Cells[filled[0]]))
        {
            filled = [filled[0]];
        }

        var text = row.Cells[filled[0]];
        if (filled.Count == 1)
        {
            return NumberLabel.IsNumber(text) || text.Length > LongestHeading || text[0] == '•'
                || (above is not null && CellFlow.StartsLower(text)) ? null
                : Heads(filled[0], text, next, table, habits) ? text : null;
        }

        return table.Has(PlanColumn.Commitment)
            ? BesideCommitments(row, filled, table, habits)
            : habits.NumbersRows && IsCutIntoPieces(row, table) ? Together(row, filled, table, words) : null;
    }

    /// <summary>Whether a row below a heading only goes on with it.</summary>
    public static bool GoesOn(SourceRow row, PlanTable table)
    {
        var filled = row.Cells.Where(cell => cell.Length > 0).ToList();
        return filled.Count is 1 or 2 && CellFlow.StartsLower(filled[0]) && !NumberLabel.IsNumber(filled[0])
            && table.Cell(row, PlanColumn.Target).Length == 0;
    }

    private static bool Heads(int position, string text, SourceRow? next, PlanTable table, TableHabits habits)
    {
        switch (table[position])
        {
            case PlanColumn.Theme:
                return false;
            case PlanColumn.Commitment:
                var actionsFollow = next is not null && table.Cell(next, PlanColumn.Commitment).Length == 0
                    && table.Cell(next, PlanColumn.Action).Length > 0;
                return !actionsFollow && !table.Has(PlanColumn.Theme)
                    && !(habits.NumbersCommitments && NumberLabel.Of(text) is { Depth: > 1 });
            case PlanColumn.Action:
                return !table.Has(PlanColumn.Commitment)
                    && (habits.NumbersActions ? NumberLabel.Of(text) is null or { Written: not null } : LooksPlain(text));
            case PlanColumn.Reference or PlanColumn.ThemeNumber:
                return true;
            default:
                // The first column may mean nothing to a plan and still hold its full-width rows.
                return position == 0 && table[0] == PlanColumn.Note && LooksPlain(text);
        }
    }

    private static bool LooksPlain(string text) =>
        NumberLabel.Of(text) is not null || NumberLabel.WithinHeading(text) is not null
            || (text[^1] is not ('.' or ';') && text.Split(' ').Length <= MostWordsOfPlainHeading);

    /// <summary>"Community engagement | and satisfaction" among numbered commitments: two cells of one heading.</summary>
    private static string? BesideCommitments(SourceRow row, List<int> filled, PlanTable table, TableHabits habits)
    {
        if (!habits.NumbersCommitments || filled.Count != 2 || filled[0] != table.PositionOf(PlanColumn.Commitment)
            || filled[1] != table.PositionOf(PlanColumn.Action))
        {
            return null;
        }

        var (first, second) = (row.Cells[filled[0]], row.Cells[filled[1]]);
        if (NumberLabel.Of(first) is not null || CellFlow.StartsLower(first))
        {
            return null;
        }

        return second.StartsWith(first, StringComparison.OrdinalIgnoreCase) ? second
            : CellFlow.StartsLower(second) ? $"{first} {second}" : null;
    }

    private static bool IsCutIntoPieces(SourceRow row, PlanTable table)
    {
        var number = table.Cell(row, PlanColumn.Reference);
        if (NumberLabel.IsNumber(number) || DateWords.GiveDay(table.Cell(row, PlanColumn.Target)))
        {
            return false;
        }

        var texts = row.Cells.Where(cell => cell.Length > 0).ToList();
        var first = texts[0].TrimStart('•', ' ');
        return number.Any(char.IsLetter)
            || NumberLabel.WithinHeading(string.Join(' ', texts)) is not null
            || (TitleAndColon().IsMatch(first) && texts.Skip(1).Any(CellFlow.StartsLower)
                && texts.Count < table.Columns.Count(column => column.TakenFor != PlanColumn.Note) - 1);
    }

    /// <summary>The pieces as one text. Where two of them make a word that the document has elsewhere, they are that word.</summary>
    private static string Together(SourceRow row, List<int> filled, PlanTable table, ISet<string> words)
    {
        var pieces = filled.Select(i => row.Cells[i].TrimStart('•', ' ')).Where(piece => piece.Length > 0).ToList();
        if (filled[0] == table.PositionOf(PlanColumn.Reference) && pieces.Count > 1
            && pieces[1].StartsWith(pieces[0], StringComparison.OrdinalIgnoreCase))
        {
            pieces.RemoveAt(0);
        }

        return pieces.Aggregate((text, piece) => Append(text, piece, words));
    }

    public static string Append(string text, string piece, ISet<string> words)
    {
        var end = text[(text.LastIndexOf(' ') + 1)..];
        var start = piece.Split(' ')[0].TrimEnd(',', '.', ';', ':');
        return CellFlow.StartsLower(piece) && end.Length > 0 && char.IsLetter(end[^1]) && words.Contains((end + start).ToLowerInvariant())
            ? text + piece : $"{text} {piece}";
    }

    [GeneratedRegex(@"^\p{Lu}[\p{L} ,&]{3,60}: ?\p{Lu}")]
    private static partial Regex TitleAndColon();
}
