using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Plans.Commitments;

/// <param name="CommitmentId">The commitment's id.</param>
/// <param name="Fields">Only these fields of it, separated by commas; below another with a full stop. All unless given.</param>
[Reads(Permission.PlanRead)]
public sealed record GetCommitment(Guid CommitmentId, string? Fields) : IRequest<CommitmentDetail>;

internal sealed class GetCommitmentHandler(EqualityDb db) : IRequestHandler<GetCommitment, CommitmentDetail>
{
    public async Task<CommitmentDetail> Handle(GetCommitment request, CancellationToken cancellationToken) =>
        await CommitmentDetail.ReadAsync(db,
        await db.Commitments.AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.CommitmentId, cancellationToken)
            ?? throw Refusal.NotFound("commitment"), cancellationToken);
}
