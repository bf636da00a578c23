using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Assignments;

/// <param name="AssignmentId">The assignment's id.</param>
/// <param name="UpdateId">The update's id.</param>
[Writes(Permission.ProgressWrite)]
public sealed record NarrowProgress(Guid AssignmentId, Guid UpdateId, [FromBody] TierNarrowed Body) : IRequest<ProgressUpdateDetail>;

/// <summary>A narrower tier, and why.</summary>
/// <param name="Tier">private or partnership.</param>
/// <param name="Reason">In a sentence or two.</param>
public sealed record TierNarrowed([property: Required] Tier? Tier,
    [property: Required, MinLength(1), MaxLength(ProgressUpdate.ReasonMaxLength)] string Reason);

internal sealed class NarrowProgressHandler(EqualityDb db, Caller caller, ChangeLog log)
    : IRequestHandler<NarrowProgress, ProgressUpdateDetail>
{
    public async Task<ProgressUpdateDetail> Handle(NarrowProgress request, CancellationToken cancellationToken)
    {
        var assignment = await OwnAssignment.LockAsync(db, caller, request.AssignmentId, cancellationToken);
        var update = await db.ProgressUpdates.SingleOrDefaultAsync(u => u.Id == request.UpdateId && u.AssignmentId == assignment.Id,
            cancellationToken)
            ?? throw Refusal.NotFound("progress update");
        var before = update.Tier;
        update.Narrow(request.Body.Tier!.Value, request.Body.Reason);
        var (subject, from, to) = ($"progress-updates/{update.Id}", new { tier = before }, new { update.Tier });
        log.Below("progress_update.narrowed", subject, update.Version, assignment, ownerKnows: update.Tier != Tier.Private, from, to);
        if (update.Tier == Tier.Private && assignment.OwnerId != assignment.AuthorityId)
        {
            // The owner drops what it may no longer see; the authority still sees it.
            log.Owner("progress_update.revoked", subject, update.Version, assignment, from, to);
        }

        return ProgressUpdateDetail.From(update);
    }
}
