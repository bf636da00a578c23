using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace PartnershipEquality.Api.Idempotency;

/// <summary>An answer as it was sent the first time: what a client needs to go on as if it had got it then.</summary>
public sealed record StoredResponse(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    private static readonly string[] Kept =
        [HeaderNames.ContentType, HeaderNames.Location, HeaderNames.ETag, HeaderNames.Link, HeaderNames.CacheControl,
            HeaderNames.ContentDisposition];

    /// <summary>Has the rest of the pipeline write its answer here, and nowhere else.</summary>
    public static async Task<StoredResponse> OfAsync(HttpContext context, RequestDelegate next)
    {
        var outside = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var buffer = new MemoryStream();
        var inside = new StreamResponseBodyFeature(buffer);
        context.Features.Set<IHttpResponseBodyFeature>(inside);
        try
        {
            await next(context);
            await inside.CompleteAsync();
        }
        finally
        {
            context.Features.Set(outside);
        }

        var headers = context.Response.Headers;
        return new StoredResponse(context.Response.StatusCode,
            Kept.Where(headers.ContainsKey).ToDictionary(name => name, name => headers[name].ToString()), buffer.ToArray());
    }

    public static StoredResponse Read(byte[] text) => JsonSerializer.Deserialize<StoredResponse>(text)!;

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this);

    public async Task SendAsync(HttpResponse response, CancellationToken ct)
    {
        response.StatusCode = Status;
        foreach (var (name, value) in Headers)
        {
            response.Headers[name] = value;
        }

        if (Body.Length > 0)
        {
            response.ContentLength = Body.Length;
            await response.Body.WriteAsync(Body, ct);
        }
    }
}
