using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Plans.Commitments;

/// <param name="CommitmentId">The commitment's id.</param>
/// <param name="IfMatch">The ETag of the commitment you changed.</param>
[Writes(Permission.PlanWrite)]
public sealed record ChangeCommitment(Guid CommitmentId, [FromHeader(Name = "If-Match")] string? IfMatch, [FromBody] JsonElement Body)
    : IRequest<CommitmentDetail>;

internal sealed class ChangeCommitmentHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<ChangeCommitment, CommitmentDetail>
{
    public async Task<CommitmentDetail> Handle(ChangeCommitment request, CancellationToken cancellationToken)
    {
        var commitment = await OwnedCommitment.LockAsync(db, caller, request.CommitmentId, request.IfMatch, cancellationToken);
        var edit = MergePatch.Apply(CommitmentEdit.Of(commitment), request.Body);
        var before = commitment.Reference;
        if (edit.Reference != before)
        {
            await OwnedCommitment.EnsureFreeAsync(db, commitment.OwnerId, commitment.SchemeId, edit.Reference, cancellationToken);
            await PlanMoves.LockCommitmentAsync(db, commitment.OwnerId, commitment.Id, cancellationToken);
            await PlanMoves.RenameCommitmentAsync(db, commitment.OwnerId, commitment.Id, before, edit.Reference, cancellationToken);
        }

        edit.LayOn(commitment,
            await db.Actions.CountAsync(a => a.OwnerId == commitment.OwnerId && a.CommitmentId == commitment.Id && a.WithdrawnAt == null,
                cancellationToken));
        commitment.Touch(time.GetUtcNow());
        log.Plan("commitment.changed", $"commitments/{commitment.Id}", commitment.Version, commitment.OwnerId, new { reference = before },
            new { commitment.Reference });
        return await CommitmentDetail.ReadAsync(db, commitment, cancellationToken);
    }
}
