using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Data;
using PartnershipEquality.Documents.CrossReferences;
using PartnershipEquality.Documents.Plans.Proposal;
using PartnershipEquality.Domain.Organisations;

namespace PartnershipEquality.Api.Features.Plans;

/// <summary>
/// Sets up the reading of dates and cross-references for one owner's scheme: who its members were on the first day, and who joined later.
/// </summary>
public static class PlanInterpreters
{
    public static async Task<PlanInterpreter> ForAsync(EqualityDb db, Guid ownerId, DateOnly startsOn, DateOnly endsOn, int? planYear,
        CancellationToken ct)
    {
        var owner = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == ownerId, ct);
        if (owner.Kind == OrganisationKind.Authority)
        {
            return new PlanInterpreter(startsOn, endsOn, planYear, Known(owner), [], [], owner.OutsideBodies);
        }

        var memberships = await db.Memberships.AsNoTracking().Where(m => m.PartnershipId == ownerId).ToListAsync(ct);
        var ids = memberships.Select(m => m.AuthorityId).Distinct().ToList();
        var authorities = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).OrderBy(o => o.Code).ToListAsync(ct);
        var first = memberships.Where(m => m.Holds(startsOn)).Select(m => m.AuthorityId).ToHashSet();
        var later = memberships.Where(m => m.FromOn > startsOn && m.FromOn <= endsOn).Select(m => m.AuthorityId).ToHashSet();
        return new PlanInterpreter(startsOn, endsOn, planYear, null,
            [.. authorities.Where(a => first.Contains(a.Id)).Select(Known)],
            [.. authorities.Where(a => later.Contains(a.Id) && !first.Contains(a.Id)).Select(Known)],
            owner.OutsideBodies);
    }

    private static KnownAuthority Known(Organisation o) => new(o.Id, o.Code, o.Name, o.Aliases);
}
