using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using PartnershipEquality.Documents.Sources;

namespace PartnershipEquality.Documents.Files;

/// <summary>Reads an .xls (Excel before 2007) as its cells show, and by the same rules as an .xlsx.</summary>
internal static class OldWorkbook
{
    private const int MaxColumns = 256;
    private const int MaxRows = 65_536;

    static OldWorkbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static SourceDocument Read(string name, byte[] content, ReadingBudget budget)
    {
        try
        {
            using var reader = ExcelReaderFactory.CreateBinaryReader(new TimedStream(content, budget.Token));
            var formats = new Dictionary<string, ShownFormat>(StringComparer.Ordinal);
            var blocks = new List<SourceBlock>();
            var hidden = new List<string>();
            do
            {
                if (reader.VisibleState is null or "visible")
                {
                    budget.Table();
                    if (Sheet(reader, formats, budget) is { } grid)
                    {
                        blocks.Add(grid);
                    }
                }
                else
                {
                    hidden.Add(budget.Text(reader.Name ?? "Sheet", "A sheet's name"));
                }
            }
            while (reader.NextResult());
            return new SourceDocument(name, blocks) { HiddenSheets = hidden };
        }
        catch (InvalidPasswordException)
        {
            throw FileRefusal.Protected();
        }
    }

    private static SourceGrid? Sheet(IExcelDataReader reader, Dictionary<string, ShownFormat> formats, ReadingBudget budget)
    {
        // Damage may claim 65,535 columns or two thousand million rows; the library would go through them all without a look at the
        // deadline.
        if (reader.FieldCount > MaxColumns || reader.RowCount > MaxRows)
        {
            throw FileRefusal.Broken("an Excel workbook");
        }

        var cells = new SheetCells(budget.Text(reader.Name ?? "Sheet", "A sheet's name"), budget);
        for (var row = 1; reader.Read(); row++)
        {
            budget.Check();
            for (var column = 0; column < reader.FieldCount; column++)
            {
                if (reader.GetValue(column) is { } value)
                {
                    cells.Add(row, column + 1, Shown(value, reader.GetNumberFormatString(column), formats));
                }
            }
        }

        foreach (var merge in reader.MergeCells ?? [])
        {
            cells.Merge(new CellPlace(merge.FromColumn + 1, merge.FromRow + 1), new CellPlace(merge.ToColumn + 1, merge.ToRow + 1));
        }

        return cells.ToGrid();
    }

    private static string Shown(object value, string? code, Dictionary<string, ShownFormat> formats)
    {
        if (!formats.TryGetValue(code ?? "", out var format))
        {
            formats[code ?? ""] = format = ShownFormat.Of(code);
        }

        return value switch
        {
            string text => text,
            bool truth => truth ? "TRUE" : "FALSE",
            DateTime date => format.Show(date),
            TimeSpan time => format.Show(time),
            IConvertible number => format.Show(number.ToDouble(System.Globalization.CultureInfo.InvariantCulture), from1904: false),
            _ => "",
        };
    }
}
