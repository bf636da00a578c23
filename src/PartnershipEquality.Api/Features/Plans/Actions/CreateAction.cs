using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Features.Plans.Commitments;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Documents.Plans.Proposal;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Plans.Actions;

/// <param name="CommitmentId">The commitment's id.</param>
[Writes(Permission.PlanWrite)]
public sealed record CreateAction(Guid CommitmentId, [FromBody] ActionWanted Body) : IRequest<ActionDetail>;

/// <summary>A row of work, as its owner writes it.</summary>
/// <param name="Text">What is required.</param>
/// <param name="Responsible">The responsible roles; each authority maps them to its posts.</param>
/// <param name="Target">When, as you would write it: "autumn 2027", "On-going".</param>
/// <param name="CrossReference">For whom: "ALL", "NWL; CBC", "BTEC - CBC; ALL OTHERS"; nobody unless given.</param>
/// <param name="Label">The words the plan numbers it with: "Action 5".</param>
/// <param name="Notes">What else the plan says of it, under headings of its own; none unless given.</param>
public sealed record ActionWanted(
    [property: Required, MinLength(1), MaxLength(PlanLimits.Text)] string Text,
    [property: MaxLength(PlanLimits.Text)] string? Outcome,
    [property: MaxLength(PlanLimits.Text)] string? Measures,
    [property: MaxLength(PlanLimits.Role)] string? Responsible,
    [property: MaxLength(PlanLimits.Text)] string? Resources,
    [property: MaxLength(PlanLimits.Text)] string? Barriers,
    [property: MaxLength(PlanLimits.Text)] string? Stakeholders,
    [property: MaxLength(PlanLimits.Target)] string? Target,
    [property: MaxLength(PlanLimits.CrossReference)] string? CrossReference,
    [property: MinLength(1), MaxLength(PlanLimits.Label)] string? Label,
    [property: MaxLength(PlanLimits.Notes)] IReadOnlyList<PlanNote>? Notes);

internal sealed class CreateActionHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<CreateAction, ActionDetail>
{
    public async Task<ActionDetail> Handle(CreateAction request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var wanted = request.Body;
        var (scheme, commitment) = await OwnedCommitment.LockAsync(db, caller, request.CommitmentId, cancellationToken);
        commitment.EnsureInPlan();
        commitment.EnsureApplies();
        var understanding = await PlanInterpreters.ForAsync(db, scheme.OwnerId, scheme.StartsOn, scheme.EndsOn, null, cancellationToken);
        var read = understanding.ReadCrossReference(wanted.CrossReference);
        CrossReferenceAsked.Ensure(read, "#/crossReference");
        var targets = understanding.ReadTargets(wanted.Target, wanted.CrossReference);
        TargetsAsked.Ensure(targets, scheme, "#/target");
        var here = await db.Actions.Where(a => a.OwnerId == commitment.OwnerId && a.CommitmentId == commitment.Id).Select(a => a.Reference)
            .ToListAsync(cancellationToken);
        var action = new SchemeAction
        {
            Id = Uuid.New(),
            OwnerId = commitment.OwnerId,
            SchemeId = commitment.SchemeId,
            ThemeId = commitment.ThemeId,
            CommitmentId = commitment.Id,
            Reference = commitment.NextReference(here),
            Position = PlanOrder.Last,
            Label = wanted.Label,
            Text = wanted.Text,
            Outcome = wanted.Outcome,
            Measures = wanted.Measures,
            Resources = wanted.Resources,
            Barriers = wanted.Barriers,
            Stakeholders = wanted.Stakeholders,
            Notes = wanted.Notes ?? [],
            CreatedAt = at,
        };
        action.SetResponsible(wanted.Responsible);
        action.SetTarget(string.IsNullOrWhiteSpace(wanted.Target) ? null : wanted.Target, targets);
        action.SetCrossReference(string.IsNullOrWhiteSpace(read.Text) ? null : read.Text, LivePlanBuilder.CreateEntries(action, read, at));
        db.Actions.Add(action);
        var assignments = read.Authorities.Select(
            a => Assignment.Of(scheme, action, a.AuthorityId, a.Qualifier, PlanInterpreter.TargetsFor(a.Code, targets), at)).ToList();
        db.Assignments.AddRange(assignments);
        db.AssignmentStates.AddRange(assignments.Select(a => a.StateAt(at)));
        await PlanOrder.RenumberAsync(db, action.OwnerId, action.SchemeId, null, null, cancellationToken);
        log.Plan("action.created", $"actions/{action.Id}", action.Version, action.OwnerId, null,
            new { action.CommitmentId, authorities = assignments.Select(a => a.AuthorityId) });
        assignments.ForEach(a => log.Assignment("assignment.created", a, null, new { a.ActionId, a.DueBy }));
        return await ActionDetail.ReadAsync(db, action, LondonDay.Of(at), caller, cancellationToken);
    }
}

/// <summary>What is asked of a cross-reference that somebody writes by hand: every word of it names somebody known.</summary>
internal static class CrossReferenceAsked
{
    public static void Ensure(UnderstoodCrossReference read, string pointer)
    {
        if (read.Unresolved.Count > 0)
        {
            throw Refusal.Invalid("validation", "The cross-reference names somebody unknown.",
                [.. read.Unresolved.Select(words => new FieldError(pointer, "cross-reference-unresolved",
                    $"\"{words}\" names no member. Use a code, a name or an alias, or ALL."))]);
        }
    }
}
