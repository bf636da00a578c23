using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Documents.Words;

namespace PartnershipEquality.Documents.Plans.Columns;

/// <summary>The row or two that name a table's columns: where they stand, and each column's heading.</summary>
internal sealed record HeaderRow(int Index, int Count, IReadOnlyList<string> Headings)
{
    // A title, a note and a blank line or two may stand above it.
    private const int LongestSearch = 12;
    private const int MostWordsBelow = 4;

    /// <summary>What two headers must share to be the same one, whatever empty columns follow.</summary>
    public string Key => KeyOf(Headings);

    public static string KeyOf(IEnumerable<string> cells) => string.Join('|', cells.Select(LooseWord.KeyOf)).TrimEnd('|');

    public static HeaderRow? Find(IReadOnlyList<SourceRow> rows)
    {
        for (var i = 0; i < rows.Count && i < LongestSearch; i++)
        {
            if (IsHeader(rows[i].Cells))
            {
                return At(rows, i);
            }
        }

        return null;
    }

    /// <summary>The header that begins at a row, with the row below it where that only says more of its columns.</summary>
    public static HeaderRow At(IReadOnlyList<SourceRow> rows, int index)
    {
        var upper = rows[index].Cells;
        if (index + 1 == rows.Count || !SaysMore(upper, rows[index + 1].Cells))
        {
            return new HeaderRow(index, 1, upper);
        }

        var lower = rows[index + 1].Cells;
        var headings = new string[Math.Max(upper.Count, lower.Count)];
        var above = "";
        for (var i = 0; i < headings.Length; i++)
        {
            var (over, under) = (Cell(upper, i), Cell(lower, i));
            above = over.Length > 0 ? over : under.Length > 0 ? above : "";
            headings[i] = under.Length == 0 ? over : CellFlow.Join(above, under, goesOn: false);
        }

        return new HeaderRow(index, 2, headings);
    }

    public static bool IsHeader(IReadOnlyList<string> cells)
    {
        var filled = cells.Where(cell => cell.Length > 0).ToList();
        if (!cells.Any(ColumnMeaning.IsName))
        {
            return false;
        }

        // One date is work's; two or more side by side are columns of quarters or months.
        var dates = filled.Count(IsDate);
        if (filled.Count < 2 || dates == 1 || filled.Any(cell => ColumnMeaning.IsOfAnotherTable(cell)))
        {
            return false;
        }

        filled = dates == 0 ? filled : [.. filled.Where(cell => !IsDate(cell))];

        var known = filled.Select(ColumnMeaning.Of).Where(meaning => meaning.IsKnown).ToList();
        return known.Count * 2 >= filled.Count
            && known.Select(meaning => meaning.Column).Distinct().Count() >= 2
            && known.Any(meaning => meaning.Certainty == ColumnCertainty.Certain)
            && known.Any(meaning => IsCore(meaning.Column));
    }

    /// <summary>"Progress to date (Jan 2014)" names a column and says how old it is.</summary>
    private static bool IsDate(string cell) => DateWords.GiveDay(cell) && !ColumnMeaning.IsName(cell);

    public static bool IsCore(PlanColumn column) =>
        column is PlanColumn.Action or PlanColumn.Commitment or PlanColumn.Theme or PlanColumn.Milestones;

    private static bool SaysMore(IReadOnlyList<string> upper, IReadOnlyList<string> lower)
    {
        var anyKnown = false;
        var underBlank = false;
        for (var i = 0; i < lower.Count; i++)
        {
            if (lower[i].Length == 0)
            {
                continue;
            }

            var over = Cell(upper, i);
            var meaning = ColumnMeaning.Of(lower[i]);
            var startsGroup = over.Length > 0 && i + 1 < lower.Count && Cell(upper, i + 1).Length == 0 && lower[i + 1].Length > 0;
            if (lower[i].Split(' ').Length > MostWordsBelow && meaning.Certainty != ColumnCertainty.Certain || DateWords.GiveDay(lower[i])
                || (over.Length > 0 && !startsGroup))
            {
                return false;
            }

            anyKnown |= meaning.Certainty <= ColumnCertainty.Likely;
            underBlank |= over.Length == 0;
        }

        return anyKnown && underBlank;
    }

    private static string Cell(IReadOnlyList<string> cells, int at) => at < cells.Count ? cells[at] : "";
}
