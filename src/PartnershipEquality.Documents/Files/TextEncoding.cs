using System.Text;

namespace PartnershipEquality.Documents.Files;

/// <summary>
/// Turns a text file's bytes into text: by its byte order mark; else as UTF-8, UTF-16 by where its zeros stand, or Windows-1252, as Excel
/// and Notepad write it.
/// </summary>
internal static class TextEncoding
{
    private static readonly Encoding Windows1252 = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text, or nothing when the bytes are none.</summary>
    public static string? Decode(byte[] content)
    {
        var text = Decode(content.AsSpan()).TrimStart('\uFEFF').TrimEnd('\u001A', '\0');
        return IsText(text) ? text : null;
    }

    private static string Decode(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes[3..]),
        [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32.GetString(bytes[4..]),
        [0, 0, 0xFE, 0xFF, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetString(bytes[4..]),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes[2..]),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
        _ => WithoutMark(bytes),
    };

    private static string WithoutMark(ReadOnlySpan<byte> bytes)
    {
        // English in UTF-16 has a zero in nearly every other byte, always on the same side.
        var sample = bytes[..Math.Min(bytes.Length & ~1, 4096)];
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }

        var mostly = sample.Length * 2 / 5;
        if (sample.Length >= 4 && odd >= mostly && even == 0)
        {
            return Encoding.Unicode.GetString(bytes);
        }

        if (sample.Length >= 4 && even >= mostly && odd == 0)
        {
            return Encoding.BigEndianUnicode.GetString(bytes);
        }

        return System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Windows1252.GetString(bytes);
    }

    /// <summary>Any bytes are some Windows-1252; what people wrote has next to no control characters.</summary>
    private static bool IsText(string text)
    {
        var strange = 0;
        foreach (var c in text)
        {
            if (c == '\0')
            {
                return false;
            }

            strange += c is '\uFFFD' || (char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u0085')) ? 1 : 0;
        }

        return strange * 100L <= text.Length;
    }
}
