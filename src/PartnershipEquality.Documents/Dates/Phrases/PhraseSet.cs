using System.Collections.Frozen;

namespace PartnershipEquality.Documents.Dates.Phrases;

/// <summary>Phrases that mean the same, found by their first words: most places in a text begin none of them.</summary>
internal sealed class PhraseSet
{
    private readonly FrozenDictionary<string, string[][]> _byFirstWord;

    public PhraseSet(IEnumerable<string> phrases) =>
        _byFirstWord = phrases
            .Select(phrase => phrase.Split(' '))
            .GroupBy(words => words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    public string[][] BeginningWith(string word) => _byFirstWord.GetValueOrDefault(word, []);
}
