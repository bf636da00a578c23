using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Imports;

/// <param name="ImportId">The import's id.</param>
[Reads(Permission.PlanWrite)]
public sealed record GetImport(Guid ImportId) : IRequest<ImportDetail>;

internal sealed class GetImportHandler(EqualityDb db) : IRequestHandler<GetImport, ImportDetail>
{
    public async Task<ImportDetail> Handle(GetImport request, CancellationToken cancellationToken) =>
        ImportDetail.From(await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == request.ImportId, cancellationToken)
            ?? throw Refusal.NotFound("import"));
}
