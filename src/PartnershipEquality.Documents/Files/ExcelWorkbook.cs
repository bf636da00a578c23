using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using PartnershipEquality.Documents.Sources;

namespace PartnershipEquality.Documents.Files;

/// <summary>
/// Reads the sheets of an .xlsx that people can see, each as a grid of what its cells show. Rows and columns that are hidden
/// are read, since a filter hides them and a plan must not lose its commitments to one; hidden sheets hold lists and workings.
/// </summary>
internal static class ExcelWorkbook
{
    public static SourceDocument Read(string name, OfficePackage package, ReadingBudget budget)
    {
        using var file = package.Open(SpreadsheetDocument.Open);
        var workbook = file.WorkbookPart ?? throw FileRefusal.Broken("an Excel workbook");
        var (sheets, hidden, from1904) = Contents(package.Xml(workbook));
        var strings = workbook.SharedStringTablePart is { } table ? ExcelStrings.Read(package.Xml(table), budget) : [];
        var formats = workbook.WorkbookStylesPart is { } styles ? ExcelFormats.Read(package.Xml(styles)) : [];
        var blocks = new List<SourceBlock>();
        foreach (var (sheetName, id) in sheets)
        {
            // A chart may be a sheet too.
            if (!workbook.TryGetPartById(id, out var part) || part is not WorksheetPart worksheet)
            {
                continue;
            }

            budget.Table();
            if (new ExcelSheet(strings, formats, from1904, budget).Read(package.Xml(worksheet),
                budget.Text(sheetName, "A sheet's name")) is { } grid)
            {
                blocks.Add(grid);
            }
        }

        return new SourceDocument(name, blocks) { HiddenSheets = [.. hidden.Select(sheet => budget.Text(sheet, "A sheet's name"))] };
    }

    private static (List<(string Name, string Id)> Sheets, List<string> Hidden, bool From1904) Contents(XmlReader reader)
    {
        using var xml = reader;
        var (sheets, hidden, from1904) = (new List<(string, string)>(), new List<string>(), false);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "workbookPr")
            {
                from1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "sheet" && xml.GetAttribute("name") is { } name
                && IdOf(xml) is { } id)
            {
                if (xml.GetAttribute("state") is null or "visible")
                {
                    sheets.Add((name, id));
                }
                else
                {
                    hidden.Add(name);
                }

                if (sheets.Count + hidden.Count > ReadingLimits.Tables)
                {
                    throw FileRefusal.TooManyTables();
                }
            }
        }

        return (sheets, hidden, from1904);
    }

    /// <summary>The relationship's id, whose namespace differs between the two kinds of Open XML.</summary>
    private static string? IdOf(XmlReader xml)
    {
        string? id = null;
        while (xml.MoveToNextAttribute())
        {
            id = xml.LocalName == "id" && xml.NamespaceURI.Length > 0 ? xml.Value : id;
        }

        xml.MoveToElement();
        return id;
    }
}
