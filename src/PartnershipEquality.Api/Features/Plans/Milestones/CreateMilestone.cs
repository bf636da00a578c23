using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipEquality.Api.Features.Plans.Actions;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Plans.Milestones;

/// <param name="ActionId">The action's id.</param>
[Writes(Permission.PlanWrite)]
public sealed record CreateMilestone(Guid ActionId, [FromBody] MilestoneWanted Body) : IRequest<MilestoneDetail>;

/// <summary>A step of an action, as its owner writes it.</summary>
/// <param name="Text">What is to be reached.</param>
/// <param name="Target">When, as you would write it: "31 March 2027"; null for a step without a date.</param>
public sealed record MilestoneWanted(
    [property: Required, MinLength(1), MaxLength(PlanLimits.MilestoneText)] string Text,
    [property: MaxLength(PlanLimits.Target)] string? Target);

internal sealed class CreateMilestoneHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<CreateMilestone, MilestoneDetail>
{
    public async Task<MilestoneDetail> Handle(CreateMilestone request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var owned = await OwnedAction.LockAsync(db, caller, request.ActionId, cancellationToken);
        if (owned.Action.Milestones.Count(m => m.WithdrawnAt is null) >= PlanLimits.Milestones)
        {
            throw Refusal.Conflict("too-many-milestones", $"An action has at most {PlanLimits.Milestones} milestones. Split the action.");
        }

        var understanding = await PlanInterpreters.ForAsync(db, owned.Scheme.OwnerId, owned.Scheme.StartsOn, owned.Scheme.EndsOn, null,
            cancellationToken);
        var targets = understanding.ReadTargets(request.Body.Target, null);
        TargetsAsked.Ensure(targets, owned.Scheme, "#/target");
        var milestone = owned.Action.AddMilestone(request.Body.Text, targets, at);
        await owned.FollowMilestonesAsync(db, log, at, cancellationToken);
        log.Plan("milestone.created", $"milestones/{milestone.Id}", milestone.Version, milestone.OwnerId, null, new { milestone.ActionId });
        return MilestoneDetail.From(milestone);
    }
}
