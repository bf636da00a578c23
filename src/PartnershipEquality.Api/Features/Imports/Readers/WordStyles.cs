using DocumentFormat.OpenXml.Wordprocessing;

namespace PartnershipEquality.Api.Features.Imports.Readers;

/// <summary>What a document's styles say that changes its text: list marks and hiding, each from the nearest style that says anything.</summary>
internal sealed class WordStyles
{
    // Styles may be based on each other in a circle.
    private const int MaxChain = 20;

    private readonly Dictionary<string, Style> byId = new(StringComparer.Ordinal);

    public WordStyles(Styles? styles)
    {
        foreach (var style in styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.InnerText is { } id)
            {
                byId.TryAdd(id, style);
            }
        }
    }

    public bool Hides(string? styleId) =>
        Chain(styleId).Select(s => s.StyleRunProperties?.Vanish).FirstOrDefault(v => v is not null) is { } vanish && WordMarkup.IsOn(vanish);

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
        for (var i = 0; i < MaxChain && styleId is not null && byId.TryGetValue(styleId, out var style); i++)
        {
            yield return style;
            styleId = style.BasedOn?.Val?.InnerText;
        }
    }
}
