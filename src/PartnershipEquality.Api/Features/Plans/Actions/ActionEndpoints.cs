using MediatR;
using PartnershipEquality.Api.Http;

namespace PartnershipEquality.Api.Features.Plans.Actions;

internal static class ActionEndpoints
{
    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapGroup("/schemes/{schemeId:guid}/actions").WithTags("Actions")
            .MapGet("", ([AsParameters] ListActions request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithMetadata(new OrderCanChange("the plan's own order"))
            .WithName(nameof(ListActions))
            .WithSummary("The actions of a scheme, in order")
            .WithDescription("With unassigned=true, those for which no authority answers: the gaps that a coordinator settles.")
            .ProducesProblem(404);
        v1.MapGroup("/commitments/{commitmentId:guid}/actions").WithTags("Actions")
            .MapPost("", async ([AsParameters] CreateAction request, IMediator mediator, CancellationToken ct) =>
            {
                var action = await mediator.Send(request, ct);
                return TypedResults.Created($"/v1/actions/{action.Id}", action);
            })
            .WithName(nameof(CreateAction))
            .WithSummary("Add an action to a commitment")
            .WithDescription(
                "It comes last there, under the next number. Each authority that the cross-reference names gets its assignment, as from an import; ALL means the members on the scheme's first day. A commitment that is not applicable takes none.")
            .ProducesProblem(404).ProducesProblem(409);
        var actions = v1.MapGroup("/actions").WithTags("Actions");
        actions.MapGet("/{actionId:guid}",
            ([AsParameters] GetAction request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(GetAction))
            .WithSummary("One action with every field, and where each authority stands")
            .WithDescription(
                "Headlines of other authorities are shown where you may see them: to the owner, to the authority itself, and to members of a partnership that shares them.")
            .ProducesProblem(404);
        actions.MapPatch("/{actionId:guid}",
            ([AsParameters] ChangeAction request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ChangeAction))
            .WithSummary("Change an action's text or target")
            .WithDescription(
                "A JSON merge patch: a field left out stays, one that is null is cleared. Send If-Match. A changed target needs a reason: it moves every authority that has no target of its own, open dates only, and the first date stays on record.")
            .Accepts<ActionEdit>("application/merge-patch+json", "application/json")
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
        actions.MapPost("/{actionId:guid}/move",
            ([AsParameters] MoveAction request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(MoveAction))
            .WithSummary("Put an action in another place, or under another commitment")
            .WithDescription(
                "Under another commitment it takes the next number there, and the reference it had is not given again; its assignments and all that was reported go along. Send If-Match.")
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
        actions.MapPost("/{actionId:guid}/withdraw",
            ([AsParameters] WithdrawAction request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(WithdrawAction))
            .WithSummary("Take an action out of the plan")
            .WithDescription("Its assignments are withdrawn with it; what was reported stays readable. Send If-Match.")
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
        actions.MapPut("/{actionId:guid}/cross-reference",
            ([AsParameters] CrossReferenceAction request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(CrossReferenceAction))
            .WithSummary("Say which authorities answer for an action")
            .WithDescription(
                "Written as a plan writes it: \"ALL\", \"NWL; CBC\", \"BTEC - CBC; ALL OTHERS\". ALL means the members on the scheme's first day; who joined later is named. An authority named anew gets an assignment, one named no longer has it withdrawn, one named again goes on where it stopped. Send If-Match.")
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
    }
}
