using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Data.Tables;

internal static class PlanTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Scheme>().HangsOn(s => new { s.OwnerId, s.ContinuesSchemeId }, (Scheme s) => new { s.OwnerId, s.Id });
        model.Entity<Theme>().HangsOn(t => new { t.OwnerId, t.SchemeId }, (Scheme s) => new { s.OwnerId, s.Id });
        model.Entity<Commitment>(t =>
        {
            t.HangsOn(c => new { c.OwnerId, c.SchemeId }, (Scheme s) => new { s.OwnerId, s.Id });
            t.HangsOn(c => new { c.OwnerId, c.ThemeId }, (Theme h) => new { h.OwnerId, h.Id });
            t.Property(c => c.Related).HasColumnType("text[]").IsList();
            t.Property(c => c.PsedAims).HasColumnType("text[]").IsList();
            t.Property(c => c.Characteristics).HasColumnType("text[]").IsList();
            t.Property(c => c.Notes).IsNotes();
        });
        model.Entity<SchemeAction>(t =>
        {
            t.HangsOn(a => new { a.OwnerId, a.SchemeId }, (Scheme s) => new { s.OwnerId, s.Id });
            t.HangsOn(a => new { a.OwnerId, a.ThemeId }, (Theme h) => new { h.OwnerId, h.Id });
            t.HangsOn(a => new { a.OwnerId, a.CommitmentId }, (Commitment c) => new { c.OwnerId, c.Id });
            t.Property(a => a.Targets).IsTargets();
            t.Property(a => a.Notes).IsNotes();
            t.HasMany(a => a.Milestones).WithOne().HasForeignKey(m => m.ActionId);
            t.HasMany(a => a.CrossReferences).WithOne().HasForeignKey(c => c.ActionId);
            t.HasMany(a => a.Roles).WithOne().HasForeignKey(r => r.ActionId);
            t.Navigation(a => a.Milestones).HasField("_milestones").UsePropertyAccessMode(PropertyAccessMode.Field);
            t.Navigation(a => a.CrossReferences).HasField("_crossReferences").UsePropertyAccessMode(PropertyAccessMode.Field);
            t.Navigation(a => a.Roles).HasField("_roles").UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        model.Entity<Milestone>(t =>
        {
            t.Ignore(m => m.TargetText);
            t.Property(m => m.Targets).IsTargets();
        });
        model.Entity<CrossReferenceEntry>().ToTable("cross_references");
        model.Entity<ActionRole>(t =>
        {
            t.ToTable("action_roles");
            t.HasKey(r => new { r.OwnerId, r.ActionId, r.Role });
        });
    }
}
