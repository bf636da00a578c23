using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Data;

/// <summary>Reads a whole plan as it is live, withdrawn parts included, in as many statements as there are tables.</summary>
public static class StandingPlans
{
    public static async Task<StandingPlan> ReadAsync(EqualityDb db, Scheme scheme, CancellationToken ct)
    {
        var themes = await db.Themes.AsNoTracking().Where(t => t.OwnerId == scheme.OwnerId && t.SchemeId == scheme.Id)
            .OrderBy(t => t.Position).ToListAsync(ct);
        var commitments = await db.Commitments.AsNoTracking().Where(c => c.OwnerId == scheme.OwnerId && c.SchemeId == scheme.Id)
            .OrderBy(c => c.Position).ToListAsync(ct);
        var actions = await db.Actions.AsNoTracking().Include(a => a.Milestones).Include(a => a.CrossReferences)
            .Where(a => a.OwnerId == scheme.OwnerId && a.SchemeId == scheme.Id).OrderBy(a => a.Position).AsSplitQuery().ToListAsync(ct);
        var named = actions.SelectMany(a => a.CrossReferences).Select(e => e.AuthorityId).OfType<Guid>().ToHashSet();
        var codes = await db.Organisations.AsNoTracking().Where(o => named.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Code, ct);
        var reported = await new Sql($"""
            select action_id, count(*)::int from assignments
              where owner_id = {scheme.OwnerId} and scheme_id = {scheme.Id} and last_reported_at is not null group by action_id
            """).ReadAsync(db, r => (Action: r.GetGuid(0), Authorities: r.GetInt32(1)), ct);
        return new StandingPlan(scheme, themes, commitments, actions, codes, reported.ToDictionary(r => r.Action, r => r.Authorities));
    }
}
