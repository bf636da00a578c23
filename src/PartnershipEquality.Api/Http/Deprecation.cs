using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace PartnershipEquality.Api.Http;

/// <summary>A route that is going: since when it is deprecated, the day it goes, and where it is explained.</summary>
public sealed record Deprecation(DateOnly Since, DateOnly Sunset, string Link)
{
    /// <summary>An integration has at least so long to follow.</summary>
    public const int Months = 12;
}

/// <summary>Says on every answer of such a route that it is going (RFC 9745, RFC 8594); the manual shows it struck through.</summary>
public static class Deprecations
{
    public static TBuilder Deprecated<TBuilder>(this TBuilder builder, DateOnly since, DateOnly sunset, string link)
        where TBuilder : IEndpointConventionBuilder =>
        sunset >= since.AddMonths(Deprecation.Months)
            ? builder.WithMetadata(new Deprecation(since, sunset, link))
            : throw new ArgumentException($"A route stays for {Deprecation.Months} months after it is deprecated.", nameof(sunset));

    public static void UseDeprecations(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<Deprecation>() is { } going)
        {
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers["Deprecation"] = string.Create(CultureInfo.InvariantCulture, $"@{Midnight(going.Since).ToUnixTimeSeconds()}");
                headers["Sunset"] = HeaderUtilities.FormatDate(Midnight(going.Sunset));
                headers.Append(HeaderNames.Link, $"<{going.Link}>; rel=\"deprecation\"");
                return Task.CompletedTask;
            });
        }

        return next(context);
    });

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
