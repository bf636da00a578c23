using MediatR;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Imports;

/// <param name="ImportId">The import's id.</param>
[Writes(Permission.PlanWrite)]
public sealed record UndoImport(Guid ImportId) : IRequest<ImportDetail>;

internal sealed class UndoImportHandler(EqualityDb db, ChangeLog log, TimeProvider time) : IRequestHandler<UndoImport, ImportDetail>
{
    public async Task<ImportDetail> Handle(UndoImport request, CancellationToken cancellationToken)
    {
        var import = await OwnImport.LockAsync(db, request.ImportId, cancellationToken);
        if (import.SchemeId is not { } schemeId)
        {
            throw Refusal.Conflict("import-not-applied", "The import has not been applied, so there is nothing to undo.");
        }

        if (import.IntoSchemeId is not null)
        {
            throw Refusal.Conflict("import-merged",
                "The document was applied into a scheme that was live before, and its parts are no longer told apart. Change the plan by hand, or apply the document that it had before.");
        }

        // The plan's editing waits, then each report: what is done before counts, what comes after finds nothing.
        await new Sql($"select 1 from schemes where id = {schemeId} for no key update").RunAsync(db, cancellationToken);
        await new Sql($"select 1 from actions where scheme_id = {schemeId} order by id for update").RunAsync(db, cancellationToken);
        await new Sql($"""
            select 1 from assignments where owner_id = {import.OrganisationId} and scheme_id = {schemeId} order by id for update
            """).RunAsync(db, cancellationToken);
        var scheme = await db.Schemes.AsNoTracking().SingleAsync(s => s.Id == schemeId, cancellationToken);
        if (import.Stage != SchemeStage.Closed)
        {
            // One that came in closed has never been worked on; one that was closed since has had its figures reported.
            scheme.EnsureOpen();
        }

        await EnsureUntouchedAsync(import.OrganisationId, schemeId, cancellationToken);
        (import.Status, import.SchemeId, import.AppliedAt) = (ImportStatus.Read, null, null);
        import.Version++;
        import.UpdatedAt = time.GetUtcNow();
        // Before its scheme, which it refers to.
        await db.SaveChangesAsync(cancellationToken);
        await RemoveAsync(schemeId, cancellationToken);
        log.Own("import.undone", $"imports/{import.Id}", import.Version, new { schemeId });
        log.Plan("scheme.deleted", $"schemes/{schemeId}", scheme.Version + 1, scheme.OwnerId, new { scheme.Stage },
            new { importId = import.Id });
        return ImportDetail.From(import);
    }

    /// <summary>What the owner can see of it; a sent reminder, which it cannot, stops the removal itself.</summary>
    private async Task EnsureUntouchedAsync(Guid ownerId, Guid schemeId, CancellationToken ct)
    {
        var begun = (await new Sql($"""
            select exists (select from assignments
              where owner_id = {ownerId} and scheme_id = {schemeId} and (last_reported_at is not null
              or not_applicable_accepted_at is not null)),
              exists (select from target_moves m join assignments a on a.id = m.assignment_id
              where m.owner_id = {ownerId} and a.owner_id = {ownerId} and a.scheme_id = {schemeId}),
              exists (select from imports where organisation_id = {ownerId} and scheme_id = {schemeId} and into_scheme_id is not null)
            """).ReadAsync(db, r => r.GetBoolean(0) ? "Progress has been reported on it" : r.GetBoolean(1) ? "A target in it has been moved" : r.GetBoolean(2) ? "Another document has been applied into it" : null, ct))[0];
        if (begun is not null)
        {
            throw InUse(begun);
        }
    }

    /// <summary>One statement: the keys take along all that hangs on the scheme, at every authority.</summary>
    private async Task RemoveAsync(Guid schemeId, CancellationToken ct)
    {
        try
        {
            await new Sql($"delete from schemes where id = {schemeId}").RunAsync(db, ct);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            throw InUse("Somebody has been reminded of work in it");
        }
    }

    private static Refusal InUse(string why) =>
        Refusal.Conflict("import-in-use",
            $"{why}, so it is no longer as if it had never been applied. Change the plan by hand, or close the scheme.");
}
