using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PartnershipEquality.Documents.Files;

/// <summary>
/// What a document's styles say of its text: list marks, hiding and headings, each from the nearest style that says anything.
/// </summary>
internal sealed partial class WordStyles
{
    // Styles may be based on each other in a circle.
    private const int MaxChain = 20;

    // The outline level of what is no heading.
    private const int BodyText = 9;

    private readonly Dictionary<string, Style> _byId = new(StringComparer.Ordinal);

    public WordStyles(Styles? styles)
    {
        foreach (var style in styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.InnerText is { } id)
            {
                _byId.TryAdd(id, style);
            }
        }
    }

    public bool Hides(string? styleId) =>
        Chain(styleId).Select(s => s.StyleRunProperties?.Vanish).FirstOrDefault(v => v is not null) is { } vanish
            && WordMarkup.IsOn(vanish);

    /// <summary>
    /// Whether a paragraph stands in the outline, or in a style named as a heading or title. A style's id differs between
    /// languages and programs; its name and its level do not.
    /// </summary>
    public bool IsHeading(Paragraph paragraph)
    {
        var id = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.InnerText;
        var chain = Chain(id).ToList();
        var level = WordMarkup.Number(paragraph.ParagraphProperties?.OutlineLevel?.Val)
            ?? chain.Select(s => WordMarkup.Number(s.StyleParagraphProperties?.OutlineLevel?.Val)).FirstOrDefault(l => l is not null);
        return level is { } given ? given < BodyText
            : chain.Exists(s => HeadingName().IsMatch(s.StyleName?.Val?.InnerText ?? ""))
                || (chain.Count == 0 && id is not null && HeadingName().IsMatch(id));
    }

    /// <summary>The list of a paragraph style, and the style that names it.</summary>
    public (int NumberingId, int? Level, string StyleId)? ListOf(string? styleId)
    {
        foreach (var style in Chain(styleId))
        {
            if (style.StyleParagraphProperties?.NumberingProperties is { } list && WordMarkup.Number(list.NumberingId?.Val) is { } id)
            {
                return (id, WordMarkup.Number(list.NumberingLevelReference?.Val), style.StyleId?.InnerText ?? "");
            }
        }

        return null;
    }

    private IEnumerable<Style> Chain(string? styleId)
    {
        for (var i = 0; i < MaxChain && styleId is not null && _byId.TryGetValue(styleId, out var style); i++)
        {
            yield return style;
            styleId = style.BasedOn?.Val?.InnerText;
        }
    }

    [GeneratedRegex("^(?:heading ?[1-9]|title)$", RegexOptions.IgnoreCase)]
    private static partial Regex HeadingName();
}
