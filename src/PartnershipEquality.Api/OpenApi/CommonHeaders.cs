using Microsoft.OpenApi;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Idempotency;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace PartnershipEquality.Api.OpenApi;

/// <summary>
/// The headers that the conventions put on every operation of <c>/v1</c>: the key that a POST takes, and what each answer
/// carries. The latter are described once, and every answer points there.
/// </summary>
internal sealed class CommonHeaders : IOperationFilter, IDocumentFilter
{
    private static readonly Dictionary<string, (string Words, JsonSchemaType Type, string Example)> Everywhere = new(StringComparer.Ordinal)
    {
        ["RateLimit"] = ("How much of the limit is left (r), and in how many seconds the whole of it is there again (t).",
            JsonSchemaType.String, "\"default\";r=598;t=42"),
        ["RateLimit-Policy"] = (
            "The limit: so many requests (q) in so many seconds (w). \"default\" is your credential's, \"address\" that of who shows none.",
                JsonSchemaType.String, "\"default\";q=600;w=60"),
        [Tracing.RequestId] = ("The id that you gave the request in the same header, or one made for it.", JsonSchemaType.String,
            "0192f6c0-7a5b-7c3e-8a1b-2c3d4e5f6a7b"),
        ["traceparent"] = ("Where the request stands in its trace, which is yours if you sent one (W3C Trace Context).",
            JsonSchemaType.String, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00"),
    };

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (!$"/{context.ApiDescription.RelativePath}".StartsWith("/v1", StringComparison.Ordinal))
        {
            foreach (var response in operation.Responses!.Values.OfType<OpenApiResponse>())
            {
                Refer(response, context, [Tracing.RequestId, "traceparent"]);
            }

            return;
        }

        var deprecation = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<Deprecation>().LastOrDefault();
        operation.Deprecated = deprecation is not null;
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<OrderCanChange>().SingleOrDefault() is { } order)
        {
            operation.Description = operation.Description is { Length: > 0 } words ? $"{words} {order.Words}" : order.Words;
        }

        var post = HttpMethods.IsPost(context.ApiDescription.HttpMethod!);
        if (post)
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = IdempotencyKey.Header,
                In = ParameterLocation.Header,
                Description =
                    "A name of your choice for this request, a UUID say. Sent again with the same body within 24 hours, it is answered as it was the first time and done once.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = IdempotencyKey.MaxLength },
            });
        }

        foreach (var (status, response) in operation.Responses!.Select(r => (r.Key, r.Value as OpenApiResponse))
            .Where(r => r.Item2 is not null))
        {
            var headers = Refer(response!, context, Everywhere.Keys);
            if (post && status[0] == '2')
            {
                headers[IdempotentPosts.Replayed] = Header("true where this is the answer of the first time; left out otherwise.",
                    JsonSchemaType.String);
            }

            if (status == "429" || (post && status == "409"))
            {
                headers["Retry-After"] = Header("Seconds to wait before the same request is worth another try.", JsonSchemaType.Integer);
            }

            if (deprecation is not null)
            {
                headers["Deprecation"] = Header("Since when the operation is deprecated (RFC 9745).", JsonSchemaType.String);
                headers.TryAdd("Link",
                    Header("Where to read what to use in its place: <...>; rel=\"deprecation\".", JsonSchemaType.String));
                headers["Sunset"] = Header("When it goes (RFC 8594).", JsonSchemaType.String);
            }
        }
    }

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var headers = swaggerDoc.Components!.Headers ??= new SortedDictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
        foreach (var (name, (words, type, example)) in Everywhere)
        {
            headers[name] = new OpenApiHeader { Description = words, Schema = new OpenApiSchema { Type = type }, Example = example };
        }
    }

    private static IDictionary<string, IOpenApiHeader> Refer(OpenApiResponse response, OperationFilterContext context,
        IEnumerable<string> names)
    {
        var headers = response.Headers ??= new SortedDictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            headers[name] = new OpenApiHeaderReference(name, context.Document);
        }

        return headers;
    }

    private static OpenApiHeader Header(string words, JsonSchemaType type) =>
        new() { Description = words, Schema = new OpenApiSchema { Type = type } };
}
