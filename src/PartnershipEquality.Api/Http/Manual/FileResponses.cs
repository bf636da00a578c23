using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace PartnershipEquality.Api.Http.Manual;

/// <summary>What else an operation answers, as files: one status has one shape in the framework's description, and these are beside it.</summary>
/// <param name="ContentTypes">The media types of the files.</param>
public sealed record AlsoFiles(params string[] ContentTypes);

/// <summary>Adds those files to the manual.</summary>
internal sealed class FileResponses : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<AlsoFiles>().SingleOrDefault() is { } files && operation.Responses?["200"].Content is { } content)
        {
            foreach (var type in files.ContentTypes)
            {
                content[type] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } };
            }
        }
    }
}
