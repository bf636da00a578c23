using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Plans.Actions;

/// <summary>
/// An action that its owner is about to change, locked with its assignments in one order, so that a change of the
/// plan and an authority's report never lose each other.
/// </summary>
internal sealed record OwnedAction(Scheme Scheme, SchemeAction Action, IReadOnlyList<Assignment> Assignments)
{
    public static Task<OwnedAction> LockAsync(EqualityDb db, Caller caller, Guid actionId, string? ifMatch, CancellationToken ct) =>
        LockAsync(db, caller, actionId, action => Versions.Ensure(ifMatch, action.Version), ct);

    /// <summary>For what has a version of its own: the action's is not asked for.</summary>
    public static Task<OwnedAction> LockAsync(EqualityDb db, Caller caller, Guid actionId, CancellationToken ct) =>
        LockAsync(db, caller, actionId, _ => { }, ct);

    private static async Task<OwnedAction> LockAsync(EqualityDb db, Caller caller, Guid actionId, Action<SchemeAction> check,
        CancellationToken ct)
    {
        var ownerId = await db.Actions.Where(a => a.Id == actionId).Select(a => (Guid?)a.OwnerId).SingleOrDefaultAsync(ct)
            ?? throw Refusal.NotFound("action");
        caller.EnsureOwns(ownerId, "action");
        await new Sql($"select 1 from actions where id = {actionId} for update").RunAsync(db, ct);
        await new Sql($"""
            select 1 from assignments where owner_id = {ownerId} and action_id = {actionId} order by id for update
            """).RunAsync(db, ct);
        var action = await ActionDetail.LoadAsync(db, actionId, ct) ?? throw Refusal.NotFound("action");
        check(action);
        action.EnsureInPlan();
        var scheme = await db.Schemes.SingleAsync(s => s.Id == action.SchemeId, ct);
        scheme.EnsureOpen();
        var assignments = await db.Assignments.Include(a => a.Occurrences).Where(a => a.OwnerId == ownerId && a.ActionId == actionId)
            .OrderBy(a => a.Id).AsSplitQuery().ToListAsync(ct);
        return new OwnedAction(scheme, action, assignments);
    }

    /// <summary>
    /// Every assignment that stands takes up the action's milestones as they are now. A new one's row must be there already.
    /// </summary>
    public async Task FollowMilestonesAsync(EqualityDb db, ChangeLog log, DateTimeOffset at, CancellationToken ct)
    {
        var following = new AssignmentFollowing(db, log, Scheme, at);
        following.FollowMilestones(Action, Assignments);
        await following.KeepAsync(ct);
    }
}
