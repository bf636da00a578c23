using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Assignments;

/// <param name="AssignmentId">The assignment's id.</param>
/// <param name="IfMatch">The ETag of the assignment.</param>
[Writes(Permission.ExceptionsAccept)]
public sealed record AcceptException(Guid AssignmentId, [FromHeader(Name = "If-Match")] string? IfMatch) : IRequest<AssignmentDetail>;

internal sealed class AcceptExceptionHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<AcceptException, AssignmentDetail>
{
    public async Task<AssignmentDetail> Handle(AcceptException request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var assignment = await AssignmentDetail.LoadAsync(db, request.AssignmentId, cancellationToken);
        caller.EnsureOwns(assignment.OwnerId, "assignment");
        Versions.Ensure(request.IfMatch, assignment.Version);
        (await OwnAssignment.PlanOfAsync(db, assignment, cancellationToken)).Scheme.EnsureOpen();
        assignment.AcceptNotApplicable(at);
        await AssignmentHistory.RecordAsync(db, assignment, at, cancellationToken);
        log.Assignment("assignment.exception_accepted", assignment);
        return await AssignmentDetail.ReadAsync(db, assignment, LondonDay.Of(at), cancellationToken);
    }
}
