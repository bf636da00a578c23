using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Imports;

namespace PartnershipEquality.Api.Features.Actions;

/// <param name="ActionId">The action's id.</param>
/// <param name="IfMatch">The ETag of the action.</param>
[Writes(Permission.PlanWrite)]
public sealed record CrossReferenceAction(Guid ActionId, [FromHeader(Name = "If-Match")] string? IfMatch, [FromBody] CrossReferenceText Body) : IRequest<ActionDetail>;

/// <summary>For whom an action is, as a plan would write it.</summary>
/// <param name="Text">"ALL", "NWL; CBC", "BTEC - CBC; ALL OTHERS"; null or empty for nobody.</param>
/// <param name="Reason">Why, needed when an authority is named no longer; it reads it.</param>
public sealed record CrossReferenceText([property: MaxLength(PlanLimits.CrossReference)] string? Text, [property: MaxLength(ProgressUpdate.ReasonMaxLength)] string? Reason);

internal sealed class CrossReferenceActionHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time) : IRequestHandler<CrossReferenceAction, ActionDetail>
{
    public async Task<ActionDetail> Handle(CrossReferenceAction request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var owned = await OwnedAction.LockAsync(db, caller, request.ActionId, request.IfMatch, cancellationToken);
        var (scheme, action) = (owned.Scheme, owned.Action);
        var understanding = await PlanReading.ForAsync(db, scheme.OwnerId, scheme.StartsOn, scheme.EndsOn, null, cancellationToken);
        var read = understanding.ReadCrossReference(request.Body.Text);
        CrossReferenceAsked.Ensure(read, "#/text");
        var gone = owned.Assignments.Where(a => a.WithdrawnAt is null && read.Authorities.All(r => r.AuthorityId != a.AuthorityId)).ToList();
        if (gone.Count > 0 && string.IsNullOrWhiteSpace(request.Body.Reason))
        {
            throw Refusal.Field("#/reason", "required", "Say why an authority no longer answers for this; it reads the reason.");
        }

        await ReplaceEntriesAsync(owned, read, at, cancellationToken);
        var targets = understanding.ReadTargets(action.TargetText, request.Body.Text);
        action.SetTarget(action.TargetText, targets);
        foreach (var assignment in gone)
        {
            assignment.Withdraw(request.Body.Reason!, at);
            await Headlines.RecordAsync(db, assignment, at, cancellationToken);
            log.Assignment("assignment.withdrawn", assignment);
        }

        foreach (var named in read.Authorities)
        {
            var own = PlanUnderstanding.TargetsFor(named.Code, targets);
            if (owned.Assignments.FirstOrDefault(a => a.AuthorityId == named.AuthorityId) is not { } existing)
            {
                var assignment = Assignment.Of(scheme, action, named.AuthorityId, named.Qualifier, own, at);
                db.Assignments.Add(assignment);
                // Its headline hangs on it, so it is saved first.
                await db.SaveChangesAsync(cancellationToken);
                await Headlines.RecordAsync(db, assignment, at, cancellationToken);
                log.Assignment("assignment.created", assignment, null, new { assignment.ActionId, assignment.DueBy });
                continue;
            }

            if (existing.WithdrawnAt is not null)
            {
                existing.Reinstate(named.Qualifier, at);
                log.Assignment("assignment.reinstated", existing);
            }

            existing.Qualifier = named.Qualifier;
            if (!own.SequenceEqual(existing.SharedTargets))
            {
                db.TargetMoves.Add(existing.MoveSharedTarget(own, request.Body.Reason ?? "The cross-reference changed.", scheme, action.Milestones, at));
                log.Assignment("assignment.target_moved", existing);
            }

            await Headlines.RecordAsync(db, existing, at, cancellationToken);
        }

        action.Touch(at);
        log.Plan("action.cross_referenced", $"actions/{action.Id}", action.Version, action.OwnerId, null, new { authorities = read.Authorities.Select(a => a.AuthorityId) });
        await db.SaveChangesAsync(cancellationToken);
        return await ActionDetail.ReadAsync(db, action, LondonDay.Of(at), caller, cancellationToken);
    }

    private async Task ReplaceEntriesAsync(OwnedAction owned, UnderstoodCrossReference read, DateTimeOffset at, CancellationToken ct)
    {
        var gone = owned.Action.CrossReferences.ToList();
        owned.Action.SetCrossReference(string.IsNullOrWhiteSpace(read.Text) ? null : read.Text, LivePlan.EntriesOf(owned.Action, read, at));
        foreach (var entry in gone)
        {
            db.Entry(entry).State = EntityState.Detached;
        }

        foreach (var entry in owned.Action.CrossReferences)
        {
            db.Entry(entry).State = EntityState.Added;
        }

        await new Sql($"delete from cross_references where owner_id = {owned.Action.OwnerId} and action_id = {owned.Action.Id}").RunAsync(db, ct);
    }
}
