using MediatR;
using PartnershipEquality.Api.Features.Exports.Bulk;
using PartnershipEquality.Api.Features.Exports.Whole;
using PartnershipEquality.Api.Http;

namespace PartnershipEquality.Api.Features.Exports;

internal static class ExportEndpoints
{
    public static void Map(RouteGroupBuilder v1)
    {
        var exports = v1.MapGroup("/exports").WithTags("Exports");
        exports.MapGet("/schemes/{schemeId:guid}.{format:regex(^(docx|xlsx|csv|json)$)}",
            async ([AsParameters] ExportScheme request, HttpResponse response, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(request with { To = new Download(response) }, ct);
            return Results.Empty;
        })
        .WithName(nameof(ExportScheme))
        .WithSummary("The plan as a table, with its progress")
        .WithDescription(
            "As Word, Excel, CSV or JSON: every row of the plan that is not withdrawn, and beside it each authority's status and latest shared text; for an authority, its own. The Word, Excel and CSV files import again as the same plan: what it says beside its columns (labels, its own status, notes) stands in columns of its own, and a commitment that is not applicable says so under Action. It is written while it is read, so a long one begins at once. For a spreadsheet take the Excel file: opened from a CSV, 2.10 becomes 2.1 and June 2027 a day.")
        .Produces<SchemeExport>(200, "application/json")
        .WithMetadata(new AlsoFiles("application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "text/csv"))
        .ProducesProblem(404);
        BulkEndpoints.Map(exports);
        WholeEndpoints.Map(exports);
    }
}
