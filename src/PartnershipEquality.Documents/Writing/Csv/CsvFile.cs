using CsvHelper;

namespace PartnershipEquality.Documents.Writing.Csv;

/// <summary>
/// A CSV file (RFC 4180) written row by row. A cell that a spreadsheet would run as a formula gets an apostrophe in front, which the
/// reader takes off again.
/// </summary>
public sealed class CsvFile : IAsyncDisposable
{
    private readonly CsvWriter _writer;

    private CsvFile(CsvWriter writer) => _writer = writer;

    /// <param name="to">Where the bytes go; it stays open.</param>
    /// <param name="forSpreadsheets">With a byte order mark, by which a spreadsheet knows UTF-8; programs want none.</param>
    public static CsvFile Create(Stream to, bool forSpreadsheets) => new(CsvWriter.Create(
        to, new CsvWriterOptions { WriteByteOrderMark = forSpreadsheets, NewLine = "\r\n", Injection = CsvInjection.Escape },
            leaveOpen: true));

    public async Task WriteRowAsync(IEnumerable<string> cells, CancellationToken ct) => await _writer.WriteRecordAsync([.. cells], ct);

    public async Task FlushAsync(CancellationToken ct) => await _writer.FlushAsync(ct);

    public ValueTask DisposeAsync() => _writer.DisposeAsync();
}
