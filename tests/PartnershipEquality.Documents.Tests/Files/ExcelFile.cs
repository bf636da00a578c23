using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace PartnershipEquality.Documents.Tests.Files;

/// <summary>Workbooks made for a test: the package by the library, the markup as Excel writes it.</summary>
internal static class ExcelFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>A sheet: its name, what stands within its worksheet element, and its state.</summary>
    public sealed record Sheet(string Name, string Content, string? State = null);

    public static byte[] With(string sheetData, string? strings = null, string? styles = null) =>
        With([new Sheet("Plan", $"<sheetData>{sheetData}</sheetData>")], strings, styles);

    public static byte[] With(Sheet[] sheets, string? strings = null, string? styles = null, bool from1904 = false,
        Action<WorkbookPart>? also = null)
    {
        using var bytes = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var workbook = file.AddWorkbookPart();
            var listed = "";
            foreach (var sheet in sheets)
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                WordFile.Feed(part, $"<worksheet xmlns=\"{Main}\">{sheet.Content}</worksheet>");
                listed += $"<sheet name=\"{sheet.Name}\" sheetId=\"1\" " +
                    $"r:id=\"{workbook.GetIdOfPart(part)}\"{(sheet.State is null ? "" : $" state=\"{sheet.State}\"")}/>";
            }

            WordFile.Feed(workbook,
                $"<workbook xmlns=\"{Main}\" " +
                $"xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><workbookPr{(from1904 ? " date1904=\"1\"" : "")}/><sheets>{listed}</sheets></workbook>");
            if (strings is not null)
            {
                WordFile.Feed(workbook.AddNewPart<SharedStringTablePart>(), $"<sst xmlns=\"{Main}\">{strings}</sst>");
            }

            if (styles is not null)
            {
                WordFile.Feed(workbook.AddNewPart<WorkbookStylesPart>(), $"<styleSheet xmlns=\"{Main}\">{styles}</styleSheet>");
            }

            also?.Invoke(workbook);
        }

        return bytes.ToArray();
    }

    /// <summary>A cell with its text in place.</summary>
    public static string C(string place, string text) => $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";
}
