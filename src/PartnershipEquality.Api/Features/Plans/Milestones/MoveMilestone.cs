using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Plans.Milestones;

/// <param name="MilestoneId">The milestone's id.</param>
/// <param name="IfMatch">The ETag of the milestone.</param>
[Writes(Permission.PlanWrite)]
public sealed record MoveMilestone(Guid MilestoneId, [FromHeader(Name = "If-Match")] string? IfMatch, [FromBody] MilestonePlace Body)
    : IRequest<MilestoneDetail>;

/// <summary>Where a milestone is to stand.</summary>
/// <param name="AfterId">The milestone of its action that it comes right after; null puts it first.</param>
public sealed record MilestonePlace(Guid? AfterId);

internal sealed class MoveMilestoneHandler(EqualityDb db, Caller caller, ChangeLog log) : IRequestHandler<MoveMilestone, MilestoneDetail>
{
    public async Task<MilestoneDetail> Handle(MoveMilestone request, CancellationToken cancellationToken)
    {
        var (owned, milestone) = await OwnedMilestone.LockAsync(db, caller, request.MilestoneId, request.IfMatch, cancellationToken);
        if (request.Body.AfterId is { } after && (after == milestone.Id || owned.Action.Milestones.All(m => m.Id != after)))
        {
            throw Refusal.Field("#/afterId", "unknown-milestone",
                "Name another milestone of the same action, or leave it out to come first.");
        }

        milestone.Touch();
        await PlanOrder.MoveMilestoneAsync(db, milestone.OwnerId, milestone.ActionId, milestone.Id, request.Body.AfterId,
            cancellationToken);
        log.Plan("milestone.moved", $"milestones/{milestone.Id}", milestone.Version, milestone.OwnerId, null, request.Body);
        return MilestoneDetail.From(milestone);
    }
}
