using MediatR;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Plans.Actions;

/// <param name="ActionId">The action's id.</param>
/// <param name="Fields">Only these fields of it, separated by commas; below another with a full stop. All unless given.</param>
[Reads(Permission.PlanRead)]
public sealed record GetAction(Guid ActionId, string? Fields) : IRequest<ActionDetail>;

internal sealed class GetActionHandler(EqualityDb db, Caller caller, TimeProvider time) : IRequestHandler<GetAction, ActionDetail>
{
    public async Task<ActionDetail> Handle(GetAction request, CancellationToken cancellationToken)
    {
        var action = await ActionDetail.LoadAsync(db, request.ActionId, cancellationToken) ?? throw Refusal.NotFound("action");
        return await ActionDetail.ReadAsync(db, action, LondonDay.Of(time.GetUtcNow()), caller, cancellationToken);
    }
}
