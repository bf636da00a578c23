namespace PartnershipEquality.Documents.Words;

/// <summary>
/// The titles under which one thing appears on its rows: the first given is its title, and each other one is reported once.
/// </summary>
internal sealed class TitleVariants
{
    private readonly HashSet<string> _seen = [];

    public TitleVariants(string title)
    {
        Accepts(title);
    }

    public string First { get; private set; } = "";

    public bool Contains(string title) => _seen.Contains(KeyOf(title));

    /// <summary>False when the title differs from the first, the first time it does.</summary>
    public bool Accepts(string title)
    {
        if (title.Length == 0 || !_seen.Add(KeyOf(title)))
        {
            return true;
        }
        if (First.Length > 0)
        {
            return false;
        }
        First = title;
        return true;
    }

    public static string KeyOf(string title) => LooseWord.KeyOf(title) is { Length: > 0 } key ? key : title;
}
