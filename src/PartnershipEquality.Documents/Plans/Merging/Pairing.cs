namespace PartnershipEquality.Documents.Plans.Merging;

/// <summary>
/// Pairs the parts of a document with those of a live plan, each at most once, by one rule after the other: the surest first.
/// </summary>
internal sealed class Pairing<TRead, TLive>(IEnumerable<TRead> read, IEnumerable<TLive> live)
    where TRead : class
    where TLive : class
{
    private readonly List<TRead> _read = [.. read];
    private readonly List<TLive> _live = [.. live];
    private readonly Dictionary<TRead, (TLive Live, MatchedBy By, double Likeness)> _pairs = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<TLive> _taken = new(ReferenceEqualityComparer.Instance);

    public IEnumerable<TRead> Unread => _read.Where(part => !_pairs.ContainsKey(part));

    public IEnumerable<TLive> Unmet => _live.Where(part => !_taken.Contains(part));

    public (TLive Live, MatchedBy By, double Likeness)? this[TRead part] => _pairs.TryGetValue(part, out var pair) ? pair : null;

    public bool IsOpen(TRead part) => !_pairs.ContainsKey(part);

    public bool IsOpen(TLive part) => !_taken.Contains(part);

    public void Take(TRead part, TLive other, MatchedBy by, double likeness)
    {
        _pairs.Add(part, (other, by, likeness));
        _taken.Add(other);
    }

    /// <summary>Those that have a key in common, in the order of both, where they are alike enough.</summary>
    public void ByKey<TKey>(Func<TRead, TKey?> keyOfRead, Func<TLive, TKey?> keyOfLive, Func<TRead, TLive, double> likeness, double atLeast,
        MatchedBy by)
        where TKey : class
    {
        var open = Unmet.Where(part => keyOfLive(part) is not null).GroupBy(part => keyOfLive(part)!)
            .ToDictionary(group => group.Key, group => group.ToList());
        foreach (var part in Unread.ToList())
        {
            if (keyOfRead(part) is { } key && open.TryGetValue(key, out var candidates)
                && candidates.Select(candidate => (Part: candidate, Likeness: likeness(part, candidate)))
                    .FirstOrDefault(found => found.Likeness >= atLeast) is { Part: { } other } found)
            {
                Take(part, other, by, found.Likeness);
                candidates.Remove(other);
            }
        }
    }

    /// <summary>The most alike first, of the candidates that <paramref name="like"/> finds.</summary>
    public void ByLikeness(Func<TRead, IEnumerable<(TLive Live, double Likeness)>> like)
    {
        var candidates = Unread.SelectMany(part => like(part).Where(found => IsOpen(found.Live))
            .Select(found => (Read: part, found.Live, found.Likeness))).ToList();
        foreach (var (part, other, likeness) in candidates.OrderByDescending(candidate => candidate.Likeness))
        {
            if (IsOpen(part) && IsOpen(other))
            {
                Take(part, other, MatchedBy.Likeness, likeness);
            }
        }
    }
}
