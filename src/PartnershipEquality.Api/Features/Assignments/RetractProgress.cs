using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Features.Plans;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Assignments;

/// <param name="AssignmentId">The assignment's id.</param>
/// <param name="UpdateId">The update's id.</param>
[Writes(Permission.ProgressWrite)]
public sealed record RetractProgress(Guid AssignmentId, Guid UpdateId, [FromBody] ReasonGiven Body) : IRequest<ProgressUpdateDetail>;

internal sealed class RetractProgressHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<RetractProgress, ProgressUpdateDetail>
{
    public async Task<ProgressUpdateDetail> Handle(RetractProgress request, CancellationToken cancellationToken)
    {
        var assignment = await OwnAssignment.LockAsync(db, caller, request.AssignmentId, cancellationToken);
        var update = await db.ProgressUpdates.SingleOrDefaultAsync(u => u.Id == request.UpdateId && u.AssignmentId == assignment.Id,
            cancellationToken)
            ?? throw Refusal.NotFound("progress update");
        update.Retract(request.Body.Reason, time.GetUtcNow());
        log.Below("progress_update.revoked", $"progress-updates/{update.Id}", update.Version, assignment,
            ownerKnows: update.Tier != Tier.Private);
        return ProgressUpdateDetail.From(update);
    }
}
