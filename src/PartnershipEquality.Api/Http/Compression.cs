using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace PartnershipEquality.Api.Http;

/// <summary>
/// Marks a route whose answer holds a secret that is shown once: it is neither kept by anybody on the way nor compressed.
/// </summary>
public sealed record HoldsSecret;

/// <summary>
/// Compresses text for who accepts it, over TLS too. A body in which a secret stands is left as it is, since the length
/// of a compressed one tells of what is in it (BREACH). A strong tag names exact bytes, so that of a compressed body
/// says so.
/// </summary>
public sealed class Compression(IServiceProvider services, IOptions<ResponseCompressionOptions> options)
    : ResponseCompressionProvider(services, options)
{
    private static readonly string[] Text =
        ["application/json", "application/problem+json", "application/x-ndjson", "text/csv", "text/calendar", "text/html", "text/plain",
            "text/css", "text/javascript", "application/javascript"];

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<IResponseCompressionProvider, Compression>();
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = Text;
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
    }

    public static void Use(IApplicationBuilder app)
    {
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                if (headers.ContentEncoding is [{ Length: > 0 } encoding] && headers.ETag is [{ Length: > 2 } tag])
                {
                    headers.ETag = $"{tag[..^1]}-{encoding}\"";
                }

                return Task.CompletedTask;
            });
            return next(context);
        });
        app.UseResponseCompression();
    }

    public override bool ShouldCompressResponse(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return !context.Response.Headers.ContainsKey(HeaderNames.ContentEncoding)
            && context.GetEndpoint()?.Metadata.GetMetadata<HoldsSecret>() is null && base.ShouldCompressResponse(context);
    }
}
