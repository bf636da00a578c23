namespace PartnershipEquality.Documents.Plans.Merging;

/// <summary>
/// Finds among many texts those that may say the same as another, without comparing each with each: whoever is like it
/// shares one of its rarer words.
/// </summary>
internal sealed class LikenessIndex<T>
{
    private const int RareWords = 8;
    private const int MostWithAWord = 64;

    private readonly Dictionary<string, List<int>> _withWord = [];
    private readonly List<(T Item, Wording Wording)> _items = [];

    /// <summary>How many texts have been compared so far.</summary>
    public int Comparisons { get; private set; }

    public void Add(T item, Wording wording)
    {
        foreach (var word in wording.Words)
        {
            if (!_withWord.TryGetValue(word, out var places))
            {
                _withWord[word] = places = [];
            }

            places.Add(_items.Count);
        }

        _items.Add((item, wording));
    }

    public IEnumerable<(T Item, double Likeness)> Like(Wording wording, double atLeast) => wording.Words
        .Select(word => _withWord.GetValueOrDefault(word)).OfType<List<int>>().Where(places => places.Count <= MostWithAWord)
        .OrderBy(places => places.Count).Take(RareWords).SelectMany(places => places).Distinct()
        .Select(place => (_items[place].Item, Likeness: Compare(wording, _items[place].Wording)))
        .Where(found => found.Likeness >= atLeast);

    private double Compare(Wording wording, Wording other)
    {
        Comparisons++;
        return wording.LikenessTo(other);
    }
}
