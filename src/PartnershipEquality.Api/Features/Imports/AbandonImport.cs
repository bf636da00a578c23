using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Imports;

/// <param name="ImportId">The import's id.</param>
/// <param name="IfMatch">The ETag of the import you looked at.</param>
[Writes(Permission.PlanWrite)]
public sealed record AbandonImport(Guid ImportId, [FromHeader(Name = "If-Match")] string? IfMatch) : IRequest;

internal sealed class AbandonImportHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time) : IRequestHandler<AbandonImport>
{
    public async Task<Unit> Handle(AbandonImport request, CancellationToken cancellationToken)
    {
        var import = await OwnImport.LockAsync(db, request.ImportId, cancellationToken);
        Versions.Ensure(request.IfMatch, import.Version);
        OwnImport.EnsureOpen(import);
        await new Sql($"""
            delete from import_chunks where organisation_id = {caller.OrganisationId} and import_id = {import.Id}
            """).RunAsync(db, cancellationToken);
        (import.Status, import.Plan, import.Problems, import.Tables, import.Dropped) = (ImportStatus.Abandoned, """{"themes":[]}""", "[]",
            "[]", "[]");
        (import.Narrative, import.Failure, import.Corrections) = (null, null, "[]");
        import.Version++;
        import.UpdatedAt = time.GetUtcNow();
        log.Own("import.abandoned", $"imports/{import.Id}", import.Version, null, null);
        return Unit.Value;
    }
}
