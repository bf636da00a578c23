using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Features.Imports.Merging;
using PartnershipEquality.Api.Features.Plans;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Documents.Plans.Merging;
using PartnershipEquality.Documents.Plans.Proposal;
using PartnershipEquality.Documents.Plans.Rows;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Imports;

/// <param name="ImportId">The import's id.</param>
/// <param name="Body">Needed to apply into a live scheme; none to make a new one.</param>
[Writes(Permission.PlanWrite)]
public sealed record ApplyImport(Guid ImportId, [FromBody] MergeTerms? Body = null) : IRequest<ImportApplied>;

/// <summary>On what terms a document is applied into a scheme that is live.</summary>
/// <param name="Difference">The fingerprint of the difference that you saw. If the scheme or the upload has changed since, nothing is
/// applied.</param>
/// <param name="Gone">What becomes of the parts that the document leaves out; needed when there are any.</param>
/// <param name="Reason">Why the plan changes. Those whose target moves or whose work is withdrawn read it.</param>
public sealed record MergeTerms(
    [property: Required, MinLength(1), MaxLength(100)] string Difference,
    GoneParts? Gone,
    [property: Required, MinLength(1), MaxLength(ProgressUpdate.ReasonMaxLength)] string Reason);

/// <summary>What becomes of the parts of a live plan that a document leaves out.</summary>
public enum GoneParts
{
    /// <summary>They stay as they are.</summary>
    Keep,

    /// <summary>They are withdrawn, with the reason; what was reported on them stays readable.</summary>
    Withdraw,
}

/// <summary>A plan that has gone live.</summary>
/// <param name="SchemeId">The scheme it became, or was applied into.</param>
/// <param name="Reference">The scheme's reference.</param>
/// <param name="Counts">How much the document holds.</param>
/// <param name="Changes">What it changed in the scheme; null where it made a new one.</param>
public sealed record ImportApplied(Guid ImportId, Guid SchemeId, string Reference, PlanCounts Counts, DifferenceCounts? Changes = null);

internal sealed class ApplyImportHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<ApplyImport, ImportApplied>
{
    public async Task<ImportApplied> Handle(ApplyImport request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var import = await OwnImport.LockAsync(db, request.ImportId, cancellationToken);
        EnsureReady(import);
        if (import.IntoSchemeId is { } into)
        {
            return await MergeAsync(import, into, request.Body, at, cancellationToken);
        }

        if (request.Body is not null)
        {
            throw Refusal.Field("#/", "not-wanted",
                "This upload makes a scheme of its own, and nothing is compared: send no body. To apply it into a live scheme, PATCH intoSchemeId first.");
        }

        var understood = ImportDetail.PlanOf(import);
        var scheme = Scheme.Begin(caller.OrganisationId, await ReferenceAsync(import, cancellationToken), import.Title, import.StartsOn,
            import.EndsOn, import.Stage, import.Sample, at);
        scheme.Narrative = import.Narrative;
        var plan = LivePlanBuilder.Create(scheme, understood, at);
        await PlanSaving.SaveAsync(db, plan, at, cancellationToken);
        var applied = Applied(import, scheme, at);
        log.Plan("scheme.created", $"schemes/{scheme.Id}", scheme.Version, scheme.OwnerId, null, understood.Count());
        plan.Assignments.ToList().ForEach(a => log.Assignment("assignment.created", a, null, new { a.ActionId, a.DueBy }));
        return applied;
    }

    private async Task<ImportApplied> MergeAsync(Import import, Guid schemeId, MergeTerms? terms, DateTimeOffset at, CancellationToken ct)
    {
        if (terms is null)
        {
            throw Refusal.Field("#/difference", "required",
                $"Look at what it would change, GET /v1/imports/{import.Id}/difference, and send that difference's fingerprint with a " +
                "reason.");
        }

        // The plan's editing waits, then each report: nothing that was done meanwhile is lost.
        await OwnedScheme.LockAsync(db, caller, schemeId, ct);
        await new Sql($"""
            select 1 from actions where owner_id = {import.OrganisationId} and scheme_id = {schemeId} order by id for update
            """).RunAsync(db, ct);
        await new Sql($"""
            select 1 from assignments where owner_id = {import.OrganisationId} and scheme_id = {schemeId} order by id for update
            """).RunAsync(db, ct);
        var scheme = await db.Schemes.SingleAsync(s => s.Id == schemeId, ct);
        var (live, match, difference) = await ImportDifference.FindAsync(db, import, scheme, ct);
        if (difference.Fingerprint != terms.Difference)
        {
            throw Refusal.Conflict("difference-changed",
                "The scheme or the upload has changed since you looked, or you looked at another. Look at the difference again.");
        }

        if (terms.Gone is null && difference.Parts.Any(p => p.Change == DifferenceKind.Gone))
        {
            throw Refusal.Field("#/gone", "required",
                "The document leaves out parts of the scheme. Say whether to keep them or to withdraw them.");
        }

        var understanding = await PlanInterpreters.ForAsync(db, scheme.OwnerId, scheme.StartsOn, scheme.EndsOn, import.PlanYear, ct);
        await new PlanMerge(db, log, scheme, live, match, at).ApplyAsync(understanding, terms.Gone == GoneParts.Withdraw, terms.Reason, ct);
        scheme.Touch(at);
        log.Plan("scheme.changed", $"schemes/{scheme.Id}", scheme.Version, scheme.OwnerId, null, difference.Counts);
        return Applied(import, scheme, at) with { Changes = difference.Counts };
    }

    private ImportApplied Applied(Import import, Scheme scheme, DateTimeOffset at)
    {
        (import.Status, import.SchemeId, import.AppliedAt) = (ImportStatus.Applied, scheme.Id, at);
        import.Version++;
        import.UpdatedAt = at;
        log.Own("import.applied", $"imports/{import.Id}", import.Version, null, new { schemeId = scheme.Id });
        return new ImportApplied(import.Id, scheme.Id, scheme.Reference, ImportDetail.PlanOf(import).Count());
    }

    private static void EnsureReady(Import import)
    {
        OwnImport.EnsureRead(import);
        var errors = ImportDetail.ProblemsOf(import).Where(p => p.Severity == ProblemSeverity.Error).Take(50).ToList();
        if (errors.Count > 0)
        {
            throw new Refusal(RefusalKind.Conflict, "import-has-problems",
                "The plan has errors. Correct how the file is taken (PATCH), or the file and upload it again; nothing has gone live.",
                [.. errors.Select(p => new FieldError(p.Row is { } row
                    ? $"row {row}, {p.Column}" : p.Column ?? "file", p.Code, p.Suggestion is null ? p.Text : $"{p.Text} {p.Suggestion}"))]);
        }
    }

    /// <summary>The owner's code and the first year, with a number where that is taken: "LEICS-2026", "LEICS-2026-2".</summary>
    private async Task<string> ReferenceAsync(Import import, CancellationToken ct)
    {
        var stem = $"{caller.Scope.Code}-{import.StartsOn.Year}";
        var taken = await db.Schemes.Where(s => s.OwnerId == caller.OrganisationId && s.Reference.StartsWith(stem)).Select(s => s.Reference)
            .ToListAsync(ct);
        return taken.Contains(stem) ? Enumerable.Range(2, taken.Count + 1).Select(n => $"{stem}-{n}").First(r => !taken.Contains(r)) : stem;
    }
}
