using CsvHelper;

namespace PartnershipEquality.Documents.Files;

/// <summary>A quotation mark of a CSV is not closed or not doubled.</summary>
/// <param name="row">The row, counted from 1.</param>
public sealed class CsvRowBroken(long row) : Exception($"Row {row} cannot be read.")
{
    public long Row => row;
}

/// <summary>Reads a CSV whose columns the program itself lays down: cells as they stand, and no row left out.</summary>
public static class CsvRows
{
    private static readonly CsvReaderOptions Options = new()
    {
        HasHeader = false,
        SkipEmptyLines = false,
        Separator = ',',
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    public static IEnumerable<string[]> Read(string text)
    {
        using var csv = CsvReader.FromText(text, Options);
        while (ReadNext(csv))
        {
            yield return csv.Current.ToArray();
        }
    }

    private static bool ReadNext(CsvReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException e)
        {
            throw new CsvRowBroken(e.RecordNumber);
        }
    }
}
