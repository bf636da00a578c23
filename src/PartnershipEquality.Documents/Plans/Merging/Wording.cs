using PartnershipEquality.Documents.Words;

namespace PartnershipEquality.Documents.Plans.Merging;

/// <summary>
/// The words of a text, for telling whether two texts say the same thing: twice the words they share, by the words
/// they have (Dice), from 0 to 1. Case, punctuation and blanks do not count.
/// </summary>
internal sealed class Wording
{
    private readonly HashSet<string> _words;

    private Wording(string text)
    {
        _words = [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(LooseWord.KeyOf)
            .Where(word => word.Length > 0)];
        Key = LooseWord.KeyOf(text);
    }

    /// <summary>The letters and digits alone: texts of one key are the same to a reader.</summary>
    public string Key { get; }

    public IReadOnlyCollection<string> Words => _words;

    public static Wording Of(string? text) => new(text ?? "");

    public double LikenessTo(Wording other)
    {
        if (Key == other.Key)
        {
            return 1;
        }

        var (few, many) = _words.Count <= other._words.Count ? (_words, other._words) : (other._words, _words);
        return few.Count == 0 ? 0 : 2.0 * few.Count(many.Contains) / (few.Count + many.Count);
    }
}
