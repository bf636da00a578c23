using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace PartnershipEquality.Api.Http;

/// <summary>Tags of what is answered, and the question whether somebody holds it already.</summary>
public static class EntityTags
{
    private static readonly string[] Encodings = ["-br\"", "-gzip\""];

    /// <summary>A digest of the body, behind the version where there is one.</summary>
    public static string Of(byte[] body, int? version = null) =>
        $"\"{(version is null ? "" : $"{version}-")}{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 8))}\"";

    /// <summary>
    /// Sets the tag, and answers whether the client holds that body already. Compressed, a body has a tag of its own
    /// that says how; here the two are the same, and the client is answered with the one that it holds.
    /// </summary>
    public static bool IsHeld(HttpContext http, string tag)
    {
        var held = http.Request.Headers[HeaderNames.IfNoneMatch].ToString().Split(',', StringSplitOptions.TrimEntries)
            .FirstOrDefault(t => t == "*" || Plain(t.StartsWith("W/", StringComparison.Ordinal) ? t[2..] : t) == tag);
        http.Response.Headers.ETag = held is null or "*" ? tag : held;
        return held is not null;
    }

    private static string Plain(string tag) =>
        Array.Find(Encodings, e => tag.EndsWith(e, StringComparison.Ordinal)) is { } encoding ? $"{tag[..^encoding.Length]}\"" : tag;
}
