using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace PartnershipEquality.Documents.Files;

/// <summary>The texts that a workbook's cells share, each once however many cells show it.</summary>
internal static partial class ExcelStrings
{
    public static List<string> Read(XmlReader reader, ReadingBudget budget)
    {
        using var xml = reader;
        var strings = new List<string>();
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                budget.Check();
                strings.Add(Rich(xml));
            }
        }

        return strings;
    }

    /// <summary>
    /// The text of the element the reader stands on, without its formatting and its pronunciation (rPh). The reader is left on its end.
    /// </summary>
    public static string Rich(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var (depth, text, only) = (xml.Depth, (StringBuilder?)null, "");
        xml.Read();
        while (!(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth) && !xml.EOF)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh")
            {
                xml.Skip();
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "t")
            {
                var run = xml.ReadElementContentAsString();
                text = only.Length > 0 && text is null ? new StringBuilder(only) : text;
                only = text is null ? run : only;
                if (text?.Append(run).Length > 2 * ReadingLimits.CellCharacters)
                {
                    throw FileRefusal.CellTooLong("The workbook");
                }
            }
            else
            {
                xml.Read();
            }
        }

        return Unescaped(text?.ToString() ?? only);
    }

    /// <summary>Characters that XML cannot hold are written _x000D_.</summary>
    public static string Unescaped(string text) => ReadingBudget.Clean(!text.Contains("_x", StringComparison.Ordinal) ? text
        : Escape().Replace(text,
            m => ((char)int.Parse(m.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()));

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
