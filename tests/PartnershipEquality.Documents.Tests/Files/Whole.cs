using System.Text;
using static PartnershipEquality.Documents.Tests.Files.WordFile;

namespace PartnershipEquality.Documents.Tests.Files;

/// <summary>One good file of each kind, to be damaged.</summary>
internal static class Whole
{
    public static IReadOnlyList<(string Name, byte[] Content)> Files { get; } =
    [
        ("made.docx", With(
            P("Priority 1") + Tbl(Tr("Ref", Tc("Action", "<w:gridSpan w:val=\"2\"/>")),
                Tr(Tc("1.1", "<w:vMerge w:val=\"restart\"/>"),
                    Tc(P("Train", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>")),
                        Tc(Tbl(Tr("a", "b")) + P("")))) + P("After"),
            "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>",
            "<w:style w:type=\"paragraph\" w:styleId=\"S\"><w:basedOn w:val=\"S\"/></w:style>",
            "<w:footnote w:id=\"2\"><w:p><w:r><w:t>note</w:t></w:r></w:p></w:footnote>")),
        ("made.xlsx", ExcelFile.With(
            [new ExcelFile.Sheet("Plan",
                "<sheetData><row r=\"1\">" + ExcelFile.C("A1",
                    "Ref") + "<c r=\"B1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\" s=\"1\"><v>46203</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>")],
            "<si><r><t>Train </t></r><r><t>all</t></r></si>",
                "<numFmts><numFmt numFmtId=\"164\" formatCode=\"mmmm yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs>")),
        ("plan.docx", Sample.Of("plan.docx")),
        ("plan.xlsx", Sample.Of("plan.xlsx")),
        ("plan.xls", Sample.Of("plan.xls")),
        ("plan.csv", Encoding.UTF8.GetBytes("Ref;Action;Lead\r\n1.1;\"Train\r\nstaff\";HR\r\n1.2;Publish – yearly;ALL\r\n")),
        ("plan.txt", Encoding.Unicode.GetBytes("Priority 1\nRef\tAction\n1.1\tTrain\nstaff\nPriority 2\nRef\tAction\n2.1\tPublish\n")),
    ];
}
