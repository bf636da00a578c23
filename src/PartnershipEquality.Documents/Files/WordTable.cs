using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PartnershipEquality.Documents.Sources;

namespace PartnershipEquality.Documents.Files;

/// <summary>A Word table as a grid: a cell's text stands in the first place that the cell covers, and the others are empty.</summary>
internal sealed class WordTable(WordText text, ReadingBudget budget)
{
    public SourceGrid? Read(Table table, string name)
    {
        var rows = new GridRows(name, budget);
        var number = 0;
        foreach (var row in Rows(table))
        {
            number++;
            rows.Add(number, Read(row, $"{name}, row {number},"), IsOneCell(row));
        }

        return rows.ToGrid();
    }

    /// <summary>The rows that stand on the page, also those within content controls.</summary>
    public static IEnumerable<TableRow> Rows(OpenXmlElement table)
    {
        foreach (var child in WordMarkup.Live(table))
        {
            switch (child)
            {
                case TableRow row when row.TableRowProperties is { } of
                    && (of.GetFirstChild<Deleted>() is not null || of.Elements<Hidden>().Any(WordMarkup.IsOn)):
                    break;
                case TableRow row:
                    yield return row;
                    break;
                case OpenXmlCompositeElement other:
                    foreach (var row in Rows(other))
                    {
                        yield return row;
                    }

                    break;
            }
        }
    }

    public static IEnumerable<TableCell> Cells(OpenXmlElement row)
    {
        foreach (var child in WordMarkup.Live(row))
        {
            if (child is TableCell cell)
            {
                yield return cell;
            }
            else if (child is OpenXmlCompositeElement other)
            {
                foreach (var inner in Cells(other))
                {
                    yield return inner;
                }
            }
        }
    }

    /// <summary>Whether the cell only continues the one above it or before it.</summary>
    public static bool IsMergedAway(TableCell cell) =>
        (cell.TableCellProperties?.VerticalMerge is { } down && down.Val?.InnerText is not "restart")
        || IsAcross(cell);

    private static bool IsOneCell(TableRow row) =>
        Cells(row).ToList() is [var first, .. var others] && others.TrueForAll(IsAcross)
            && (others.Count > 0 || WordMarkup.Number(first.TableCellProperties?.GridSpan?.Val) > 1);

    private static bool IsAcross(TableCell cell) =>
        cell.TableCellProperties?.HorizontalMerge is { } across && across.Val?.InnerText is not "restart";

    private List<string> Read(TableRow row, string place)
    {
        var cells = new List<string>();
        Skip(cells, Places(row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val, 0, place));
        foreach (var cell in Cells(row))
        {
            var span = Places(cell.TableCellProperties?.GridSpan?.Val, 1, place);
            cells.Add(IsMergedAway(cell) ? "" : budget.Text(string.Join('\n', text.Lines(cell)), place));
            Skip(cells, span - 1);
        }

        Skip(cells, Places(row.TableRowProperties?.GetFirstChild<GridAfter>()?.Val, 0, place));
        return cells;
    }

    /// <summary>How many columns are claimed. Word itself has at most 63; a thousand is past any mistake.</summary>
    private static int Places(Int32Value? claimed, int least, string place) =>
        Math.Max(WordMarkup.Number(claimed) ?? least, least) is var places and <= 1000 ? places : throw FileRefusal.TooManyColumns(place);

    private static void Skip(List<string> cells, int places)
    {
        for (var i = 0; i < places; i++)
        {
            cells.Add("");
        }
    }
}
