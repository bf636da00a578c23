using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipEquality.Api.Features.Imports.Merging;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Writing.Csv;

namespace PartnershipEquality.Api.Features.Imports;

internal static class ImportEndpoints
{
    /// <summary>25 MB for the file and a little for the form around it.</summary>
    private const long FormLimit = UploadImport.MaxBytes + (64 * 1024);

    public static void Map(RouteGroupBuilder v1)
    {
        var imports = v1.MapGroup("/imports").WithTags("Imports");
        imports.MapPost("", async (
                [Required, Description(
                    "The plan as it is: Word (.docx), Excel (.xlsx, .xls), CSV, TSV, or text copied from a PDF; at most 25 MB.")] IFormFile? file,
                [FromForm, Description(
                    "The scheme's title; what the document calls itself, or the file's name, unless given.")] string? title,
                [FromForm, Description(
                    "The scheme's first day, YYYY-MM-DD; ALL means the members on it. Taken from the years that the plan names unless " +
                    "given.")] string? startsOn,
                [FromForm, Description(
                    "The scheme's last day, YYYY-MM-DD. Taken from the years that the plan names unless given.")] string? endsOn,
                [FromForm, Description(
                    "The year in which the plan's financial year begins, for quarters written without one: 2026.")] string? planYear,
                [FromForm, Description(
                    "The stage in which it goes live: draft, inConsultation, approved, inForce or closed; what its period says today " +
                    "unless given.")] string? stage,
                [FromForm, Description(
                    "What columns mean where the reader would take them for something else, as JSON: {\"By when\":\"target\"}, or the " +
                    "whole mapping that PATCH takes.")] string? columns,
                [FromForm, Description(
                    "A live scheme of yours that the document is for: its period is the document's, and what it would change is shown " +
                    "before it is applied.")] string? intoSchemeId,
                HttpRequest http, IMediator mediator, CancellationToken ct) =>
            {
                var detail = await mediator.Send(await UploadForm.ReadAsync(file, http.Form.Files.Count, title, startsOn, endsOn, planYear,
                    stage, columns, intoSchemeId, ct), ct);
                return detail.Status == ImportStatus.Reading
                    ? Results.Accepted($"/v1/imports/{detail.Id}", detail) : Results.Created($"/v1/imports/{detail.Id}", detail);
            })
            .DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(FormLimit), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = FormLimit })
            .WithName(nameof(UploadImport))
            .WithSummary("Upload a plan")
            .WithDescription(
                "The document as it is, at most 25 MB. Nothing goes live yet: the answer is the plan as it was understood, its dates and cross-references read, and the problems found, row by row. Correct it, and apply it when it is right. A file of more than 512 kB is answered with 202 and read by a worker: ask for the import until its status is read.")
            .Produces<ImportDetail>(201).Produces<ImportDetail>(202)
            .ProducesProblem(413).ProducesProblem(415);
        imports.MapGet("", ([AsParameters] ListImports request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ListImports))
            .WithSummary("Your uploads, the oldest first");
        imports.MapGet("/template.csv",
            () => TypedResults.Bytes(TemplateCsv.Template(), "text/csv; charset=utf-8; header=present", "plan-template.csv"))
            .WithName("GetImportTemplate")
            .WithSummary("The canonical CSV, with one example row")
            .WithDescription("One row an action; theme and commitment may be left blank where the row above has the same. "
                + string.Join(" ", CanonicalColumns.All.Select(c => $"**{c.Header}**: {c.Explanation}")))
            .Produces<string>(200, "text/csv");
        imports.MapGet("/{importId:guid}",
            ([AsParameters] GetImport request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(GetImport))
            .WithSummary("One upload: the plan as understood, and its problems")
            .ProducesProblem(404);
        imports.MapPatch("/{importId:guid}",
            ([AsParameters] ChangeImport request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ChangeImport))
            .WithSummary("Correct how an upload is taken")
            .WithDescription(
                "A JSON merge patch of its title, period, plan year, stage, mapping, corrections, intoSchemeId and matches: a field left out stays, mapping null is what the reader finds. The file is read again with it. Send If-Match.")
            .Accepts<ImportEdit>("application/merge-patch+json", "application/json")
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
        imports.MapDelete("/{importId:guid}", async ([AsParameters] AbandonImport request, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(request, ct);
                return TypedResults.NoContent();
            })
            .WithName(nameof(AbandonImport))
            .WithSummary("Abandon an upload")
            .WithDescription(
                "Its file is deleted; that it was uploaded and abandoned stays. Refused once it has been applied. Send If-Match.")
            .Produces(204).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
        imports.MapGet("/{importId:guid}/file",
            async ([AsParameters] GetImportFile request, HttpResponse response, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(request with { To = new Download(response) }, ct);
                return Results.Empty;
            })
            .WithName(nameof(GetImportFile))
            .WithSummary("The file as it was uploaded")
            .Produces<Stream>(200, "application/octet-stream")
            .ProducesProblem(404).ProducesProblem(409);
        imports.MapPost("/{importId:guid}/apply", async ([AsParameters] ApplyImport request, IMediator mediator, CancellationToken ct) =>
            {
                var applied = await mediator.Send(request, ct);
                return TypedResults.Created($"/v1/schemes/{applied.SchemeId}", applied);
            })
            .WithName(nameof(ApplyImport))
            .WithSummary("Make the plan live")
            .WithDescription(
                "Without a body it makes the scheme with its themes, commitments, actions and assignments. An upload for a live scheme (intoSchemeId) is applied into that, with the fingerprint of the difference that you saw: what authorities have reported stays, whatever changes. One transaction: all of it or nothing. Refused while the upload has errors, and a second time.")
            .ProducesProblem(404).ProducesProblem(409);
        imports.MapGet("/{importId:guid}/difference",
            ([AsParameters] GetImportDifference request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(GetImportDifference))
            .WithSummary("What an upload would change in the live scheme it is for")
            .WithDescription(
                "Part by part in the document's order: added, changed, returned or gone, with what tells that two parts are one. A commitment is found by its number where the words bear it out, then by its words, then by its number alone; an action by its words within its commitment, by its place where the words are near, then by its words anywhere. Say otherwise by PATCH of matches. A column that the document does not have changes nothing. Nothing is applied yet.")
            .ProducesProblem(404).ProducesProblem(409);
        imports.MapPost("/{importId:guid}/undo",
            ([AsParameters] UndoImport request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(UndoImport))
            .WithSummary("Take back a plan that went live")
            .WithDescription(
                "The scheme goes with its plan, assignments, dates and reminders not yet sent, in one transaction, as if it had never been applied; the upload can be applied again, and the log keeps that it happened. What was edited by hand since goes too. Refused once progress has been reported on it, a target moved or anybody reminded.")
            .ProducesProblem(404).ProducesProblem(409);
    }
}
