using MediatR;

namespace PartnershipEquality.Api.Features.Plans.Schemes;

internal static class SchemeEndpoints
{
    public static void Map(RouteGroupBuilder v1)
    {
        var schemes = v1.MapGroup("/schemes").WithTags("Schemes");
        schemes.MapGet("", ([AsParameters] ListSchemes request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ListSchemes))
            .WithSummary("The schemes you may read")
            .WithDescription(
                "Your own, those of the partnerships you belong to, and those in which an ended membership left you assignments.");
        schemes.MapGet("/{schemeId:guid}",
            ([AsParameters] GetScheme request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(GetScheme))
            .WithSummary("One scheme, its themes and how much it holds")
            .ProducesProblem(404);
        schemes.MapPatch("/{schemeId:guid}",
            ([AsParameters] ChangeScheme request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ChangeScheme))
            .WithSummary("Change a scheme's stage, title or marking")
            .WithDescription(
                "A JSON merge patch: a field left out stays. Send If-Match. Putting a scheme in force starts its reminders; closing it ends them for good.")
            .Accepts<SchemeEdit>("application/merge-patch+json", "application/json")
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
    }
}
