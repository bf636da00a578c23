namespace PartnershipEquality.Documents.Words;

/// <summary>
/// Compares headings and listed values the way a person would: by letters and digits alone; and finds the one that was probably meant.
/// </summary>
internal static class LooseWord
{
    private const int LongestWorthComparing = 60;

    public static string KeyOf(string text) =>
        string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    /// <summary>The candidate closest to what was written, if it is close enough to be a slip of the pen.</summary>
    public static string? Nearest(string written, IEnumerable<string> candidates)
    {
        var key = KeyOf(written);
        if (key.Length is 0 or > LongestWorthComparing)
        {
            return null;
        }
        var nearest = candidates
            .Select(candidate => (Word: candidate, Key: KeyOf(candidate)))
            .Select(candidate => (candidate.Word, Distance: Distance(key, candidate.Key), candidate.Key.Length))
            .MinBy(candidate => candidate.Distance);
        return nearest.Distance <= Math.Max(1, nearest.Length / 3) ? nearest.Word : null;
    }

    private static int Distance(string a, string b)
    {
        // A word contained in the other is near: "age groups" for age, "advance" for advanceEquality.
        if (a.Length >= 3 && b.Length >= 3 && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal)))
        {
            return a == b ? 0 : 1;
        }
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }
}
