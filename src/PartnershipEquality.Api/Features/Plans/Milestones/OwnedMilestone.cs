using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Features.Plans.Actions;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Plans.Milestones;

/// <summary>A milestone that its owner is about to change, locked with its action and all that answers for it.</summary>
internal sealed record OwnedMilestone(OwnedAction Owned, Milestone Milestone)
{
    public static async Task<OwnedMilestone> LockAsync(EqualityDb db, Caller caller, Guid milestoneId, string? ifMatch,
        CancellationToken ct)
    {
        var found = await db.Milestones.AsNoTracking().Where(m => m.Id == milestoneId).Select(m => new { m.OwnerId, m.ActionId })
            .SingleOrDefaultAsync(ct) ?? throw Refusal.NotFound("milestone");
        caller.EnsureOwns(found.OwnerId, "milestone");
        var owned = await OwnedAction.LockAsync(db, caller, found.ActionId, ct);
        var milestone = owned.Action.Milestones.Single(m => m.Id == milestoneId);
        Versions.Ensure(ifMatch, milestone.Version);
        milestone.EnsureInPlan();
        return new OwnedMilestone(owned, milestone);
    }
}
