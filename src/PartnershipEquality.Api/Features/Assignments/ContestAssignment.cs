using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipEquality.Api.Features.Plans;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Assignments;

/// <param name="AssignmentId">The assignment's id.</param>
[Writes(Permission.TargetsWrite)]
public sealed record ContestAssignment(Guid AssignmentId, [FromBody] ReasonGiven Body) : IRequest<AssignmentDetail>;

internal sealed class ContestAssignmentHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<ContestAssignment, AssignmentDetail>
{
    public async Task<AssignmentDetail> Handle(ContestAssignment request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var assignment = await OwnAssignment.LockAsync(db, caller, request.AssignmentId, cancellationToken);
        var (scheme, _) = await OwnAssignment.PlanOfAsync(db, assignment, cancellationToken);
        assignment.Contest(request.Body.Reason, scheme, at);
        log.Assignment("assignment.contested", assignment);
        return await AssignmentDetail.ReadAsync(db, assignment, LondonDay.Of(at), cancellationToken);
    }
}
