using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Features.Plans;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Documents.Plans.Merging;
using PartnershipEquality.Documents.Plans.Proposal;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Imports.Merging;

/// <summary>The actions of a merge, with what follows for the authorities that answer for them.</summary>
internal sealed class ActionMerge(
    EqualityDb db, ChangeLog log, Domain.Plans.Scheme scheme, StandingPlan live, PlanMatch match, PlanInterpreter understanding,
        string reason, DateTimeOffset at)
{
    private readonly AssignmentFollowing _following = new(db, log, scheme, at);
    private readonly Dictionary<Guid, List<string>> _references = live.Actions.GroupBy(a => a.CommitmentId)
        .ToDictionary(g => g.Key, g => g.Select(a => a.Reference).ToList());

    /// <summary>Those that stand under another commitment now. They take the next number there.</summary>
    public async Task MoveAsync(IReadOnlyDictionary<UnderstoodCommitment, Commitment> commitments, CancellationToken ct)
    {
        var moving = match.Actions.Where(a => a.Pair is { Read: not null, Live: not null }
            && commitments[a.Under!].Id != a.Pair.Live.CommitmentId).ToList();
        var actions = await LoadAsync(moving.Select(a => a.Pair.Live!.Id), ct);
        var moved = new List<SchemeAction>();
        foreach (var (pair, under, _) in moving)
        {
            var (action, to) = (actions[pair.Live!.Id], commitments[under!]);
            var from = await db.Commitments.FindAsync([action.CommitmentId], ct);
            var there = ReferencesIn(to.Id);
            action.MoveTo(from!, to, there);
            there.Add(action.Reference);
            moved.Add(action);
            log.Plan("action.moved", $"actions/{action.Id}", action.Version + 1, action.OwnerId,
                new { pair.Live.CommitmentId, pair.Live.Reference }, new { action.CommitmentId, action.Reference });
        }

        // Their assignments follow by SQL, and may follow to a commitment that is new.
        await db.SaveChangesAsync(ct);
        foreach (var action in moved)
        {
            await PlanMoves.MoveActionAsync(db, action.OwnerId, action.Id, action.ThemeId, action.CommitmentId, action.Reference, at, ct);
        }
    }

    public async Task ChangeAsync(CancellationToken ct)
    {
        var changing = match.Actions.Where(a => a.Pair is { Read: not null, Live: not null }
            && (a.Pair.Fields.Count > 0 || a.Pair.Live.WithdrawnAt is not null || a.Milestones.Any(IsOtherwise))).ToList();
        var actions = await LoadAsync(changing.Select(a => a.Pair.Live!.Id), ct);
        var assignments = await AssignmentsAsync(changing.Where(TouchesAssignments).Select(a => a.Pair.Live!.Id), ct);
        await ActionRows.SetResponsibleAsync(db,
            [.. changing.Where(a => Differs(a, "responsible")).Select(a => (actions[a.Pair.Live!.Id], a.Pair.Read!.Responsible))], ct);
        await ActionRows.SetCrossReferencesAsync(db, [.. changing.Where(NamesAnew).Select(a => (actions[a.Pair.Live!.Id], NamedBy(a)))], at,
            ct);
        foreach (var change in changing)
        {
            var action = actions[change.Pair.Live!.Id];
            LayOn(action, change);
            AddMilestones(action, change);
            action.Touch(at);
            log.Plan("action.changed", $"actions/{action.Id}", action.Version, action.OwnerId);
        }

        foreach (var change in changing.Where(TouchesAssignments))
        {
            Follow(change, actions[change.Pair.Live!.Id], [.. assignments[change.Pair.Live.Id]]);
        }

        await _following.KeepAsync(ct);
    }

    public async Task<IReadOnlyDictionary<UnderstoodAction, Guid>> AddAsync(
        IReadOnlyDictionary<UnderstoodCommitment, Commitment> commitments, CancellationToken ct)
    {
        var added = new Dictionary<UnderstoodAction, Guid>(ReferenceEqualityComparer.Instance);
        var actions = new List<(SchemeAction Action, UnderstoodAction Read)>();
        foreach (var (pair, under, _) in match.Actions.Where(a => a.Pair.Live is null))
        {
            var commitment = commitments[under!];
            var there = ReferencesIn(commitment.Id);
            var action = LivePlanBuilder.CreateAction(commitment, pair.Read!, commitment.NextReference(there), PlanOrder.Last, at);
            there.Add(action.Reference);
            actions.Add((action, pair.Read!));
            added.Add(pair.Read!, action.Id);
            log.Plan("action.created", $"actions/{action.Id}", action.Version, action.OwnerId, null,
                new { action.CommitmentId, authorities = pair.Read!.CrossReference.Authorities.Select(a => a.AuthorityId) });
        }

        db.Actions.AddRange(actions.Select(a => a.Action));
        foreach (var (action, read) in actions)
        {
            foreach (var authority in read.CrossReference.Authorities)
            {
                _following.Assign(action, authority, PlanInterpreter.TargetsFor(authority.Code, action.Targets));
            }
        }

        await _following.KeepAsync(ct);
        return added;
    }

    /// <summary>Those that the document leaves out; each authority reads why.</summary>
    public async Task WithdrawAsync(CancellationToken ct)
    {
        var gone = match.Actions.Where(a => a.Pair.Read is null).Select(a => a.Pair.Live!.Id).ToList();
        var actions = await LoadAsync(gone, ct);
        var assignments = await AssignmentsAsync(gone, ct);
        foreach (var action in actions.Values)
        {
            action.Withdraw(reason, at);
            action.Touch(at);
            _following.Withdraw(assignments[action.Id], reason);
            log.Plan("action.withdrawn", $"actions/{action.Id}", action.Version, action.OwnerId);
        }

        var steps = match.Actions.Where(a => a.Pair is { Read: not null, Live: not null } && a.Milestones.Any(IsGone)).ToList();
        var kept = await LoadAsync(steps.Select(a => a.Pair.Live!.Id), ct);
        var theirs = await AssignmentsAsync(steps.Select(a => a.Pair.Live!.Id), ct);
        foreach (var (pair, _, milestones) in steps)
        {
            var action = kept[pair.Live!.Id];
            foreach (var milestone in milestones.Where(IsGone).Select(step => action.Milestones.Single(m => m.Id == step.Live!.Id)))
            {
                milestone.Withdraw(reason, at);
                log.Plan("milestone.withdrawn", $"milestones/{milestone.Id}", milestone.Version, milestone.OwnerId);
            }

            _following.FollowMilestones(action, theirs[action.Id]);
        }

        await _following.KeepAsync(ct);
    }

    private static void LayOn(SchemeAction action, ActionPair change)
    {
        var read = change.Pair.Read!;
        foreach (var field in change.Pair.Fields)
        {
            switch (field.Field)
            {
                case "text": action.Text = read.Text; break;
                case "outcome": action.Outcome = read.Outcome; break;
                case "measures": action.Measures = read.Measures; break;
                case "resources": action.Resources = read.Resources; break;
                case "barriers": action.Barriers = read.Barriers; break;
                case "stakeholders": action.Stakeholders = read.Stakeholders; break;
                case "responsible": action.ResponsibleAsWritten = read.ResponsibleAsWritten; break;
                case "label": action.Label = read.Label; break;
                case "planStatus": (action.PlanStatus, action.PlanStatusText) = (read.Status, read.StatusText); break;
                case "notes": action.Notes = read.Notes ?? []; break;
                default: break;
            }
        }

        action.Reinstate();
    }

    private void AddMilestones(SchemeAction action, ActionPair change)
    {
        foreach (var step in change.Milestones.Where(step => step.Live is null))
        {
            var milestone = action.AddMilestone(step.Read!.Text, [.. step.Read.Targets.Select(t => t.ToTargetDate())], at);
            log.Plan("milestone.created", $"milestones/{milestone.Id}", milestone.Version, milestone.OwnerId, null,
                new { milestone.ActionId });
        }
    }

    private void Follow(ActionPair change, SchemeAction action, IReadOnlyList<Assignment> assignments)
    {
        if (Rewords(change))
        {
            _following.Reword(assignments);
        }

        if (Differs(change, "target") || NamesAnew(change))
        {
            var text = Differs(change, "target") ? change.Pair.Read!.Target : action.TargetText;
            action.SetTarget(text, understanding.ReadTargets(text, action.CrossReferenceText));
        }

        if (NamesAnew(change))
        {
            _following.Name(action, assignments, NamedBy(change).Authorities, reason);
        }
        else if (Differs(change, "target"))
        {
            _following.Retarget(action, assignments, live.Codes, reason);
        }

        foreach (var step in change.Milestones.Where(step => step is { Read: not null, Live: not null } && step.Fields.Count > 0))
        {
            var milestone = action.Milestones.Single(m => m.Id == step.Live!.Id);
            milestone.Text = step.Read!.Text;
            if (step.Fields.Any(f => f.Field == "target"))
            {
                _following.MoveMilestone(action, assignments, milestone, [.. step.Read.Targets.Select(t => t.ToTargetDate())], reason);
            }

            milestone.Touch();
            log.Plan("milestone.changed", $"milestones/{milestone.Id}", milestone.Version, milestone.OwnerId);
        }

        if (change.Milestones.Any(step => step.Live is null))
        {
            _following.FollowMilestones(action, assignments);
        }
    }

    /// <summary>For whom the document says it is; where it says nothing, for whom it was.</summary>
    private UnderstoodCrossReference NamedBy(ActionPair change) =>
        Differs(change, "crossReference") || change.Pair.Read!.CrossReference.Text is not null
            ? change.Pair.Read!.CrossReference : understanding.ReadCrossReference(change.Pair.Live!.CrossReferenceText);

    private static bool NamesAnew(ActionPair change) => Differs(change, "authorities") || Differs(change, "crossReference");

    private static bool Differs(ActionPair change, string field) => change.Pair.Fields.Any(f => f.Field == field);

    private static bool Rewords(ActionPair change) => Differs(change, "text") || Differs(change, "outcome") || Differs(change, "measures");

    private static bool TouchesAssignments(ActionPair change) =>
        Rewords(change) || NamesAnew(change) || Differs(change, "target") || change.Milestones.Any(IsOtherwise);

    private static bool IsOtherwise(Pair<UnderstoodMilestone, Domain.Plans.Milestone> step) =>
        step.Read is not null && (step.Live is null || step.Fields.Count > 0);

    private static bool IsGone(Pair<UnderstoodMilestone, Domain.Plans.Milestone> step) => step.Read is null;

    private List<string> ReferencesIn(Guid commitmentId)
    {
        if (!_references.TryGetValue(commitmentId, out var there))
        {
            _references[commitmentId] = there = [];
        }

        return there;
    }

    private async Task<Dictionary<Guid, SchemeAction>> LoadAsync(IEnumerable<Guid> ids, CancellationToken ct)
    {
        var wanted = ids.ToList();
        return wanted.Count == 0 ? [] : await db.Actions.Include(a => a.Milestones).Include(a => a.CrossReferences).Include(a => a.Roles)
            .Where(a => a.OwnerId == scheme.OwnerId && wanted.Contains(a.Id)).AsSplitQuery().ToDictionaryAsync(a => a.Id, ct);
    }

    private async Task<ILookup<Guid, Assignment>> AssignmentsAsync(IEnumerable<Guid> actionIds, CancellationToken ct)
    {
        var wanted = actionIds.ToList();
        var found = wanted.Count == 0
            ? [] : await db.Assignments.Include(a => a.Occurrences).Where(a => a.OwnerId == scheme.OwnerId && wanted.Contains(a.ActionId))
                .OrderBy(a => a.Id).AsSplitQuery().ToListAsync(ct);
        return found.ToLookup(a => a.ActionId);
    }
}
