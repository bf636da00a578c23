using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Sources;

namespace PartnershipEquality.Documents.Plans.Tables;

/// <summary>
/// A table whose cells came out of a PDF one below the other: the headings first, and then each row's cells in the same order. It is taken
/// for one only where every row is whole and each has its date where the headings say, or cells would be moved to other columns.
/// </summary>
internal static class StackedCells
{
    private const int FewestColumns = 3;
    private const int FewestRows = 2;

    /// <summary>The document with such stretches as tables, or null where there is none.</summary>
    public static SourceDocument? Of(SourceDocument document)
    {
        var blocks = new List<SourceBlock>();
        var isFound = false;
        for (var i = 0; i < document.Blocks.Count;)
        {
            if (TableAt(document.Blocks, i) is var (rows, next))
            {
                isFound = true;
                blocks.Add(new SourceGrid($"Table {blocks.OfType<SourceGrid>().Count() + 1}", rows) { Labels = rows[0].Cells });
                i = next;
            }
            else
            {
                blocks.Add(document.Blocks[i++]);
            }
        }

        return isFound ? document with { Blocks = blocks } : null;
    }

    /// <summary>Whether headings of a plan stand one below the other, so that a table has lost its columns.</summary>
    public static bool HasHeadings(SourceDocument document) =>
        Enumerable.Range(0, document.Blocks.Count).Any(i => Headings(document.Blocks, i).Count >= FewestColumns);

    private static (List<SourceRow> Rows, int Next)? TableAt(IReadOnlyList<SourceBlock> blocks, int at)
    {
        var headings = Headings(blocks, at);
        var target = headings.FindIndex(heading => ColumnMeaning.Of(heading.Text).Column == PlanColumn.Target);
        if (headings.Count < FewestColumns || target < 0 || !HeaderRow.IsHeader([.. headings.Select(heading => heading.Text)]))
        {
            return null;
        }

        var rows = new List<SourceRow> { new(headings[0].Number, [.. headings.Select(heading => heading.Text)]) };
        var next = at + headings.Count;
        while (Row(blocks, next, headings.Count) is { } row && DateWords.Are(row[target].Text)
            && row.Where((_, i) => i != target).All(cell => !DateWords.GiveDay(cell.Text)))
        {
            rows.Add(new SourceRow(row[0].Number, [.. row.Select(cell => cell.Text)]));
            next += headings.Count;
        }

        // Dates further down mean that the rows are not all alike.
        var after = blocks.Skip(next).TakeWhile(block => block is SourceText { IsHeading: false }).Take(headings.Count)
            .OfType<SourceText>();
        return rows.Count > FewestRows && !after.Any(text => DateWords.Are(text.Text)) ? (rows, next) : null;
    }

    private static List<SourceText> Headings(IReadOnlyList<SourceBlock> blocks, int at)
    {
        var headings = new List<SourceText>();
        var columns = new HashSet<PlanColumn>();
        while (at < blocks.Count && blocks[at] is SourceText text && ColumnMeaning.IsName(text.Text)
            && columns.Add(ColumnMeaning.Of(text.Text).Column))
        {
            headings.Add(text);
            at++;
        }

        return headings;
    }

    private static List<SourceText>? Row(IReadOnlyList<SourceBlock> blocks, int at, int width)
    {
        var cells = blocks.Skip(at).Take(width).OfType<SourceText>().ToList();
        return cells.Count == width && !cells.Exists(cell => cell.IsHeading) ? cells : null;
    }
}
