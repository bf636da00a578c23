using MediatR;
using PartnershipEquality.Api.Http;

namespace PartnershipEquality.Api.Features.Access;

internal static class ApiKeyEndpoints
{
    public static void Map(RouteGroupBuilder v1)
    {
        var keys = v1.MapGroup("/api-keys").WithTags("API keys");
        keys.MapGet("", ([AsParameters] ListApiKeys request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ListApiKeys))
            .WithSummary("Your organisation's keys, the newest last")
            .WithDescription(
                "Revoked and expired keys stay listed, so that it can be seen who could once come in. Secrets are never shown again.");
        keys.MapPost("", async ([AsParameters] CreateApiKey request, IMediator mediator, CancellationToken ct) =>
            {
                var created = await mediator.Send(request, ct);
                return TypedResults.Created($"/v1/api-keys/{created.Key.Id}", created);
            })
            .WithMetadata(new HoldsSecret())
            .WithName(nameof(CreateApiKey))
            .WithSummary("Make a key")
            .WithDescription(
                "The whole key is shown in this answer and never again. Several keys may live at once, so one can be replaced without a gap. A key's scopes never exceed its maker's.");
        keys.MapGet("/{apiKeyId:guid}",
            ([AsParameters] GetApiKey request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(GetApiKey))
            .WithSummary("One key, without its secret")
            .ProducesProblem(404);
        keys.MapDelete("/{apiKeyId:guid}", async ([AsParameters] RevokeApiKey request, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(request, ct);
                return TypedResults.NoContent();
            })
            .WithName(nameof(RevokeApiKey))
            .WithSummary("Revoke a key")
            .WithDescription(
                "It stops working within five seconds. Send If-Match. The last key that can manage keys is kept, so that nobody locks their organisation out.")
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428);
    }
}
