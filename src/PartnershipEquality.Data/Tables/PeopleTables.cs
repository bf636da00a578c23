using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Domain.Access;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.People;

namespace PartnershipEquality.Data.Tables;

internal static class PeopleTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Post>().Property(p => p.Aliases).HasColumnType("text[]").IsList();
        model.Entity<Calendar>().HangsOn(c => new { c.AuthorityId, c.PersonId }, (Person p) => new { p.AuthorityId, p.Id });
        model.Entity<PostHolder>(t =>
        {
            t.HangsOn(h => new { h.AuthorityId, h.PostId }, (Post p) => new { p.AuthorityId, p.Id });
            t.HangsOn(h => new { h.AuthorityId, h.PersonId }, (Person p) => new { p.AuthorityId, p.Id });
        });
        model.Entity<RoleMapping>(t =>
        {
            t.HasKey(m => new { m.AuthorityId, m.Role });
            t.HangsOn(m => new { m.AuthorityId, m.PostId }, (Post p) => new { p.AuthorityId, p.Id });
        });
        model.Entity<AssignmentPost>(t =>
        {
            t.HasKey(p => new { p.AssignmentId, p.PostId });
            t.HangsOn(p => new { p.AuthorityId, p.OwnerId, p.AssignmentId }, (Assignment a) => new { a.AuthorityId, a.OwnerId, a.Id });
            t.HangsOn(a => new { a.AuthorityId, a.PostId }, (Post p) => new { p.AuthorityId, p.Id });
        });
    }
}
