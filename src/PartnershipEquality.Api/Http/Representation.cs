using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Http;

/// <summary>
/// What every route of <c>/v1</c> does alike, by mechanism: query parameters that it does not know are refused (a
/// filter that is silently ignored answers the wrong question), single resources carry an ETag and answer 304, and
/// pages name the next one in a Link header.
/// </summary>
public sealed class Representation : IEndpointFilter
{
    private static readonly ConcurrentDictionary<Type, HashSet<string>> KnownQuery = new();

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        RefuseUnknownQuery(http.Request, context.Arguments.FirstOrDefault(a => a is IBaseRequest));
        http.Response.Headers.CacheControl = "private, no-cache";
        var result = await next(context);
        return (result is IValueHttpResult { Value: { } inner } ? inner : result) switch
        {
            IVersioned versioned when HttpMethods.IsGet(http.Request.Method) => Tagged(http, versioned),
            IVersioned versioned => WithTag(http, versioned, result),
            IPage { NextCursor: { } cursor } => WithLink(http, cursor, result),
            _ => result,
        };
    }

    private static object? WithTag(HttpContext http, IVersioned versioned, object? result)
    {
        http.Response.Headers.ETag = TagOf(versioned.Version, JsonSerializer.SerializeToUtf8Bytes(versioned, versioned.GetType(), JsonSettings.Options));
        return result;
    }

    private static IResult Tagged(HttpContext http, IVersioned versioned)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(versioned, versioned.GetType(), JsonSettings.Options);
        var tag = TagOf(versioned.Version, body);
        http.Response.Headers.ETag = tag;
        return http.Request.Headers.IfNoneMatch.ToString().Split(',').Any(t => t.Trim() is "*" || t.Trim() == tag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(body, "application/json; charset=utf-8");
    }

    private static object? WithLink(HttpContext http, string cursor, object? result)
    {
        var query = QueryString.Create(http.Request.Query.Where(q => q.Key != "cursor").SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)))).Add("cursor", cursor);
        http.Response.Headers.Append(HeaderNames.Link, $"<{http.Request.Path}{query}>; rel=\"next\"");
        return result;
    }

    private static string TagOf(int version, byte[] body) => $"\"{version}-{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 8))}\"";

    private static void RefuseUnknownQuery(HttpRequest http, object? request)
    {
        var known = request is null ? [] : KnownQuery.GetOrAdd(request.GetType(), type => type.GetConstructors()[0].GetParameters()
            .Where(p => p.GetCustomAttribute<FromHeaderAttribute>() is null && p.Name != "Body")
            .Select(p => p.Name!).ToHashSet(StringComparer.OrdinalIgnoreCase));
        var unknown = http.Query.Keys.Where(k => !known.Contains(k)).Select(k => new FieldError(k, "unknown-parameter", "This list takes no such parameter; those it takes are in /docs.")).ToList();
        if (unknown.Count > 0)
        {
            throw Refusal.Invalid("validation", "A query parameter is not known here.", unknown);
        }
    }
}
