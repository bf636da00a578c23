using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain.Assignments;

namespace PartnershipEquality.Data;

/// <summary>Keeps the headlines of assignments over time: one open row each, closed and followed when it says something else.</summary>
public static class Headlines
{
    /// <summary>
    /// Writes the assignment's headline if it differs from the open one. The assignment's own row must be there
    /// already: a new one is saved first.
    /// </summary>
    public static async Task RecordAsync(EqualityDb db, Assignment assignment, DateTimeOffset at, CancellationToken ct)
    {
        var open = await db.AssignmentStates.AsNoTracking().SingleOrDefaultAsync(s => s.AssignmentId == assignment.Id && s.EndedAt == null, ct);
        // A job may be run as of an earlier moment: time never runs backwards within one assignment.
        var beganAt = open is not null && open.BeganAt > at ? open.BeganAt : at;
        var next = assignment.Headline(beganAt);
        if (open?.SaysTheSameAs(next) == true)
        {
            return;
        }

        if (open is not null)
        {
            await db.Database.ExecuteSqlAsync($"update assignment_states set ended_at = {beganAt} where id = {open.Id}", ct);
        }

        await db.Database.ExecuteSqlAsync($"""
            insert into assignment_states (id, authority_id, owner_id, assignment_id, scheme_id, theme_id, action_id, status, due_by, baseline_due_by,
              review_by, no_target, last_reported_on, accepted, withdrawn, began_at)
            values ({next.Id}, {next.AuthorityId}, {next.OwnerId}, {next.AssignmentId}, {next.SchemeId}, {next.ThemeId}, {next.ActionId},
              {EnumText.Of(next.Status)}, {next.DueBy}, {next.BaselineDueBy}, {next.ReviewBy}, {next.NoTarget}, {next.LastReportedOn},
              {next.Accepted}, {next.Withdrawn}, {beganAt})
            """, ct);
    }
}
