using Microsoft.OpenApi;
using PartnershipEquality.Api.Http;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace PartnershipEquality.Api.OpenApi;

/// <summary>
/// Adds to the document the files and headers that operations say they answer (<see cref="AlsoFiles"/>, <see cref="RespondsWithHeaders"/>).
/// </summary>
internal sealed class FileResponses : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<RespondsWithHeaders>().SingleOrDefault() is { } answers
            && operation.Responses?["200"] is OpenApiResponse success)
        {
            foreach (var (name, words) in answers.Headers)
            {
                (success.Headers ??= new SortedDictionary<string, IOpenApiHeader>(StringComparer.Ordinal))[name] = new OpenApiHeader
                {
                    Description = words,
                    Required = true,
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String }
                };
            }
        }

        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<AlsoFiles>().SingleOrDefault() is { } files
            && operation.Responses?["200"].Content is { } content)
        {
            foreach (var type in files.ContentTypes)
            {
                content[type] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } };
            }
        }
    }
}
