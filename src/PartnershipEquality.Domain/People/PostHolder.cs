namespace PartnershipEquality.Domain.People;

/// <summary>Who holds a post, or deputises in it, from a day to a day, both inclusive.</summary>
public sealed class PostHolder : Versioned
{
    public required Guid Id { get; init; }

    public required Guid AuthorityId { get; init; }

    public required Guid PostId { get; init; }

    public required Guid PersonId { get; init; }

    public required bool Deputy { get; init; }

    public required DateOnly FromOn { get; init; }

    public DateOnly? ToOn { get; private set; }

    public bool HoldsOn(DateOnly day) => FromOn <= day && (ToOn is null || ToOn >= day);

    public bool Overlaps(DateOnly from, DateOnly? to) => (to is null || FromOn <= to) && (ToOn is null || ToOn >= from);

    /// <summary>Another holds the post from a day on, so this one ends the day before.</summary>
    public void GiveWayTo(DateOnly nextFrom) => EndOn(nextFrom.AddDays(-1));

    internal static PostHolder Begin(Post post, Person person, bool deputy, DateOnly from, DateOnly? to)
    {
        var holder = new PostHolder
        {
            Id = Uuid.New(),
            AuthorityId = post.AuthorityId,
            PostId = post.Id,
            PersonId = person.Id,
            Deputy = deputy,
            FromOn = from,
            ToOn = to,
        };
        holder.EnsureInOrder(to);
        return holder;
    }

    internal void EndOn(DateOnly? toOn)
    {
        ToOn = toOn;
        Revise();
    }

    internal void EnsureInOrder(DateOnly? toOn)
    {
        if (toOn < FromOn)
        {
            throw Refusal.Field("#/toOn", "out-of-range", "The last day cannot lie before the first.");
        }
    }
}
