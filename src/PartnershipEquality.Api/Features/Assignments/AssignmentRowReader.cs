using Npgsql;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain.Board;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Assignments;

/// <summary>Reads a row of the list, and says of it what dates add to the status.</summary>
internal static class AssignmentRowReader
{
    /// <summary>
    /// Begins a read of rows: which assignments they are of is said next, closed by a bracket and followed by the two joins.
    /// </summary>
    /// <param name="standingOn">The day on which the rows' standing is asked for as <c>s</c>; none where nothing is filtered by it.</param>
    public static Sql Select(DateOnly? standingOn = null) => new Sql($"""
        select a.id, a.reference, n.text, a.authority_id, o.code, a.owner_id, a.scheme_id, a.theme_id, a.commitment_id, a.action_id,
          a.qualifier, a.status,
          coalesce(a.own_targets, a.shared_targets)::text, a.own_targets is not null, a.due_by, a.review_by, a.no_target,
          a.last_reported_at, a.withdrawn_at, a.version, a.contested_at is not null and a.contest_decided_at is null
        from (select a.* from assignments a
        """)
        .When(standingOn is not null, $"""
        cross join lateral app.standing(a.status, a.withdrawn_at is not null, a.due_by, a.baseline_due_by, a.review_by, a.no_target, {standingOn}) s
        """);

    public static AssignmentRow Read(NpgsqlDataReader r, DateOnly today)
    {
        var status = EnumText.Read<AssignmentStatus>(r.GetString(11));
        var withdrawn = !r.IsDBNull(18);
        var wanted = !withdrawn && status is not (AssignmentStatus.Completed or AssignmentStatus.NotApplicable);
        var dueBy = wanted ? r.Maybe<DateOnly>(14) : null;
        var reviewBy = wanted ? r.Maybe<DateOnly>(15) : null;
        var standing = Standing.On(today, status, withdrawn, dueBy, baselineDueBy: null, reviewBy, r.GetBoolean(16));
        var targets = ColumnTypes.ReadTargets(r.GetString(12)).Select(t => t.Text).Where(t => t.Length > 0).ToList();
        return new AssignmentRow(
            r.GetGuid(0), r.GetString(1), r.GetString(2), r.GetGuid(3), r.GetString(4), r.GetGuid(5), r.GetGuid(6), r.GetGuid(7),
                r.GetGuid(8), r.GetGuid(9), r.Text(10),
            status, Label(status, standing, withdrawn), targets.Count == 0
                ? null : string.Join("; ", targets), r.GetBoolean(13), dueBy, reviewBy, standing.Overdue,
            standing.DueSoon, standing.NotUpdated, r.GetBoolean(16), r.Maybe<DateTimeOffset>(17), r.Maybe<DateTimeOffset>(18),
                r.GetBoolean(20), r.GetInt32(19));
    }

    /// <summary>The status in words: never a colour alone, and never without what makes it late.</summary>
    public static string Label(AssignmentStatus status, Standing standing = default, bool withdrawn = false)
    {
        var word = status switch
        {
            AssignmentStatus.NotStarted => "Not started",
            AssignmentStatus.OnTrack => "On track",
            AssignmentStatus.AtRisk => "At risk",
            AssignmentStatus.OffTrack => "Off track",
            AssignmentStatus.Completed => "Completed",
            _ => "Not applicable",
        };
        return withdrawn ? $"Withdrawn ({word.ToLowerInvariant()})"
            : standing.Overdue ? $"{word}, overdue" : standing.NotUpdated ? $"{word}, not updated" : word;
    }
}
