using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Domain.Assignments;

namespace PartnershipEquality.Data.Tables;

internal static class AssignmentTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Assignment>(t =>
        {
            t.ToTable("assignments");
            t.Ignore(a => a.Targets);
            t.Property(a => a.SharedTargets).IsTargets();
            t.Property(a => a.OwnTargets).IsOptionalTargets();
            t.Property(a => a.Untold).IsKinds();
            t.Property(a => a.Version).IsConcurrencyToken();
            t.HasMany(a => a.Occurrences).WithOne().HasForeignKey(o => o.AssignmentId);
            t.Navigation(a => a.Occurrences).HasField("occurrences").UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        model.Entity<AssignmentState>().ToTable("assignment_states");
        model.Entity<Occurrence>().ToTable("occurrences");
        model.Entity<ProgressUpdate>(t =>
        {
            t.ToTable("progress_updates");
            t.Property(u => u.Evidence).IsEvidence();
        });
        model.Entity<TargetMove>().ToTable("target_moves");
    }
}
