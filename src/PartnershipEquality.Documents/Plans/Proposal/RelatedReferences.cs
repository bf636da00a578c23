using System.Text.RegularExpressions;

namespace PartnershipEquality.Documents.Plans.Proposal;

/// <summary>
/// The references that a text points to: "(Links to 2.5, 2.15 and 2.22)", "See actions at 2.6". The words stay where they are.
/// </summary>
internal static partial class RelatedReferences
{
    public static IEnumerable<string> In(string text) =>
        Pointing().Matches(text).SelectMany(match => Reference().Matches(match.Groups["references"].Value))
            .Select(reference => reference.Value).Distinct();

    [GeneratedRegex(
        @"\b(?:links?|linked|see|refer|cross[- ]?ref\w*|relates?|related|as (?:per|in|at))\b(?:\s+(?:to|also|actions?|at|points?|objectives?|commitments?|with|under|section|ref|item|no\.?))*\s*:?\s*(?<references>\d{1,2}(?:\.\d{1,3})+(?:\s*(?:,|and|&|;|/)\s*(?:and\s+)?\d{1,2}(?:\.\d{1,3})+)*)", RegexOptions.IgnoreCase)]
    private static partial Regex Pointing();

    [GeneratedRegex(@"\d{1,2}(?:\.\d{1,3})+")]
    private static partial Regex Reference();
}
