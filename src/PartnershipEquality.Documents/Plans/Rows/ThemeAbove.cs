using System.Text.RegularExpressions;
using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Documents.Words;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Documents.Plans.Rows;

/// <summary>Finds, in the text before a table, what heads it.</summary>
internal static partial class ThemeAbove
{
    private const int Nearest = 3;
    private const int NearestLabelled = 6;
    private const int MostWords = 16;

    /// <summary>The lines that head it: a theme, and perhaps a commitment under it.</summary>
    /// <param name="title">The document's own title, which heads a table only where nothing else does.</param>
    public static IReadOnlyList<SourceText> Of(IReadOnlyList<SourceText> texts, string? title)
    {
        var labelled = texts.Where(text => NumberLabel.Of(text.Text) is { Written: not null, Rest.Length: > 0 }
            && text.Text.Length < PlanLimits.Title).ToList();
        if (labelled.Count > 0)
        {
            return [.. texts.TakeLast(NearestLabelled).Where(labelled.Contains).DefaultIfEmpty(labelled[^1])];
        }

        // What the file marks as a heading comes before what only looks like one, if it is near.
        var near = texts.TakeLast(Nearest).Where(IsHeading).ToList();
        var marked = texts.LastOrDefault(text => text.IsHeading && text.Text != title);
        return marked is not null && (near.Count == 0 || near.Contains(marked)) ? [marked] : [.. near.TakeLast(1)];
    }

    public static bool IsHeading(SourceText text) =>
        text.IsHeading
            || (!OfTheDocument().IsMatch(text.Text) && text.Text[^1] is not ('.' or ';' or ',') && text.Text.Split(' ').Length <= MostWords
                && !CellFlow.StartsLower(text.Text) && text.Text[0] is not ('-' or '•'));

    /// <summary>A line about the document: whose it is, which version, and who approved it when.</summary>
    [GeneratedRegex(
        @"^(?:(?:draft )?version\b|v ?[0-9]+(?:\.[0-9]+)?\b|(?:last )?(?:updated|revised|amended)\b|(?:document |plan |scheme )?(?:owner|author|date|status|contact|approval|review date|next review)\s*:|(?:approved|adopted|agreed|prepared|produced|published)(?: by| on|:))", RegexOptions.IgnoreCase)]
    private static partial Regex OfTheDocument();
}
