using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Http;

/// <summary>
/// What every route of <c>/v1</c> does alike, by mechanism: query parameters that it does not know are refused (a
/// filter that is silently ignored answers the wrong question), single resources carry an ETag and answer 304, pages
/// name the next one in a Link header, and of what has a <c>fields</c> parameter just those fields are answered.
/// </summary>
public sealed class Representation : IEndpointFilter
{
    private const string Json = "application/json; charset=utf-8";

    private static readonly ConcurrentDictionary<Type, HashSet<string>> KnownQuery = new();

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var request = context.Arguments.FirstOrDefault(a => a is IBaseRequest);
        RefuseUnknownQuery(http.Request, request);
        var fields = request is not null && http.Request.Query.TryGetValue(FieldSelection.Parameter, out var asked)
            ? FieldSelection.Of(asked, AnsweredBy(request)) : null;
        http.Response.Headers.CacheControl = http.GetEndpoint()?.Metadata.GetMetadata<HoldsSecret>() is null
            ? "private, no-cache" : "no-store";
        var result = await next(context);
        return (result is IValueHttpResult { Value: { } inner } ? inner : result) switch
        {
            IVersioned versioned when HttpMethods.IsGet(http.Request.Method) => Tagged(http, versioned, fields),
            IVersioned versioned => WithTag(http, versioned, result),
            IPage page => Paged(http, page, fields, result),
            _ => result,
        };
    }

    private static object? WithTag(HttpContext http, IVersioned versioned, object? result)
    {
        http.Response.Headers.ETag = EntityTags.Of(
            JsonSerializer.SerializeToUtf8Bytes(versioned, versioned.GetType(), JsonSettings.Options), versioned.Version);
        return result;
    }

    /// <summary>The tag is that of the body as it is answered: another for other fields, of the same version.</summary>
    private static IResult Tagged(HttpContext http, IVersioned versioned, FieldSelection? fields)
    {
        var body = fields is null
            ? JsonSerializer.SerializeToUtf8Bytes(versioned, versioned.GetType(), JsonSettings.Options)
            : JsonSerializer.SerializeToUtf8Bytes(
                fields.Keep(JsonSerializer.SerializeToNode(versioned, versioned.GetType(), JsonSettings.Options)), JsonSettings.Options);
        return EntityTags.IsHeld(http, EntityTags.Of(body, versioned.Version))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Bytes(body, Json);
    }

    private static object? Paged(HttpContext http, IPage page, FieldSelection? fields, object? result)
    {
        if (page.NextCursor is { } cursor)
        {
            var query = QueryString.Create(http.Request.Query.Where(q => q.Key != "cursor")
                .SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)))).Add("cursor", cursor);
            http.Response.Headers.Append(HeaderNames.Link, $"<{http.Request.Path}{query}>; rel=\"next\"");
        }

        if (fields is null)
        {
            return result;
        }

        var whole = JsonSerializer.SerializeToNode(page, page.GetType(), JsonSettings.Options)!.AsObject();
        whole["items"] = fields.Keep(whole["items"]);
        return TypedResults.Bytes(JsonSerializer.SerializeToUtf8Bytes<JsonNode>(whole, JsonSettings.Options), Json);
    }

    /// <summary>What the request is answered with, or what the page that it is answered with holds.</summary>
    private static Type AnsweredBy(object request)
    {
        var answer = request.GetType().GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>))
            .GetGenericArguments()[0];
        return answer.IsGenericType && answer.GetGenericTypeDefinition() == typeof(Page<>) ? answer.GetGenericArguments()[0] : answer;
    }

    private static void RefuseUnknownQuery(HttpRequest http, object? request)
    {
        var known = request is null ? [] : KnownQuery.GetOrAdd(request.GetType(), type => type.GetConstructors()[0].GetParameters()
            .Where(p => p.GetCustomAttribute<FromHeaderAttribute>() is null && p.Name != "Body")
            .Select(p => p.Name!).ToHashSet(StringComparer.OrdinalIgnoreCase));
        var unknown = http.Query.Keys.Where(k => !known.Contains(k))
            .Select(k => new FieldError(k, "unknown-parameter", "This list takes no such parameter; those it takes are in /docs."))
                .ToList();
        if (unknown.Count > 0)
        {
            throw Refusal.Invalid("validation", "A query parameter is not known here.", unknown);
        }
    }
}
