namespace PartnershipEquality.Api.Http;

/// <summary>
/// HEAD and OPTIONS, for every route alike. HEAD is answered by what answers GET, so its headers are those of a GET and
/// the server leaves out the body; OPTIONS and 405 name the methods that the path takes, as the routes say.
/// </summary>
public static class HeadAndOptions
{
    /// <summary>Before the routes are looked up.</summary>
    public static void UseHead(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
        }

        context.Response.OnStarting(() =>
        {
            if (context.Response.Headers.Allow is { Count: > 0 } allow)
            {
                context.Response.Headers.Allow = string.Join(", ", Whole(context, allow.ToString()));
            }

            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>
    /// After the routes were looked up, before a credential is asked for: what a path takes is in the manual, for everybody.
    /// </summary>
    public static void UseOptions(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!HttpMethods.IsOptions(context.Request.Method) || !context.IsV1() || context.GetEndpoint() is RouteEndpoint)
        {
            await next(context);
            return;
        }

        // Routing has its own endpoint for a path whose routes all take other methods, and that one names them.
        if (context.GetEndpoint() is not { RequestDelegate: { } refuse })
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await refuse(context);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    });

    /// <summary>The conventions hold for these paths, whether there is anything at them or not.</summary>
    public static bool IsV1(this HttpContext context) => context.Request.Path.StartsWithSegments("/v1", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Whole(HttpContext context, string allow)
    {
        var named = allow.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        return named.Concat(named.Contains(HttpMethods.Get) ? [HttpMethods.Head] : []).Concat(context.IsV1() ? [HttpMethods.Options] : [])
            .Distinct().Order(StringComparer.Ordinal);
    }
}
