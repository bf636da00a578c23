namespace PartnershipEquality.Domain.People;

/// <summary>
/// A responsible role at an authority: a title and the other words for it. Seen by its partnerships; its holders are not.
/// </summary>
public sealed class Post : Versioned
{
    public const int TitleMaxLength = 300;
    public const int MaxAliases = 50;

    public required Guid Id { get; init; }

    public required Guid AuthorityId { get; init; }

    public string Title { get; private set; } = "";

    public IReadOnlyList<string> Aliases { get; private set; } = [];

    /// <summary>The post that answers when no other does; one at each authority.</summary>
    public bool EqualityLead { get; private set; }

    /// <summary>What stays overdue is passed on to it; as many as there are.</summary>
    public bool EqualityGroup { get; private set; }

    /// <summary>The first day without a holder; none while it is held.</summary>
    public DateOnly? VacantSince { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>A new post, which nobody holds yet.</summary>
    public static Post Create(Guid authorityId, string title, IReadOnlyList<string> aliases, bool equalityLead, bool equalityGroup,
        DateTimeOffset at) => new()
        {
            Id = Uuid.New(),
            AuthorityId = authorityId,
            Title = title,
            Aliases = aliases,
            EqualityLead = equalityLead,
            EqualityGroup = equalityGroup,
            VacantSince = LondonDay.Of(at),
            CreatedAt = at,
            UpdatedAt = at,
        };
    /// <summary>A title without outer spaces; refused where it is none, or runs over the line.</summary>
    public static string TidyTitle(string title)
    {
        var tidy = title.Trim();
        return tidy.Length == 0 || tidy.Any(char.IsControl)
            ? throw Refusal.Field("#/title", "format", "Give the post's title on one line.") : tidy;
    }

    /// <summary>Aliases without outer spaces and without those that say nothing new.</summary>
    public static IReadOnlyList<string> TidyAliases(IReadOnlyList<string>? aliases)
    {
        var tidy = (aliases ?? []).Select(a => a?.Trim() ?? "").ToList();
        var wrong = tidy.FindIndex(a => a.Length is 0 or > TitleMaxLength || a.Any(char.IsControl));
        return wrong >= 0
            ? throw Refusal.Field($"#/aliases/{wrong}", "format", $"Give each alias on one line, with 1 to {TitleMaxLength} characters.")
            : [.. tidy.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    public void Change(string title, IReadOnlyList<string> aliases, bool equalityLead, bool equalityGroup, DateTimeOffset at)
    {
        Title = title;
        Aliases = aliases;
        EqualityLead = equalityLead;
        EqualityGroup = equalityGroup;
        UpdatedAt = at;
        Revise();
    }

    /// <summary>Somebody takes up the post, or deputises in it.</summary>
    /// <param name="person">Who.</param>
    /// <param name="deputy">They stand in when the post is vacant or its holder cannot be reached.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day; null while it lasts.</param>
    /// <param name="holdings">Everybody who has held the post or deputised in it so far.</param>
    public PostHolder TakeUp(Person person, bool deputy, DateOnly from, DateOnly? to, IEnumerable<PostHolder> holdings)
    {
        var holder = PostHolder.Begin(this, person, deputy, from, to);
        EnsureFree(holder, to, holdings);
        return holder;
    }

    /// <summary>A holding ends on another day, or goes on without an end.</summary>
    public void EndHolding(PostHolder holder, DateOnly? toOn, IEnumerable<PostHolder> holdings)
    {
        holder.EnsureInOrder(toOn);
        EnsureFree(holder, toOn, holdings);
        holder.EndOn(toOn);
    }

    /// <summary>
    /// Keeps the first day without a holder: what a partnership may know of who holds the post. Days pass without a change, so it is
    /// reckoned each day.
    /// </summary>
    public void ReckonVacancy(IEnumerable<PostHolder> holdings, DateOnly today)
    {
        var holders = holdings.Where(h => !h.Deputy).ToList();
        VacantSince = holders.Exists(h => h.HoldsOn(today)) ? null
            : holders.Where(h => h.ToOn < today).Max(h => h.ToOn)?.AddDays(1) ?? LondonDay.Of(CreatedAt);
    }

    /// <summary>One holder at a time; deputies as many as there are.</summary>
    private void EnsureFree(PostHolder holder, DateOnly? to, IEnumerable<PostHolder> holdings)
    {
        if (!holder.Deputy && holdings.Any(h => h.PostId == Id && h.Id != holder.Id && !h.Deputy && h.Overlaps(holder.FromOn, to)))
        {
            throw Refusal.Conflict("post-held", "Somebody holds the post on some of those days already. Give them a last day first.");
        }
    }
}
