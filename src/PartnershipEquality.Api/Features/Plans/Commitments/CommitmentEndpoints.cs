using MediatR;
using PartnershipEquality.Api.Http;

namespace PartnershipEquality.Api.Features.Plans.Commitments;

internal static class CommitmentEndpoints
{
    public static void Map(RouteGroupBuilder v1)
    {
        v1.MapGroup("/schemes/{schemeId:guid}/commitments").WithTags("Commitments")
            .MapGet("", ([AsParameters] ListCommitments request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithMetadata(new OrderCanChange("the plan's own order"))
            .WithName(nameof(ListCommitments))
            .WithSummary("The plan itself: commitments in order, each with its actions")
            .ProducesProblem(404);
        v1.MapGroup("/themes/{themeId:guid}/commitments").WithTags("Commitments")
            .MapPost("", async ([AsParameters] CreateCommitment request, IMediator mediator, CancellationToken ct) =>
            {
                var commitment = await mediator.Send(request, ct);
                return TypedResults.Created($"/v1/commitments/{commitment.Id}", commitment);
            })
            .WithName(nameof(CreateCommitment))
            .WithSummary("Add a commitment to a theme")
            .WithDescription("It comes last there; move it where it belongs. A reference is used once in a scheme, for good.")
            .ProducesProblem(404).ProducesProblem(409);
        var commitments = v1.MapGroup("/commitments").WithTags("Commitments");
        commitments.MapGet("/{commitmentId:guid}",
            ([AsParameters] GetCommitment request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(GetCommitment))
            .WithSummary("One commitment with its actions")
            .ProducesProblem(404);
        commitments.MapPatch("/{commitmentId:guid}",
            ([AsParameters] ChangeCommitment request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ChangeCommitment))
            .WithSummary("Change a commitment's reference, title or what it serves")
            .WithDescription(
                "A JSON merge patch: a field left out stays, one that is null is cleared. Send If-Match. Under a new reference its actions keep their numbers: 1.2/3 becomes 1.4/3.")
            .Accepts<CommitmentEdit>("application/merge-patch+json", "application/json")
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
        commitments.MapPost("/{commitmentId:guid}/move",
            ([AsParameters] MoveCommitment request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(MoveCommitment))
            .WithSummary("Put a commitment in another place, or under another theme")
            .WithDescription(
                "Its actions and their assignments go along. From then on the board counts them under the other theme; the days before stay as they were counted. Send If-Match.")
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
        commitments.MapPost("/{commitmentId:guid}/withdraw",
            ([AsParameters] WithdrawCommitment request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(WithdrawCommitment))
            .WithSummary("Take a commitment out of the plan")
            .WithDescription(
                "Only once none of its actions stands: each is withdrawn, or moved, on its own, so that every authority reads why. Its reference stays used. Send If-Match.")
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
    }
}
