using Microsoft.EntityFrameworkCore;

namespace PartnershipEquality.Data;

/// <summary>Keeps the day since which each post has been vacant: what a partnership may know of its holders.</summary>
public static class Vacancies
{
    /// <summary>Brings the authority's posts up to date as on a day. Holders written before must be saved already.</summary>
    public static Task KeepAsync(EqualityDb db, Guid authorityId, DateOnly today, CancellationToken ct) => db.Database.ExecuteSqlAsync($"""
        update posts p set vacant_since = v.since
        from (
          select id, case when held then null else coalesce(
            (select max(h.to_on) + 1 from post_holders h where h.post_id = q.id and not h.deputy and h.to_on < {today}),
            app.london_day(q.created_at)) end as since
          from (
            select id, created_at, exists (select from post_holders h where h.post_id = posts.id and not h.deputy
              and h.from_on <= {today} and (h.to_on is null or h.to_on >= {today})) as held
            from posts where authority_id = {authorityId}) q) v
        where p.id = v.id and p.vacant_since is distinct from v.since
        """, ct);
}
