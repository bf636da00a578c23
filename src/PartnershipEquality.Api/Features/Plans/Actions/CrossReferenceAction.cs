using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Plans.Actions;

/// <param name="ActionId">The action's id.</param>
/// <param name="IfMatch">The ETag of the action.</param>
[Writes(Permission.PlanWrite)]
public sealed record CrossReferenceAction(Guid ActionId, [FromHeader(Name = "If-Match")] string? IfMatch,
    [FromBody] CrossReferenceText Body) : IRequest<ActionDetail>;

/// <summary>For whom an action is, as a plan would write it.</summary>
/// <param name="Text">"ALL", "NWL; CBC", "BTEC - CBC; ALL OTHERS"; null or empty for nobody.</param>
/// <param name="Reason">Why, needed when an authority is named no longer; it reads it.</param>
public sealed record CrossReferenceText([property: MaxLength(PlanLimits.CrossReference)] string? Text,
    [property: MaxLength(ProgressUpdate.ReasonMaxLength)] string? Reason);

internal sealed class CrossReferenceActionHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<CrossReferenceAction, ActionDetail>
{
    public async Task<ActionDetail> Handle(CrossReferenceAction request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var owned = await OwnedAction.LockAsync(db, caller, request.ActionId, request.IfMatch, cancellationToken);
        var (scheme, action) = (owned.Scheme, owned.Action);
        var understanding = await PlanInterpreters.ForAsync(db, scheme.OwnerId, scheme.StartsOn, scheme.EndsOn, null, cancellationToken);
        var read = understanding.ReadCrossReference(request.Body.Text);
        CrossReferenceAsked.Ensure(read, "#/text");
        var gone = owned.Assignments.Where(a => a.WithdrawnAt is null && read.Authorities.All(r => r.AuthorityId != a.AuthorityId))
            .ToList();
        if (gone.Count > 0 && string.IsNullOrWhiteSpace(request.Body.Reason))
        {
            throw Refusal.Field("#/reason", "required", "Say why an authority no longer answers for this; it reads the reason.");
        }

        await ActionRows.SetCrossReferencesAsync(db, [(action, read)], at, cancellationToken);
        action.SetTarget(action.TargetText, understanding.ReadTargets(action.TargetText, request.Body.Text));
        var following = new AssignmentFollowing(db, log, scheme, at);
        following.Name(action, owned.Assignments, read.Authorities, request.Body.Reason ?? "The cross-reference changed.");
        await following.KeepAsync(cancellationToken);
        action.Touch(at);
        log.Plan("action.cross_referenced", $"actions/{action.Id}", action.Version, action.OwnerId, null,
            new { authorities = read.Authorities.Select(a => a.AuthorityId) });
        return await ActionDetail.ReadAsync(db, action, LondonDay.Of(at), caller, cancellationToken);
    }
}
