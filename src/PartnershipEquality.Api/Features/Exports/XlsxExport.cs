using System.Globalization;
using System.Xml;
using PartnershipEquality.Documents.Writing;

namespace PartnershipEquality.Api.Features.Exports;

/// <summary>
/// The plan as a workbook of one sheet in the canonical columns, its first row frozen and filterable. Every cell is text, so none can be a
/// formula.
/// </summary>
internal static class XlsxExport
{
    private const string S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    // A cell of Excel's holds 32,767 characters.
    private const int LongestCell = 32_000;

    public static async Task WriteAsync(PlanExport plan, Stream to, CancellationToken ct)
    {
        await using var package = await OfficeFile.BeginAsync(to, ("xl/workbook.xml", $"{Types}.sheet.main+xml"),
            [
                ("xl/worksheets/sheet1.xml", $"{Types}.worksheet+xml", $"{OfficeFile.Relationships}/worksheet"),
                ("xl/styles.xml", $"{Types}.styles+xml", $"{OfficeFile.Relationships}/styles"),
            ], plan.Scheme.Title, ct);
        await package.WriteAsync("xl/workbook.xml", async xml =>
        {
            await xml.WriteStartElementAsync(null, "workbook", S);
            await xml.WriteStartElementAsync(null, "sheets", S);
            await xml.WriteStartElementAsync(null, "sheet", S);
            await xml.WriteAttributeStringAsync(null, "name", null, "Plan");
            await xml.WriteAttributeStringAsync(null, "sheetId", null, "1");
            await xml.WriteAttributeStringAsync("r", "id", OfficeFile.Relationships, "rId1");
            await xml.WriteEndElementAsync();
            await xml.WriteEndElementAsync();
            await xml.WriteEndElementAsync();
        }, ct);
        await package.WriteAsync("xl/styles.xml", WriteStylesAsync, ct);
        await package.WriteAsync("xl/worksheets/sheet1.xml", xml => WriteSheetAsync(xml, plan, ct), ct);
    }

    private static async Task WriteSheetAsync(XmlWriter xml, PlanExport plan, CancellationToken ct)
    {
        var columns = await plan.Plan.ColumnsAsync(ct);
        var headers = columns.Select(c => c.Header).ToList();
        await xml.WriteStartElementAsync(null, "worksheet", S);
        await xml.WriteRawAsync(
            """<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        await xml.WriteStartElementAsync(null, "cols", S);
        for (var i = 1; i <= headers.Count; i++)
        {
            await OfficeFile.EmptyAsync(xml, S, "col", ("min", Text(i)), ("max", Text(i)),
                ("width", headers[i - 1].EndsWith("umber", StringComparison.Ordinal) || headers[i - 1] == "Reference"
                    ? "12" : "40"), ("customWidth", "1"));
        }

        await xml.WriteEndElementAsync();
        await xml.WriteStartElementAsync(null, "sheetData", S);
        var number = 1;
        await RowAsync(xml, number, headers, style: "2");
        await foreach (var row in plan.Plan.RowsAsync(ct))
        {
            if (row.Commitment is not null)
            {
                await RowAsync(xml, ++number, [.. columns.Select(c => c.CellOf(row))], style: "1");
            }
        }

        await xml.WriteEndElementAsync();
        await OfficeFile.EmptyAsync(xml, S, "autoFilter", ("ref", $"A1:{Letters(headers.Count)}{Text(number)}"));
        await xml.WriteEndElementAsync();
    }

    private static async Task RowAsync(XmlWriter xml, int number, List<string> cells, string style)
    {
        await xml.WriteStartElementAsync(null, "row", S);
        await xml.WriteAttributeStringAsync(null, "r", null, Text(number));
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Length == 0)
            {
                continue;
            }

            await xml.WriteStartElementAsync(null, "c", S);
            await xml.WriteAttributeStringAsync(null, "r", null, $"{Letters(i + 1)}{Text(number)}");
            await xml.WriteAttributeStringAsync(null, "s", null, style);
            await xml.WriteAttributeStringAsync(null, "t", null, "inlineStr");
            await xml.WriteStartElementAsync(null, "is", S);
            await xml.WriteStartElementAsync(null, "t", S);
            await xml.WriteAttributeStringAsync("xml", "space", null, "preserve");
            await xml.WriteStringAsync(OfficeFile.Printable(cells[i].Length <= LongestCell
                ? cells[i] : $"{cells[i][..LongestCell]} (cut short: the CSV has it all)"));
            await xml.WriteEndElementAsync();
            await xml.WriteEndElementAsync();
            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
    }

    /// <summary>Style 1 wraps its text; style 2 is the heading.</summary>
    private static async Task WriteStylesAsync(XmlWriter xml)
    {
        await xml.WriteStartElementAsync(null, "styleSheet", S);
        await xml.WriteRawAsync("""
            <fonts count="2"><font><sz val="10"/><name val="Arial"/></font><font><b/><sz val="10"/><name val="Arial"/></font></fonts>
            <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
            <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
            <cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>
            """);
        await xml.WriteEndElementAsync();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A column by its letters: Z, AA, AB.</summary>
    private static string Letters(int column) => (column > 26 ? Letters((column - 1) / 26) : "") + (char)('A' + ((column - 1) % 26));
}
