using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Documents.Plans.Merging;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Imports.Merging;

/// <param name="ImportId">The import's id.</param>
[Reads(Permission.PlanWrite)]
public sealed record GetImportDifference(Guid ImportId) : IRequest<PlanDifference>;

internal sealed class GetImportDifferenceHandler(EqualityDb db) : IRequestHandler<GetImportDifference, PlanDifference>
{
    public async Task<PlanDifference> Handle(GetImportDifference request, CancellationToken cancellationToken)
    {
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == request.ImportId, cancellationToken)
            ?? throw Refusal.NotFound("import");
        OwnImport.EnsureRead(import);
        var schemeId = import.IntoSchemeId
            ?? throw Refusal.Conflict("import-makes-a-scheme",
                "The import makes a scheme of its own, so there is nothing to compare it with. PATCH intoSchemeId to apply it into one that is live.");
        var scheme = await db.Schemes.AsNoTracking().SingleAsync(s => s.Id == schemeId, cancellationToken);
        return (await ImportDifference.FindAsync(db, import, scheme, cancellationToken)).Difference;
    }
}
