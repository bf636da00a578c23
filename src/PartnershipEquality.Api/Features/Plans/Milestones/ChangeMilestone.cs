using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipEquality.Api.Features.Plans.Actions;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Plans.Milestones;

/// <param name="MilestoneId">The milestone's id.</param>
/// <param name="IfMatch">The ETag of the milestone you changed.</param>
[Writes(Permission.PlanWrite)]
public sealed record ChangeMilestone(Guid MilestoneId, [FromHeader(Name = "If-Match")] string? IfMatch, [FromBody] JsonElement Body)
    : IRequest<MilestoneDetail>;

/// <summary>What can be changed of a milestone.</summary>
/// <param name="Text">What is to be reached.</param>
/// <param name="Target">When, as you would write it: "31 March 2027"; null for a step without a date.</param>
/// <param name="Reason">Why the date changed; needed when it does, and read by the authorities.</param>
public sealed record MilestoneEdit(
    [property: Required, MinLength(1), MaxLength(PlanLimits.MilestoneText)] string Text,
    [property: MaxLength(PlanLimits.Target)] string? Target,
    [property: MaxLength(ProgressUpdate.ReasonMaxLength)] string? Reason);

internal sealed class ChangeMilestoneHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<ChangeMilestone, MilestoneDetail>
{
    public async Task<MilestoneDetail> Handle(ChangeMilestone request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var (owned, milestone) = await OwnedMilestone.LockAsync(db, caller, request.MilestoneId, request.IfMatch, cancellationToken);
        var edit = MergePatch.Apply(new MilestoneEdit(milestone.Text, milestone.TargetText, null), request.Body);
        milestone.Text = edit.Text;
        if (edit.Target != milestone.TargetText)
        {
            await MoveAsync(owned, milestone, edit, at, cancellationToken);
        }

        milestone.Touch();
        log.Plan("milestone.changed", $"milestones/{milestone.Id}", milestone.Version, milestone.OwnerId);
        return MilestoneDetail.From(milestone);
    }

    private async Task MoveAsync(OwnedAction owned, Domain.Plans.Milestone milestone, MilestoneEdit edit, DateTimeOffset at,
        CancellationToken ct)
    {
        var understanding = await PlanInterpreters.ForAsync(db, owned.Scheme.OwnerId, owned.Scheme.StartsOn, owned.Scheme.EndsOn, null, ct);
        var targets = understanding.ReadTargets(edit.Target, null);
        if (targets.SequenceEqual(milestone.Targets))
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(edit.Reason))
        {
            throw Refusal.Field("#/reason", "required", "Say why the date moves; the authorities and the board read it.");
        }

        TargetsAsked.Ensure(targets, owned.Scheme, "#/target");
        var following = new AssignmentFollowing(db, log, owned.Scheme, at);
        following.MoveMilestone(owned.Action, owned.Assignments, milestone, targets, edit.Reason);
        await following.KeepAsync(ct);
    }
}
