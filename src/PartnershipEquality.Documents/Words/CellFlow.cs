namespace PartnershipEquality.Documents.Words;

/// <summary>Whether the words of one cell go on with those of the cell above, and how the two are put together.</summary>
internal static class CellFlow
{
    private static readonly HashSet<string> Joining = new(StringComparer.OrdinalIgnoreCase)
    {
        "of", "the", "a", "an", "and", "or", "to", "for", "with", "in", "on", "at", "by", "from", "that", "which", "their", "its", "our",
            "is", "are", "as", "into", "than", "&", "through",
        "between", "within", "including", "who", "be", "has", "have", "this", "these", "not", "will", "if", "when", "against", "across",
            "about",
    };

    /// <summary>More than none: it goes on. Less than none: it begins anew. None: the words do not tell.</summary>
    public static int Evidence(string above, string below, bool lowerCaseTells = true)
    {
        if (above.Length == 0 || below.Length == 0)
        {
            return 0;
        }

        if (below[0] == '•' || NumberLabel.Of(below) is not null || NumberLabel.ItemOf(below) is not null)
        {
            return -1;
        }

        var isClosed = above[^1] is '.' or '!' or '?' or ')' or ';';
        if (lowerCaseTells && StartsLower(below))
        {
            return isClosed ? 1 : 2;
        }

        return EndsOpen(above) ? 1 : isClosed ? -1 : 0;
    }

    public static bool StartsLower(string text) =>
        text.FirstOrDefault(char.IsLetterOrDigit) is var first && char.IsLower(first) && !text.StartsWith('•');

    /// <summary>It breaks off where no sentence can end: at a comma or at a joining word.</summary>
    public static bool EndsOpen(string text) =>
        text.Length > 0 && (text[^1] is ',' or '&' or '/' or '-' || Joining.Contains(text[(text.LastIndexOfAny([' ', '\n']) + 1)..]));

    /// <summary>The two as one: on one line where the sentence goes on, else on two.</summary>
    public static string Join(string above, string below, bool goesOn) =>
        above.Length == 0 ? below : below.Length == 0 ? above : above + (goesOn ? ' ' : '\n') + below;
}
