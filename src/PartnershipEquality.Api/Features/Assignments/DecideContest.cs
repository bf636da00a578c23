using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Assignments;

/// <param name="AssignmentId">The assignment's id.</param>
/// <param name="IfMatch">The ETag of the assignment.</param>
[Writes(Permission.AssignmentsWrite)]
public sealed record DecideContest(Guid AssignmentId, [FromHeader(Name = "If-Match")] string? IfMatch, [FromBody] ContestDecision Body)
    : IRequest<AssignmentDetail>;

/// <summary>What the owner decides of a contested assignment.</summary>
/// <param name="Accept">True: it was named wrongly, and the assignment is withdrawn. False: the assignment stands.</param>
/// <param name="Note">Why; the authority reads it.</param>
public sealed record ContestDecision([property: Required] bool? Accept, [property: MaxLength(ProgressUpdate.ReasonMaxLength)] string? Note);

internal sealed class DecideContestHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<DecideContest, AssignmentDetail>
{
    public async Task<AssignmentDetail> Handle(DecideContest request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var assignment = await AssignmentDetail.LoadAsync(db, request.AssignmentId, cancellationToken);
        caller.EnsureOwns(assignment.OwnerId, "assignment");
        Versions.Ensure(request.IfMatch, assignment.Version);
        var (scheme, _) = await OwnAssignment.PlanOfAsync(db, assignment, cancellationToken);
        assignment.DecideContest(request.Body.Accept!.Value, request.Body.Note, scheme, at);
        await AssignmentHistory.RecordAsync(db, assignment, at, cancellationToken);
        log.Assignment("assignment.contest_decided", assignment, null, new { accepted = assignment.ContestAccepted });
        if (assignment.WithdrawnAt is not null)
        {
            log.Assignment("assignment.withdrawn", assignment);
        }

        return await AssignmentDetail.ReadAsync(db, assignment, LondonDay.Of(at), cancellationToken);
    }
}
