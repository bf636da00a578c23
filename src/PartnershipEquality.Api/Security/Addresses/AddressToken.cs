using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PartnershipEquality.Api.Security.Addresses;

/// <summary>What such an address holds: which thing it opens, and the secret to compare.</summary>
public sealed record AddressToken(Guid Id, byte[] Secret)
{
    private const int IdLength = 32;
    private const int SecretLength = 64;

    public static AddressToken? Read(string? text) =>
        text is { Length: IdLength + SecretLength } && text.All(char.IsAsciiHexDigitLower)
            && Guid.TryParseExact(text[..IdLength], "N", out var id)
        ? new AddressToken(id, Encoding.UTF8.GetBytes(text[IdLength..])) : null;

    /// <summary>A new one: what is shown once, and what is kept of it.</summary>
    public static (string Shown, AddressToken Kept) New(Guid id)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretLength / 2));
        return (string.Create(CultureInfo.InvariantCulture, $"{id:N}{secret}"), new AddressToken(id, Encoding.UTF8.GetBytes(secret)));
    }
}
