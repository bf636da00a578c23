using CsvHelper;
using PartnershipEquality.Documents.Plans.Columns;

namespace PartnershipEquality.Documents.Writing.Csv;

/// <summary>The canonical table as a CSV to be filled in: its headings and one example row.</summary>
public static class TemplateCsv
{
    /// <summary>With a byte order mark, so that spreadsheets open it as UTF-8.</summary>
    public static byte[] Template()
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, new CsvWriterOptions { WriteByteOrderMark = true, NewLine = "\r\n" }, leaveOpen: true))
        {
            csv.WriteRecord([.. CanonicalColumns.All.Select(c => c.Header)]);
            csv.WriteRecord([.. CanonicalColumns.All.Select(c => c.Example)]);
        }

        return bytes.ToArray();
    }
}
