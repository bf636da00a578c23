using Microsoft.Extensions.Primitives;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Idempotency;

/// <summary>The name that a client gives one POST, so that it may send it again and have it done once.</summary>
public static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    public const int MaxLength = 255;

    /// <summary>
    /// Reads it bare, as most clients send it, or as the quoted string that the standard's draft asks for: both name the same key.
    /// </summary>
    public static string Read(StringValues header) =>
        header is [{ } text] && Unquoted(text.Trim()) is { Length: >= 1 and <= MaxLength } key && key.All(c => c is >= ' ' and <= '~')
            ? key
            : throw Refusal.Field(Header, "format",
                $"Give one key of 1 to {MaxLength} printable ASCII characters, as it is or in double quotes; a UUID serves well.");

    private static string? Unquoted(string text)
    {
        if (!text.StartsWith('"'))
        {
            return text;
        }

        if (text.Length < 2 || text[^1] != '"')
        {
            return null;
        }

        var key = new System.Text.StringBuilder(text.Length);
        for (var i = 1; i < text.Length - 1; i++)
        {
            if (text[i] == '"' || (text[i] == '\\' && (++i == text.Length - 1 || text[i] is not ('"' or '\\'))))
            {
                return null;
            }

            key.Append(text[i]);
        }

        return key.ToString();
    }
}
