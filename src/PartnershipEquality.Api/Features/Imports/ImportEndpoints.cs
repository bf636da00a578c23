using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipEquality.Domain.Imports;

namespace PartnershipEquality.Api.Features.Imports;

internal static class ImportEndpoints
{
    /// <summary>25 MB for the file and a little for the form around it.</summary>
    private const long FormLimit = UploadImport.MaxBytes + (64 * 1024);

    public static void Map(RouteGroupBuilder v1)
    {
        var imports = v1.MapGroup("/imports").WithTags("Imports");
        imports.MapPost("", async (
                [Required, Description("The plan: a CSV with the columns of the template, UTF-8, at most 25 MB.")] IFormFile? file,
                [FromForm, Description("The scheme's title; the file's name unless given.")] string? title,
                [FromForm, Required, Description("The scheme's first day, YYYY-MM-DD; ALL means the members on it.")] string? startsOn,
                [FromForm, Required, Description("The scheme's last day, YYYY-MM-DD.")] string? endsOn,
                [FromForm, Description("The year in which the plan's financial year begins, for quarters written without one: 2026.")] string? planYear,
                [FromForm, Description("The stage in which it goes live: draft, inConsultation, approved, inForce or closed; what its period says today unless given.")] string? stage,
                IMediator mediator, CancellationToken ct) =>
            {
                var detail = await mediator.Send(await UploadForm.ReadAsync(file, title, startsOn, endsOn, planYear, stage, ct), ct);
                return TypedResults.Created($"/v1/imports/{detail.Id}", detail);
            })
            .DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(FormLimit), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = FormLimit })
            .WithName(nameof(UploadImport))
            .WithSummary("Upload a plan")
            .WithDescription("A CSV with the columns of the template, at most 25 MB. Nothing goes live yet: the answer is the plan as it was understood, its dates and cross-references read, and the problems found, row by row. Apply it when it is right.")
            .ProducesProblem(413).ProducesProblem(415);
        imports.MapGet("", ([AsParameters] ListImports request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ListImports))
            .WithSummary("Your uploads, the oldest first");
        imports.MapGet("/template.csv", () => TypedResults.Bytes(CsvTable.Template(), "text/csv; charset=utf-8; header=present", "plan-template.csv"))
            .WithName("GetImportTemplate")
            .WithSummary("The canonical CSV, with one example row")
            .WithDescription("One row an action; theme and commitment may be left blank where the row above has the same. " + string.Join(" ", CanonicalColumns.All.Select(c => $"**{c.Header}**: {c.Explanation}")))
            .Produces<string>(200, "text/csv");
        imports.MapGet("/{importId:guid}", ([AsParameters] GetImport request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(GetImport))
            .WithSummary("One upload: the plan as understood, and its problems")
            .ProducesProblem(404);
        imports.MapPost("/{importId:guid}/apply", async ([AsParameters] ApplyImport request, IMediator mediator, CancellationToken ct) =>
            {
                var applied = await mediator.Send(request, ct);
                return TypedResults.Created($"/v1/schemes/{applied.SchemeId}", applied);
            })
            .WithName(nameof(ApplyImport))
            .WithSummary("Make the plan live")
            .WithDescription("Makes the scheme with its themes, commitments, actions and assignments in one transaction: all of it or nothing. Refused while the upload has errors, and a second time.")
            .ProducesProblem(404).ProducesProblem(409);
        imports.MapPost("/{importId:guid}/undo", ([AsParameters] UndoImport request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(UndoImport))
            .WithSummary("Take back a plan that went live")
            .WithDescription("The scheme goes with its plan, assignments, dates and reminders not yet sent, in one transaction, as if it had never been applied; the upload can be applied again, and the log keeps that it happened. What was edited by hand since goes too. Refused once progress has been reported on it, a target moved or anybody reminded.")
            .ProducesProblem(404).ProducesProblem(409);
    }
}
