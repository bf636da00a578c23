using Microsoft.EntityFrameworkCore;

namespace PartnershipEquality.Data.Tables;

/// <summary>A responsible role at an authority: a title and the other words for it. Seen by its partnerships; its holders are not.</summary>
public sealed class Post
{
    public required Guid Id { get; init; }

    public required Guid AuthorityId { get; init; }

    public required string Title { get; set; }

    public IReadOnlyList<string> Aliases { get; set; } = [];

    /// <summary>The post that answers when no other does; one at each authority.</summary>
    public bool EqualityLead { get; set; }

    /// <summary>What stays overdue is passed on to it; as many as there are.</summary>
    public bool EqualityGroup { get; set; }

    /// <summary>The first day without a holder; none while it is held.</summary>
    public DateOnly? VacantSince { get; set; }

    public int Version { get; set; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>Somebody who holds posts: a name and an e-mail address, kept apart so that they can be erased.</summary>
public sealed class Person
{
    public required Guid Id { get; init; }

    public required Guid AuthorityId { get; init; }

    public required string Name { get; set; }

    public required string Address { get; set; }

    /// <summary>When a mail server said that no message can reach the address.</summary>
    public DateTimeOffset? RefusedAt { get; set; }

    /// <summary>Since when they take no daily messages; what escalates still reaches them.</summary>
    public DateTimeOffset? DigestsOffAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>Who holds a post, or deputises in it, from a day to a day, both inclusive.</summary>
public sealed class PostHolder
{
    public required Guid Id { get; init; }

    public required Guid AuthorityId { get; init; }

    public required Guid PostId { get; init; }

    public required Guid PersonId { get; init; }

    public required bool Deputy { get; init; }

    public required DateOnly FromOn { get; init; }

    public DateOnly? ToOn { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>An authority's word that a role in plans is this post of its own.</summary>
public sealed class RoleMapping
{
    public required Guid AuthorityId { get; init; }

    public required string Role { get; init; }

    public required string Written { get; init; }

    public required Guid PostId { get; set; }

    public required DateTimeOffset ConfirmedAt { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>A post that answers for one assignment in place of those its roles map to.</summary>
public sealed class AssignmentPost
{
    public required Guid AuthorityId { get; init; }

    public required Guid OwnerId { get; init; }

    public required Guid AssignmentId { get; init; }

    public required Guid PostId { get; init; }
}

/// <summary>The address of a calendar, without its secret: of one person's work, or of all its authority's.</summary>
public sealed class Calendar
{
    public required Guid Id { get; init; }

    public required Guid AuthorityId { get; init; }

    public Guid? PersonId { get; init; }

    public required string Name { get; init; }

    public required string MadeBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    public int Version { get; set; } = 1;
}

internal static class PeopleTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Post>(t =>
        {
            t.ToTable("posts");
            t.Property(p => p.Aliases).HasColumnType("text[]").IsList();
        });
        model.Entity<Person>().ToTable("people");
        model.Entity<Calendar>().ToTable("calendars");
        model.Entity<PostHolder>().ToTable("post_holders");
        model.Entity<RoleMapping>(t =>
        {
            t.ToTable("role_mappings");
            t.HasKey(m => new { m.AuthorityId, m.Role });
        });
        model.Entity<AssignmentPost>(t =>
        {
            t.ToTable("assignment_posts");
            t.HasKey(p => new { p.AssignmentId, p.PostId });
        });
    }
}
