using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Security.ApiKeys;

/// <summary>A key as it was presented: which one, and the secret to compare.</summary>
public sealed record PresentedKey(Guid Id, byte[] Secret)
{
    public const string LivePrefix = "pe_live_";
    public const string TestPrefix = "pe_test_";
    public const string DevelopmentPrefix = "pe_dev_";

    public static PresentedKey? Read(string text, bool development)
    {
        if (development && text.StartsWith(DevelopmentPrefix, StringComparison.Ordinal) && text.Length <= 60)
        {
            return new PresentedKey(DevelopmentId(text), Encoding.UTF8.GetBytes(text));
        }

        var test = text.StartsWith(TestPrefix, StringComparison.Ordinal);
        if (!test && !text.StartsWith(LivePrefix, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = text[LivePrefix.Length..].Split('_');
        return parts.Length == 2 && Guid.TryParseExact(parts[0], "N", out var id) && parts[1].Length is > 0 and <= 128
            ? new PresentedKey(id, SecretOf(test, parts[1]))
            : null;
    }

    /// <summary>The id under which a fixed Development key is kept: worked out from its text, so that it need not carry one.</summary>
    public static Guid DevelopmentId(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    /// <summary>A new key: what is shown once, and what is kept of it.</summary>
    /// <param name="test">For a sandbox, which its prefix says.</param>
    public static (string Shown, PresentedKey Kept) New(bool test = false)
    {
        var id = Uuid.New();
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        return (string.Create(CultureInfo.InvariantCulture, $"{(test ? TestPrefix : LivePrefix)}{id:N}_{secret}"),
            new PresentedKey(id, SecretOf(test, secret)));
    }

    /// <summary>The prefix is part of a test key's secret: written with the other, it is no key.</summary>
    private static byte[] SecretOf(bool test, string secret) => Encoding.UTF8.GetBytes(test ? TestPrefix + secret : secret);
}
