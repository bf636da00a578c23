using DocumentFormat.OpenXml.Packaging;
using PartnershipEquality.Documents.Sources;
using static PartnershipEquality.Documents.Tests.Files.WordFile;

namespace PartnershipEquality.Documents.Tests.Files;

/// <summary>What of a Word document is read, and where it stands.</summary>
public sealed class WordDocumentTests
{
    [Fact]
    public void Texts_and_tables_keep_the_order_of_the_document()
    {
        var document = Reading.Of("plan.docx",
            With(P("Theme 1") + Tbl(Tr("Ref", "Action"), Tr("1.1", "Train")) + P("") + P("Theme 2") + Tbl(Tr("Ref", "Action"),
                Tr("2.1", "Publish"))));

        document.Blocks.OfType<SourceText>().Select(t => (t.Text, t.Number)).ShouldBe([("Theme 1", 1), ("Theme 2", 3)]);
        document.Blocks.Select(b => b.GetType().Name).ShouldBe(["SourceText", "SourceGrid", "SourceText", "SourceGrid"]);
        document.Grids.Select(g => g.Name).ShouldBe(["Table 1", "Table 2"]);
        document.Grids.Last().Rows.Select(r => string.Join('/', r.Cells)).ShouldBe(["Ref/Action", "2.1/Publish"]);
    }

    [Fact]
    public void A_merged_cells_text_stands_in_its_first_place() =>
        Lines(Tbl(
            Tr("Ref", Tc("Action", "<w:gridSpan w:val=\"2\"/>"), "Lead"),
            Tr(Tc("1.1", "<w:vMerge w:val=\"restart\"/>"), "a", "b", "c"),
            Tr(Tc("left over", "<w:vMerge/>"), "d", "e", "f"),
            Tr(Tc("across", "<w:hMerge w:val=\"restart\"/>"), Tc("gone", "<w:hMerge w:val=\"continue\"/>"), "g", "h")))
        .ShouldBe(["Table 1 1: Ref / Action /  / Lead", "Table 1 2: 1.1 / a / b / c", "Table 1 3:  / d / e / f",
            "Table 1 4: across /  / g / h"]);

    [Fact]
    public void A_row_that_begins_late_or_ends_early_keeps_its_columns() =>
        Lines(Tbl(Tr("a", "b", "c"),
            "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/></w:trPr>" + Tc("middle") + "</w:tr>"))
        .ShouldBe(["Table 1 1: a / b / c", "Table 1 2:  / middle / "]);

    [Fact]
    public void Paragraphs_breaks_and_tabs_in_a_cell_become_lines_and_spaces() =>
        Lines(Tbl(Tr(
            Tc(P("one") + P("")
                + "<w:p><w:r><w:t>two</w:t><w:br/><w:t>three</w:t><w:tab/><w:t>four</w:t><w:noBreakHyphen/><w:t>five</w:t></w:r></w:p>"))))
        .ShouldBe(["Table 1 1: one\\ntwo\\nthree four-five"]);

    [Fact]
    public void A_table_within_a_cell_becomes_its_lines() =>
        Lines(Tbl(Tr("Lead", Tc(P("See:") + Tbl(Tr("June", "train"), Tr("July", Tc(P("publish") + P("report"))), Tr("", "")) + P("")))))
        .ShouldBe(["Table 1 1: Lead / See:\\nJune | train\\nJuly | publish report"]);

    [Fact]
    public void Deleted_moved_and_hidden_text_is_left_out_and_inserted_text_kept() =>
        Lines(Tbl(
            Tr(Tc("<w:p><w:r><w:t>By </w:t></w:r><w:del w:id=\"1\"><w:r><w:delText>May</w:delText></w:r></w:del><w:ins w:id=\"2\"><w:r><w:t>June</w:t></w:r></w:ins>"
                + "<w:r><w:rPr><w:vanish/></w:rPr><w:t> secret</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t> 2026</w:t></w:r>"
                + "<w:moveFrom w:id=\"3\"><w:r><w:t>away</w:t></w:r></w:moveFrom><w:moveTo w:id=\"4\"><w:r><w:t>!</w:t></w:r></w:moveTo></w:p>")),
            "<w:tr><w:trPr><w:del w:id=\"5\"/></w:trPr>" + Tc("struck row") + "</w:tr>",
            Tr("kept row")))
        .ShouldBe(["Table 1 1: By June 2026!", "Table 1 2: kept row"]);

    [Fact]
    public void A_style_can_hide_text() =>
        Reading.Lines("plan.docx",
            With("<w:p><w:r><w:t>seen</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"Note\"/></w:rPr><w:t> unseen</w:t></w:r></w:p>",
            styles: "<w:style w:type=\"character\" w:styleId=\"Base\"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type=\"character\" w:styleId=\"Note\"><w:basedOn w:val=\"Base\"/></w:style>"))
        .ShouldBe(["seen"]);

    [Fact]
    public void Links_fields_symbols_and_content_controls_give_what_they_show() =>
        Lines("<w:p><w:hyperlink r:id=\"none\"><w:r><w:t>the plan</w:t></w:r></w:hyperlink>"
            + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText><w:t>code</w:t></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t> 7</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
            + "<w:fldSimple w:instr=\"DATE\"><w:r><w:t> today</w:t></w:r></w:fldSimple><w:r><w:t> </w:t><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r>"
            + "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t> chosen</w:t></w:r></w:sdtContent></w:sdt>"
            + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here to enter text</w:t></w:r></w:sdtContent></w:sdt></w:p>"
            + "<w:sdt><w:sdtContent>" + Tbl("<w:sdt><w:sdtContent>" + Tr("in a control", "b") + "</w:sdtContent></w:sdt>",
                "<w:tr><w:sdt><w:sdtContent>" + Tc("c") + "</w:sdtContent></w:sdt>" + Tc("d") + "</w:tr>") + "</w:sdtContent></w:sdt>")
        .ShouldBe(["the plan 7 today ✓ chosen", "Table 1 1: in a control / b", "Table 1 2: c / d"]);

    [Fact]
    public void A_text_boxs_text_is_kept_once()
    {
        const string Box =
            "<w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p><w:p><w:r><w:t>of two lines</w:t></w:r></w:p></w:txbxContent>";
        const string Both =
            "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:txbx>"
            + Box + "</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>" + Box + "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>";

        Lines($"<w:p><w:r><w:t>Beside </w:t></w:r>{Both}<w:r><w:t>it</w:t></w:r></w:p>"
            + Tbl(Tr(Tc($"<w:p><w:r><w:t>Cell</w:t></w:r>{Both}</w:p>"))))
            .ShouldBe(["Beside it", "In a box", "of two lines", "Table 1 1: Cell\\nIn a box\\nof two lines"]);
    }

    [Fact]
    public void A_table_in_a_text_box_is_a_table_and_what_stands_around_it_text() =>
        Lines("<w:p><w:r><w:t>Beside</w:t></w:r><w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + P("In a box") + Tbl(Tr("Ref", "Action"),
            Tr("1.1", "Train")) + P("Below")
            + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>" + Tbl(Tr("Ref", "Action"), Tr("2.1", "Publish")))
        .ShouldBe(["Beside", "In a box", "Table 1 1: Ref / Action", "Table 1 2: 1.1 / Train", "Below", "Table 2 1: Ref / Action",
            "Table 2 2: 2.1 / Publish"]);

    [Fact]
    public void A_text_box_and_a_note_at_one_paragraph_keep_apart() =>
        Reading.Lines("plan.docx",
            With("<w:p><w:r><w:t>ALL</w:t></w:r><w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + P("In a box")
                + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
            footnotes: "<w:footnote w:id=\"2\">" + P("except MBC") + "</w:footnote>"))
        .ShouldBe(["ALL [except MBC]", "In a box"]);

    [Theory]
    [InlineData("<w:pStyle w:val=\"Heading2\"/>", "", true)]
    [InlineData("<w:pStyle w:val=\"berschrift1\"/>",
        "<w:style w:type=\"paragraph\" w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style>", true)]
    [InlineData("<w:pStyle w:val=\"Titel\"/>", "<w:style w:type=\"paragraph\" w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style>",
        true)]
    [InlineData("<w:pStyle w:val=\"Ours\"/>",
        "<w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:name w:val=\"Corporate\"/><w:pPr><w:outlineLvl " +
        "w:val=\"2\"/></w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"Ours\"><w:name w:val=\"Ours\"/><w:basedOn w:val=\"Base\"/></w:style>", true)]
    [InlineData("<w:outlineLvl w:val=\"0\"/>", "", true)]
    [InlineData("<w:pStyle w:val=\"TOC\"/>",
        "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 1\"/></w:style><w:style w:type=\"paragraph\" " +
        "w:styleId=\"TOC\"><w:name w:val=\"TOC Heading\"/><w:basedOn w:val=\"H\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr></w:style>",
            false)]
    [InlineData("<w:pStyle w:val=\"Heading1\"/>",
        "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"Address\"/></w:style>", false)]
    [InlineData("", "", false)]
    public void A_heading_is_told_by_its_styles_name_or_level_whatever_its_id(string properties, string styles, bool isHeading) =>
        Reading.Of("plan.docx", With(P("Our people.", properties), styles: styles)).Blocks.OfType<SourceText>()
            .ShouldHaveSingleItem().IsHeading.ShouldBe(isHeading);

    [Fact]
    public void A_row_of_one_cell_over_several_columns_says_so() =>
        Reading.Of("plan.docx", With(Tbl(
            Tr("Ref", "Action"),
            Tr(Tc("People", "<w:gridSpan w:val=\"2\"/>")),
            Tr(Tc("Places", "<w:hMerge w:val=\"restart\"/>"), Tc("", "<w:hMerge w:val=\"continue\"/>")),
            Tr("1.1", ""),
            Tr("1.2"))))
        .Grids.Single().Rows.Select(row => row.IsOneCell).ShouldBe([false, true, true, false, false]);

    [Fact]
    public void A_footnote_stands_in_brackets_where_it_is_referred_to() =>
        Reading.Lines("plan.docx", With("<w:p><w:r><w:t>ALL</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
            footnotes: "<w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>except MBC</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p></w:footnote>"))
        .ShouldBe(["ALL [except MBC]"]);

    [Fact]
    public void Headers_and_footers_are_not_read() =>
        Reading.Lines("plan.docx",
            With(P("Body"),
                also: main => Feed(main.AddNewPart<HeaderPart>(),
                    "<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:r><w:t>Page 1</w:t></w:r></w:p></w:hdr>")))
        .ShouldBe(["Body"]);

    [Fact]
    public void A_link_that_is_no_address_does_no_harm() =>
        Reading.Lines("plan.docx",
            HostileFile.Patched(With(P("Body"), also: main => main.AddHyperlinkRelationship(new Uri("http://example.org/x"), true)),
                "word/_rels/document.xml.rels",
            xml => xml.Replace("http://example.org/x", "mailto:a@b@c;http://[x", StringComparison.Ordinal)))
        .ShouldBe(["Body"]);

    [Fact]
    public void A_document_of_the_strict_kind_is_read() =>
        Reading.Lines("plan.docx", HostileFile.Strict(With(P("Theme") + Tbl(Tr("Ref", "Action")))))
        .ShouldBe(["Theme", "Table 1 1: Ref / Action"]);

    private static string[] Lines(string body) => Reading.Lines("plan.docx", With(body));
}
