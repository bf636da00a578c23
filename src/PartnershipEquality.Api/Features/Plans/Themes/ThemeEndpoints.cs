using MediatR;
using PartnershipEquality.Api.Http;

namespace PartnershipEquality.Api.Features.Plans.Themes;

internal static class ThemeEndpoints
{
    public static void Map(RouteGroupBuilder v1)
    {
        var ofScheme = v1.MapGroup("/schemes/{schemeId:guid}/themes").WithTags("Themes");
        ofScheme.MapGet("", ([AsParameters] ListThemes request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithMetadata(new OrderCanChange("the plan's own order"))
            .WithName(nameof(ListThemes))
            .WithSummary("The themes of a scheme, in the plan's order")
            .ProducesProblem(404);
        ofScheme.MapPost("", async ([AsParameters] CreateTheme request, IMediator mediator, CancellationToken ct) =>
            {
                var theme = await mediator.Send(request, ct);
                return TypedResults.Created($"/v1/themes/{theme.Id}", theme);
            })
            .WithName(nameof(CreateTheme))
            .WithSummary("Add a theme to a scheme")
            .WithDescription("It comes last; move it where it belongs.")
            .ProducesProblem(404).ProducesProblem(409);
        var themes = v1.MapGroup("/themes").WithTags("Themes");
        themes.MapGet("/{themeId:guid}",
            ([AsParameters] GetTheme request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(GetTheme))
            .WithSummary("One theme")
            .ProducesProblem(404);
        themes.MapPatch("/{themeId:guid}",
            ([AsParameters] ChangeTheme request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ChangeTheme))
            .WithSummary("Change a theme's number, label or title")
            .WithDescription("A JSON merge patch: a field left out stays, one that is null is cleared. Send If-Match.")
            .Accepts<ThemeEdit>("application/merge-patch+json", "application/json")
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
        themes.MapPost("/{themeId:guid}/move",
            ([AsParameters] MoveTheme request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(MoveTheme))
            .WithSummary("Put a theme in another place of its scheme")
            .WithDescription("Its commitments and their actions go along. Send If-Match.")
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
        themes.MapPost("/{themeId:guid}/withdraw",
            ([AsParameters] WithdrawTheme request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(WithdrawTheme))
            .WithSummary("Take a theme out of the plan")
            .WithDescription(
                "Only once none of its commitments stands: what they ask of authorities is withdrawn action by action, each with its reason. The board still shows it on days on which something was counted under it. Send If-Match.")
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
    }
}
