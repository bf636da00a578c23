using Microsoft.Net.Http.Headers;

namespace PartnershipEquality.Api.Http;

/// <summary>
/// A file that a request writes while it reads. Nothing is sent before it begins, so that a refusal until then is an
/// answer like any other.
/// </summary>
public sealed class Download(HttpResponse response)
{
    /// <summary>Where the bytes go, as an attachment of this type and name, under these headers.</summary>
    public Stream Begin(string contentType, string fileName, params IReadOnlyList<(string Name, string Value)> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        foreach (var (name, value) in headers)
        {
            response.Headers[name] = value;
        }

        response.ContentType = contentType;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(fileName);
        response.Headers.ContentDisposition = disposition.ToString();
        return response.Body;
    }
}
