using PartnershipEquality.Documents.Writing.Csv;

namespace PartnershipEquality.Api.Features.Exports;

/// <summary>The plan as canonical CSV, which imports again as it is, with its progress in a last column.</summary>
internal static class CsvExport
{
    public static async Task WriteAsync(PlanExport plan, Stream to, CancellationToken ct)
    {
        await using var csv = CsvFile.Create(to, forSpreadsheets: true);
        var columns = await plan.Plan.ColumnsAsync(ct);
        await csv.WriteRowAsync(columns.Select(c => c.Header), ct);
        await foreach (var row in plan.Plan.RowsAsync(ct))
        {
            // A heading without anything under it is no row of the canonical table.
            if (row.Commitment is not null)
            {
                await csv.WriteRowAsync(columns.Select(c => c.CellOf(row)), ct);
            }
        }

        await csv.FlushAsync(ct);
    }
}
