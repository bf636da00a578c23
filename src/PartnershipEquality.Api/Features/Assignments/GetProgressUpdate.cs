using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Assignments;

/// <param name="UpdateId">The update's id.</param>
[Reads(Permission.AssignmentsRead)]
public sealed record GetProgressUpdate(Guid UpdateId) : IRequest<ProgressUpdateDetail>;

internal sealed class GetProgressUpdateHandler(EqualityDb db) : IRequestHandler<GetProgressUpdate, ProgressUpdateDetail>
{
    public async Task<ProgressUpdateDetail> Handle(GetProgressUpdate request, CancellationToken cancellationToken) =>
        ProgressUpdateDetail.From(await db.ProgressUpdates.AsNoTracking()
            .SingleOrDefaultAsync(u => u.Id == request.UpdateId, cancellationToken) ?? throw Refusal.NotFound("progress update"));
}
