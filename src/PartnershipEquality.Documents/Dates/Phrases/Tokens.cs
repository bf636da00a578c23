using System.Globalization;

namespace PartnershipEquality.Documents.Dates.Phrases;

/// <summary>A target's text in tokens, with the text they came from, so that what is read can be quoted word for word.</summary>
internal sealed class Tokens
{
    private static readonly Token Nothing = new(TokenKind.Mark, "", 0, 0, false, false);

    private readonly List<Token> _all;

    private Tokens(string text, List<Token> all)
    {
        Text = text;
        this._all = all;
    }

    public string Text { get; }

    public int Count => _all.Count;

    /// <summary>The token there, or an empty one beyond either end.</summary>
    public Token this[int index] => index >= 0 && index < _all.Count ? _all[index] : Nothing;

    public static Tokens Of(string text)
    {
        var all = new List<Token>();
        var i = 0;
        while (i < text.Length)
        {
            var start = i;
            var c = text[i];
            if (char.IsWhiteSpace(c) || IsInvisible(c))
            {
                i++;
                continue;
            }

            var glued = all.Count > 0 && all[^1].End == start;
            if (char.IsAsciiDigit(c))
            {
                while (i < text.Length && char.IsAsciiDigit(text[i]))
                {
                    i++;
                }

                all.Add(new Token(TokenKind.Number, text[start..i], start, i, false, glued));
            }
            else if (char.IsLetter(c))
            {
                while (i < text.Length && (char.IsLetter(text[i]) || IsInvisible(text[i])))
                {
                    i++;
                }

                var word = string.Concat(text[start..i].Where(letter => !IsInvisible(letter))).ToLowerInvariant();
                all.Add(new Token(TokenKind.Word, word, start, i, char.IsUpper(c), glued));
            }
            else
            {
                i++;
                all.Add(new Token(TokenKind.Mark, MarkOf(c), start, i, false, glued));
            }
        }

        return new Tokens(text, all);
    }

    /// <summary>The index after the phrase when it stands there, else -1. Between its words a hyphen may stand.</summary>
    public int After(int index, string[] phrase)
    {
        for (var word = 0; word < phrase.Length; word++)
        {
            if (word > 0 && this[index].Is("-"))
            {
                index++;
            }

            if (!this[index].Is(phrase[word]))
            {
                return -1;
            }

            index++;
        }

        return index;
    }

    /// <summary>The index after the longest of the phrases that stands there, else -1.</summary>
    public int AfterAny(int index, PhraseSet phrases)
    {
        var longest = -1;
        foreach (var phrase in phrases.BeginningWith(this[index].Word))
        {
            longest = Math.Max(longest, After(index, phrase));
        }

        return longest;
    }

    public int SkipMarks(int index, string marks)
    {
        while (this[index] is { Kind: TokenKind.Mark, Word: [var mark] } && marks.Contains(mark, StringComparison.Ordinal))
        {
            index++;
        }

        return index;
    }

    /// <summary>
    /// A new line or more than one space stands before the token: what people put between things that do not belong together.
    /// </summary>
    public bool IsWideGap(int index)
    {
        if (index < 1 || index >= Count)
        {
            return false;
        }

        var gap = Text.AsSpan(this[index - 1].End, this[index].Start - this[index - 1].End);
        return gap.Length >= 2 || gap.IndexOfAny('\n', '\r') >= 0;
    }

    /// <summary>The words from one token to before another, as written.</summary>
    public string Quote(int from, int to) => from >= to ? "" : Text[this[from].Start..this[to - 1].End];

    private static bool IsInvisible(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static string MarkOf(char c) => c switch
    {
        '\u2018' or '\u2019' or '`' => "'",
        '\u201C' or '\u201D' => "\"",
        '\u2212' => "-",
        _ when char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation => "-",
        _ => c.ToString(),
    };
}
