using System.Text;

namespace PartnershipEquality.Documents.Words;

/// <summary>
/// The text of a cell as the plan keeps it: word for word within, without blanks around it, with one kind of line ending.
/// </summary>
internal static class CellText
{
    /// <summary>The text, and whether it held characters that cannot be kept: control characters, or halves of a character.</summary>
    public static (string Text, bool HadUnkeepable) Read(string? cell)
    {
        if (string.IsNullOrWhiteSpace(cell))
        {
            return ("", false);
        }
        var text = cell.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (!text.Any(c => (char.IsControl(c) && c is not ('\n' or '\t')) || char.IsSurrogate(c)))
        {
            return (text.Trim(), false);
        }
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var whole = Rune.TryGetRuneAt(text, i, out var rune);
            if (whole && (!Rune.IsControl(rune) || rune.Value is '\n' or '\t'))
            {
                kept.Append(rune);
            }
            i += whole ? rune.Utf16SequenceLength : 1;
        }
        return (kept.ToString().Trim(), kept.Length < text.Length);
    }

    public static IReadOnlyList<string> List(string text) =>
        [.. text.Split([';', ',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase)];

    public static string? OrNull(string text) => text.Length == 0 ? null : text;
}
