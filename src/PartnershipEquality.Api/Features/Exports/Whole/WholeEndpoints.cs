using MediatR;
using PartnershipEquality.Api.Http;

namespace PartnershipEquality.Api.Features.Exports.Whole;

internal static class WholeEndpoints
{
    public static void Map(RouteGroupBuilder exports)
    {
        var whole = exports.MapGroup("/organisation");
        whole.MapPost("", async ([AsParameters] ExportOrganisation request, IMediator mediator, CancellationToken ct) =>
            {
                var export = await mediator.Send(request, ct);
                return TypedResults.Created(export.Href, export);
            })
            .WithName(nameof(ExportOrganisation))
            .WithSummary("Ask for all that your organisation has here")
            .WithDescription(
                "For who leaves, or keeps a copy. The answer says where the file is for a day; that it was asked for stands in the audit. Needs audit:read too, since the audit is in it.");
        whole.MapGet("/{exportId:guid}.zip",
            async ([AsParameters] GetOrganisationExport request, HttpResponse response, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(request with { To = new Download(response) }, ct);
                return Results.Empty;
            })
            .WithName(nameof(GetOrganisationExport))
            .WithSummary("All that your organisation has here, as a zip")
            .WithDescription(
                "Every table as JSON under data/, an array with one row to a line: plans that you own or work on, assignments and their history, progress, posts and who holds them, reminders and mails, imports, keys without their secrets, the audit; and the files that were uploaded, under files/. All of it is of the moment at which it is fetched. manifest.json, the last file, names each with its rows and its SHA-256, and says what is left out and why; a zip without it was cut short.")
            .WithMetadata(new AlsoFiles("application/zip"))
            .Produces(200, contentType: "application/zip")
            .ProducesProblem(404);
    }
}
