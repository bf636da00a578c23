using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Domain.Access;
using PartnershipEquality.Domain.Organisations;

namespace PartnershipEquality.Data.Tables;

internal static class OrganisationTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Organisation>(t =>
        {
            t.Property(o => o.Aliases).HasColumnType("text[]").IsList();
            t.Property(o => o.OutsideBodies).HasColumnType("text[]").IsList();
        });
        model.Entity<Membership>(t =>
        {
            t.HasKey(m => new { m.PartnershipId, m.AuthorityId, m.FromOn });
        });
        model.Entity<Settings>(t =>
        {
            t.HasKey(s => s.OrganisationId);
        });
        model.Entity<ApiKey>(t =>
        {
            t.Property(k => k.Scopes).HasColumnType("text[]").IsList();
        });
    }
}
