using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PartnershipEquality.Domain.Webhooks;

/// <summary>Secrets and signatures as Standard Webhooks 1.0.0 writes them: symmetric, version 1.</summary>
public static class WebhookSignature
{
    public const string SecretPrefix = "whsec_";

    private const int SecretBytes = 32;

    /// <summary>A secret that nobody has had before.</summary>
    public static string NewSecret() => SecretPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>
    /// The header's text: a signature under each secret, the newest first, so that a receiver finds its own while secrets change.
    /// </summary>
    public static string Sign(IEnumerable<string> secrets, string id, DateTimeOffset at, string body)
    {
        var signed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}.{body}"));
        return string.Join(' ',
            secrets.Select(
                secret => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[SecretPrefix.Length..]), signed))}"));
    }
}
