namespace PartnershipEquality.Documents.Plans.Tables;

/// <summary>A line of a text whose columns are kept apart by spaces, cut where two or more of them stand.</summary>
/// <param name="Index">The line's place in the text, from 0.</param>
/// <param name="Pieces">What stands between the gaps; none for a blank line.</param>
internal sealed record SpacedLine(int Index, IReadOnlyList<SpacedPiece> Pieces)
{
    private const int Longest = 2000;

    public bool IsBlank => Pieces.Count == 0;

    /// <summary>It has at least two cells.</summary>
    public bool IsCut => Pieces.Count > 1;

    /// <summary>The line's pieces; a line with tabs is none of these.</summary>
    public static SpacedLine? Of(string line, int index)
    {
        if (line.Contains('\t', StringComparison.Ordinal) || line.Length > Longest)
        {
            return null;
        }

        var pieces = new List<SpacedPiece>();
        var at = 0;
        while (at < line.Length)
        {
            if (line[at] is ' ' or '\f')
            {
                at++;
                continue;
            }

            var end = line.IndexOf("  ", at, StringComparison.Ordinal) is >= 0 and var gap ? gap : line.Length;
            // After a bullet or a full stop people leave two spaces within a cell.
            while (end < line.Length && IsWithinCell(line, at, end))
            {
                var next = end + line.AsSpan(end).IndexOfAnyExcept(' ');
                end = next < end
                    ? line.Length : line.IndexOf("  ", next, StringComparison.Ordinal) is >= 0 and var later ? later : line.Length;
            }

            if (line[at..end].TrimEnd() is { Length: > 0 } text)
            {
                pieces.Add(new SpacedPiece(at, text));
            }

            at = end;
        }

        return new SpacedLine(index, pieces);
    }

    private static bool IsWithinCell(string line, int start, int gap)
    {
        var spaces = line.AsSpan(gap).IndexOfAnyExcept(' ');
        return spaces > 0 && spaces < 5 && line[start..gap] is "•" or "-" or "–" or "o" or "\uF0B7"
            || spaces == 2 && line[gap - 1] is '.' or '?' or '!' && char.IsUpper(line[gap + spaces]);
    }
}

/// <summary>What stands between two gaps of a line, and the place in the line that it begins at.</summary>
internal readonly record struct SpacedPiece(int Start, string Text)
{
    public int End => Start + Text.Length;

    /// <summary>The places within it at which a word begins, the first one left out.</summary>
    public IEnumerable<int> WordStarts()
    {
        for (var i = 1; i < Text.Length; i++)
        {
            if (Text[i - 1] == ' ' && Text[i] != ' ')
            {
                yield return Start + i;
            }
        }
    }

    public (SpacedPiece Left, SpacedPiece Right) CutAt(int place) =>
        (new(Start, Text[..(place - Start)].TrimEnd()), new(place, Text[(place - Start)..]));
}
