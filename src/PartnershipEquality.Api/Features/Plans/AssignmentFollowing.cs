using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Documents.Plans.Proposal;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Plans;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Api.Features.Plans;

/// <summary>
/// What a change of the plan means for the authorities that answer for it, one action or many: assignments made, taken
/// back and given again, targets moved and kept on record. <see cref="KeepAsync"/> saves it all, headlines last.
/// </summary>
internal sealed class AssignmentFollowing(EqualityDb db, ChangeLog log, Scheme scheme, DateTimeOffset at)
{
    private readonly HashSet<Assignment> _touched = [];

    /// <summary>The action's shared target is another: each authority has its part of it, and its own target where it set one.</summary>
    public void Retarget(SchemeAction action, IEnumerable<Assignment> assignments, IReadOnlyDictionary<Guid, string> codes, string reason)
    {
        foreach (var assignment in assignments.Where(a => a.WithdrawnAt is null))
        {
            Retarget(action, assignment, PlanInterpreter.TargetsFor(codes[assignment.AuthorityId], action.Targets), reason);
        }
    }

    /// <summary>
    /// The action names these authorities from now on: new ones get an assignment, those no longer named lose theirs, and those named again
    /// go on.
    /// </summary>
    public void Name(SchemeAction action, IReadOnlyList<Assignment> assignments, IReadOnlyList<AssignedAuthority> named, string reason)
    {
        Withdraw(assignments.Where(a => named.All(n => n.AuthorityId != a.AuthorityId)), reason);
        foreach (var authority in named)
        {
            var own = PlanInterpreter.TargetsFor(authority.Code, action.Targets);
            if (assignments.FirstOrDefault(a => a.AuthorityId == authority.AuthorityId) is not { } existing)
            {
                Assign(action, authority, own);
                continue;
            }

            if (existing.WithdrawnAt is not null)
            {
                existing.Reinstate(authority.Qualifier, at);
                log.Assignment("assignment.reinstated", existing);
            }

            existing.Qualifier = authority.Qualifier;
            Retarget(action, existing, own, reason);
            _touched.Add(existing);
        }
    }

    public void Assign(SchemeAction action, AssignedAuthority authority, IReadOnlyList<TargetDate> targets)
    {
        var assignment = Assignment.Of(scheme, action, authority.AuthorityId, authority.Qualifier, targets, at);
        db.Assignments.Add(assignment);
        _touched.Add(assignment);
        log.Assignment("assignment.created", assignment, null, new { assignment.ActionId, assignment.DueBy });
    }

    public void Withdraw(IEnumerable<Assignment> assignments, string reason)
    {
        foreach (var assignment in assignments.Where(a => a.WithdrawnAt is null))
        {
            assignment.Withdraw(reason, at);
            _touched.Add(assignment);
            log.Assignment("assignment.withdrawn", assignment);
        }
    }

    /// <summary>The action is put into other words: those who answer for it are told with their next digest.</summary>
    public void Reword(IEnumerable<Assignment> assignments)
    {
        foreach (var assignment in assignments.Where(a => a.WithdrawnAt is null))
        {
            assignment.Reword(at);
        }
    }

    /// <summary>A milestone has another date, which is kept on record as a target that moved.</summary>
    public void MoveMilestone(SchemeAction action, IEnumerable<Assignment> assignments, Domain.Plans.Milestone milestone,
        IReadOnlyList<TargetDate> targets, string reason)
    {
        var standing = assignments.Where(a => a.WithdrawnAt is null).ToList();
        // What has come due under the old dates is there before they move, so that each finds the one it was.
        standing.ForEach(a => a.GenerateOccurrences(scheme, action.Milestones, LondonDay.Of(at), at));
        var was = milestone.TargetText;
        milestone.Targets = targets;
        foreach (var assignment in standing)
        {
            var before = assignment.DueBy;
            db.TargetMoves.Add(assignment.MoveMilestone(milestone, was, reason, scheme, action.Milestones, at));
            _touched.Add(assignment);
            log.Assignment("assignment.target_moved", assignment, new { dueBy = before }, new { assignment.DueBy });
        }
    }

    /// <summary>Every assignment that stands takes up the action's milestones as they are now.</summary>
    public void FollowMilestones(SchemeAction action, IEnumerable<Assignment> assignments)
    {
        foreach (var assignment in assignments.Where(a => a.WithdrawnAt is null))
        {
            var before = assignment.DueBy;
            assignment.FollowMilestones(scheme, action.Milestones, at);
            _touched.Add(assignment);
            log.Assignment("assignment.milestones_changed", assignment, new { dueBy = before }, new { assignment.DueBy });
        }
    }

    /// <summary>Saves the assignments with their headlines.</summary>
    public async Task KeepAsync(CancellationToken ct)
    {
        await AssignmentHistory.RecordAsync(db, _touched, at, ct);
        _touched.Clear();
    }

    private void Retarget(SchemeAction action, Assignment assignment, IReadOnlyList<TargetDate> own, string reason)
    {
        if (own.SequenceEqual(assignment.SharedTargets))
        {
            return;
        }

        var before = assignment.DueBy;
        db.TargetMoves.Add(assignment.MoveSharedTarget(own, reason, scheme, action.Milestones, at));
        _touched.Add(assignment);
        log.Assignment("assignment.target_moved", assignment, new { dueBy = before }, new { assignment.DueBy });
    }
}
