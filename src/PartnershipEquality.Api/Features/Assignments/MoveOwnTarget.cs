using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipEquality.Api.Features.Plans;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Documents.Dates;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Plans;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Api.Features.Assignments;

/// <param name="AssignmentId">The assignment's id.</param>
[Writes(Permission.TargetsWrite)]
public sealed record MoveOwnTarget(Guid AssignmentId, [FromBody] TargetWanted Body) : IRequest<TargetMoved>;

/// <summary>The authority's own target.</summary>
/// <param name="Target">When, as you would write it: "31 March 2027"; null to go back to the shared target.</param>
/// <param name="Reason">Why. The owner reads it.</param>
public sealed record TargetWanted(
    [property: MaxLength(PlanLimits.Target)] string? Target,
    [property: Required, MinLength(1), MaxLength(ProgressUpdate.ReasonMaxLength)] string Reason);

/// <summary>A target that moved, and the assignment as it stands now.</summary>
/// <param name="Move">What moved.</param>
/// <param name="Assignment">The assignment with it.</param>
public sealed record TargetMoved(TargetMoveDetail Move, AssignmentDetail Assignment);

internal sealed class MoveOwnTargetHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<MoveOwnTarget, TargetMoved>
{
    public async Task<TargetMoved> Handle(MoveOwnTarget request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var assignment = await OwnAssignment.LockAsync(db, caller, request.AssignmentId, cancellationToken);
        var (scheme, milestones) = await OwnAssignment.PlanOfAsync(db, assignment, cancellationToken);
        IReadOnlyList<TargetDate>? targets = null;
        if (!string.IsNullOrWhiteSpace(request.Body.Target))
        {
            targets = TargetDateReader.Read(request.Body.Target, PlanYear.Of(scheme.StartsOn));
            TargetsAsked.Ensure(targets, scheme, "#/target");
        }

        var before = assignment.DueBy;
        var move = assignment.SetOwnTarget(targets, request.Body.Reason, scheme, milestones, at);
        db.TargetMoves.Add(move);
        await AssignmentHistory.RecordAsync(db, assignment, at, cancellationToken);
        log.Assignment("assignment.target_moved", assignment, new { dueBy = before }, new { assignment.DueBy });
        return new TargetMoved(TargetMoveDetail.From(move),
            await AssignmentDetail.ReadAsync(db, assignment, LondonDay.Of(at), cancellationToken));
    }
}
