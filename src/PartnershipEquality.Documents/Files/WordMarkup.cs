using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PartnershipEquality.Documents.Files;

/// <summary>
/// What of Word's markup stands on the page: not the deleted, not the moved away, not the placeholder, and of alternatives one.
/// </summary>
internal static class WordMarkup
{
    public static IEnumerable<OpenXmlElement> Live(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case DeletedRun or MoveFromRun:
                case SdtElement control when control.SdtProperties?.GetFirstChild<ShowingPlaceholder>() is { } placeholder
                    && IsOn(placeholder):
                    continue;
                case AlternateContent alternatives:
                    foreach (var inner in Chosen(alternatives) is { } chosen ? Live(chosen) : [])
                    {
                        yield return inner;
                    }

                    break;
                default:
                    yield return child;
                    break;
            }
        }
    }

    /// <summary>An on/off property: its presence means on unless it says otherwise.</summary>
    public static bool IsOn(OnOffType? property) =>
        property is not null && property.Val?.InnerText is null or "1" or "true" or "on";

    /// <summary>A number as written, since the library throws on what is none only when asked for it.</summary>
    public static int? Number(OpenXmlSimpleType? value) =>
        int.TryParse(value?.InnerText, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The newer drawing if it holds the text; some writers leave it only in the fallback.</summary>
    private static OpenXmlElement? Chosen(AlternateContent alternatives)
    {
        var choices = alternatives.ChildElements.Where(c => c is AlternateContentChoice or AlternateContentFallback).ToList();
        return choices.Find(c => c.Descendants<Text>().Any()) ?? choices.FirstOrDefault();
    }
}
