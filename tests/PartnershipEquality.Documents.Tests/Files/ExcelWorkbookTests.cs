using static PartnershipEquality.Documents.Tests.Files.ExcelFile;

namespace PartnershipEquality.Documents.Tests.Files;

/// <summary>What of an .xlsx is read: what its cells show, where they stand.</summary>
public sealed class ExcelWorkbookTests
{
    private const string Styles =
        """
        <numFmts count="4"><numFmt numFmtId="164" formatCode="mmmm\ yyyy"/><numFmt numFmtId="165" formatCode="[$-809]dd\ mmmm\ yyyy;@"/><numFmt numFmtId="166" formatCode="[$£-809]#,##0.00"/><numFmt numFmtId="167" formatCode="0.0&quot; posts&quot;"/></numFmts>
        <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="2"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="9"/><xf numFmtId="49"/></cellXfs>
        """;

    [Fact]
    public void Each_sheet_that_holds_something_is_a_table_of_its_name_and_those_that_nobody_sees_are_named()
    {
        var book = With(
        [
            new Sheet("Priority 1", "<sheetData><row r=\"1\">" + C("A1", "Ref") + "</row></sheetData>"),
            new Sheet("Empty", "<sheetData/>"),
            new Sheet("Lists", "<sheetData><row r=\"1\">" + C("A1", "Yes") + "</row></sheetData>", "hidden"),
            new Sheet("Workings", "<sheetData><row r=\"1\">" + C("A1", "1") + "</row></sheetData>", "veryHidden"),
            new Sheet("Priority 2", "<sheetData><row r=\"1\">" + C("A1", "Ref") + "</row></sheetData>"),
        ]);

        Reading.Lines("plan.xlsx", book).ShouldBe(["Priority 1 1: Ref", "Priority 2 1: Ref"]);
        Reading.Of("plan.xlsx", book).HiddenSheets.ShouldBe(["Lists", "Workings"]);
    }

    [Fact]
    public void Numbers_and_dates_are_read_as_they_are_shown() =>
        Lines("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>46203</v></c><c r=\"B1\" s=\"2\"><v>46174</v></c><c r=\"C1\" s=\"3\"><v>2.1</v></c><c r=\"D1\"><v>2.1</v></c><c r=\"E1\" s=\"4\"><v>46203.5</v></c>"
            + "<c r=\"F1\" s=\"5\"><v>1234.5</v></c><c r=\"G1\" s=\"6\"><v>2</v></c><c r=\"H1\" s=\"7\"><v>0.25</v></c><c r=\"I1\" s=\"8\"><v>7</v></c><c r=\"J1\"><v>0.30000000000000004</v></c></row>", styles: Styles)
        .ShouldBe(["Plan 1: 30 June 2026 / June 2026 / 2.10 / 2.1 / 30 June 2026 / £1,234.50 / 2.0 posts / 25% / 7 / 0.3"]);

    [Fact]
    public void Texts_truths_results_and_errors_are_read() =>
        Lines("<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"s\"><v>1</v></c><c r=\"C2\" t=\"b\"><v>1</v></c><c r=\"D2\" t=\"str\"><f>A1&amp;B1</f><v>made</v></c><c r=\"E2\"><f>1+1</f><v>2</v></c>"
            + "<c r=\"F2\" t=\"e\"><v>#REF!</v></c><c r=\"G2\" t=\"inlineStr\"><is><r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r></is></c><c r=\"H2\" t=\"d\"><v>2026-06-30</v></c><c r=\"I2\" t=\"s\"><v>99</v></c><c r=\"J2\" t=\"s\"><v>2</v></c></row>",
            "<si><t>1.10</t></si><si><r><t>Train </t></r><r><rPr><b/></rPr><t>all</t></r><rPh sb=\"0\" eb=\"1\"><t>sounds</t></rPh></si><si><t>two_x000D_\nlines</t></si>")
        .ShouldBe(["Plan 2: 1.10 / Train all / TRUE / made / 2 / #REF! / rich text / 30 June 2026 /  / two\\nlines"]);

    [Fact]
    public void Merged_cells_show_the_first_and_rows_keep_their_numbers() =>
        Reading.Lines("plan.xlsx", With(
        [
            new Sheet("Plan",
                "<sheetData><row r=\"1\">" + C("A1", "Plan") + C("B1", "stale") + "</row><row r=\"3\">" + C("A3", "1.1") + C("B3",
                    "a") + "</row><row r=\"4\" hidden=\"1\">" + C("A4", "old") + C("B4", "b")
                + "</row></sheetData><mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A3:A4\"/></mergeCells>"),
        ]))
        .ShouldBe(["Plan 1: Plan / ", "Plan 3: 1.1 / a", "Plan 4:  / b"]);

    [Fact]
    public void Columns_and_rows_that_are_only_formatted_are_left_out() =>
        Lines("<row r=\"1\">" + C("B1", "x") + "<c r=\"XFD1\" s=\"1\"/></row><row r=\"1048576\"><c r=\"A1048576\" s=\"1\"/></row>")
            .ShouldBe(["Plan 1:  / x"]);

    [Fact]
    public void Cells_that_do_not_say_where_they_stand_follow_each_other() =>
        Lines("<row><c t=\"str\"><v>a</v></c><c t=\"str\"><v>b</v></c></row><row><c t=\"str\"><v>c</v></c></row>")
            .ShouldBe(["Plan 1: a / b", "Plan 2: c / "]);

    [Fact]
    public void Dates_count_from_1904_where_a_workbook_says_so() =>
        Reading.Lines("plan.xlsx",
            With([new Sheet("Plan", "<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>44741</v></c></row></sheetData>")], styles: Styles,
                from1904: true)).ShouldBe(["Plan 1: 30 June 2026"]);

    [Fact]
    public void A_workbook_of_the_strict_kind_is_read() =>
        Reading.Lines("plan.xlsx", HostileFile.Strict(With("<row r=\"1\">" + C("A1", "Ref") + "</row>"))).ShouldBe(["Plan 1: Ref"]);

    [Fact]
    public void A_link_that_is_no_address_does_no_harm() =>
        Reading.Lines("plan.xlsx",
            HostileFile.Rewritten(With([new Sheet("Plan", "<sheetData><row r=\"1\">" + C("A1", "Ref") + "</row></sheetData>")],
            also: book => book.WorksheetParts.First().AddHyperlinkRelationship(new Uri("http://example.org/x"), true)),
                (_, xml) => xml.Replace("http://example.org/x", "http://[", StringComparison.Ordinal)))
        .ShouldBe(["Plan 1: Ref"]);

    private static string[] Lines(string sheetData, string? strings = null, string? styles = null) =>
        Reading.Lines("plan.xlsx", With(sheetData, strings, styles));
}
