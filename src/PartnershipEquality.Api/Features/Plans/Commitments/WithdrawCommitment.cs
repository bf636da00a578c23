using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Plans.Commitments;

/// <param name="CommitmentId">The commitment's id.</param>
/// <param name="IfMatch">The ETag of the commitment.</param>
[Writes(Permission.PlanWrite)]
public sealed record WithdrawCommitment(Guid CommitmentId, [FromHeader(Name = "If-Match")] string? IfMatch, [FromBody] ReasonGiven Body)
    : IRequest<CommitmentDetail>;

internal sealed class WithdrawCommitmentHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<WithdrawCommitment, CommitmentDetail>
{
    public async Task<CommitmentDetail> Handle(WithdrawCommitment request, CancellationToken cancellationToken)
    {
        var commitment = await OwnedCommitment.LockAsync(db, caller, request.CommitmentId, request.IfMatch, cancellationToken);
        var live = await db.Actions.CountAsync(a => a.OwnerId == commitment.OwnerId && a.CommitmentId == commitment.Id
            && a.WithdrawnAt == null, cancellationToken);
        commitment.Withdraw(request.Body.Reason, live, time.GetUtcNow());
        log.Plan("commitment.withdrawn", $"commitments/{commitment.Id}", commitment.Version, commitment.OwnerId);
        return await CommitmentDetail.ReadAsync(db, commitment, cancellationToken);
    }
}
