using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain.Assignments;

namespace PartnershipEquality.Data;

/// <summary>Keeps the states of assignments over time: one open row each, closed and followed when it says something else.</summary>
public static class AssignmentHistory
{
    /// <summary>
    /// Writes the states that differ from the open ones, however many. What the request changed before is saved with them.
    /// </summary>
    public static async Task RecordAsync(EqualityDb db, IReadOnlyCollection<Assignment> assignments, DateTimeOffset at,
        CancellationToken ct)
    {
        // They are written by SQL and hang on rows that may be new.
        await db.SaveChangesAsync(ct);
        var ids = assignments.Select(a => a.Id).ToList();
        var open = await db.AssignmentStates.AsNoTracking().Where(s => ids.Contains(s.AssignmentId) && s.EndedAt == null)
            .ToDictionaryAsync(s => s.AssignmentId, ct);
        var next = new List<AssignmentState>();
        foreach (var assignment in assignments)
        {
            var before = open.GetValueOrDefault(assignment.Id);
            // A job may be run as of an earlier moment: time never runs backwards within one assignment.
            var state = assignment.StateAt(before is not null && before.BeganAt > at ? before.BeganAt : at);
            if (before?.SaysTheSameAs(state) != true)
            {
                next.Add(state);
            }
        }

        if (next.Count == 0)
        {
            return;
        }

        var ended = next.Where(s => open.ContainsKey(s.AssignmentId)).Select(s => (open[s.AssignmentId].Id, s.BeganAt)).ToList();
        await new Sql($"""
            update assignment_states s set ended_at = e.at
              from unnest({ended.Select(e => e.Id).ToArray()}, {ended.Select(e => e.BeganAt).ToArray()}) e (id, at) where s.id = e.id
            """).RunAsync(db, ct);
        await new Sql($"""
            insert into assignment_states (id, authority_id, owner_id, assignment_id, scheme_id, theme_id, action_id, status, due_by,
              baseline_due_by,
              review_by, no_target, last_reported_on, accepted, withdrawn, began_at)
            select * from unnest({All(s => s.Id)}, {All(s => s.AuthorityId)}, {All(s => s.OwnerId)}, {All(s => s.AssignmentId)},
              {All(s => s.SchemeId)},
              {All(s => s.ThemeId)}, {All(s => s.ActionId)}, {All(s => EnumText.Of(s.Status))}, {All(s => s.DueBy)},
              {All(s => s.BaselineDueBy)},
              {All(s => s.ReviewBy)}, {All(s => s.NoTarget)}, {All(s => s.LastReportedOn)}, {All(s => s.Accepted)}, {All(s => s.Withdrawn)},
              {All(s => s.BeganAt)})
            """).RunAsync(db, ct);

        T[] All<T>(Func<AssignmentState, T> column) => [.. next.Select(column)];
    }

    /// <summary>The same for one.</summary>
    public static Task RecordAsync(EqualityDb db, Assignment assignment, DateTimeOffset at, CancellationToken ct) =>
        RecordAsync(db, [assignment], at, ct);
}
