using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace PartnershipEquality.Api.OpenApi;

/// <summary>What else an operation answers, as files: one status has one shape in the framework's description, and these are beside it.</summary>
/// <param name="ContentTypes">The media types of the files.</param>
public sealed record AlsoFiles(params string[] ContentTypes);

/// <summary>Headers that an operation's success carries, each with what it says.</summary>
/// <param name="Headers">Their names and words.</param>
public sealed record AnswersHeaders(params (string Name, string Words)[] Headers);

/// <summary>Adds those files and headers to the manual.</summary>
internal sealed class FileResponses : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<AnswersHeaders>().SingleOrDefault() is { } answers && operation.Responses?["200"] is OpenApiResponse success)
        {
            foreach (var (name, words) in answers.Headers)
            {
                (success.Headers ??= new SortedDictionary<string, IOpenApiHeader>(StringComparer.Ordinal))[name] = new OpenApiHeader { Description = words, Required = true, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
            }
        }

        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<AlsoFiles>().SingleOrDefault() is { } files && operation.Responses?["200"].Content is { } content)
        {
            foreach (var type in files.ContentTypes)
            {
                content[type] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } };
            }
        }
    }
}
