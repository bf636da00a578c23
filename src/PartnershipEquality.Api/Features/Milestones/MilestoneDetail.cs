using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Features.Actions;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Schemes;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Api.Features.Milestones;

/// <summary>A step of an action with its own date, which each authority that answers for the action does for itself.</summary>
/// <param name="Text">What is to be reached.</param>
/// <param name="Target">When, word for word; null where the plan gives no date.</param>
/// <param name="Targets">What that means; each date falls due at each authority.</param>
public sealed record MilestoneDetail(
    Guid Id, Guid ActionId, string Text, string? Target, IReadOnlyList<TargetDateRecord> Targets, DateTimeOffset? WithdrawnAt, string? WithdrawnReason, int Version) : IVersioned
{
    internal static MilestoneDetail From(Milestone m) =>
        new(m.Id, m.ActionId, m.Text, m.TargetText, [.. m.Targets.Select(TargetDateRecord.From)], m.WithdrawnAt, m.WithdrawnReason, m.Version);
}

/// <summary>A milestone that its owner is about to change, locked with its action and all that answers for it.</summary>
internal sealed record OwnedMilestone(OwnedAction Owned, Milestone Milestone)
{
    public static async Task<OwnedMilestone> LockAsync(EqualityDb db, Caller caller, Guid milestoneId, string? ifMatch, CancellationToken ct)
    {
        var found = await db.Milestones.AsNoTracking().Where(m => m.Id == milestoneId).Select(m => new { m.OwnerId, m.ActionId }).SingleOrDefaultAsync(ct) ?? throw Refusal.NotFound("milestone");
        caller.EnsureOwns(found.OwnerId, "milestone");
        var owned = await OwnedAction.LockAsync(db, caller, found.ActionId, ct);
        var milestone = owned.Action.Milestones.Single(m => m.Id == milestoneId);
        Versions.Ensure(ifMatch, milestone.Version);
        milestone.EnsureInPlan();
        return new OwnedMilestone(owned, milestone);
    }
}

/// <summary>What a changed milestone does to those who answer for its action.</summary>
internal static class MilestoneFollowing
{
    /// <summary>Every assignment that stands takes up the action's milestones as they are now. A new one's row must be there already.</summary>
    public static async Task FollowMilestonesAsync(this OwnedAction owned, EqualityDb db, ChangeLog log, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var assignment in owned.Assignments.Where(a => a.WithdrawnAt is null))
        {
            var before = assignment.DueBy;
            assignment.FollowMilestones(owned.Scheme, owned.Action.Milestones, at);
            await Headlines.RecordAsync(db, assignment, at, ct);
            log.Assignment("assignment.milestones_changed", assignment, new { dueBy = before }, new { assignment.DueBy });
        }
    }
}
