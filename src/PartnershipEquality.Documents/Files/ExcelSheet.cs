using System.Globalization;
using System.Xml;
using PartnershipEquality.Documents.Sources;

namespace PartnershipEquality.Documents.Files;

/// <summary>Reads one sheet of an .xlsx element by element: what each cell shows, and which cells are merged.</summary>
internal sealed class ExcelSheet(List<string> strings, List<ShownFormat> formats, bool from1904, ReadingBudget budget)
{
    public SourceGrid? Read(XmlReader reader, string name)
    {
        using var xml = reader;
        var cells = new SheetCells(name, budget);
        var (row, column) = (0, 0);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "row":
                    // Rows and cells may leave out where they stand: then each follows the one before.
                    (row, column) = (int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                        && at > 0 ? at : row + 1, 0);
                    break;
                case "c":
                    var place = CellPlace.Of(xml.GetAttribute("r"));
                    column = place?.Column ?? column + 1;
                    cells.Add(place?.Row ?? row, column, Shown(xml));
                    break;
                case "mergeCell" when xml.GetAttribute("ref")?.Split(':') is [var first, var last] && CellPlace.Of(first) is { } from
                    && CellPlace.Of(last) is { } to:
                    cells.Merge(from, to);
                    break;
            }
        }

        return cells.ToGrid();
    }

    private string Shown(XmlReader xml)
    {
        var type = xml.GetAttribute("t");
        var style = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < formats.Count ? formats[index] : ShownFormat.General;
        var value = Value(xml);
        return type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < strings.Count
                ? strings[at] : "",
            "b" => value is "1" or "true" ? "TRUE" : value.Length > 0 ? "FALSE" : "",
            "str" or "inlineStr" => ExcelStrings.Unescaped(value),
            "d" => DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? style.Show(date) : value,
            "e" => value,
            _ => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? style.Show(number, from1904) : value,
        };
    }

    /// <summary>The value as stored: a formula's is its last result. The reader is left on the cell's end.</summary>
    private static string Value(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var (depth, value) = (xml.Depth, "");
        xml.Read();
        while (!(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth) && !xml.EOF)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                xml.Read();
            }
            else if (xml.LocalName == "v")
            {
                value = xml.ReadElementContentAsString();
            }
            else if (xml.LocalName == "is")
            {
                value = ExcelStrings.Rich(xml);
                xml.Read();
            }
            else
            {
                xml.Skip();
            }
        }

        return value;
    }
}
