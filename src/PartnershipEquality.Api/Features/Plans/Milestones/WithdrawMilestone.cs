using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Plans.Milestones;

/// <param name="MilestoneId">The milestone's id.</param>
/// <param name="IfMatch">The ETag of the milestone.</param>
[Writes(Permission.PlanWrite)]
public sealed record WithdrawMilestone(Guid MilestoneId, [FromHeader(Name = "If-Match")] string? IfMatch, [FromBody] ReasonGiven Body)
    : IRequest<MilestoneDetail>;

internal sealed class WithdrawMilestoneHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<WithdrawMilestone, MilestoneDetail>
{
    public async Task<MilestoneDetail> Handle(WithdrawMilestone request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var (owned, milestone) = await OwnedMilestone.LockAsync(db, caller, request.MilestoneId, request.IfMatch, cancellationToken);
        milestone.Withdraw(request.Body.Reason, at);
        await owned.FollowMilestonesAsync(db, log, at, cancellationToken);
        log.Plan("milestone.withdrawn", $"milestones/{milestone.Id}", milestone.Version, milestone.OwnerId);
        return MilestoneDetail.From(milestone);
    }
}
