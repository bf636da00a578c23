namespace PartnershipEquality.Documents.CrossReferences;

/// <summary>
/// Gathers who a cross-reference mentions, and settles at the end what ALL and OTHERS come to, since that depends on the whole text.
/// </summary>
internal sealed class CrossReferenceMentions(string text, IReadOnlyList<string> codes)
{
    private readonly List<Mention> _mentions = [];
    private readonly List<string> _outsideBodies = [];
    private readonly List<string> _unresolved = [];
    private int _groups;

    public void StartGroup() => _groups++;

    public void Add(CrossReferencePiece who, int start, int end, (int Start, int End)? qualifier, IReadOnlySet<string>? excepted = null)
    {
        if (who.Kind == CrossReferencePieceKind.OutsideBody)
        {
            if (!_outsideBodies.Contains(who.Name!))
            {
                _outsideBodies.Add(who.Name!);
            }
            return;
        }
        var about = qualifier is { } span ? text[span.Start..span.End].Trim() : "";
        _mentions.Add(new Mention(who.Kind, who.Name, about.Length == 0 ? null : about, text[start..end], excepted, _groups - 1));
    }

    public void AddUnresolved(int start, int end) => _unresolved.Add(text[start..end]);

    public CrossReference Settle()
    {
        // "OTHERS" alone, with nobody to be other than, leaves open who was meant.
        if (_outsideBodies.Count + _unresolved.Count == 0
            && _mentions.TrueForAll(mention => mention.Kind == CrossReferencePieceKind.Others))
        {
            _unresolved.AddRange(_mentions.Select(mention => mention.Text));
            _mentions.Clear();
        }
        var named = _mentions.Select(mention => mention.Code).OfType<string>().ToHashSet();
        return new CrossReference(text, Entries(named), _outsideBodies, _unresolved, Groups(named));
    }

    private List<CrossReferredAuthority> Entries(HashSet<string> named)
    {
        var entries = new List<CrossReferredAuthority>();
        foreach (var mention in _mentions)
        {
            foreach (var code in CodesOf(mention, named).Where(code => mention.Code is not null || !named.Contains(code)))
            {
                var known = entries.FindIndex(entry => entry.AuthorityCode == code);
                if (known < 0)
                {
                    entries.Add(new CrossReferredAuthority(code, mention.Qualifier, mention.Text));
                }
                else if (mention.Qualifier is not null && mention.Qualifier != entries[known].Qualifier)
                {
                    entries[known] = new CrossReferredAuthority(code, Joined(entries[known].Qualifier, mention.Qualifier),
                        Joined(entries[known].TextAsWritten, mention.Text));
                }
            }
        }
        return entries;
    }

    private List<IReadOnlyList<string>> Groups(HashSet<string> named) =>
    [
        .. Enumerable.Range(0, _groups).Select(group =>
            _mentions.Where(mention => mention.Group == group).SelectMany(mention => CodesOf(mention, named)).Distinct().ToList()),
    ];

    private IEnumerable<string> CodesOf(Mention mention, HashSet<string> named) => mention.Kind switch
    {
        CrossReferencePieceKind.Authority => [mention.Code!],
        CrossReferencePieceKind.All => codes.Where(code => mention.Excepted?.Contains(code) != true),
        _ => codes.Where(code => mention.Excepted?.Contains(code) != true && !named.Contains(code)),
    };

    private static string Joined(string? first, string second) => first is null ? second : $"{first}; {second}";

    private sealed record Mention(
        CrossReferencePieceKind Kind, string? Code, string? Qualifier, string Text, IReadOnlySet<string>? Excepted, int Group);
}
