using MediatR;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Idempotency;

namespace PartnershipEquality.Api.Features.Sandbox;

internal static class SandboxEndpoints
{
    public static void Map(RouteGroupBuilder v1)
    {
        var sandbox = v1.MapGroup("/sandbox").WithTags("Sandbox");
        sandbox.MapGet("", ([AsParameters] GetSandbox request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(GetSandbox))
            .WithSummary("Who is in your sandbox")
            .WithDescription(
                "Twins of your organisation and of those whose schemes you copied; empty before the first key or copy. They go by the codes of their originals and are tenants of their own, so nothing of theirs is seen by a live key, nor of yours by a test key.");
        sandbox.MapPost("/schemes", async ([AsParameters] CopyToSandbox request, SandboxSteps steps,
            CancellationToken ct) => TypedResults.Created("/v1/sandbox", await steps.CopyAsync(request, ct)))
            .WithMetadata(new InSteps())
            .WithName(nameof(CopyToSandbox))
            .WithSummary("Copy a scheme into your sandbox")
            .WithDescription(
                "The plan alone is copied: nothing reported, no post and no name. A partnership's scheme brings the partnership and its members along, so that each side can be tried. What is done there reaches nobody: a sandbox owes no reminder and no mail. Webhooks do leave it, as they would in earnest. Copy it again for a fresh start; 20 copies at most.")
            .ProducesProblem(409);
        sandbox.MapPost("/keys", async ([AsParameters] CreateTestKey request, SandboxSteps steps, CancellationToken ct) =>
            {
                var created = await steps.CreateKeyAsync(request, ct);
                return TypedResults.Created($"/v1/api-keys/{created.Key.Id}", created);
            })
            .WithMetadata(new HoldsSecret(), new InSteps())
            .WithName(nameof(CreateTestKey))
            .WithSummary("Make a test key")
            .WithDescription(
                "A key that begins with pe_test_ and opens your sandbox alone. It is shown in this answer and never again. With a test key of the admin role, the sandbox's keys are read, listed and revoked at /v1/api-keys.")
            .ProducesProblem(409);
    }
}
