using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Data;
using PartnershipEquality.Documents.Plans.Proposal;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Plans;

/// <summary>
/// The rows that an action's roles and cross-reference are kept as. They are replaced whole and by hand: the old ones
/// must be gone before the new ones come, and some of them have the same key.
/// </summary>
internal static class ActionRows
{
    public static async Task SetResponsibleAsync(EqualityDb db, IReadOnlyCollection<(SchemeAction Action, string? Responsible)> changes,
        CancellationToken ct)
    {
        foreach (var (action, responsible) in changes)
        {
            var gone = action.Roles.ToList();
            action.SetResponsible(responsible);
            Replace(db, gone, action.Roles);
        }

        await new Sql($"delete from action_roles where action_id = any ({changes.Select(c => c.Action.Id).ToArray()})").RunAsync(db, ct);
    }

    public static async Task SetCrossReferencesAsync(EqualityDb db,
        IReadOnlyCollection<(SchemeAction Action, UnderstoodCrossReference Read)> changes, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var (action, read) in changes)
        {
            var gone = action.CrossReferences.ToList();
            action.SetCrossReference(string.IsNullOrWhiteSpace(read.Text)
                ? null : read.Text, LivePlanBuilder.CreateEntries(action, read, at));
            Replace(db, gone, action.CrossReferences);
        }

        await new Sql($"""
            delete from cross_references where action_id = any ({changes.Select(c => c.Action.Id).ToArray()})
            """).RunAsync(db, ct);
    }

    private static void Replace<T>(EqualityDb db, IEnumerable<T> gone, IEnumerable<T> come)
        where T : class
    {
        foreach (var row in gone)
        {
            db.Entry(row).State = EntityState.Detached;
        }

        foreach (var row in come)
        {
            db.Entry(row).State = EntityState.Added;
        }
    }
}
