using MediatR;
using PartnershipEquality.Api.Http;

namespace PartnershipEquality.Api.Features.Webhooks;

internal static class WebhookEndpoints
{
    private const string Sending = """
        Each event of your change feed that it asks for is sent to it by POST, as Standard Webhooks 1.0.0 says: webhook-id is the event's id and the same on every try, webhook-timestamp the moment of the try, webhook-signature its HMAC under the secret. The body is the event as /v1/changes shows it: CloudEvents 1.0, with ids and a version and nothing more.

        Answer in the 200s within 20 seconds, and do your work afterwards. Anything else, a redirect too, is tried again: after 5 seconds, 5 and 30 minutes, 2, 5, 10, 14, 20 and 24 hours, or later where 429, 502, 503 or 504 comes with Retry-After. 410 switches the webhook off at once, and so does an event that failed ten times where no other was taken meanwhile; somebody is written to, and it is in the feed as webhook.disabled.

        Every event comes at least once, and not always in order, since one that failed comes later: keep the ids you have seen, and go by version or position. To begin, take the exports or /v1/changes, whose positions are those of the events.
        """;

    public static void Map(RouteGroupBuilder v1)
    {
        var webhooks = v1.MapGroup("/webhooks").WithTags("Webhooks");
        webhooks.MapGet("", ([AsParameters] ListWebhooks request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ListWebhooks))
            .WithSummary("The addresses that your events are sent to")
            .WithDescription("With how the last tries went. Secrets are never shown again.");
        webhooks.MapPost("", async ([AsParameters] CreateWebhook request, IMediator mediator, CancellationToken ct) =>
            {
                var created = await mediator.Send(request, ct);
                return TypedResults.Created($"/v1/webhooks/{created.Webhook.Id}", created);
            })
            .WithMetadata(new HoldsSecret())
            .WithName(nameof(CreateWebhook))
            .WithSummary("Have your events sent to an address")
            .WithDescription(Sending)
            .ProducesProblem(409);
        webhooks.MapGet("/{webhookId:guid}",
            ([AsParameters] GetWebhook request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(GetWebhook))
            .WithSummary("One webhook, without its secret")
            .ProducesProblem(404);
        webhooks.MapPatch("/{webhookId:guid}",
            ([AsParameters] ChangeWebhook request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ChangeWebhook))
            .WithSummary("Change a webhook, or switch it on or off")
            .WithDescription(
                "A JSON merge patch: a field left out stays, one that is null is cleared. Send If-Match. Switched off, it keeps its place; switched on again, it is sent what has happened meanwhile, as far as the feed still has it, and what waits is tried at once.")
            .Accepts<WebhookEdit>("application/merge-patch+json", "application/json")
            .ProducesProblem(404).ProducesProblem(412).ProducesProblem(428);
        webhooks.MapDelete("/{webhookId:guid}", async ([AsParameters] DeleteWebhook request, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(request, ct);
                return TypedResults.NoContent();
            })
            .WithName(nameof(DeleteWebhook))
            .WithSummary("Delete a webhook, with what waits for it and its log")
            .WithDescription("Send If-Match.")
            .ProducesProblem(404).ProducesProblem(412).ProducesProblem(428);
        webhooks.MapPost("/{webhookId:guid}/rotate-secret",
            ([AsParameters] RotateWebhookSecret request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithMetadata(new HoldsSecret())
            .WithName(nameof(RotateWebhookSecret))
            .WithSummary("Change a webhook's secret")
            .WithDescription(
                "The new one is shown in this answer and never again. For a day, or as long as you say, events carry a signature under each, so that the receiver can change over without losing one.")
            .ProducesProblem(404);
        webhooks.MapPost("/{webhookId:guid}/test", async ([AsParameters] TestWebhook request, IMediator mediator,
            CancellationToken ct) => Accepted(await mediator.Send(request, ct)))
            .WithName(nameof(TestWebhook))
            .WithSummary("Send a webhook.test event now")
            .WithDescription(
                "It goes within seconds, also to a webhook that is switched off and whatever types it asks for, and is tried once. What came of it is at the address in Location.")
            .ProducesProblem(404);
        MapDeliveries(webhooks);
    }

    private static void MapDeliveries(RouteGroupBuilder webhooks)
    {
        webhooks.MapGet("/{webhookId:guid}/deliveries",
            ([AsParameters] ListWebhookDeliveries request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ListWebhookDeliveries))
            .WithSummary("What was sent to an address, is waiting or was given up: the newest first")
            .WithDescription(
                "With every try: when, the status, how long it took. Kept for 30 days. Nothing of the answers but their status is kept.")
            .ProducesProblem(404);
        webhooks.MapGet("/{webhookId:guid}/deliveries/{deliveryId:guid}",
            ([AsParameters] GetWebhookDelivery request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(GetWebhookDelivery))
            .WithSummary("One delivery, with every try")
            .ProducesProblem(404);
        webhooks.MapPost("/{webhookId:guid}/deliveries/{deliveryId:guid}/redeliver", async ([AsParameters] SendEventAgain request,
            IMediator mediator, CancellationToken ct) => Accepted(await mediator.Send(request, ct)))
            .WithName(nameof(SendEventAgain))
            .WithSummary("Send an event again, whatever came of it before")
            .WithDescription("Under the same webhook-id, with the same body, and with tries of its own if it fails.")
            .ProducesProblem(404).ProducesProblem(409);
        webhooks.MapPost("/{webhookId:guid}/redeliver",
            async ([AsParameters] SendEventsAgain request, IMediator mediator, CancellationToken ct) =>
                TypedResults.Accepted($"/v1/webhooks/{request.WebhookId}/deliveries", await mediator.Send(request, ct)))
            .WithName(nameof(SendEventsAgain))
            .WithSummary("Send many events again: those of a time, those that failed, or both")
            .WithDescription("Under their own webhook-ids. At most 10,000 at a time.")
            .ProducesProblem(404).ProducesProblem(409);
    }

    private static Microsoft.AspNetCore.Http.HttpResults.Accepted<DeliveryDetail> Accepted(DeliveryDetail delivery) =>
        TypedResults.Accepted($"/v1/webhooks/{delivery.WebhookId}/deliveries/{delivery.Id}", delivery);
}
