using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Imports;
using PartnershipEquality.Domain.Schemes;

namespace PartnershipEquality.Api.Features.Imports;

/// <param name="ImportId">The import's id.</param>
[Writes(Permission.PlanWrite)]
public sealed record ApplyImport(Guid ImportId) : IRequest<ImportApplied>;

/// <summary>A plan that has gone live.</summary>
/// <param name="SchemeId">The scheme it became.</param>
/// <param name="Reference">The scheme's reference.</param>
/// <param name="Counts">How much it holds.</param>
public sealed record ImportApplied(Guid ImportId, Guid SchemeId, string Reference, PlanCounts Counts);

internal sealed class ApplyImportHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time) : IRequestHandler<ApplyImport, ImportApplied>
{
    public async Task<ImportApplied> Handle(ApplyImport request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var import = await OwnImport.LockAsync(db, request.ImportId, cancellationToken);
        EnsureReady(import);
        var understood = ImportDetail.PlanOf(import);
        var scheme = Scheme.Begin(caller.OrganisationId, await ReferenceAsync(import, cancellationToken), import.Title, import.StartsOn, import.EndsOn, import.Stage, import.Sample, at);
        scheme.Narrative = import.Narrative;
        var plan = LivePlan.Of(scheme, understood, at);
        await PlanSaving.SaveAsync(db, plan, at, cancellationToken);
        (import.Status, import.SchemeId, import.AppliedAt) = (ImportStatus.Applied, scheme.Id, at);
        import.Version++;
        import.UpdatedAt = at;
        log.Own("import.applied", $"imports/{import.Id}", import.Version, null, new { schemeId = scheme.Id });
        log.Plan("scheme.created", $"schemes/{scheme.Id}", scheme.Version, scheme.OwnerId, null, understood.Count());
        plan.Assignments.ToList().ForEach(a => log.Assignment("assignment.created", a, null, new { a.ActionId, a.DueBy }));
        return new ImportApplied(import.Id, scheme.Id, scheme.Reference, understood.Count());
    }

    private static void EnsureReady(Import import)
    {
        OwnImport.EnsureRead(import);
        var errors = ImportDetail.ProblemsOf(import).Where(p => p.Severity == ProblemSeverity.Error).Take(50).ToList();
        if (errors.Count > 0)
        {
            throw new Refusal(RefusalKind.Conflict, "import-has-problems", "The plan has errors. Correct how the file is taken (PATCH), or the file and upload it again; nothing has gone live.",
                [.. errors.Select(p => new FieldError(p.Row is { } row ? $"row {row}, {p.Column}" : p.Column ?? "file", p.Code, p.Suggestion is null ? p.Text : $"{p.Text} {p.Suggestion}"))]);
        }
    }

    /// <summary>The owner's code and the first year, with a number where that is taken: "LEICS-2026", "LEICS-2026-2".</summary>
    private async Task<string> ReferenceAsync(Import import, CancellationToken ct)
    {
        var stem = $"{caller.Reach.Code}-{import.StartsOn.Year}";
        var taken = await db.Schemes.Where(s => s.OwnerId == caller.OrganisationId && s.Reference.StartsWith(stem)).Select(s => s.Reference).ToListAsync(ct);
        return taken.Contains(stem) ? Enumerable.Range(2, taken.Count + 1).Select(n => $"{stem}-{n}").First(r => !taken.Contains(r)) : stem;
    }
}
