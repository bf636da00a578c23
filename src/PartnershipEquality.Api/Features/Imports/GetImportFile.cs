using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Imports;

/// <param name="ImportId">The import's id.</param>
[Reads(Permission.PlanWrite)]
public sealed record GetImportFile(Guid ImportId) : IRequest
{
    /// <summary>Where the file goes.</summary>
    public Download? To { get; init; }
}

internal sealed class GetImportFileHandler(EqualityDb db) : IRequestHandler<GetImportFile>
{
    public async Task<Unit> Handle(GetImportFile request, CancellationToken cancellationToken)
    {
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == request.ImportId, cancellationToken)
            ?? throw Refusal.NotFound("import");
        if (import.Status == ImportStatus.Abandoned)
        {
            OwnImport.EnsureOpen(import);
        }

        // Never as its own kind: what somebody uploaded is not run by whoever looks at it.
        var to = request.To!.Begin("application/octet-stream", import.FileName);
        await foreach (var chunk in ImportFile.ChunksAsync(db, import, cancellationToken))
        {
            await to.WriteAsync(chunk, cancellationToken);
        }

        return Unit.Value;
    }
}
