using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Plans.Milestones;

/// <param name="ActionId">The action's id.</param>
/// <param name="Withdrawn">True for those that the owner has taken out of the plan; otherwise they are left out.</param>
/// <param name="Limit">How many to answer, 1 to 200; 50 unless said.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
[Reads(Permission.PlanRead)]
public sealed record ListMilestones(Guid ActionId, bool? Withdrawn, int? Limit, string? Cursor) : IRequest<Page<MilestoneDetail>>;

internal sealed class ListMilestonesHandler(EqualityDb db, Caller caller) : IRequestHandler<ListMilestones, Page<MilestoneDetail>>
{
    public async Task<Page<MilestoneDetail>> Handle(ListMilestones request, CancellationToken cancellationToken)
    {
        var limit = Cursor.Limit(request.Limit);
        object?[] boundTo = [nameof(ListMilestones), caller.OrganisationId, request.ActionId, request.Withdrawn];
        var after = PlanPosition.After(request.Cursor, boundTo);
        if (!await db.Actions.AnyAsync(a => a.Id == request.ActionId, cancellationToken))
        {
            throw Refusal.NotFound("action");
        }

        var milestones = await db.Milestones.AsNoTracking()
            .Where(m => m.ActionId == request.ActionId && (m.WithdrawnAt != null) == (request.Withdrawn == true)
                && (m.Position > after.Position || (m.Position == after.Position && m.Id > after.Id)))
            .OrderBy(m => m.Position).ThenBy(m => m.Id).Take(limit + 1).ToListAsync(cancellationToken);
        return PlanPosition.Page(milestones, limit, m => new PlanPosition(m.Position, m.Id), MilestoneDetail.From, boundTo);
    }
}
