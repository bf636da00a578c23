using System.Buffers;
using System.Net;
using System.Text.RegularExpressions;

namespace PartnershipEquality.Documents.Words;

/// <summary>
/// Takes out what converters leave of HTML and Markdown in a text. List items become lines with their mark, and a footnote's
/// number a raised digit, so that whoever reads on can tell it from the text.
/// </summary>
internal static partial class Markup
{
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static readonly SearchValues<char> Marks = SearchValues.Create("<*&_\uF0B7\u00A0");

    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAny(Marks))
        {
            return text.Trim();
        }

        text = text.Replace('\u00A0', ' ').Replace("\uF0B7", "• ", StringComparison.Ordinal);
        if (text.Contains('<', StringComparison.Ordinal))
        {
            text = FootnoteMark().Replace(text, match => string.Concat(match.Groups[1].Value.Select(digit => Raised[digit - '0'])));
            text = ListItem()
                .Replace(text, match => "\n• " + InnerSpaces().Replace(match.Groups[1].Value.Trim().TrimStart('•', '-', ' '), " ") + "\n");
            text = Break().Replace(text, "\n");
            text = List().Replace(text, "\n");
            text = Tag().Replace(text, "");
            text = BlankLines().Replace(text, "\n");
        }

        text = Emphasis().Replace(text, "$2");
        return WebUtility.HtmlDecode(text).Trim();
    }

    /// <summary>A text without its footnotes' marks, and the marks.</summary>
    public static (string Text, string Marks) WithoutFootnotes(string text)
    {
        if (!text.Any(mark => Raised.Contains(mark, StringComparison.Ordinal)))
        {
            return (text, "");
        }

        var marks = string.Concat(FootnoteInText().Matches(text).Select(match => match.Value.Trim()));
        return (FootnoteInText().Replace(text, ""), marks);
    }

    /// <summary>The digits of raised marks as ordinary ones.</summary>
    public static string Lowered(string marks) =>
        string.Concat(marks.Select(mark => Raised.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var digit
            ? (char)('0' + digit) : mark));

    [GeneratedRegex(@"<sup>\s*([0-9]{1,3})\s*</sup>", RegexOptions.IgnoreCase)]
    private static partial Regex FootnoteMark();

    [GeneratedRegex(@"\s*<li\b[^<>]*>([^<>]*)(?:</li>)?\s*", RegexOptions.IgnoreCase)]
    private static partial Regex ListItem();

    [GeneratedRegex(@"\s*<(?:br|p|/p|div|/div)\b[^<>]*>\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    [GeneratedRegex(@"\s*</?(?:ul|ol)\b[^<>]*>\s*", RegexOptions.IgnoreCase)]
    private static partial Regex List();

    [GeneratedRegex(@"</?(?:b|i|u|em|strong|span|font|sup|sub|li|a|h[1-6]|table|t[rdh])\b[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[ \t]*\n\s*")]
    private static partial Regex BlankLines();

    [GeneratedRegex(@"\s+")]
    private static partial Regex InnerSpaces();

    [GeneratedRegex(@"(\*\*|__|(?<![\w*])\*(?=\w))(.+?)\1")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@" ?[⁰¹²³⁴⁵⁶⁷⁸⁹]+")]
    private static partial Regex FootnoteInText();
}
