using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Plans.Milestones;

/// <param name="MilestoneId">The milestone's id.</param>
[Reads(Permission.PlanRead)]
public sealed record GetMilestone(Guid MilestoneId) : IRequest<MilestoneDetail>;

internal sealed class GetMilestoneHandler(EqualityDb db) : IRequestHandler<GetMilestone, MilestoneDetail>
{
    public async Task<MilestoneDetail> Handle(GetMilestone request, CancellationToken cancellationToken) =>
        MilestoneDetail.From(await db.Milestones.AsNoTracking().SingleOrDefaultAsync(m => m.Id == request.MilestoneId, cancellationToken)
            ?? throw Refusal.NotFound("milestone"));
}
