using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipEquality.Api.Features.Plans;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Api.Features.Assignments;

/// <param name="AssignmentId">The assignment's id.</param>
[Writes(Permission.ProgressWrite)]
public sealed record SnoozeAssignment(Guid AssignmentId, [FromBody] SnoozeWanted Body) : IRequest<AssignmentDetail>;

/// <summary>Until when to be left alone, and why.</summary>
/// <param name="Until">The day from which to be reminded again.</param>
/// <param name="Reason">In a sentence or two. Only your own authority reads it.</param>
public sealed record SnoozeWanted([property: Required] DateOnly? Until,
    [property: Required, MinLength(1), MaxLength(ProgressUpdate.ReasonMaxLength)] string Reason);

/// <param name="AssignmentId">The assignment's id.</param>
[Writes(Permission.ProgressWrite)]
public sealed record UnsnoozeAssignment(Guid AssignmentId) : IRequest<Unit>;

/// <param name="AssignmentId">The assignment's id.</param>
[Writes(Permission.ProgressWrite)]
public sealed record AcknowledgeAssignment(Guid AssignmentId, [FromBody] ReasonGiven Body) : IRequest<AssignmentDetail>;

internal sealed class SnoozeAssignmentHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<SnoozeAssignment, AssignmentDetail>
{
    public async Task<AssignmentDetail> Handle(SnoozeAssignment request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var assignment = await OwnAssignment.LockAsync(db, caller, request.AssignmentId, cancellationToken);
        var (scheme, _) = await OwnAssignment.PlanOfAsync(db, assignment, cancellationToken);
        var before = assignment.SnoozedUntil;
        assignment.Snooze(request.Body.Until!.Value, scheme, at);
        return await Pauses.KeepAsync(db, caller, log, assignment, ReminderPauseKind.Snooze, assignment.SnoozedUntil!.Value, before,
            request.Body.Reason, at, cancellationToken);
    }
}

internal sealed class UnsnoozeAssignmentHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<UnsnoozeAssignment, Unit>
{
    public async Task<Unit> Handle(UnsnoozeAssignment request, CancellationToken cancellationToken)
    {
        var assignment = await OwnAssignment.LockAsync(db, caller, request.AssignmentId, cancellationToken);
        var before = assignment.SnoozedUntil;
        assignment.Unsnooze(time.GetUtcNow());
        log.Below("assignment.unsnoozed", $"assignments/{assignment.Id}", assignment.Version, assignment, ownerKnows: false,
            new { until = before });
        return Unit.Value;
    }
}

internal sealed class AcknowledgeAssignmentHandler(EqualityDb db, Caller caller, ChangeLog log, WorkingDays workingDays, TimeProvider time)
    : IRequestHandler<AcknowledgeAssignment, AssignmentDetail>
{
    public async Task<AssignmentDetail> Handle(AcknowledgeAssignment request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var assignment = await OwnAssignment.LockAsync(db, caller, request.AssignmentId, cancellationToken);
        var (scheme, _) = await OwnAssignment.PlanOfAsync(db, assignment, cancellationToken);
        var policies = await EffectivePolicies.LoadAsync(db, caller.OrganisationId, cancellationToken);
        var before = assignment.AcknowledgedUntil;
        assignment.Acknowledge(new ReminderSchedule(policies.Of(assignment.SchemeId), workingDays), scheme, at);
        return await Pauses.KeepAsync(db, caller, log, assignment, ReminderPauseKind.Acknowledgement, assignment.AcknowledgedUntil!.Value,
            before, request.Body.Reason, at, cancellationToken);
    }
}

internal static class Pauses
{
    /// <summary>Keeps why, apart from the assignment, which its plan's owner reads too.</summary>
    public static async Task<AssignmentDetail> KeepAsync(
        EqualityDb db, Caller caller, ChangeLog log, Assignment assignment, ReminderPauseKind kind, DateOnly until, DateOnly? before,
            string reason, DateTimeOffset at, CancellationToken ct)
    {
        db.ReminderPauses.Add(new ReminderPause
        {
            Id = Uuid.New(),
            AuthorityId = assignment.AuthorityId,
            OwnerId = assignment.OwnerId,
            AssignmentId = assignment.Id,
            Kind = kind,
            UntilOn = until,
            Reason = reason,
            MadeBy = caller.Actor,
            OnBehalfOf = caller.OnBehalfOf,
            MadeAt = at,
        });
        log.Below(kind == ReminderPauseKind.Snooze ? "assignment.snoozed" : "assignment.acknowledged", $"assignments/{assignment.Id}",
            assignment.Version, assignment, ownerKnows: false, new { until = before }, new { until });
        await db.SaveChangesAsync(ct);
        return await AssignmentDetail.ReadAsync(db, assignment, LondonDay.Of(at), ct);
    }
}
