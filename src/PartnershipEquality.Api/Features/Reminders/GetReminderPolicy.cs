using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Reminders;

/// <param name="ReminderPolicyId">The policy's id.</param>
[Reads(Permission.AssignmentsRead)]
public sealed record GetReminderPolicy(Guid ReminderPolicyId) : IRequest<ReminderPolicyDetail>;

internal sealed class GetReminderPolicyHandler(EqualityDb db) : IRequestHandler<GetReminderPolicy, ReminderPolicyDetail>
{
    public async Task<ReminderPolicyDetail> Handle(GetReminderPolicy request, CancellationToken cancellationToken) =>
        ReminderPolicyDetail.From(
            await db.ReminderPolicies.AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.ReminderPolicyId, cancellationToken)
            ?? throw Refusal.NotFound("reminder policy"));
}
