using System.Text.RegularExpressions;
using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Documents.Words;

namespace PartnershipEquality.Documents.Plans.Tables;

/// <summary>
/// Texts that stand on every page without belonging to any: footers and headers repeated between tables, page numbers, paths of files.
/// </summary>
internal sealed partial class PageFurniture
{
    private readonly HashSet<string> _repeated;

    public PageFurniture(SourceDocument document)
    {
        // Only where tables are split by pages: a sentence of the narrative may well be repeated.
        var between = new List<string>();
        var lastTable = document.Blocks.ToList().FindLastIndex(block => block is SourceGrid);
        var sinceTable = false;
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            sinceTable |= document.Blocks[i] is SourceGrid;
            if (document.Blocks[i] is SourceText text && sinceTable && i - lastTable <= 3)
            {
                between.Add(KeyOf(text.Text));
            }
        }

        // A theme's heading over two pages of three is repeated as well; a footer is a sentence, or stands on most pages.
        var pages = document.Grids.Count() - 1;
        _repeated = [.. between.CountBy(text => text)
            .Where(count => count.Value > 1 && (count.Key.EndsWith('.') || count.Value * 10 >= pages * 6)).Select(count => count.Key)];
    }

    public bool Holds(SourceText text) =>
        PageNumber().IsMatch(text.Text) || FilePath().IsMatch(text.Text)
            || (_repeated.Contains(KeyOf(text.Text)) && NumberLabel.Of(text.Text) is null && !text.IsHeading);

    /// <summary>Pages count up, so the numbers in a footer differ from page to page.</summary>
    private static string KeyOf(string text) => PageCount().Replace(text, "page").Trim();

    [GeneratedRegex(@"^(?:page\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^(?:[A-Z]:\\|\\\\|file://|https?://)\S.*\.(?:docx?|xlsx?|pdf|pptx?|csv|odt)$", RegexOptions.IgnoreCase)]
    private static partial Regex FilePath();

    [GeneratedRegex(@"page\s*\d+(?:\s*(?:of|/)\s*\d+)?", RegexOptions.IgnoreCase)]
    private static partial Regex PageCount();
}
