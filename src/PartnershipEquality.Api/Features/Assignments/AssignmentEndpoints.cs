using MediatR;
using PartnershipEquality.Api.Http;

namespace PartnershipEquality.Api.Features.Assignments;

internal static class AssignmentEndpoints
{
    public static void Map(RouteGroupBuilder v1)
    {
        var assignments = v1.MapGroup("/assignments").WithTags("Assignments");
        assignments.MapGet("",
            ([AsParameters] ListAssignments request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithMetadata(new OrderCanChange("due day", "sort=dueBy"))
            .WithName(nameof(ListAssignments))
            .WithSummary("The work: for an authority its own, for a partnership its members'")
            .WithDescription(
                "In the order in which they were made, which is the plan's until it is edited, and never changes. Filters are combined. Withdrawn assignments are left out unless withdrawn=true.");
        assignments.MapGet("/{assignmentId:guid}",
            ([AsParameters] GetAssignment request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(GetAssignment))
            .WithSummary("One assignment with its action and its history")
            .WithDescription(
                "The latest updates, target moves and headlines come along; the whole of each has a list of its own. Another authority's assignment is always 404.")
            .ProducesProblem(404);
        assignments.MapGet("/{assignmentId:guid}/occurrences",
            ([AsParameters] ListOccurrences request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ListOccurrences))
            .WithSummary("The times an assignment falls due")
            .ProducesProblem(404);
        assignments.MapGet("/{assignmentId:guid}/progress-updates",
            ([AsParameters] ListProgressUpdates request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ListProgressUpdates))
            .WithSummary("What was reported, the oldest first")
            .WithDescription(
                "The authority sees all of its own; the owner those that are not private. A retracted one stays, without its text.")
            .ProducesProblem(404);
        assignments.MapPost("/{assignmentId:guid}/progress-updates",
            async ([AsParameters] RecordProgress request, IMediator mediator, CancellationToken ct) =>
            {
                var recorded = await mediator.Send(request, ct);
                return TypedResults.Created($"/v1/assignments/{request.AssignmentId}/progress-updates", recorded);
            })
            .WithName(nameof(RecordProgress))
            .WithSummary("Report progress")
            .WithDescription(
                "An update is never edited, only followed by another. Reporting completed closes the only delivery, or on a recurring assignment the one named (else the earliest open); the assignment is completed with its last one, or when the update says finished. A milestone's occurrence that is named is completed alone: what was said of the whole stands.")
            .ProducesProblem(404).ProducesProblem(409);
        assignments.MapPost("/{assignmentId:guid}/progress-updates/{updateId:guid}/retract",
            ([AsParameters] RetractProgress request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(RetractProgress))
            .WithSummary("Retract an update, with a reason")
            .WithDescription(
                "Its text is gone from every answer; that it was retracted, and why, stays. The status it set stands until the next update.")
            .ProducesProblem(404).ProducesProblem(409);
        assignments.MapPost("/{assignmentId:guid}/progress-updates/{updateId:guid}/narrow",
            ([AsParameters] NarrowProgress request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(NarrowProgress))
            .WithSummary("Show an update to fewer, with a reason")
            .ProducesProblem(404).ProducesProblem(409);
        assignments.MapGet("/{assignmentId:guid}/target-moves",
            ([AsParameters] ListTargetMoves request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ListTargetMoves))
            .WithSummary("How its target moved, and why")
            .ProducesProblem(404);
        assignments.MapPost("/{assignmentId:guid}/target-moves",
            async ([AsParameters] MoveOwnTarget request, IMediator mediator, CancellationToken ct) =>
            {
                var moved = await mediator.Send(request, ct);
                return TypedResults.Created($"/v1/assignments/{request.AssignmentId}/target-moves", moved);
            })
            .WithName(nameof(MoveOwnTarget))
            .WithSummary("Set your authority's own target, with a reason")
            .WithDescription(
                "It stands before the shared one; null goes back to that. Open dates move, completed ones stay, and the first date stays on record as the baseline.")
            .ProducesProblem(404).ProducesProblem(409);
        assignments.MapPost("/{assignmentId:guid}/withdraw",
            ([AsParameters] WithdrawAssignment request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(WithdrawAssignment))
            .WithSummary("Take an assignment back, as the plan's owner")
            .WithDescription(
                "It leaves the figures; what was reported stays readable. Naming the authority in the cross-reference again takes it up where it stopped. Send If-Match.")
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
        assignments.MapPost("/{assignmentId:guid}/contest",
            ([AsParameters] ContestAssignment request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ContestAssignment))
            .WithSummary("Contest an assignment: it is not ours")
            .WithDescription(
                "Said by the authority to the plan's owner. It stays expected, and shown as contested, until the owner decides; what it asks goes on falling due meanwhile. After a decision it may be contested again.")
            .ProducesProblem(404).ProducesProblem(409);
        assignments.MapPost("/{assignmentId:guid}/contest/decision",
            ([AsParameters] DecideContest request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(DecideContest))
            .WithSummary("Decide what an authority contests, as the plan's owner")
            .WithDescription(
                "Accepting withdraws the assignment for the authority's reason; otherwise it stands. The authority reads the note. Send If-Match.")
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
        assignments.MapPost("/{assignmentId:guid}/snooze",
            ([AsParameters] SnoozeAssignment request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(SnoozeAssignment))
            .WithSummary("Put off the reminders of an assignment until a day, with a reason")
            .WithDescription(
                "Until then nobody is reminded of it, and it is passed on to nobody; from then on the latest reminder that was missed goes out. At most 92 days, and within the scheme. A date that moves, and work that is completed, withdrawn or not applicable, end it. It stays overdue on the board meanwhile. Only your own authority reads the reason.")
            .ProducesProblem(404).ProducesProblem(409);
        assignments.MapDelete("/{assignmentId:guid}/snooze",
            async ([AsParameters] UnsnoozeAssignment request, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(request, ct);
                return TypedResults.NoContent();
            })
            .WithName(nameof(UnsnoozeAssignment))
            .WithSummary("Be reminded of an assignment again")
            .ProducesProblem(404).ProducesProblem(409);
        assignments.MapPost("/{assignmentId:guid}/acknowledge",
            ([AsParameters] AcknowledgeAssignment request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(AcknowledgeAssignment))
            .WithSummary("Say that an assignment has been seen and is being worked on")
            .WithDescription(
                "Those who do the work are not reminded again until it falls due, until it is next passed on to the equality lead, or for 28 days, whichever comes first. It is passed on by its date all the same. A date that moves, and work that is completed, withdrawn or not applicable, end it. Only your own authority reads the reason.")
            .ProducesProblem(404).ProducesProblem(409);
        assignments.MapPost("/{assignmentId:guid}/accept-exception",
            ([AsParameters] AcceptException request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(AcceptException))
            .WithSummary("Accept that an action does not apply to an authority")
            .WithDescription("Until the owner accepts it, a notApplicable assignment stays in the figures with its reason. Send If-Match.")
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
        var updates = v1.MapGroup("/progress-updates").WithTags("Assignments");
        updates.MapPost("/bulk",
            ([AsParameters] RecordManyProgress request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(RecordManyProgress))
            .WithSummary("Report progress on many assignments")
            .WithDescription(
                "Up to 500 reports in one request, each by the rules of a single one, and an answer for each in the order sent: 201 with the update, or why it was refused. What is refused holds up none of the others; with atomic: true it holds up all, nothing is recorded, and the answer is 409 items-refused with a pointer to each. A body that cannot be read, or that breaks the rule of a field, is refused as a whole. Name an assignment by its id, or by its scheme and reference; give the version that you hold and it is refused where somebody has changed it since. An assignment is named once in a request.")
            .ProducesProblem(409);
        updates.MapGet("/{updateId:guid}",
            ([AsParameters] GetProgressUpdate request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(GetProgressUpdate))
            .WithSummary("One update")
            .WithDescription(
                "As the list of its assignment shows it. One that has been shown to fewer since is 404 to those who see it no more; a retracted one stays, without its text.")
            .ProducesProblem(404);
    }
}
