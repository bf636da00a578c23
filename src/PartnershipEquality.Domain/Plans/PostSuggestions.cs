namespace PartnershipEquality.Domain.Plans;

/// <summary>
/// Which of an authority's posts a role in a plan may mean: the one whose title, else whose alias, reads the same once
/// folded. Two that do are no suggestion, and a role that names everybody has none. A person confirms.
/// </summary>
public sealed class PostSuggestions
{
    private readonly ILookup<string, Guid> _byTitle;
    private readonly ILookup<string, Guid> _byAlias;

    public PostSuggestions(IReadOnlyCollection<(Guid PostId, string Title, IReadOnlyList<string> Aliases)> posts)
    {
        _byTitle = posts.ToLookup(p => ResponsibleRoles.Fold(p.Title), p => p.PostId);
        _byAlias = posts.SelectMany(p => p.Aliases.Select(a => (Alias: ResponsibleRoles.Fold(a), p.PostId)).Distinct())
            .ToLookup(p => p.Alias, p => p.PostId);
    }

    /// <param name="role">The role, folded.</param>
    public Guid? For(string role) => ResponsibleRoles.NamesEverybody(role) ? null : Only(_byTitle[role]) ?? Only(_byAlias[role]);

    private static Guid? Only(IEnumerable<Guid> posts) => posts.Distinct().Take(2).ToList() is [var post] ? post : null;
}
