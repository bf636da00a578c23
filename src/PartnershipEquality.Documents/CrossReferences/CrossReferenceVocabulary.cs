using System.Globalization;

namespace PartnershipEquality.Documents.CrossReferences;

/// <summary>
/// The names that a cross-reference may use, and the cutting of a text into pieces by them: the longest name first,
/// since names contain what otherwise separates ("Oadby and Wigston").
/// </summary>
public sealed class CrossReferenceVocabulary
{
    private static readonly string[] Companions = ["authorities", "partners", "partner authorities", "councils", "districts", "members",
        "member authorities"];
    private static readonly string[] Exceptions = ["except", "except for", "excepting", "excluding", "apart from", "but not"];
    private readonly Dictionary<string, List<Term>> _byFirstWord = [];

    /// <summary>
    /// ALL means <paramref name="authorities"/>; <paramref name="latecomers"/> joined afterwards and are known by name only.
    /// </summary>
    public CrossReferenceVocabulary(IReadOnlyList<KnownAuthority> authorities, IReadOnlyList<string> outsideBodies,
        params IReadOnlyList<KnownAuthority> latecomers)
    {
        var named = authorities.Concat(latecomers).ToList();
        Codes = [.. authorities.Select(authority => authority.Code)];
        var given = new Dictionary<string, Term>();
        foreach (var word in Companions.Prepend(""))
        {
            Give(given, $"all {word}", CrossReferencePieceKind.All, null);
            foreach (var others in new[] { "all other", "all the other", "the other", "other" })
            {
                Give(given, word.Length == 0 ? others + "s" : $"{others} {word}", CrossReferencePieceKind.Others, null);
            }
        }
        foreach (var word in Exceptions)
        {
            Give(given, word, CrossReferencePieceKind.Except, null);
        }
        foreach (var authority in named)
        {
            foreach (var name in authority.Aliases.Append(authority.Code).Append(authority.Name))
            {
                Give(given, name, CrossReferencePieceKind.Authority, authority.Code);
            }
        }
        foreach (var body in outsideBodies)
        {
            Give(given, body, CrossReferencePieceKind.OutsideBody, body);
        }

        var shortened = new Dictionary<string, Term>();
        foreach (var authority in named)
        {
            foreach (var name in ShortNames(authority.Name))
            {
                Give(shortened, name, CrossReferencePieceKind.Authority, authority.Code);
            }
        }
        foreach (var (key, term) in shortened)
        {
            given.TryAdd(key, term);
        }
        Index(given.Values);
    }

    internal IReadOnlyList<string> Codes { get; }

    internal IReadOnlyList<CrossReferencePiece> Cut(string text)
    {
        var words = WordsOf(text);
        var pieces = new List<CrossReferencePiece>();
        for (var i = 0; i < words.Count;)
        {
            var term = Longest(words, i);
            var last = term is null ? i : i + term.Words.Length - 1;
            var kind = term?.Kind ?? SeparatorOrText(words, i);
            var (start, end) = (words[i].Start, words[last].End);
            pieces.Add(new CrossReferencePiece(
                kind, start, end, term?.Name, StartsGroup(text, pieces, kind, start), IsCapitals(text.AsSpan(start, end - start)),
                    IsApart(words, i)));
            i = last + 1;
        }
        return pieces;
    }

    /// <summary>What two authorities share names neither of them.</summary>
    private static void Give(Dictionary<string, Term> terms, string name, CrossReferencePieceKind kind, string? means)
    {
        var words = WordsOf(name).Select(word => word.Key).ToArray();
        if (words.Length == 0)
        {
            return;
        }
        var key = string.Join(' ', words);
        if (!terms.TryGetValue(key, out var known))
        {
            terms[key] = new Term(words, kind, means);
        }
        else if (known.Kind == CrossReferencePieceKind.Authority && known.Name != means)
        {
            terms[key] = new Term(words, CrossReferencePieceKind.Text, null);
        }
    }

    /// <summary>"Melton Borough Council" is also "Melton", "Melton Borough", "Melton Council" and "Melton BC".</summary>
    private static IEnumerable<string> ShortNames(string name)
    {
        var words = WordsOf(name).Select(word => word.Key).ToList();
        if (words.Count < 2 || words[^1] != "council")
        {
            yield break;
        }
        var kept = words.Count - 1;
        while (kept > 1 && words[kept - 1] is "district" or "borough" or "city" or "county" or "metropolitan")
        {
            kept--;
        }
        var place = string.Join(' ', words.Take(kept));
        yield return place;
        yield return $"{place} council";
        yield return string.Join(' ', words.SkipLast(1));
        yield return $"{place} {string.Concat(words.Skip(kept).Select(word => word[0]))}";
    }

    private static List<Word> WordsOf(string text)
    {
        var words = new List<Word>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && IsOfWord(text[i]))
            {
                i++;
            }
            if (i > start)
            {
                words.Add(new Word(text[start..i].Replace('\u2019', '\'').ToLowerInvariant(), start, i));
                continue;
            }
            i++;
            if (!char.IsWhiteSpace(text[start]) && text[start] != '.')
            {
                words.Add(new Word(SymbolKey(text[start]), start, i));
            }
        }
        return words;
    }

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c is '\'' or '\u2019' or '+';

    private static string SymbolKey(char c) => c switch
    {
        '&' => "and",
        '\u2212' or '\u00AD' => "-",
        _ when char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation => "-",
        _ => c.ToString(),
    };

    private static CrossReferencePieceKind SeparatorOrText(List<Word> words, int i) => words[i].Key switch
    {
        ";" => CrossReferencePieceKind.Semicolon,
        "," => CrossReferencePieceKind.Comma,
        "/" when IsApart(words, i) => CrossReferencePieceKind.SpacedSlash,
        "/" => CrossReferencePieceKind.Comma,
        "and" => CrossReferencePieceKind.And,
        "-" or ":" => CrossReferencePieceKind.Dash,
        ")" or "]" => CrossReferencePieceKind.ClosingBracket,
        "(" or "[" => CrossReferencePieceKind.Bracket,
        _ => CrossReferencePieceKind.Text,
    };

    private static bool IsApart(List<Word> words, int i) =>
        i > 0 && i + 1 < words.Count && words[i - 1].End < words[i].Start && words[i].End < words[i + 1].Start;

    private static bool IsCapitals(ReadOnlySpan<char> text) =>
        text.Length > 1 && text.IndexOfAnyInRange('A', 'Z') >= 0 && text.IndexOfAnyInRange('a', 'z') < 0;

    private static bool StartsGroup(string text, List<CrossReferencePiece> before, CrossReferencePieceKind kind, int start)
    {
        // A separator belongs to what stands before it, and what follows a dash or an "and" to what stands before that.
        if (before.Count == 0 || kind > CrossReferencePieceKind.Text || kind == CrossReferencePieceKind.Except
            || before[^1].Kind is CrossReferencePieceKind.And or CrossReferencePieceKind.Dash or CrossReferencePieceKind.Bracket)
        {
            return false;
        }
        var gap = text.AsSpan(before[^1].End, start - before[^1].End);
        return gap.IndexOfAny('\n', '\r') >= 0 || gap.Length - gap.Count('.') >= 2;
    }

    private Term? Longest(List<Word> words, int at) =>
        _byFirstWord.GetValueOrDefault(words[at].Key)?
            .Find(term => at + term.Words.Length <= words.Count && !term.Words.Where((word, i) => words[at + i].Key != word).Any());

    private void Index(IEnumerable<Term> terms)
    {
        foreach (var term in terms.OrderByDescending(term => term.Words.Length))
        {
            if (!_byFirstWord.TryGetValue(term.Words[0], out var sameStart))
            {
                _byFirstWord[term.Words[0]] = sameStart = [];
            }
            sameStart.Add(term);
        }
    }

    private readonly record struct Word(string Key, int Start, int End);

    private sealed record Term(string[] Words, CrossReferencePieceKind Kind, string? Name);
}
