using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipEquality.Api.Features.Plans;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Assignments;

/// <param name="AssignmentId">The assignment's id.</param>
/// <param name="IfMatch">The ETag of the assignment.</param>
[Writes(Permission.AssignmentsWrite)]
public sealed record WithdrawAssignment(Guid AssignmentId, [FromHeader(Name = "If-Match")] string? IfMatch, [FromBody] ReasonGiven Body)
    : IRequest<AssignmentDetail>;

internal sealed class WithdrawAssignmentHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<WithdrawAssignment, AssignmentDetail>
{
    public async Task<AssignmentDetail> Handle(WithdrawAssignment request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var assignment = await AssignmentDetail.LoadAsync(db, request.AssignmentId, cancellationToken);
        caller.EnsureOwns(assignment.OwnerId, "assignment");
        Versions.Ensure(request.IfMatch, assignment.Version);
        (await OwnAssignment.PlanOfAsync(db, assignment, cancellationToken)).Scheme.EnsureOpen();
        assignment.Withdraw(request.Body.Reason, at);
        await AssignmentHistory.RecordAsync(db, assignment, at, cancellationToken);
        log.Assignment("assignment.withdrawn", assignment);
        return await AssignmentDetail.ReadAsync(db, assignment, LondonDay.Of(at), cancellationToken);
    }
}
