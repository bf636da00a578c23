using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PartnershipEquality.Documents.Files;

/// <summary>Symbols inserted from a picture font, as the character that looks the same. Those without one say nothing.</summary>
internal static class WordSymbol
{
    // Fonts of symbols put their glyphs in the private area, at F000 and their place in the font.
    private static readonly Dictionary<(string Font, int Place), string> Known = new()
    {
        [("symbol", 0xB7)] = "•",
        [("symbol", 0xA3)] = "≤",
        [("symbol", 0xB3)] = "≥",
        [("symbol", 0xB1)] = "±",
        [("symbol", 0xB4)] = "×",
        [("symbol", 0xAE)] = "→",
        [("symbol", 0x2D)] = "−",
        [("wingdings", 0x6C)] = "•",
        [("wingdings", 0x6E)] = "•",
        [("wingdings", 0xA7)] = "•",
        [("wingdings", 0xD8)] = "•",
        [("wingdings", 0x6F)] = "☐",
        [("wingdings", 0xA8)] = "☐",
        [("wingdings", 0xFD)] = "☒",
        [("wingdings", 0xFE)] = "☑",
        [("wingdings", 0xFC)] = "✓",
        [("wingdings", 0xFB)] = "✗",
        [("wingdings", 0xE0)] = "→",
        [("wingdings 2", 0x50)] = "✓",
        [("wingdings 2", 0x4F)] = "✗",
        [("wingdings 2", 0xA3)] = "☐",
        [("wingdings 2", 0x52)] = "☑",
    };

    public static string Text(SymbolChar symbol)
    {
        if (!int.TryParse(symbol.Char?.InnerText, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)
            || code is < 0x20 or > 0xFFFF)
        {
            return "";
        }

        var font = symbol.Font?.InnerText?.ToLowerInvariant() ?? "";
        return Known.TryGetValue((font, code & 0xFF), out var text) ? text
            : code is >= 0xE000 and <= 0xF8FF || font.StartsWith("wingdings", StringComparison.Ordinal)
                || font.StartsWith("webdings", StringComparison.Ordinal) ? ""
            : ((char)code).ToString();
    }
}
