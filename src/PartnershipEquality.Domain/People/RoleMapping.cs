namespace PartnershipEquality.Domain.People;

/// <summary>An authority's word that a role in plans is this post of its own.</summary>
public sealed class RoleMapping : Versioned
{
    public required Guid AuthorityId { get; init; }

    public required string Role { get; init; }

    public required string Written { get; init; }

    public Guid PostId { get; private set; }

    public DateTimeOffset ConfirmedAt { get; private set; }

    public static RoleMapping Create(Guid authorityId, string role, string written, Guid postId, DateTimeOffset at) =>
        new() { AuthorityId = authorityId, Role = role, Written = written, PostId = postId, ConfirmedAt = at };

    /// <summary>The role means another post. Whether it is another: naming the same again changes nothing.</summary>
    public bool MapTo(Guid postId, DateTimeOffset at)
    {
        if (postId == PostId)
        {
            return false;
        }

        PostId = postId;
        ConfirmedAt = at;
        Revise();
        return true;
    }
}
