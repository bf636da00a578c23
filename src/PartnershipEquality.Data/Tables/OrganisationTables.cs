using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Organisations;

namespace PartnershipEquality.Data.Tables;

/// <summary>What an organisation has chosen for itself.</summary>
public sealed class Settings
{
    public required Guid OrganisationId { get; init; }

    public Tier DefaultTier { get; set; }

    public string? MailFromName { get; set; }

    public string? MailReplyTo { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>A key as its organisation may see it. The hash is not here: only the gate reads it.</summary>
public sealed class ApiKey
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string Name { get; set; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public bool Development { get; init; }

    public required string MadeBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    public DateOnly? LastUsedOn { get; init; }

    public int Version { get; set; } = 1;
}

/// <summary>The web origin of an organisation's portal.</summary>
public sealed class PortalOrigin
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string Origin { get; init; }

    public required string MadeBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public int Version { get; init; } = 1;
}

internal static class OrganisationTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Organisation>(t =>
        {
            t.ToTable("organisations");
            t.Property(o => o.Aliases).HasColumnType("text[]").IsList();
            t.Property(o => o.OutsideBodies).HasColumnType("text[]").IsList();
        });
        model.Entity<Membership>(t =>
        {
            t.ToTable("memberships");
            t.HasKey(m => new { m.PartnershipId, m.AuthorityId, m.FromOn });
        });
        model.Entity<Settings>(t =>
        {
            t.ToTable("settings");
            t.HasKey(s => s.OrganisationId);
        });
        model.Entity<PortalOrigin>(t => t.ToTable("portal_origins"));
        model.Entity<ApiKey>(t =>
        {
            t.ToTable("api_keys");
            t.Property(k => k.Scopes).HasColumnType("text[]").IsList();
        });
    }
}
