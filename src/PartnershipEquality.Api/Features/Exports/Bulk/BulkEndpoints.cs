using MediatR;
using PartnershipEquality.Api.Features.Assignments;
using PartnershipEquality.Api.Features.Changes;
using PartnershipEquality.Api.Features.Plans;
using PartnershipEquality.Api.Http;

namespace PartnershipEquality.Api.Features.Exports.Bulk;

internal static class BulkEndpoints
{
    private const string Formats = "{format:regex(^(ndjson|csv)$)}";

    private const string AsFiles = """
        The same rows, with the same field names, as the list has them, all in one file that is written while it is read; those that were withdrawn are in it, with when. Everything in it is of one moment: Export-As-Of says which, and Export-Position (also in Link, rel="next") is from where to go on in /v1/changes. Reading on from there misses nothing, and may tell you again of something that is in the file already. Fetch all exports, then go on from the position of the one that you fetched first.

        As ndjson each line is one row, and the last line is {"end":true,"count":...,"asOf":...,"position":...}: a file without it was cut short. As csv (UTF-8, one header row) a list of texts is set apart by semicolons, what has fields of its own is JSON, and what a spreadsheet would run as a formula begins with an apostrophe.
        """;

    public static void Map(RouteGroupBuilder exports)
    {
        Describe<CommitmentDetail>(exports.MapGet($"/commitments.{Formats}",
            ([AsParameters] ExportCommitments request, HttpResponse response, IMediator mediator, CancellationToken ct) =>
            WriteAsync(mediator, request with { To = new Download(response) }, ct)))
            .WithName(nameof(ExportCommitments))
            .WithSummary("Every commitment, with its actions")
            .WithDescription(AsFiles);
        Describe<AssignmentRow>(exports.MapGet($"/assignments.{Formats}",
            ([AsParameters] ExportAssignments request, HttpResponse response, IMediator mediator, CancellationToken ct) =>
            WriteAsync(mediator, request with { To = new Download(response) }, ct)))
            .WithName(nameof(ExportAssignments))
            .WithSummary("Every assignment: for an authority its own, for a partnership its members'")
            .WithDescription(AsFiles);
        Describe<ProgressUpdateDetail>(exports.MapGet($"/progress-updates.{Formats}",
            ([AsParameters] ExportProgressUpdates request, HttpResponse response, IMediator mediator, CancellationToken ct) =>
            WriteAsync(mediator, request with { To = new Download(response) }, ct)))
            .WithName(nameof(ExportProgressUpdates))
            .WithSummary("Every update that you may read")
            .WithDescription(AsFiles);
        Describe<ChangeEvent>(exports.MapGet($"/changes.{Formats}",
            ([AsParameters] ExportChanges request, HttpResponse response, IMediator mediator, CancellationToken ct) =>
            WriteAsync(mediator, request with { To = new Download(response) }, ct)))
            .WithName(nameof(ExportChanges))
            .WithSummary("Every change that is kept, in order")
            .WithDescription(AsFiles)
            .ProducesProblem(410);
    }

    private static async Task<IResult> WriteAsync(IMediator mediator, IRequest request, CancellationToken ct)
    {
        await mediator.Send(request, ct);
        return Results.Empty;
    }

    private static RouteHandlerBuilder Describe<TRow>(RouteHandlerBuilder route) => route
        .Produces<TRow>(200, BulkFile.Ndjson)
        .WithMetadata(
            new AlsoFiles("text/csv"),
            new RespondsWithHeaders((BulkFile.AsOf, "The moment that everything in the file is of."),
                (BulkFile.Position, "Where to go on in /v1/changes."), ("Link", "The same as an address: <...>; rel=\"next\".")))
        .ProducesProblem(404);
}
