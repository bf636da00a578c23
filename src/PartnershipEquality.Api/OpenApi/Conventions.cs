using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.OpenApi;
using PartnershipEquality.Api.Http;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace PartnershipEquality.Api.OpenApi;

/// <summary>An answer that is no record of ours, and has an ETag all the same.</summary>
public sealed record WithETag;

/// <summary>
/// What every operation has by the API's conventions, told from its types: bodies and their examples, headers, the credential.
/// </summary>
internal sealed partial class Conventions : IOperationFilter
{
    public const string Scheme = "apiKey";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var api = context.ApiDescription;
        var success = api.SupportedResponseTypes.FirstOrDefault(r => r.StatusCode is >= 200 and < 300)?.Type;
        DescribeParameters(operation, api);
        DescribeForm(operation, api);
        DescribeBody(operation, context);
        ExemplifyAnswers(operation, api);
        if ((success is not null && typeof(IVersioned).IsAssignableFrom(success)
            && api.SupportedResponseTypes.Any(r => r.Type == success && r.ApiResponseFormats.Any(f => f.MediaType == "application/json")))
                || api.ActionDescriptor.EndpointMetadata.OfType<WithETag>().Any())
        {
            DescribeTag(operation, api);
        }

        Header(operation, "201", "Location", "Where the new thing is.", required: true);
        Header(operation, "202", "Location", "Where to see what becomes of it.", required: true);
        if (success is not null && typeof(IPage).IsAssignableFrom(success))
        {
            Header(operation, "200", "Link", "Names the next page: <...>; rel=\"next\". Left out on the last.");
        }

        if (api.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Any())
        {
            Header(operation, "503", "Retry-After", "Seconds to wait before the same request is worth another try.", required: true);
            Header(operation, "401", "WWW-Authenticate", "The scheme to use.", required: true);
        }
    }

    /// <summary>The record that a JSON body holds: the one bound to it, or for a merge patch the one that is patched.</summary>
    public static Type? BodyOf(ApiDescription api)
    {
        var bound = api.ParameterDescriptions.FirstOrDefault(p => p.Source == BindingSource.Body)?.Type;
        return bound == typeof(JsonElement)
            ? api.ActionDescriptor.EndpointMetadata.OfType<IAcceptsMetadata>().Select(a => a.RequestType)
                .FirstOrDefault(t => t is not null && t != typeof(JsonElement)) : bound;
    }

    public static string FieldOf(Type? body) => body is null ? "" : JsonNamingPolicy.CamelCase.ConvertName(body.GetProperties()[0].Name);

    /// <summary>The path with example ids in place of its parameters.</summary>
    public static string ExamplePath(string path) =>
        PathParameter().Replace(path.TrimEnd('/'), match => match.Groups[1].Value.EndsWith("Id", StringComparison.Ordinal)
            ? Examples.Id(Pascal(match.Groups[1].Value)).ToString() : "example");

    private static void DescribeParameters(OpenApiOperation operation, ApiDescription api)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            var bound = api.ParameterDescriptions.FirstOrDefault(p => p.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase));
            parameter.Description ??= WordsOf(bound);
            if (parameter.In == ParameterLocation.Header && bound is not null)
            {
                // Names in camelCase are for our own parameters; a header has the name that everybody knows.
                parameter.Name = bound.Name;
                parameter.Required = parameter.Name == "If-Match"
                    && (HttpMethods.IsPatch(api.HttpMethod!) || api.RelativePath!.Contains('{', StringComparison.Ordinal));
            }

            if (parameter is { Name: "limit", In: ParameterLocation.Query, Schema: OpenApiSchema limit })
            {
                (limit.Minimum, limit.Maximum, limit.Default) = ("1", $"{Cursor.MaxLimit}", Cursor.DefaultLimit);
            }
        }
    }

    private static void DescribeForm(OpenApiOperation operation, ApiDescription api)
    {
        if (operation.RequestBody?.Content?.TryGetValue("multipart/form-data", out var form) != true
            || form?.Schema is not OpenApiSchema { Properties: { } fields } schema)
        {
            return;
        }

        schema.AdditionalPropertiesAllowed = true;
        foreach (var (name, field) in fields)
        {
            var bound = api.ParameterDescriptions.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            field.Description ??= WordsOf(bound);
            if (ParameterOf(bound)?.GetCustomAttribute<RequiredAttribute>() is not null)
            {
                (schema.Required ??= new SortedSet<string>(StringComparer.Ordinal)).Add(name);
            }
        }
    }

    private static void DescribeBody(OpenApiOperation operation, OperationFilterContext context)
    {
        if (operation.RequestBody is not OpenApiRequestBody { Content: { } content } request
            || BodyOf(context.ApiDescription) is not { } type)
        {
            return;
        }

        var patch = HttpMethods.IsPatch(context.ApiDescription.HttpMethod!);
        foreach (var body in content.Values.OfType<OpenApiMediaType>())
        {
            if (body.Schema is OpenApiSchema { AllOf: [var reference] } wrapped)
            {
                request.Description ??= wrapped.Description;
                body.Schema = reference;
            }

            body.Schema = patch ? PatchOf(type, context) : body.Schema;
            body.Example = Examples.Body(type);
        }
    }

    /// <summary>The same record with nothing required: a field left out stays as it is.</summary>
    private static OpenApiSchemaReference PatchOf(Type type, OperationFilterContext context)
    {
        var id = (type.Name.EndsWith("Edit", StringComparison.Ordinal) ? type.Name[..^4] : type.Name) + "Patch";
        context.SchemaGenerator.GenerateSchema(type, context.SchemaRepository);
        if (!context.SchemaRepository.Schemas.ContainsKey(id) && context.SchemaRepository.TryLookupByType(type, out var whole))
        {
            var schema = (OpenApiSchema)context.SchemaRepository.Schemas[whole.Reference.Id!].CreateShallowCopy();
            schema.Required = null;
            context.SchemaRepository.AddDefinition(id, schema);
        }

        return new OpenApiSchemaReference(id, context.Document);
    }

    private static void ExemplifyAnswers(OpenApiOperation operation, ApiDescription api)
    {
        foreach (var answer in api.SupportedResponseTypes)
        {
            if (answer.Type is not null && operation.Responses!.TryGetValue($"{answer.StatusCode}", out var response)
                && response.Content?.FirstOrDefault(
                    c => c.Key is "application/json" or "application/x-ndjson").Value is OpenApiMediaType json)
            {
                json.Example = Examples.Answer(answer.Type);
            }
        }
    }

    private static void DescribeTag(OpenApiOperation operation, ApiDescription api)
    {
        foreach (var status in new[] { "200", "201", "202" })
        {
            Header(operation, status, "ETag",
                "The version answered. Send it as If-Match with a change, as If-None-Match to learn whether there is a newer one.",
                    required: true);
        }

        if (HttpMethods.IsGet(api.HttpMethod!))
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = "If-None-Match",
                In = ParameterLocation.Header,
                Description = "The ETag you hold: answered with 304 and no body while it is still the newest.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
            operation.Responses!["304"] = new OpenApiResponse { Description = "You hold the newest already." };
            Header(operation, "304", "ETag", "The version you hold.", required: true);
        }
    }

    private static void Header(OpenApiOperation operation, string status, string name, string words, bool required = false)
    {
        if (operation.Responses!.TryGetValue(status, out var response) && response is OpenApiResponse own)
        {
            (own.Headers ??= new SortedDictionary<string, IOpenApiHeader>(StringComparer.Ordinal))[name] =
                new OpenApiHeader
                {
                    Description = words,
                    Required = required,
                    Schema = new OpenApiSchema { Type = name == "Retry-After" ? JsonSchemaType.Integer : JsonSchemaType.String }
                };
        }
    }

    /// <summary>What a bare parameter of a route says of itself; a request record's have their <c>param</c> text.</summary>
    private static string? WordsOf(ApiParameterDescription? bound) =>
        ParameterOf(bound)?.GetCustomAttribute<DescriptionAttribute>()?.Description;

    private static ParameterInfo? ParameterOf(ApiParameterDescription? bound) =>
        bound?.ParameterDescriptor is Microsoft.AspNetCore.Mvc.Infrastructure.IParameterInfoParameterDescriptor described
        ? described.ParameterInfo : (bound?.ParameterDescriptor as ControllerParameterDescriptor)?.ParameterInfo;

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    [GeneratedRegex("\\{(\\w+)[^}]*\\}")]
    private static partial Regex PathParameter();
}
