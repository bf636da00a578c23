using System.Text;
using CsvHelper;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Imports;

namespace PartnershipEquality.Api.Features.Imports;

/// <summary>Reads a CSV's bytes as a source table, and writes the template. UTF-8, comma, RFC 4180.</summary>
public static class CsvTable
{
    public const int MaxColumns = 100;
    public const int MaxCell = 32_000;

    private static readonly CsvReaderOptions Reading = new()
    {
        HasHeader = false,
        // Row numbers are those a person sees in the file, so empty lines count.
        SkipEmptyLines = false,
        Separator = ',',
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    public static SourceTable Read(string name, byte[] content)
    {
        var text = Decode(content);
        using var csv = CsvReader.FromText(text, Reading);
        string[] header = [];
        var rows = new List<SourceRow>();
        try
        {
            for (var number = 1; csv.Read(); number++)
            {
                var cells = csv.Current.FieldCount <= MaxColumns ? csv.Current.ToArray().Select(Plain).ToArray()
                    : throw Malformed($"Row {number} has {csv.Current.FieldCount} cells; a table has at most {MaxColumns}.");
                if (Array.Exists(cells, cell => cell.Length > MaxCell))
                {
                    throw Malformed($"Row {number} has a cell of more than {MaxCell} characters; a quotation mark may not be closed.");
                }

                if (header.Length == 0)
                {
                    header = cells;
                    continue;
                }

                rows.Add(new SourceRow(number, cells));
                if (rows.Count > PlanLimits.Rows)
                {
                    // One more than is taken: the reader of the plan says so, and the rest need not be held.
                    break;
                }
            }
        }
        catch (CsvFormatException e)
        {
            throw Malformed($"Row {e.RecordNumber} has a quotation mark that is not closed or not doubled.");
        }

        return header.Length > 0 ? new SourceTable(name, header, rows) : throw Malformed("The file is empty.");
    }

    /// <summary>Records as a CSV that spreadsheets open as UTF-8.</summary>
    public static byte[] Write(IEnumerable<string[]> records)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, new CsvWriterOptions { WriteByteOrderMark = true, NewLine = "\r\n" }, leaveOpen: true))
        {
            foreach (var record in records)
            {
                csv.WriteRecord(record);
            }
        }

        return bytes.ToArray();
    }

    public static byte[] Template() => Write([[.. CanonicalColumns.All.Select(c => c.Header)], [.. CanonicalColumns.All.Select(c => c.Example)]]);

    /// <summary>Takes off the apostrophe that keeps a spreadsheet from running a cell as a formula, as every CSV that we write has it.</summary>
    private static string Plain(string cell) => cell.Length > 1 && cell[0] == '\'' && "=+-@\t\r".Contains(cell[1], StringComparison.Ordinal) ? cell[1..] : cell;

    private static string Decode(byte[] content)
    {
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF');
            return text.Contains('\0') ? throw Malformed("The file holds zero bytes, so it is no CSV. Save the table as \"CSV UTF-8\".") : text;
        }
        catch (DecoderFallbackException)
        {
            throw Malformed("The file is not UTF-8 text. Save it as \"CSV UTF-8\".");
        }
    }

    private static Refusal Malformed(string detail) => Refusal.Invalid("file-unreadable", detail, new FieldError("file", "file-unreadable", detail));
}
