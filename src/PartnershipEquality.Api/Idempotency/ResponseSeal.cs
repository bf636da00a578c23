using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using PartnershipEquality.Api.Http;

namespace PartnershipEquality.Api.Idempotency;

/// <summary>
/// Seals what is kept of one POST with a key worked out from the credential that sent it. An answer may hold a new
/// key's secret, and a request somebody's words: whoever has the table without the credential can neither read the
/// one nor try out guesses at the other.
/// </summary>
public sealed class ResponseSeal : IDisposable
{
    private const int KeyBytes = 32;

    private readonly AesGcm _cipher;
    private readonly byte[] _macKey;
    private readonly byte[] _bound;

    public ResponseSeal(byte[] secret, Guid organisationId, string credential, string key)
    {
        _bound = Encoding.UTF8.GetBytes($"idempotency {organisationId} {credential} {key}");
        var keys = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 2 * KeyBytes, salt: null, info: _bound);
        _cipher = new AesGcm(keys.AsSpan(0, KeyBytes), AesGcm.TagByteSizes.MaxSize);
        _macKey = keys[KeyBytes..];
    }

    /// <summary>
    /// What tells one request from another: method, path, query and body. A form counts by its parts, since the
    /// boundary between them is another each time that it is sent.
    /// </summary>
    public async Task<byte[]> FingerprintAsync(HttpRequest request, CancellationToken ct)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _macKey);
        Append(mac, request.Method);
        Append(mac, request.Path.Value ?? "");
        Append(mac, request.QueryString.Value ?? "");
        if (request.HasFormContentType)
        {
            await AppendFormAsync(mac, await request.ReadFormAsync(ct), ct);
        }
        else
        {
            // Never to a file: what is sent as JSON is smaller than this, or is refused.
            request.EnableBuffering(bufferThreshold: (int)BodyLimits.Json + 1);
            Append(mac, await SHA256.HashDataAsync(request.Body, ct));
            request.Body.Position = 0;
        }

        return mac.GetHashAndReset();
    }

    public byte[] Close(byte[] answer)
    {
        var (nonceSize, tagSize) = (AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize);
        var closed = new byte[nonceSize + tagSize + answer.Length];
        RandomNumberGenerator.Fill(closed.AsSpan(0, nonceSize));
        _cipher.Encrypt(closed.AsSpan(0, nonceSize), answer, closed.AsSpan(nonceSize + tagSize), closed.AsSpan(nonceSize, tagSize), _bound);
        return closed;
    }

    public byte[] Open(byte[] closed)
    {
        var (nonceSize, tagSize) = (AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize);
        var answer = new byte[closed.Length - nonceSize - tagSize];
        _cipher.Decrypt(closed.AsSpan(0, nonceSize), closed.AsSpan(nonceSize + tagSize), closed.AsSpan(nonceSize, tagSize), answer, _bound);
        return answer;
    }

    public void Dispose() => _cipher.Dispose();

    private static async Task AppendFormAsync(IncrementalHash mac, IFormCollection form, CancellationToken ct)
    {
        foreach (var (name, values) in form.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            foreach (var value in values)
            {
                Append(mac, name);
                Append(mac, value ?? "");
            }
        }

        foreach (var file in form.Files.OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            Append(mac, file.Name);
            Append(mac, file.FileName);
            await using var content = file.OpenReadStream();
            Append(mac, await SHA256.HashDataAsync(content, ct));
        }
    }

    private static void Append(IncrementalHash mac, string text) => Append(mac, Encoding.UTF8.GetBytes(text));

    /// <summary>With its length before it, so that no two lists of parts run together into the same bytes.</summary>
    private static void Append(IncrementalHash mac, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        mac.AppendData(length);
        mac.AppendData(part);
    }
}
