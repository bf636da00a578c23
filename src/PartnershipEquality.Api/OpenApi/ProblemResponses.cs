using Microsoft.OpenApi;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Domain;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace PartnershipEquality.Api.OpenApi;

/// <summary>Every refusal that an operation may answer with, in the one shape they all have, each with an example.</summary>
internal sealed class ProblemResponses : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var path = "/" + context.ApiDescription.RelativePath;
        var responses = operation.Responses ??= [];
        var implied = new List<string>();
        if (path.StartsWith("/v1", StringComparison.Ordinal))
        {
            implied.AddRange(Implied(operation, path, context).Where(s => !responses.ContainsKey(s)));
            foreach (var status in implied)
            {
                responses[status] = new OpenApiResponse
                {
                    Content = new Dictionary<string, IOpenApiMediaType> { [Json] = new OpenApiMediaType() }
                };
            }
        }

        foreach (var (status, response) in responses)
        {
            if (response is OpenApiResponse { Content: { } content } own && content.ContainsKey(Json))
            {
                var (code, detail, errors) = status == "409" && implied.Contains(status)
                    ? ("idempotency-running",
                        "The first request with this Idempotency-Key is still running. Send the same again when it has ended.", [])
                    : Typical(int.Parse(status, System.Globalization.CultureInfo.InvariantCulture), operation, context);
                own.Description = ProblemCatalogue.TitleOf(code);
                own.Content = new Dictionary<string, IOpenApiMediaType>
                {
                    [Json] = new OpenApiMediaType
                    {
                        Schema = context.SchemaGenerator.GenerateSchema(typeof(Problem), context.SchemaRepository),
                        Example = Problem.Example(int.Parse(status, System.Globalization.CultureInfo.InvariantCulture), code, detail,
                            Conventions.ExamplePath(path), errors),
                    },
                };
            }
        }

        var sorted = responses.OrderBy(r => r.Key, StringComparer.Ordinal).ToList();
        responses.Clear();
        sorted.ForEach(r => responses.Add(r.Key, r.Value));
    }

    private const string Json = "application/problem+json";

    private static IEnumerable<string> Implied(OpenApiOperation operation, string path, OperationFilterContext context)
    {
        yield return "429";
        if (HttpMethods.IsPost(context.ApiDescription.HttpMethod!))
        {
            yield return "409";
            yield return "422";
        }

        if (path.Contains('{', StringComparison.Ordinal))
        {
            yield return "404";
        }

        if (operation.RequestBody is not null)
        {
            yield return "413";
            yield return "415";
        }
    }

    private static (string Code, string Detail, FieldError[] Errors) Typical(int status, OpenApiOperation operation,
        OperationFilterContext context) => status switch
        {
            401 => ("credential-missing", "Send \"Authorization: Bearer <your API key>\" with a key that is neither revoked nor expired.", []),
            403 => ("permission-missing", "Your credential does not allow this.", []),
            404 => ("not-found", "There is no such thing, or it is not yours to see.", []),
            409 => Conflict(operation),
            410 => ("position-expired",
                "What came after this position is kept no more, or the database has been restored since. Take the exports again.",
                    [new FieldError("after", "position-expired", "Begin again from the exports.")]),
            412 => ("version-stale", "It has changed since you read it. Read it again and repeat your change on that.", []),
            413 => ("too-large", "The request is larger than this address takes.", []),
            415 => ("media-type", "Send application/json, or what /docs names for this address.", []),
            422 => ("idempotency-mismatch",
                "The Idempotency-Key was used for another request in the last 24 hours. Give each request a key of its own.", []),
            429 => ("rate-limited",
                "You have asked more often than you may just now. Wait for as many seconds as Retry-After says; a webhook or the change feed saves asking again and again.", []),
            428 => ("version-missing", "Send If-Match with the ETag of the version you changed, so that nobody's work is overwritten.", []),
            503 => ("database-unavailable", "The database does not answer just now. Nothing was saved; try again.", []),
            _ => ("validation", "One field needs correcting.", [Wrong(operation, context)]),
        };

    private static (string Code, string Detail, FieldError[] Errors) Conflict(OpenApiOperation operation) =>
        operation.Tags?.FirstOrDefault()?.Name switch
        {
            "Actions" => ("action-withdrawn", "1.2/3 has been withdrawn; nothing in it can be changed.", []),
            "Assignments" => ("assignment-withdrawn", "The owner has withdrawn this assignment; nothing more is reported on it.", []),
            "Commitments" => ("commitment-withdrawn", "1.2 has been withdrawn; nothing in it can be changed.", []),
            "Imports" => ("import-applied", "The import has already been applied.", []),
            "Keys" or "API keys" or "Api keys" => ("no-key-left", "This is the last live key that can manage keys. Make another first.", []),
            "Mail" => ("mail-sent", "The mail has been handed over; nobody is written to twice.", []),
            "Posts" => ("post-title-taken", "There is a post of that title already.", []),
            "Milestones" => ("milestone-withdrawn", "\"Draft agreed\" has been withdrawn; nothing in it can be changed.", []),
            "Schemes" =>
                ("scheme-closed", "A closed scheme stays closed: its figures have been reported. Begin a new scheme that continues it.", []),
            "Webhooks" => ("webhook-disabled", "The webhook is switched off, so nothing is sent to it. Switch it on first.", []),
            "Themes" => ("theme-not-empty",
                "2 of its commitments stand. Move or withdraw them first; nobody's work goes unseen with a heading.", []),
            _ => ("already-there", "Something with the same key is there already.", []),
        };

    private static FieldError Wrong(OpenApiOperation operation, OperationFilterContext context) =>
        operation.RequestBody?.Content is { } content
            ? content.ContainsKey("multipart/form-data")
                ? new FieldError("file", "required", "Send the file as the form's file.")
                : new FieldError($"#/{Conventions.FieldOf(Conventions.BodyOf(context.ApiDescription))}", "format",
                    "The value is not of the type that /docs shows for this field.")
            : operation.Parameters?.Any(p => p.Name == "limit") == true
                ? new FieldError("limit", "out-of-range", $"Ask for 1 to {Cursor.MaxLimit} items.")
                : new FieldError("colour", "unknown-parameter", "This list takes no such parameter; those it takes are in /docs.");
}
