using MediatR;

namespace PartnershipEquality.Api.Features.Schemes;

internal static class SchemeEndpoints
{
    public static void Map(RouteGroupBuilder v1)
    {
        var schemes = v1.MapGroup("/schemes").WithTags("Schemes");
        schemes.MapGet("", ([AsParameters] ListSchemes request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ListSchemes))
            .WithSummary("The schemes you may read")
            .WithDescription("Your own, those of the partnerships you belong to, and those in which an ended membership left you assignments.");
        schemes.MapGet("/{schemeId:guid}", ([AsParameters] GetScheme request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(GetScheme))
            .WithSummary("One scheme, its themes and how much it holds")
            .ProducesProblem(404);
        schemes.MapPatch("/{schemeId:guid}", ([AsParameters] ChangeScheme request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ChangeScheme))
            .WithSummary("Change a scheme's stage, title or marking")
            .WithDescription("A JSON merge patch: a field left out stays. Send If-Match. Putting a scheme in force starts its reminders; closing it ends them for good.")
            .Accepts<SchemeEdit>("application/merge-patch+json", "application/json")
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
        schemes.MapGet("/{schemeId:guid}/commitments", ([AsParameters] ListCommitments request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ListCommitments))
            .WithSummary("The plan itself: commitments in order, each with its actions")
            .ProducesProblem(404);
        schemes.MapGet("/{schemeId:guid}/actions", ([AsParameters] ListActions request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ListActions))
            .WithSummary("The actions of a scheme, in order")
            .WithDescription("With unassigned=true, those for which no authority answers: the gaps that a coordinator settles.")
            .ProducesProblem(404);
        v1.MapGroup("/commitments").WithTags("Schemes")
            .MapGet("/{commitmentId:guid}", ([AsParameters] GetCommitment request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(GetCommitment))
            .WithSummary("One commitment with its actions")
            .ProducesProblem(404);
    }
}
