using Microsoft.OpenApi;
using PartnershipEquality.Api.Http;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace PartnershipEquality.Api.OpenApi;

/// <summary>
/// Says of the schemas what the JSON holds, so that generated clients get types they can use. What is answered is
/// always there, null or not, except that an enum or an object without a value is left out (see
/// <see cref="JsonSettings"/>); fields may be added to it. What is sent may hold no other field.
/// </summary>
internal sealed class Contracts : IDocumentFilter
{
    /// <summary>Fields that mean the same wherever they stand; a record says only what is its own.</summary>
    private static readonly Dictionary<string, string> Everywhere = new(StringComparer.Ordinal)
    {
        ["id"] = "Its id.",
        ["version"] = "Counts its changes.",
        ["createdAt"] = "When it was made.",
        ["updatedAt"] = "When it was last changed.",
        ["appliedAt"] = "When it went live; null until then.",
        ["withdrawnAt"] = "When it was withdrawn; null while it stands.",
        ["withdrawnReason"] = "Why it was withdrawn; null while it stands.",
        ["lastReportedAt"] = "When the authority last reported; null while it has not.",
        ["ownerId"] = "The organisation that owns the plan.",
        ["authorityId"] = "The authority's id.",
        ["partnershipId"] = "The partnership's id.",
        ["authorityCode"] = "The authority's short code: BDC.",
        ["schemeId"] = "The scheme's id.",
        ["themeId"] = "The theme's id.",
        ["commitmentId"] = "The commitment's id.",
        ["actionId"] = "The action's id.",
        ["milestoneId"] = "The milestone's id.",
        ["assignmentId"] = "The assignment's id.",
        ["occurrenceId"] = "The occurrence's id.",
        ["postId"] = "The post's id.",
        ["importId"] = "The import's id.",
        ["startsOn"] = "The first day.",
        ["endsOn"] = "The last day.",
        ["outcome"] = "What it should bring about.",
        ["measures"] = "How that is measured.",
        ["resources"] = "What it takes.",
        ["barriers"] = "What may stand in its way.",
        ["stakeholders"] = "Whom it concerns.",
        ["responsible"] = "The responsible roles as the plan writes them.",
    };

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var schemas = swaggerDoc.Components!.Schemas!;
        var operations = swaggerDoc.Paths.Values.SelectMany(p => p.Operations!.Values).ToList();
        var sent = Reached(schemas, operations.SelectMany(o => o.RequestBody?.Content?.Values ?? []));
        var answered = Reached(schemas, operations.SelectMany(o => o.Responses!.Values).SelectMany(r => r.Content?.Values ?? []));
        foreach (var unused in schemas.Keys.Where(id => !sent.Contains(id) && !answered.Contains(id)).ToList())
        {
            schemas.Remove(unused);
        }

        foreach (var (id, value) in schemas)
        {
            if (value is OpenApiSchema { Properties.Count: > 0 } schema)
            {
                Settle(schema, answered.Contains(id));
                foreach (var (name, words) in Everywhere)
                {
                    if (schema.Properties!.TryGetValue(name, out var field) && field is OpenApiSchema { Description: null } bare)
                    {
                        bare.Description = words;
                    }
                }

                schema.AdditionalPropertiesAllowed = !sent.Contains(id);
            }
        }

        ((OpenApiSchema)schemas[nameof(Problem)]).Required!.Remove("errors");
    }

    private static void Settle(OpenApiSchema schema, bool answered)
    {
        var properties = schema.Properties!;
        var required = new SortedSet<string>(answered ? properties.Keys : schema.Required ?? new HashSet<string>(), StringComparer.Ordinal);
        foreach (var (name, value) in properties.ToList())
        {
            if (value is not OpenApiSchema { AllOf: [var reference] } wrapped)
            {
                continue;
            }

            if (answered && wrapped.Type?.HasFlag(JsonSchemaType.Null) == true)
            {
                required.Remove(name);
            }

            properties[name] = wrapped.Description is { Length: > 0 } words
                ? new OpenApiSchema { AllOf = [reference], Description = words } : reference;
        }

        schema.Required = required.Count > 0 ? required : null;
    }

    private static HashSet<string> Reached(IDictionary<string, IOpenApiSchema> schemas, IEnumerable<IOpenApiMediaType> from)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<IOpenApiSchema?>(from.Select(m => m.Schema));
        while (waiting.TryPop(out var next))
        {
            if (next is OpenApiSchemaReference { Reference.Id: { } id })
            {
                if (reached.Add(id))
                {
                    waiting.Push(schemas[id]);
                }
            }
            else if (next is OpenApiSchema schema)
            {
                foreach (var inner in (schema.Properties?.Values ?? []).Concat(schema.AllOf ?? []).Append(schema.Items)
                    .Append(schema.AdditionalProperties))
                {
                    waiting.Push(inner);
                }
            }
        }

        return reached;
    }
}
