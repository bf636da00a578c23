using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Api.Security.Addresses;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace PartnershipEquality.Api.OpenApi;

/// <summary>Says of every operation who may call it, told from its request: an integrator asks for a key with just those scopes.</summary>
internal sealed class Permissions : IOperationFilter
{
    private static readonly Dictionary<string, NeedsAttribute> Needs = RequestHandlers.Requests.ToDictionary(r => r.Name,
        r => r.GetCustomAttribute<NeedsAttribute>()!);

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var takesKey = metadata.OfType<IAuthorizeData>().Any() && !metadata.OfType<TakesToken>().Any();
        operation.Security = takesKey
            ? [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Conventions.Scheme, context.Document)] = [] }] : [];
        var who = !takesKey
            ? metadata.OfType<TakesToken>().Any()
                ? "The token in the address is the credential; no key is asked for." : "No credential is asked for."
            : Needs.GetValueOrDefault(operation.OperationId!)?.Permission is { } permission
                ? $"Needs the permission `{permission}`." : "Any key will do.";
        operation.Description = operation.Description is { Length: > 0 } words ? $"{words}\n\n{who}" : who;
    }
}
