using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Plans.Actions;

/// <param name="ActionId">The action's id.</param>
/// <param name="IfMatch">The ETag of the action you changed.</param>
[Writes(Permission.PlanWrite)]
public sealed record ChangeAction(Guid ActionId, [FromHeader(Name = "If-Match")] string? IfMatch, [FromBody] JsonElement Body)
    : IRequest<ActionDetail>;

/// <summary>What can be changed of an action.</summary>
/// <param name="Responsible">The responsible roles; each authority maps them to its posts.</param>
/// <param name="Target">When, as you would write it: "autumn 2027", "On-going".</param>
/// <param name="Reason">Why the target changed; needed when it does, and read by the authorities.</param>
/// <param name="Label">The words the plan numbers it with: "Action 5".</param>
/// <param name="Notes">What else the plan says of it, under headings of its own; none unless given.</param>
public sealed record ActionEdit(
    [property: Required, MinLength(1), MaxLength(PlanLimits.Text)] string Text,
    [property: MaxLength(PlanLimits.Text)] string? Outcome,
    [property: MaxLength(PlanLimits.Text)] string? Measures,
    [property: MaxLength(PlanLimits.Role)] string? Responsible,
    [property: MaxLength(PlanLimits.Text)] string? Resources,
    [property: MaxLength(PlanLimits.Text)] string? Barriers,
    [property: MaxLength(PlanLimits.Text)] string? Stakeholders,
    [property: MaxLength(PlanLimits.Target)] string? Target,
    [property: MaxLength(ProgressUpdate.ReasonMaxLength)] string? Reason,
    [property: MinLength(1), MaxLength(PlanLimits.Label)] string? Label,
    [property: MaxLength(PlanLimits.Notes)] IReadOnlyList<PlanNote>? Notes);

internal sealed class ChangeActionHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<ChangeAction, ActionDetail>
{
    public async Task<ActionDetail> Handle(ChangeAction request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var owned = await OwnedAction.LockAsync(db, caller, request.ActionId, request.IfMatch, cancellationToken);
        var action = owned.Action;
        var edit = MergePatch.Apply(
            new ActionEdit(action.Text, action.Outcome, action.Measures, action.Responsible, action.Resources, action.Barriers,
                action.Stakeholders, action.TargetText, null, action.Label, action.Notes), request.Body);
        if ((action.Text, action.Outcome, action.Measures) != (edit.Text, edit.Outcome, edit.Measures))
        {
            new AssignmentFollowing(db, log, owned.Scheme, at).Reword(owned.Assignments);
        }

        (action.Text, action.Outcome, action.Measures) = (edit.Text, edit.Outcome, edit.Measures);
        (action.Resources, action.Barriers, action.Stakeholders) = (edit.Resources, edit.Barriers, edit.Stakeholders);
        (action.Label, action.Notes) = (edit.Label, edit.Notes ?? []);
        if (edit.Responsible != action.Responsible)
        {
            await ActionRows.SetResponsibleAsync(db, [(action, edit.Responsible)], cancellationToken);
        }

        if (edit.Target != action.TargetText)
        {
            await MoveAsync(owned, edit, at, cancellationToken);
        }

        action.Touch(at);
        log.Plan("action.changed", $"actions/{action.Id}", action.Version, action.OwnerId);
        return await ActionDetail.ReadAsync(db, action, LondonDay.Of(at), caller, cancellationToken);
    }

    private async Task MoveAsync(OwnedAction owned, ActionEdit edit, DateTimeOffset at, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(edit.Reason))
        {
            throw Refusal.Field("#/reason", "required", "Say why the target moves; the authorities and the board read it.");
        }

        var understanding = await PlanInterpreters.ForAsync(db, owned.Scheme.OwnerId, owned.Scheme.StartsOn, owned.Scheme.EndsOn, null, ct);
        var targets = understanding.ReadTargets(edit.Target, owned.Action.CrossReferenceText);
        TargetsAsked.Ensure(targets, owned.Scheme, "#/target");
        owned.Action.SetTarget(edit.Target, targets);
        var codes = await db.Organisations.AsNoTracking().Where(o => owned.Assignments.Select(a => a.AuthorityId).Contains(o.Id))
            .ToDictionaryAsync(o => o.Id, o => o.Code, ct);
        var following = new AssignmentFollowing(db, log, owned.Scheme, at);
        following.Retarget(owned.Action, owned.Assignments, codes, edit.Reason);
        await following.KeepAsync(ct);
    }
}
