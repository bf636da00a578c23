using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Http;

/// <summary>
/// Every answer names its request twice: by the id that the client gave it (<c>X-Request-Id</c>, or one made here) and by
/// its place in the trace that the client began (<c>traceparent</c>, W3C Trace Context). The trace's id is that of
/// problems and of the audit.
/// </summary>
public static partial class Tracing
{
    public const string RequestId = "X-Request-Id";

    public static void UseTracing(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var headers = context.Request.Headers;
        // What is not well-formed is not repeated: it would go into logs and headers as it came.
        context.TraceIdentifier = headers[RequestId] is [{ } asked] && WellFormed().IsMatch(asked) ? asked : Uuid.New().ToString();
        // The host begins one only where somebody listens, and from a malformed parent one without a trace.
        using var own = Activity.Current is { IdFormat: ActivityIdFormat.W3C } ? null : Begin(headers);
        var activity = own ?? Activity.Current!;
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[RequestId] = context.TraceIdentifier;
            context.Response.Headers[HeaderNames.TraceParent] = activity.Id;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return Task.CompletedTask;
        });
        await next(context);
    });

    private static Activity Begin(IHeaderDictionary headers)
    {
        var activity = new Activity("request").SetIdFormat(ActivityIdFormat.W3C);
        if (ActivityContext.TryParse(headers[HeaderNames.TraceParent], headers[HeaderNames.TraceState], isRemote: true, out var caller))
        {
            activity.SetParentId(caller.TraceId, caller.SpanId, caller.TraceFlags);
            activity.TraceStateString = caller.TraceState;
        }

        return activity.Start();
    }

    [GeneratedRegex("^[A-Za-z0-9._~:+/=@-]{1,128}$")]
    private static partial Regex WellFormed();
}
