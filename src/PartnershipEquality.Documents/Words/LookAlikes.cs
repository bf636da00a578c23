namespace PartnershipEquality.Documents.Words;

/// <summary>Cyrillic and Greek letters that a keyboard or a scanner left where Latin ones, or a digit, were meant: "ТЗ" for "T3".</summary>
internal static class LookAlikes
{
    private const string Foreign = "АВЕЅІЈКМНОРСТУХЗасеорхуіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";
    private const string Latin = "ABESIJKMHOPCTYX3aceopxyijsABEZHIKMNOPTYXo";

    /// <summary>
    /// The text with such words in Latin letters, and each word as it was. Words with any other foreign letter are left alone.
    /// </summary>
    public static (string Text, IReadOnlyList<(string Written, string Meant)> Words) Read(string text)
    {
        if (!IsForeign(text))
        {
            return (text, []);
        }

        var words = new List<(string, string)>();
        var pieces = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            while (end < text.Length && char.IsLetterOrDigit(text[end]) == char.IsLetterOrDigit(text[start]))
            {
                end++;
            }

            var word = text[start..end];
            var meant = IsForeign(word)
                ? string.Concat(word.Select(letter => Foreign.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at
                    ? Latin[at] : letter))
                : word;
            if (meant != word && meant.All(char.IsAscii))
            {
                words.Add((word, meant));
                word = meant;
            }

            pieces.Add(word);
            start = end;
        }

        return (string.Concat(pieces), words);
    }

    private static bool IsForeign(string text) =>
        text.Any(letter => letter > '\u007F' && Foreign.Contains(letter, StringComparison.Ordinal));
}
