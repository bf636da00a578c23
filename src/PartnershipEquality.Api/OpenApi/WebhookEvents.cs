using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PartnershipEquality.Api.Outside.Webhooks;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace PartnershipEquality.Api.OpenApi;

/// <summary>
/// Says what a receiver of events is sent. OpenAPI has a place for it from 3.1 on; in a document of 3.0 it stands where
/// manuals look for it, in <c>x-webhooks</c>, and is nothing to a client generator.
/// </summary>
/// <param name="sent">The contract of the body.</param>
internal sealed class WebhookEvents(Type sent) : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var post = new JsonObject
        {
            ["operationId"] = "ReceiveEvent",
            ["summary"] = "An event of your change feed",
            ["description"] =
                "Sent to each of your webhooks that asks for its type; /v1/changes/types lists the types, and webhook.test is what a trial sends. Verify the signature with any library of Standard Webhooks, answer in the 200s within 20 seconds, and keep the ids you have seen: an event may come more than once, and not always in order.",
            ["tags"] = new JsonArray("Webhooks"),
            ["parameters"] = new JsonArray(
                Header("webhook-id", "The event's id: the same on every try, and in the body.", Examples.Answer(sent)!["id"]!.DeepClone()),
                Header("webhook-timestamp",
                    "The moment of the try, in seconds since 1970. Refuse one that is more than five minutes from your own time.",
                        "1795424400"),
                Header("webhook-signature",
                    "v1, and the HMAC-SHA256 of id, timestamp and body joined by full stops, in base64; two of them, parted by a space, while the secret changes.", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")),
            ["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["description"] = "The event, as /v1/changes shows it.",
                ["content"] = new JsonObject
                {
                    [WebhookSender.MediaType] = new JsonObject
                    {
                        ["schema"] = new JsonObject { ["$ref"] = $"#/components/schemas/{sent.Name}" },
                        ["example"] = Examples.Answer(sent),
                    },
                },
            },
            ["responses"] = new JsonObject
            {
                ["2XX"] = new JsonObject { ["description"] = "Taken. It is not sent again." },
                ["410"] = new JsonObject { ["description"] = "Gone: nothing is sent to this address any more." },
                ["429"] = new JsonObject { ["description"] = "Too much; so are 502, 503 and 504. Retry-After is kept to, within a day." },
                ["default"] = new JsonObject
                {
                    ["description"] = "Not taken, a redirect too. It is tried again, ten times over three days."
                },
            },
            ["security"] = new JsonArray(),
        };
        (swaggerDoc.Extensions ??= new Dictionary<string, IOpenApiExtension>())["x-webhooks"] = new JsonNodeExtension(
            new JsonObject { ["event"] = new JsonObject { ["post"] = post } });
    }

    private static JsonObject Header(string name, string words, JsonNode example) => new()
    {
        ["name"] = name,
        ["in"] = "header",
        ["required"] = true,
        ["description"] = words,
        ["schema"] = new JsonObject { ["type"] = "string" },
        ["example"] = example,
    };
}
