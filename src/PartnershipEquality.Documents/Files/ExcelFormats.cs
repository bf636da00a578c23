using System.Globalization;
using System.Xml;

namespace PartnershipEquality.Documents.Files;

/// <summary>The number formats of a workbook's cell styles, in the order in which cells refer to them.</summary>
internal static class ExcelFormats
{
    /// <summary>The formats that have a number and are not written down, as Excel in Britain shows them.</summary>
    private static readonly Dictionary<int, string> BuiltIn = new()
    {
        [1] = "0",
        [2] = "0.00",
        [3] = "#,##0",
        [4] = "#,##0.00",
        [5] = "£#,##0;-£#,##0",
        [6] = "£#,##0;-£#,##0",
        [7] = "£#,##0.00;-£#,##0.00",
        [8] = "£#,##0.00;-£#,##0.00",
        [9] = "0%",
        [10] = "0.00%",
        [11] = "0.00E+00",
        [14] = "dd/mm/yyyy",
        [15] = "d-mmm-yy",
        [16] = "d-mmm",
        [17] = "mmm-yy",
        [18] = "h:mm AM/PM",
        [19] = "h:mm:ss AM/PM",
        [20] = "h:mm",
        [21] = "h:mm:ss",
        [22] = "dd/mm/yyyy h:mm",
        [37] = "#,##0;-#,##0",
        [38] = "#,##0;-#,##0",
        [39] = "#,##0.00;-#,##0.00",
        [40] = "#,##0.00;-#,##0.00",
        [41] = "#,##0;-#,##0;-",
        [42] = "£#,##0;-£#,##0;£-",
        [43] = "#,##0.00;-#,##0.00;-",
        [44] = "£#,##0.00;-£#,##0.00;£-",
        [45] = "mm:ss",
        [46] = "[h]:mm:ss",
        [47] = "mm:ss",
        [48] = "##0.0E+0",
    };

    public static List<ShownFormat> Read(XmlReader reader)
    {
        using var xml = reader;
        var (written, ids, inCells) = (new Dictionary<int, string>(), new List<int>(), false);
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs")
            {
                inCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "numFmt" && Number(xml, "numFmtId") is { } id
                && xml.GetAttribute("formatCode") is { } code)
            {
                written.TryAdd(id, code);
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "xf" && inCells)
            {
                ids.Add(Number(xml, "numFmtId") ?? 0);
            }
        }

        var shown = ids.Distinct()
            .ToDictionary(id => id, id => ShownFormat.Of(written.GetValueOrDefault(id) ?? BuiltIn.GetValueOrDefault(id)));
        return [.. ids.Select(id => shown[id])];
    }

    private static int? Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
