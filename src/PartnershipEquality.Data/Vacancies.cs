using Microsoft.EntityFrameworkCore;

namespace PartnershipEquality.Data;

/// <summary>Keeps the day since which each post of an authority has been vacant, as days pass.</summary>
public static class Vacancies
{
    public static async Task ReckonAsync(EqualityDb db, Guid authorityId, DateOnly today, CancellationToken ct)
    {
        // Whoever changes a post's holders locks the post first.
        var posts = await db.Posts.FromSql($"""
            select * from posts where authority_id = {authorityId} order by id for no key update
            """).ToListAsync(ct);
        var holders = (await db.PostHolders.AsNoTracking().Where(h => h.AuthorityId == authorityId)
            .ToListAsync(ct)).ToLookup(h => h.PostId);
        posts.ForEach(post => post.ReckonVacancy(holders[post.Id], today));
    }
}
