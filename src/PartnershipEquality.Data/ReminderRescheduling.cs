using Microsoft.EntityFrameworkCore;

namespace PartnershipEquality.Data;

/// <summary>
/// Makes the planner look again at open occurrences whose next reminder may have changed without their own dates
/// changing: a policy was set, or a scheme came into force.
/// </summary>
public static class ReminderRescheduling
{
    /// <summary>An authority's own, of all its schemes or of one.</summary>
    public static Task OfAuthorityAsync(EqualityDb db, Guid authorityId, Guid? schemeId, DateOnly today, CancellationToken ct) =>
        schemeId is { } scheme
        ? db.Database.ExecuteSqlAsync($"""
            update occurrences set next_reminder_on = {today}
              where authority_id = {authorityId} and scheme_id = {scheme} and status = 'open'
            """, ct)
        : db.Database.ExecuteSqlAsync($"""
            update occurrences set next_reminder_on = {today} where authority_id = {authorityId} and status = 'open'
            """, ct);

    /// <summary>Those of a scheme, at every authority; asked by its owner.</summary>
    public static Task OfSchemeAsync(EqualityDb db, Guid ownerId, Guid schemeId, DateOnly today, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"""
            update occurrences set next_reminder_on = {today} where owner_id = {ownerId} and scheme_id = {schemeId} and status = 'open'
            """, ct);
}
