using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Plans.Actions;

/// <param name="ActionId">The action's id.</param>
/// <param name="IfMatch">The ETag of the action.</param>
[Writes(Permission.PlanWrite)]
public sealed record MoveAction(Guid ActionId, [FromHeader(Name = "If-Match")] string? IfMatch, [FromBody] ActionPlace Body)
    : IRequest<ActionDetail>;

/// <summary>Where an action is to stand.</summary>
/// <param name="CommitmentId">The commitment of its scheme that it goes to; null to stay under its own.</param>
/// <param name="AfterId">The action there that it comes right after; null puts it first.</param>
public sealed record ActionPlace(Guid? CommitmentId, Guid? AfterId);

internal sealed class MoveActionHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<MoveAction, ActionDetail>
{
    public async Task<ActionDetail> Handle(MoveAction request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var found = await db.Actions.Where(a => a.Id == request.ActionId).Select(a => new { a.OwnerId, a.SchemeId })
            .SingleOrDefaultAsync(cancellationToken) ?? throw Refusal.NotFound("action");
        caller.EnsureOwns(found.OwnerId, "action");
        // The scheme before its actions and assignments: the order in which every change of the plan locks.
        await OwnedScheme.LockAsync(db, caller, found.SchemeId, cancellationToken);
        var action = (await OwnedAction.LockAsync(db, caller, request.ActionId, request.IfMatch, cancellationToken)).Action;
        var from = await db.Commitments.SingleAsync(c => c.Id == action.CommitmentId, cancellationToken);
        var to = await db.Commitments.SingleOrDefaultAsync(c => c.Id == (request.Body.CommitmentId ?? from.Id)
            && c.SchemeId == action.SchemeId, cancellationToken)
            ?? throw Refusal.Field("#/commitmentId", "unknown-commitment",
                "Name a commitment of the same scheme, or leave it out to stay under its own.");
        var there = await db.Actions.Where(a => a.OwnerId == to.OwnerId && a.CommitmentId == to.Id).Select(a => new { a.Id, a.Reference })
            .ToListAsync(cancellationToken);
        if (request.Body.AfterId is { } after && (after == action.Id || !there.Exists(a => a.Id == after)))
        {
            throw Refusal.Field("#/afterId", "unknown-action", "Name another action of that commitment, or leave it out to come first.");
        }

        var before = new { action.CommitmentId, action.Reference };
        action.MoveTo(from, to, there.Select(a => a.Reference));
        action.Touch(at);
        if (to.Id != from.Id)
        {
            await PlanMoves.MoveActionAsync(db, action.OwnerId, action.Id, action.ThemeId, action.CommitmentId, action.Reference, at,
                cancellationToken);
        }

        await PlanOrder.RenumberAsync(db, action.OwnerId, action.SchemeId, action.Id, request.Body.AfterId, cancellationToken);
        log.Plan("action.moved", $"actions/{action.Id}", action.Version, action.OwnerId, before,
            new { action.CommitmentId, action.Reference });
        return await ActionDetail.ReadAsync(db, action, LondonDay.Of(at), caller, cancellationToken);
    }
}
