using CsvHelper;

namespace PartnershipEquality.Api.Features.Exports;

/// <summary>The plan as canonical CSV, which imports again as it is, with its progress in a last column.</summary>
internal static class CsvExport
{
    // A cell that a spreadsheet would run as a formula gets an apostrophe in front, which the reader takes off again.
    private static readonly CsvWriterOptions Writing = new() { WriteByteOrderMark = true, NewLine = "\r\n", Injection = CsvInjection.Escape };

    public static async Task WriteAsync(PlanExport plan, Stream to, CancellationToken ct)
    {
        await using var csv = CsvWriter.Create(to, Writing, leaveOpen: true);
        var columns = await plan.Plan.ColumnsAsync(ct);
        await csv.WriteRecordAsync([.. columns.Select(c => c.Header)], ct);
        await foreach (var row in plan.Plan.RowsAsync(ct))
        {
            // A heading without anything under it is no row of the canonical table.
            if (row.Commitment is not null)
            {
                await csv.WriteRecordAsync([.. columns.Select(c => c.CellOf(row))], ct);
            }
        }

        await csv.FlushAsync(ct);
    }
}
