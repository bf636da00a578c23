using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace PartnershipEquality.Api.Tests.OpenApi;

/// <summary>Stands between every test and the API, and fails the test whose answer is not as the document says.</summary>
/// <param name="inner">What sends the requests.</param>
/// <param name="address">Where the instance is.</param>
/// <param name="hasRoutesOfItsOwn">It serves a document of its own; all others serve the same, as <see cref="DocumentFileTests"/> shows,
/// and it is read once a run.</param>
internal sealed class ContractHandler(HttpMessageHandler inner, Uri address, bool hasRoutesOfItsOwn = false) : DelegatingHandler(inner)
{
    private const int Excerpt = 600;

    private static readonly SemaphoreSlim Reading = new(1, 1);
    private static Contract? _contract;

    private Contract? _own;

    /// <summary>What was checked so far, for the closing line of a run.</summary>
    public static string? Summary => _contract?.Summary;

    public static bool IsJson(string? mediaType) =>
        mediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) == true
            && !mediaType.EndsWith("ndjson", StringComparison.OrdinalIgnoreCase);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        var held = (hasRoutesOfItsOwn ? _own : _contract) ?? await ReadAsync(cancellationToken);
        // Files are streams, which a test may want to read as they come.
        var body = IsJson(answer.Content.Headers.ContentType?.MediaType) || answer.Content.Headers.ContentType is null
            ? await BodyAsync(answer, cancellationToken) : [];
        var faults = held.Faults(request.Method, request.RequestUri!.AbsolutePath, answer, body,
            request.RequestUri!.Query.Contains("fields=", StringComparison.Ordinal));
        if (faults.Count > 0)
        {
            var excerpt = Encoding.UTF8.GetString(body);
            answer.Dispose();
            throw new UndocumentedException(
                $"{request.Method} {request.RequestUri!.PathAndQuery} is not answered as " +
                $"documented.\n{string.Join('\n', faults.Take(20))}\n{excerpt[..Math.Min(excerpt.Length, Excerpt)]}");
        }

        return answer;
    }

    private static async Task<byte[]> BodyAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        await answer.Content.LoadIntoBufferAsync(ct);
        var bytes = await answer.Content.ReadAsByteArrayAsync(ct);
        if (bytes.Length == 0 || answer.Content.Headers.ContentEncoding.Count == 0)
        {
            return bytes;
        }

        using var packed = new MemoryStream(bytes);
        await using Stream unpacked = answer.Content.Headers.ContentEncoding.Single() == "br"
            ? new BrotliStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress);
        using var whole = new MemoryStream();
        await unpacked.CopyToAsync(whole, ct);
        return whole.ToArray();
    }

    private async Task<Contract> ReadAsync(CancellationToken ct)
    {
        await Reading.WaitAsync(ct);
        try
        {
            if ((hasRoutesOfItsOwn ? _own : _contract) is { } known)
            {
                return known;
            }

            using var asking = new HttpRequestMessage(HttpMethod.Get, new Uri(address, "/openapi/v1.json"));
            using var served = await base.SendAsync(asking, ct);
            var read = new Contract(JsonDocument.Parse(await served.Content.ReadAsByteArrayAsync(ct)).RootElement);
            return hasRoutesOfItsOwn ? _own = read : _contract = read;
        }
        finally
        {
            Reading.Release();
        }
    }
}

/// <summary>An answer is not what the document says: the document or the API is wrong.</summary>
internal sealed class UndocumentedException(string message) : Exception(message);
