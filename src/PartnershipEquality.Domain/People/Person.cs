namespace PartnershipEquality.Domain.People;

/// <summary>Somebody who holds posts: a name and an e-mail address, kept apart so that they can be erased.</summary>
public sealed class Person
{
    public required Guid Id { get; init; }

    public required Guid AuthorityId { get; init; }

    public string Name { get; private set; } = "";

    public required string Address { get; init; }

    /// <summary>When a mail server said that no message can reach the address.</summary>
    public DateTimeOffset? RefusedAt { get; private set; }

    /// <summary>Since when they take no daily messages; what escalates still reaches them.</summary>
    public DateTimeOffset? UnsubscribedAt { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public static Person Create(Guid authorityId, string name, string address, DateTimeOffset at) =>
        new() { Id = Uuid.New(), AuthorityId = authorityId, Name = name, Address = address, CreatedAt = at };

    /// <summary>Somebody names the person and the address again, and so says that it works.</summary>
    public void Confirm(string name)
    {
        Name = name;
        RefusedAt = null;
    }

    /// <summary>A table names the person again. It is sent night after night, so it says nothing of whether mail arrives.</summary>
    public void Rename(string name) => Name = name;
}
