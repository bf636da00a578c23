using MediatR;

namespace PartnershipEquality.Api.Features.Access;

internal static class PortalOriginEndpoints
{
    public static void Map(RouteGroupBuilder v1)
    {
        var origins = v1.MapGroup("/portal-origins").WithTags("API keys");
        origins.MapGet("",
            ([AsParameters] ListPortalOrigins request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ListPortalOrigins))
            .WithSummary("The web origins whose pages may read your answers in a browser");
        origins.MapPost("", async ([AsParameters] RegisterPortalOrigin request, IMediator mediator, CancellationToken ct) =>
            {
                var origin = await mediator.Send(request, ct);
                return TypedResults.Created($"/v1/portal-origins/{origin.Id}", origin);
            })
            .WithName(nameof(RegisterPortalOrigin))
            .WithSummary("Let a portal's pages call the API from a browser (CORS)")
            .WithDescription(
                "From then on answers to your organisation's credentials carry Access-Control-Allow-Origin for pages of this origin. Answers to other origins come without it, and browsers withhold them. No cookies are taken: a page sends a key, so it should hold one of its reader's own and none that is shared. It takes effect within five seconds.")
            .ProducesProblem(409);
        origins.MapGet("/{portalOriginId:guid}",
            ([AsParameters] GetPortalOrigin request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(GetPortalOrigin))
            .WithSummary("One origin")
            .ProducesProblem(404);
        origins.MapDelete("/{portalOriginId:guid}",
            async ([AsParameters] RemovePortalOrigin request, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(request, ct);
                return TypedResults.NoContent();
            })
            .WithName(nameof(RemovePortalOrigin))
            .WithSummary("Let a portal's pages read no more")
            .WithDescription("Within five seconds browsers withhold the answers from its pages. Send If-Match.")
            .ProducesProblem(404).ProducesProblem(412).ProducesProblem(428);
    }
}
