namespace PartnershipEquality.Domain.Access;

/// <summary>The address of a calendar, without its secret: of one person's work, or of all its authority's.</summary>
public sealed class Calendar : Versioned
{
    public required Guid Id { get; init; }

    public required Guid AuthorityId { get; init; }

    public Guid? PersonId { get; init; }

    public required string Name { get; init; }

    public required string MadeBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>The address opens it no longer. Whether it did until now.</summary>
    public bool Revoke(DateTimeOffset at)
    {
        if (RevokedAt is not null)
        {
            return false;
        }

        RevokedAt = at;
        Revise();
        return true;
    }
}
