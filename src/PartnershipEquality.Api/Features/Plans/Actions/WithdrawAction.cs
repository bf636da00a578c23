using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Plans.Actions;

/// <param name="ActionId">The action's id.</param>
/// <param name="IfMatch">The ETag of the action.</param>
[Writes(Permission.PlanWrite)]
public sealed record WithdrawAction(Guid ActionId, [FromHeader(Name = "If-Match")] string? IfMatch, [FromBody] ReasonGiven Body)
    : IRequest<ActionDetail>;

internal sealed class WithdrawActionHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<WithdrawAction, ActionDetail>
{
    public async Task<ActionDetail> Handle(WithdrawAction request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var owned = await OwnedAction.LockAsync(db, caller, request.ActionId, request.IfMatch, cancellationToken);
        owned.Action.Withdraw(request.Body.Reason, at);
        owned.Action.Touch(at);
        var following = new AssignmentFollowing(db, log, owned.Scheme, at);
        following.Withdraw(owned.Assignments, request.Body.Reason);
        await following.KeepAsync(cancellationToken);
        log.Plan("action.withdrawn", $"actions/{owned.Action.Id}", owned.Action.Version, owned.Action.OwnerId);
        return await ActionDetail.ReadAsync(db, owned.Action, LondonDay.Of(at), caller, cancellationToken);
    }
}
