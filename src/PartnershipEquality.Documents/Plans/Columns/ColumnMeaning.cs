using PartnershipEquality.Documents.Words;

namespace PartnershipEquality.Documents.Plans.Columns;

/// <summary>What a heading means to a plan, and how sure that is. The longest name found in it speaks for it.</summary>
internal readonly record struct ColumnMeaning(PlanColumn Column, ColumnCertainty Certainty)
{
    private const int MostWords = 14;
    private const int LongestName = 200;
    private const int MostWordsAroundAName = 8;
    private const int ShortestPiece = 4;

    private static readonly ColumnMeaning Nothing = new(PlanColumn.Note, ColumnCertainty.Unknown);

    private static readonly Dictionary<string, PlanColumn> Names = Listed();

    private static readonly (string[] Words, PlanColumn Column)[] LongestFirst =
        [.. Names.Where(name => name.Key.Length > 2).Select(name => (Words: name.Key.Split(' '), name.Value))
            .OrderByDescending(name => name.Words.Length).ThenByDescending(name => name.Words[0].Length)];

    public bool IsKnown => Certainty < ColumnCertainty.Unknown;

    public static ColumnMeaning Of(string heading)
    {
        var whole = OfLine(heading);
        if (whole.Certainty <= ColumnCertainty.Certain || heading.IndexOfAny(['\n', '(']) < 0)
        {
            return whole;
        }

        // "Responsibility" over "Lead" is a lead; "Action (what we will do)" explains itself.
        var lines = heading.Split('\n');
        foreach (var part in new[] { lines[^1], lines[0], heading.Split('(')[0] })
        {
            if (OfLine(part) is { Certainty: ColumnCertainty.Certain } certain)
            {
                return part == lines[0] && lines.Length > 1 ? certain with { Certainty = ColumnCertainty.Likely } : certain;
            }
        }

        return whole;
    }

    private static ColumnMeaning OfLine(string heading)
    {
        var words = Words(heading);
        if (words.Length is 0 or > MostWords)
        {
            return Nothing;
        }

        if (Named(words) is { } exact)
        {
            return new(exact, ColumnCertainty.Certain);
        }

        if (words.Length <= MostWordsAroundAName && NameWithin(words) is { } within)
        {
            return new(within, ColumnCertainty.Likely);
        }

        return PieceOf(string.Join(' ', words)) is { } piece ? new(piece, ColumnCertainty.Guessed) : Nothing;
    }

    /// <summary>Whether a heading belongs to a glossary, a list of contents or the like.</summary>
    public static bool IsOfAnotherTable(string heading) => ColumnNames.OfOtherTables.Contains(string.Join(' ', Words(heading)));

    /// <summary>Whether a text is a usual name and no more: asked of every row of a long table, so it must be quick.</summary>
    public static bool IsName(string text) =>
        text.Length < LongestName
            && (Named(Words(text)) is not null || (text.IndexOfAny(['\n', '(']) >= 0 && Of(text).Certainty == ColumnCertainty.Certain));

    private static PlanColumn? Named(string[] words)
    {
        if (words.Length is 0 or > MostWords)
        {
            return null;
        }

        if (Names.TryGetValue(string.Join(' ', words), out var column))
        {
            return column;
        }

        var bare = words.Where(word => !ColumnNames.Fillers.Contains(word) && !word.All(char.IsDigit)).ToArray();
        return bare.Length > 0 && bare.Length < words.Length && Names.TryGetValue(string.Join(' ', bare), out column) ? column : null;
    }

    private static PlanColumn? NameWithin(string[] words)
    {
        foreach (var (name, column) in LongestFirst)
        {
            for (var at = 0; at + name.Length <= words.Length; at++)
            {
                if (words.AsSpan(at, name.Length).SequenceEqual(name))
                {
                    return column;
                }
            }
        }

        return null;
    }

    /// <summary>A heading that the edge of a page or a column cut short: "Responsible Off", "Objectiv".</summary>
    private static PlanColumn? PieceOf(string heading) =>
        heading.Length < ShortestPiece ? null
            : Names.Where(name => name.Key.StartsWith(heading, StringComparison.Ordinal)).OrderBy(name => name.Key.Length)
                .Select(name => (PlanColumn?)name.Value).FirstOrDefault();

    /// <summary>Lower-case words without marks and without the plural's "s", so that "Barriers" and "barrier" are one.</summary>
    private static string[] Words(string heading)
    {
        var text = LookAlikes.Read(Markup.Clean(heading)).Text.Replace("(s)", "", StringComparison.OrdinalIgnoreCase)
            .Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);
        var letters = string.Concat(text.Select(c => char.IsLetterOrDigit(c) || c == '#' ? char.ToLowerInvariant(c) : ' '));
        return [.. letters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Singular)];
    }

    private static string Singular(string word) =>
        word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i')
            ? word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 ? word[..^3] + "y" : word[..^1] : word;

    private static Dictionary<string, PlanColumn> Listed()
    {
        var names = new Dictionary<string, PlanColumn>();
        foreach (var (column, list) in ColumnNames.All)
        {
            foreach (var name in list.Split("; "))
            {
                names.TryAdd(string.Join(' ', Words(name)), column);
            }
        }

        return names;
    }
}
