using MediatR;
using PartnershipEquality.Api.Http;

namespace PartnershipEquality.Api.Features.Plans.Milestones;

internal static class MilestoneEndpoints
{
    public static void Map(RouteGroupBuilder v1)
    {
        var ofAction = v1.MapGroup("/actions/{actionId:guid}/milestones").WithTags("Milestones");
        ofAction.MapGet("", ([AsParameters] ListMilestones request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithMetadata(new OrderCanChange("the action's own order"))
            .WithName(nameof(ListMilestones))
            .WithSummary("The milestones of an action, in order")
            .ProducesProblem(404);
        ofAction.MapPost("", async ([AsParameters] CreateMilestone request, IMediator mediator, CancellationToken ct) =>
            {
                var milestone = await mediator.Send(request, ct);
                return TypedResults.Created($"/v1/milestones/{milestone.Id}", milestone);
            })
            .WithName(nameof(CreateMilestone))
            .WithSummary("Add a milestone to an action")
            .WithDescription(
                "It comes last. Each of its dates falls due at each authority that answers for the action, which reports it done by naming the occurrence.")
            .ProducesProblem(404).ProducesProblem(409);
        var milestones = v1.MapGroup("/milestones").WithTags("Milestones");
        milestones.MapGet("/{milestoneId:guid}",
            ([AsParameters] GetMilestone request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(GetMilestone))
            .WithSummary("One milestone")
            .ProducesProblem(404);
        milestones.MapPatch("/{milestoneId:guid}",
            ([AsParameters] ChangeMilestone request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ChangeMilestone))
            .WithSummary("Change a milestone's text or date")
            .WithDescription(
                "A JSON merge patch: a field left out stays, one that is null is cleared. Send If-Match. A changed date needs a reason: it moves what is open at every authority, leaves what is done, and the first date stays on record.")
            .Accepts<MilestoneEdit>("application/merge-patch+json", "application/json")
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
        milestones.MapPost("/{milestoneId:guid}/move",
            ([AsParameters] MoveMilestone request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(MoveMilestone))
            .WithSummary("Put a milestone in another place of its action")
            .WithDescription("The order in which they are read; their dates stay. Send If-Match.")
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
        milestones.MapPost("/{milestoneId:guid}/withdraw",
            ([AsParameters] WithdrawMilestone request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(WithdrawMilestone))
            .WithSummary("Take a milestone out of its action")
            .WithDescription("What is open of it falls away at every authority; what was done of it stays. Send If-Match.")
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
    }
}
