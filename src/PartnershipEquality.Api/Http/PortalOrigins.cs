using Microsoft.Extensions.Caching.Memory;
using Microsoft.Net.Http.Headers;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Http;

/// <summary>The origins of portals, as organisations have registered them. An answer is kept for five seconds, as a key's is.</summary>
public sealed class KnownOrigins(Gate gate, IMemoryCache cache)
{
    public const int MaxLength = 300;

    /// <summary>
    /// A browser asks before each new address that a page calls, so the many readers of one portal must not use up the limit of the one
    /// address they share.
    /// </summary>
    public static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.ContainsKey(HeaderNames.AccessControlRequestMethod);

    /// <summary>Whether it was known a moment ago; nothing is asked.</summary>
    public bool WasKnown(string? origin) => origin is not null && cache.TryGetValue((typeof(KnownOrigins), origin), out _);

    /// <summary>Whether the organisation has registered it; without one, whether anybody has.</summary>
    public async Task<bool> KnowsAsync(string origin, Guid? organisationId, CancellationToken ct)
    {
        var key = (typeof(KnownOrigins), origin, organisationId);
        if (!cache.TryGetValue<bool>(key, out var known))
        {
            known = await gate.KnowsOriginAsync(origin, organisationId, ct);
            cache.Set(key, known, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = KnownOrganisations.Kept, Size = 1 });
            if (known)
            {
                cache.Set((typeof(KnownOrigins), origin), true,
                    new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(5), Size = 1 });
            }
        }

        return known;
    }
}

/// <summary>
/// Lets pages of registered portals read answers in a browser (CORS). A browser asks beforehand without a credential, so
/// then an origin that anybody has registered will do, and so it will for a refusal of whoever showed none; the answer to
/// a credential is opened only to the origins of its own organisation. An origin that is not known gets its answer
/// without the header, and its browser withholds it: a 403 would stop nobody, since only browsers tell the truth about
/// an origin. Credentials are keys in a header; no cookie is ever taken or allowed.
/// </summary>
public static class PortalOrigins
{
    private const string Exposed =
        "Content-Disposition, Deprecation, ETag, Idempotent-Replayed, Link, Location, RateLimit, RateLimit-Policy, Retry-After, Sunset, traceparent, X-Request-Id";

    private const string Taken =
        "Accept, Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, On-Behalf-Of, traceparent, tracestate, X-Request-Id";

    public static void UsePortalOrigins(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!context.IsV1())
        {
            await next(context);
            return;
        }

        var origin = context.Request.Headers.Origin is [{ Length: > 0 and <= KnownOrigins.MaxLength } asked] ? asked : null;
        var caller = context.RequestServices.GetRequiredService<Caller>();
        var known = origin is not null
            && await context.RequestServices.GetRequiredService<KnownOrigins>().KnowsAsync(origin, caller.IsKnown
                ? caller.OrganisationId : null, context.RequestAborted);
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.Append(HeaderNames.Vary, HeaderNames.Origin);
            if (known)
            {
                headers.AccessControlAllowOrigin = origin;
                headers.AccessControlExposeHeaders = Exposed;
                if (KnownOrigins.IsPreflight(context.Request) && headers.Allow is { Count: > 0 } allow)
                {
                    headers.AccessControlAllowMethods = allow;
                    headers.AccessControlAllowHeaders = Taken;
                    headers.AccessControlMaxAge = "7200";
                }
            }

            return Task.CompletedTask;
        });
        await next(context);
    });
}
