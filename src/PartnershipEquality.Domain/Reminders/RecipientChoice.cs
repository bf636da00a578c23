namespace PartnershipEquality.Domain.Reminders;

/// <summary>A person in a post, or standing in for it, or leading on equality: from a day to a day, both inclusive.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; null while it lasts.</param>
/// <param name="Reachable">False where mail cannot reach the person: there is no address, or it was refused for good.</param>
/// <param name="Unsubscribed">The person takes no daily messages; what escalates still reaches them.</param>
public sealed record Tenure(Guid PersonId, DateOnly From, DateOnly? To = null, bool Reachable = true, bool Unsubscribed = false)
{
    /// <summary>The same where a daily message is to reach the person.</summary>
    public Tenure ForDigests() => this with { Reachable = Reachable && !Unsubscribed };

    public bool Covers(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>In which capacity a person is reminded.</summary>
public enum RecipientCapacity
{
    Holder,
    Deputy,
    EqualityLead,
    EqualityGroup,
}

/// <summary>
/// Who is reminded on a day: whoever holds the post then, else its deputy, else the authority's equality lead.
/// It is asked anew for each message, so nobody is written to for a post they have left.
/// </summary>
public abstract record RecipientChoice
{
    private RecipientChoice()
    {
    }

    /// <summary>Somebody, with the reason as said to them; it completes "You receive this because ...".</summary>
    public sealed record Person(Guid PersonId, RecipientCapacity Capacity, string WhyYou) : RecipientChoice;

    /// <summary>Nobody, with the reason as said to those who can mend it.</summary>
    public sealed record Nobody(string Reason) : RecipientChoice;

    /// <summary>For work that one of the authority's posts answers for.</summary>
    public static RecipientChoice ForPost(
        string postTitle, IEnumerable<Tenure> holders, IEnumerable<Tenure> deputies, IEnumerable<Tenure> leads, DateOnly day)
    {
        var holder = On(day, holders);
        if (holder is { Reachable: true })
        {
            return new Person(holder.PersonId, RecipientCapacity.Holder, $"you hold the post {postTitle}");
        }

        var noHolder = holder is null
            ? $"the post {postTitle} is vacant"
            : holder.Unsubscribed ? $"the holder of the post {postTitle} takes no daily messages"
            : $"mail cannot reach the holder of the post {postTitle}";
        var deputy = On(day, deputies);
        if (deputy is { Reachable: true })
        {
            return new Person(deputy.PersonId, RecipientCapacity.Deputy, $"{noHolder} and you are its deputy");
        }

        var noDeputy = deputy is null
            ? "it has no deputy" : deputy.Unsubscribed ? "its deputy takes none either" : "its deputy cannot be reached";
        var lead = On(day, leads);
        return lead is { Reachable: true }
            ? new Person(lead.PersonId, RecipientCapacity.EqualityLead, $"{noHolder}, {noDeputy}, and you are the equality lead")
            : new Nobody($"{Lack("holder", holder)}, {Lack("deputy", deputy)}, {Lack("lead", lead)}");
    }

    /// <summary>For work whose responsible role, as the plan writes it, no post of the authority answers for.</summary>
    public static RecipientChoice ForUnmappedRole(string roleAsWritten, IEnumerable<Tenure> leads, DateOnly day)
    {
        var noPost = string.IsNullOrWhiteSpace(roleAsWritten)
            ? "the plan names no responsible officer"
            : $"no post answers for '{roleAsWritten.Trim()}' at your council";
        var lead = On(day, leads);
        return lead is { Reachable: true }
            ? new Person(lead.PersonId, RecipientCapacity.EqualityLead, $"{noPost}; you are the equality lead")
            : new Nobody($"no post, {Lack("lead", lead)}");
    }

    /// <summary>For what is passed on to the equality lead.</summary>
    public static RecipientChoice ForLead(IEnumerable<Tenure> leads, DateOnly day)
    {
        var lead = On(day, leads);
        return lead is { Reachable: true }
            ? new Person(lead.PersonId, RecipientCapacity.EqualityLead, "it stays overdue and you are the equality lead")
            : new Nobody(Lack("lead", lead));
    }

    /// <summary>
    /// For what is passed on to one post of the equality group. The lead has heard of it already, so it stops at the deputy.
    /// </summary>
    public static RecipientChoice ForGroup(string postTitle, IEnumerable<Tenure> holders, IEnumerable<Tenure> deputies, DateOnly day)
    {
        var (holder, deputy) = (On(day, holders), On(day, deputies));
        return (holder, deputy) switch
        {
            ({ Reachable: true }, _) =>
                new Person(holder.PersonId, RecipientCapacity.EqualityGroup,
                    $"it stays overdue and you hold the post {postTitle} of the equality group"),
            (_, { Reachable: true }) =>
                new Person(deputy.PersonId, RecipientCapacity.EqualityGroup,
                    $"it stays overdue and you are the deputy of the post {postTitle} of the equality group"),
            _ => new Nobody($"equality group: {Lack("holder", holder)}, {Lack("deputy", deputy)}"),
        };
    }

    /// <summary>No post belongs to the equality group.</summary>
    public static RecipientChoice NoGroup { get; } = new Nobody("no post belongs to the equality group");

    // While one hands over to another both hold the post: the newer one is asked, and the id settles a tie for good.
    private static Tenure? On(DateOnly day, IEnumerable<Tenure> tenures) =>
        tenures.Where(tenure => tenure.Covers(day))
            .OrderByDescending(tenure => tenure.Reachable)
            .ThenByDescending(tenure => tenure.From)
            .ThenBy(tenure => tenure.PersonId)
            .FirstOrDefault();

    private static string Lack(string who, Tenure? tenure) =>
        tenure is null ? $"no {who}" : tenure.Unsubscribed ? $"{who} who takes no daily messages" : $"{who} without a working address";
}
