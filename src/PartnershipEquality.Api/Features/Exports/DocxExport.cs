using System.Globalization;
using System.Xml;
using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Plans.Tables;
using PartnershipEquality.Documents.Writing;

namespace PartnershipEquality.Api.Features.Exports;

/// <summary>
/// The plan as the Word table it came from: a heading row for each theme, commitments named once, only the columns
/// that the plan fills, and its progress in the last. It imports again as the same plan. Landscape A4, its first row repeated on every
/// page.
/// </summary>
internal static class DocxExport
{
    private const string W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml";

    // Twentieths of a point: A4 on its side with margins of 2 cm.
    private const int TableWidth = 14570;
    private const int CellMargins = 170;
    private const int LetterWidth = 110;
    private const int LongestWord = 16;

    public static async Task WriteAsync(PlanExport plan, Stream to, CancellationToken ct)
    {
        var columns = await plan.Plan.ColumnsOfAPageAsync(ct);
        await using var package = await OfficeFile.BeginAsync(to, ("word/document.xml", $"{Types}.document.main+xml"),
            [("word/styles.xml", $"{Types}.styles+xml", $"{OfficeFile.Relationships}/styles")], plan.Scheme.Title, ct);
        await package.WriteAsync("word/styles.xml", WriteStylesAsync, ct);
        await package.WriteAsync("word/document.xml", async xml =>
        {
            await xml.WriteStartElementAsync("w", "document", W);
            await StartAsync(xml, "body");
            await ParagraphAsync(xml, plan.Scheme.Title, "Heading1");
            await ParagraphAsync(xml,
                $"{plan.Scheme.StartsOn:d MMMM yyyy} to {plan.Scheme.EndsOn:d MMMM yyyy}. Progress as at {plan.On:d MMMM yyyy}.", null);
            await WriteTableAsync(xml, columns, plan, ct);
            await WriteSectionAsync(xml);
            await xml.WriteEndElementAsync();
            await xml.WriteEndElementAsync();
        }, ct);
    }

    private static async Task WriteTableAsync(XmlWriter xml, IReadOnlyList<ExportedColumn> columns, PlanExport plan, CancellationToken ct)
    {
        var widths = Widths(columns);
        await StartAsync(xml, "tbl");
        await StartAsync(xml, "tblPr");
        await ElementAsync(xml, "tblStyle", ("val", "Plan"));
        await ElementAsync(xml, "tblW", ("w", TableWidth.ToString(CultureInfo.InvariantCulture)), ("type", "dxa"));
        await ElementAsync(xml, "tblLayout", ("type", "fixed"));
        await ElementAsync(xml, "tblLook", ("val", "0020"), ("firstRow", "1"));
        await xml.WriteEndElementAsync();
        await StartAsync(xml, "tblGrid");
        foreach (var width in widths)
        {
            await ElementAsync(xml, "gridCol", ("w", width.ToString(CultureInfo.InvariantCulture)));
        }

        await xml.WriteEndElementAsync();
        await RowAsync(xml, [.. columns.Select(c => c.Header)], widths, isHeader: true);
        // A commitment's number stands on each of its rows where no title says that it goes on.
        var isNamed = columns.Any(c => c.Canonical == CanonicalColumns.Commitment);
        ExportedRow? last = null;
        await foreach (var row in plan.Plan.RowsAsync(ct))
        {
            if (!row.IsUnderTheThemeOf(last))
            {
                await HeadingRowAsync(xml, ThemeHeading.Of(row.Theme.Number, row.Theme.Label, row.Theme.Title), columns.Count);
            }

            if (row.Commitment is not null)
            {
                var carriesOn = row.IsUnderTheThemeOf(last) && last!.Commitment?.Reference == row.Commitment.Reference;
                await RowAsync(xml,
                    [.. columns.Select(c => carriesOn && c.IsOfCommitment && (isNamed || c.Canonical != CanonicalColumns.Reference)
                        ? "" : c.CellOf(row))], widths, isHeader: false);
            }

            last = row;
        }

        await xml.WriteEndElementAsync();
    }

    /// <summary>Each as wide as its longest usual word at least; what is left goes to where the sentences stand.</summary>
    private static int[] Widths(IReadOnlyList<ExportedColumn> columns)
    {
        var least = columns.Select(c => CellMargins + (LetterWidth * LongestWordOf(c))).ToList();
        var shares = columns.Select(c => c.Canonical).Select(c => c == CanonicalColumns.Reference ? 0
            : c is null || c == CanonicalColumns.Action || c == CanonicalColumns.Outcome || c == CanonicalColumns.Milestones ? 14
            : c == CanonicalColumns.TargetDate || c == CanonicalColumns.CrossReference || c == CanonicalColumns.ResponsibleOfficer ? 4
            : c == CanonicalColumns.RelatedCommitments || CanonicalColumns.Beside.Contains(c) ? 1 : 8).ToList();
        var left = TableWidth - least.Sum();
        return [.. least.Zip(shares, (width, share) => left > 0
            ? width + (left * share / shares.Sum()) : width * TableWidth / least.Sum())];
    }

    private static int LongestWordOf(ExportedColumn column)
    {
        var ofHeading = Math.Min(LongestWord, column.Header.Split(' ').Max(word => word.Length));
        return column.Canonical == CanonicalColumns.Status || column.Canonical == CanonicalColumns.StatusAsWritten
            ? Math.Max(ofHeading, "Completed".Length) : ofHeading;
    }

    private static async Task RowAsync(XmlWriter xml, List<string> cells, int[] widths, bool isHeader)
    {
        await StartAsync(xml, "tr");
        if (isHeader)
        {
            await StartAsync(xml, "trPr");
            await ElementAsync(xml, "cantSplit");
            await ElementAsync(xml, "tblHeader");
            await xml.WriteEndElementAsync();
        }

        for (var i = 0; i < cells.Count; i++)
        {
            await CellAsync(xml, cells[i], widths[i], span: 1, isHeader ? "TableHeading" : null);
        }

        await xml.WriteEndElementAsync();
    }

    private static async Task HeadingRowAsync(XmlWriter xml, string text, int span)
    {
        await StartAsync(xml, "tr");
        await StartAsync(xml, "trPr");
        await ElementAsync(xml, "cantSplit");
        await xml.WriteEndElementAsync();
        await CellAsync(xml, text, TableWidth, span, "TableHeading");
        await xml.WriteEndElementAsync();
    }

    private static async Task CellAsync(XmlWriter xml, string text, int width, int span, string? style)
    {
        await StartAsync(xml, "tc");
        await StartAsync(xml, "tcPr");
        await ElementAsync(xml, "tcW", ("w", width.ToString(CultureInfo.InvariantCulture)), ("type", "dxa"));
        if (span > 1)
        {
            await ElementAsync(xml, "gridSpan", ("val", span.ToString(CultureInfo.InvariantCulture)));
        }

        if (style is not null)
        {
            await ElementAsync(xml, "shd", ("val", "clear"), ("color", "auto"), ("fill", span > 1 ? "D9E2EC" : "EEF2F6"));
        }

        await xml.WriteEndElementAsync();
        await ParagraphAsync(xml, text, style);
        await xml.WriteEndElementAsync();
    }

    private static async Task ParagraphAsync(XmlWriter xml, string text, string? style)
    {
        await StartAsync(xml, "p");
        if (style is not null)
        {
            await StartAsync(xml, "pPr");
            await ElementAsync(xml, "pStyle", ("val", style));
            await xml.WriteEndElementAsync();
        }

        if (text.Length > 0)
        {
            await StartAsync(xml, "r");
            // Lines of one paragraph, since a cell's blank lines are a part of its text and blank paragraphs are not.
            var lines = OfficeFile.Printable(text).Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (i > 0)
                {
                    await ElementAsync(xml, "br");
                }

                await StartAsync(xml, "t");
                await xml.WriteAttributeStringAsync("xml", "space", null, "preserve");
                await xml.WriteStringAsync(lines[i]);
                await xml.WriteEndElementAsync();
            }

            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
    }

    private static async Task WriteSectionAsync(XmlWriter xml)
    {
        await StartAsync(xml, "sectPr");
        await ElementAsync(xml, "pgSz", ("w", "16838"), ("h", "11906"), ("orient", "landscape"));
        await ElementAsync(xml, "pgMar", ("top", "1134"), ("right", "1134"), ("bottom", "1134"), ("left", "1134"), ("header", "567"),
            ("footer", "567"), ("gutter", "0"));
        await xml.WriteEndElementAsync();
    }

    private static async Task WriteStylesAsync(XmlWriter xml)
    {
        await xml.WriteStartElementAsync("w", "styles", W);
        await xml.WriteRawAsync("""
            <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="18"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>
            <w:pPrDefault><w:pPr><w:spacing w:after="60"/></w:pPr></w:pPrDefault></w:docDefaults>
            <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
            <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
            <w:style w:type="paragraph" w:customStyle="1" w:styleId="TableHeading"><w:name w:val="Table Heading"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
            <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
            <w:style w:type="table" w:customStyle="1" w:styleId="Plan"><w:name w:val="Plan"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:color="7F8C99"/><w:left w:val="single" w:sz="4" w:color="7F8C99"/><w:bottom w:val="single" w:sz="4" w:color="7F8C99"/><w:right w:val="single" w:sz="4" w:color="7F8C99"/><w:insideH w:val="single" w:sz="4" w:color="7F8C99"/><w:insideV w:val="single" w:sz="4" w:color="7F8C99"/></w:tblBorders></w:tblPr></w:style>
            """);
        await xml.WriteEndElementAsync();
    }

    private static Task StartAsync(XmlWriter xml, string name) => xml.WriteStartElementAsync("w", name, W);

    private static async Task ElementAsync(XmlWriter xml, string name, params (string Name, string Value)[] attributes)
    {
        await StartAsync(xml, name);
        foreach (var (attribute, value) in attributes)
        {
            await xml.WriteAttributeStringAsync("w", attribute, W, value);
        }

        await xml.WriteEndElementAsync();
    }
}
