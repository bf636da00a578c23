using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Data.Tables;

internal static class AssignmentTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Assignment>(t =>
        {
            t.Ignore(a => a.Targets);
            t.Property(a => a.SharedTargets).IsTargets();
            t.Property(a => a.OwnTargets).IsOptionalTargets();
            t.Property(a => a.PendingNotices).IsKinds();
            t.Property(a => a.Version).IsConcurrencyToken();
            t.HangsOn(a => new { a.OwnerId, a.SchemeId }, (Scheme s) => new { s.OwnerId, s.Id });
            t.HangsOn(a => new { a.OwnerId, a.ThemeId }, (Theme h) => new { h.OwnerId, h.Id });
            t.HangsOn(a => new { a.OwnerId, a.CommitmentId }, (Commitment c) => new { c.OwnerId, c.Id });
            t.HangsOn(a => new { a.OwnerId, a.ActionId }, (SchemeAction x) => new { x.OwnerId, x.Id });
            t.HasMany(a => a.Occurrences).WithOne().HasForeignKey(o => o.AssignmentId);
            t.Navigation(a => a.Occurrences).HasField("_occurrences").UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        model.Entity<AssignmentState>()
            .HangsOn(x => new { x.AuthorityId, x.OwnerId, x.AssignmentId }, (Assignment a) => new { a.AuthorityId, a.OwnerId, a.Id });
        model.Entity<Occurrence>(t =>
        {
            t.HangsOn(o => new { o.OwnerId, o.SchemeId }, (Scheme s) => new { s.OwnerId, s.Id });
            t.HangsOn(o => new { o.OwnerId, o.MilestoneId }, (Milestone m) => new { m.OwnerId, m.Id });
        });
        model.Entity<ProgressUpdate>(t =>
        {
            t.Property(u => u.Evidence).IsEvidence();
            t.HangsOn(u => new { u.AuthorityId, u.OwnerId, u.AssignmentId }, (Assignment a) => new { a.AuthorityId, a.OwnerId, a.Id });
            t.HangsOn(u => new { u.AuthorityId, u.OwnerId, u.OccurrenceId }, (Occurrence o) => new { o.AuthorityId, o.OwnerId, o.Id });
        });
        model.Entity<TargetMove>()
            .HangsOn(x => new { x.AuthorityId, x.OwnerId, x.AssignmentId }, (Assignment a) => new { a.AuthorityId, a.OwnerId, a.Id });
    }
}
