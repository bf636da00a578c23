using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Assignments;

/// <param name="SchemeId">Only of this scheme.</param>
/// <param name="ThemeId">Only under this theme.</param>
/// <param name="CommitmentId">Only under this commitment.</param>
/// <param name="ActionId">Only of this action.</param>
/// <param name="AuthorityId">Only of this authority; for a partnership, since an authority sees its own alone.</param>
/// <param name="Status">Only in these statuses, separated by commas: notStarted, onTrack, atRisk, offTrack, completed,
/// notApplicable.</param>
/// <param name="Overdue">True for those with an open delivery that should have been done by now, false for the others.</param>
/// <param name="NotUpdated">True for those whose last ended review period went by without an update and that have reported nothing since,
/// false for the others.</param>
/// <param name="NoTarget">True for those for which nobody has said when, false for the others.</param>
/// <param name="DueBefore">Only with an open delivery due before this day.</param>
/// <param name="DueAfter">Only with an open delivery due after this day.</param>
/// <param name="Q">Only where the action, its outcome or its commitment holds this text, in any case.</param>
/// <param name="Withdrawn">True for those that the owner has taken back; otherwise they are left out.</param>
/// <param name="Contested">True for those that their authority contests and the owner has not decided on, false for the others.</param>
/// <param name="Sort">id for the order in which they were made (the default; a plan's own, until it is edited), dueBy for the most urgent
/// first; those without a date last.</param>
/// <param name="Fields">Only these fields of each, separated by commas; below another with a full stop. All unless given.</param>
/// <param name="Expand">latestUpdate, for the last progress update of each that you may read to come along.</param>
/// <param name="Limit">How many to answer, 1 to 200; 50 unless said.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
[Reads(Permission.AssignmentsRead)]
public sealed record ListAssignments(
    Guid? SchemeId, Guid? ThemeId, Guid? CommitmentId, Guid? ActionId, Guid? AuthorityId, string? Status, bool? Overdue, bool? NotUpdated,
        bool? NoTarget,
    DateOnly? DueBefore, DateOnly? DueAfter, [property: MaxLength(200)] string? Q, bool? Withdrawn, bool? Contested, string? Sort,
        string? Fields, string? Expand, int? Limit, string? Cursor) : IRequest<Page<AssignmentRow>>;

/// <summary>An assignment in a list: this action, that authority.</summary>
/// <param name="Reference">The action's reference: "1.2/3".</param>
/// <param name="Action">What is required.</param>
/// <param name="Qualifier">What the plan says of this authority's part; null for most.</param>
/// <param name="Status">What the authority says.</param>
/// <param name="StatusLabel">The status in words, with what dates add to it: "On track, overdue".</param>
/// <param name="TargetText">The target that stands, as written.</param>
/// <param name="OwnTarget">The target is the authority's own, not the shared one.</param>
/// <param name="DueBy">The earliest open delivery; null where there is none.</param>
/// <param name="ReviewBy">For work without a date: the end of the first review period without an update.</param>
/// <param name="Overdue">The due day has passed and the work is still wanted.</param>
/// <param name="DueSoon">It is due within 28 days.</param>
/// <param name="NotUpdated">The last ended review period went by without an update, and nothing has been reported since.</param>
/// <param name="NoTarget">Nobody has said when.</param>
/// <param name="Contested">The authority says that it is not its own, and the owner has not decided yet.</param>
/// <param name="LatestUpdate">With expand=latestUpdate: the last progress update that you may read and that stands; left out where there is
/// none.</param>
public sealed record AssignmentRow(
    Guid Id, string Reference, string Action, Guid AuthorityId, string AuthorityCode, Guid OwnerId, Guid SchemeId, Guid ThemeId,
        Guid CommitmentId, Guid ActionId, string? Qualifier,
    AssignmentStatus Status, string StatusLabel, string? TargetText, bool OwnTarget, DateOnly? DueBy, DateOnly? ReviewBy, bool Overdue,
        bool DueSoon, bool NotUpdated, bool NoTarget,
    DateTimeOffset? LastReportedAt, DateTimeOffset? WithdrawnAt, bool Contested, int Version, ProgressUpdateDetail? LatestUpdate = null);

internal sealed class ListAssignmentsHandler(EqualityDb db, Caller caller, TimeProvider time)
    : IRequestHandler<ListAssignments, Page<AssignmentRow>>
{
    private const string LatestUpdate = "latestUpdate";

    public async Task<Page<AssignmentRow>> Handle(ListAssignments request, CancellationToken cancellationToken)
    {
        var today = LondonDay.Of(time.GetUtcNow());
        var limit = Cursor.Limit(request.Limit);
        object?[] boundTo = [nameof(ListAssignments), caller.OrganisationId,
            request with { Fields = null, Expand = null, Limit = null, Cursor = null }];
        var expand = Expansion.Of(request.Expand, LatestUpdate);
        var byDue = request.Sort switch
        {
            null or "id" => false,
            "dueBy" => true,
            _ => throw Refusal.Field("sort", "unknown-value", "Give id or dueBy."),
        };
        var me = caller.OrganisationId;
        // The page is cut before anything is joined to it, so that what a page costs is a page.
        var sql = AssignmentRowReader.Select(request.Overdue is null && request.NotUpdated is null ? null : today);
        // The leading column is named: row security is the lock, not the search path.
        sql.When(caller.IsPartnership, $"where a.owner_id = {me}").When(!caller.IsPartnership, $"where a.authority_id = {me}")
            .When(request.SchemeId is not null, $"and a.scheme_id = {request.SchemeId}")
            .When(request.ThemeId is not null, $"and a.theme_id = {request.ThemeId}")
            .When(request.CommitmentId is not null, $"and a.commitment_id = {request.CommitmentId}")
            .When(request.ActionId is not null, $"and a.action_id = {request.ActionId}")
            .When(request.AuthorityId is not null, $"and a.authority_id = {request.AuthorityId}")
            .When(request.Status is not null, $"and a.status = any ({StatusesOf(request.Status)})")
            .When(request.NoTarget is not null, $"and a.no_target = {request.NoTarget}")
            .When(request.DueBefore is not null, $"and a.due_by < {request.DueBefore}")
            .When(request.DueAfter is not null, $"and a.due_by > {request.DueAfter}")
            .When(request.Overdue == true, $"and s.overdue")
            .When(request.Overdue == false, $"and s.overdue is not true")
            .When(request.NotUpdated == true, $"and s.not_updated")
            .When(request.NotUpdated == false, $"and s.not_updated is not true")
            .When(request.Contested == true, $"and a.contested_at is not null and a.contest_decided_at is null")
            .When(request.Contested == false, $"and (a.contested_at is null or a.contest_decided_at is not null)")
            .When(request.Withdrawn == true, $"and a.withdrawn_at is not null")
            .When(request.Withdrawn != true, $"and a.withdrawn_at is null");
        if (request.Q is { Length: > 0 } q)
        {
            var like = $"%{q.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
            sql.Add($"""
                and exists (select from actions n join commitments c on c.id = n.commitment_id where n.id = a.action_id
                  and (n.text ilike {like} or n.outcome ilike {like} or n.reference ilike {like} or c.title ilike {like}))
                """);
        }

        var after = Cursor.Read(request.Cursor, byDue ? 2 : 1, boundTo);
        if (byDue)
        {
            AfterDue(sql, after);
            sql.Add($"order by a.due_by nulls last, a.id limit {limit + 1}) a")
                .Add($"join actions n on n.id = a.action_id join organisations o on o.id = a.authority_id")
                    .Add($"order by a.due_by nulls last, a.id");
        }
        else
        {
            sql.When(after is not null, $"and a.id > {(after is null ? null : IdOf(after[0]))}").Add($"order by a.id limit {limit + 1}) a")
                .Add($"join actions n on n.id = a.action_id join organisations o on o.id = a.authority_id").Add($"order by a.id");
        }

        var rows = await sql.ReadAsync(db, r => AssignmentRowReader.Read(r, today), cancellationToken);
        if (expand.Count > 0)
        {
            rows = await WithLatestUpdatesAsync(rows, cancellationToken);
        }

        if (rows.Count <= limit)
        {
            return new Page<AssignmentRow>(rows, null);
        }

        var last = rows[limit - 1];
        string[] key = byDue
            ? [last.DueBy?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "", last.Id.ToString()]
                : [last.Id.ToString()];
        return new Page<AssignmentRow>([.. rows.Take(limit)], Cursor.Write(key, boundTo));
    }

    /// <summary>For the whole page in one statement: of each assignment the last by its own index.</summary>
    private async Task<List<AssignmentRow>> WithLatestUpdatesAsync(List<AssignmentRow> rows, CancellationToken ct)
    {
        var ids = rows.Select(r => r.Id).ToArray();
        var latest = await db.ProgressUpdates.FromSql($"""
            select u.* from unnest({ids}) a (id)
            cross join lateral (
              select * from progress_updates p where p.assignment_id = a.id and p.retracted_at is null
              order by p.reported_at desc, p.id desc limit 1) u
            """).AsNoTracking().ToDictionaryAsync(u => u.AssignmentId, ct);
        return rows.ConvertAll(r => latest.TryGetValue(r.Id, out var update)
            ? r with { LatestUpdate = ProgressUpdateDetail.From(update) } : r);
    }

    /// <summary>
    /// By the day that a row shows: one that is done or withdrawn shows none, and a cursor made of it must not skip the rest.
    /// </summary>
    private static void AfterDue(Sql sql, IReadOnlyList<string>? after)
    {
        if (after is null)
        {
            return;
        }

        var id = IdOf(after[1]);
        if (after[0].Length == 0)
        {
            sql.Add($"and a.due_by is null and a.id > {id}");
            return;
        }

        var due = DateOnly.TryParseExact(after[0], "yyyy-MM-dd", out var day)
            ? day : throw Refusal.Invalid("cursor-invalid", "Begin again without the cursor.");
        sql.Add($"and (a.due_by > {due} or a.due_by = {due} and a.id > {id} or a.due_by is null)");
    }

    private static Guid IdOf(string text) =>
        Guid.TryParse(text, out var id) ? id : throw Refusal.Invalid("cursor-invalid", "Begin again without the cursor.");

    private static string[] StatusesOf(string? status) => status is null ? [] :
    [
        .. status.Split(',', StringSplitOptions.TrimEntries).Select(s => EnumText.TryRead<AssignmentStatus>(s, out _) ? s
            : throw Refusal.Field("status", "unknown-value", $"Give some of: {string.Join(", ", EnumText.All<AssignmentStatus>())}."))
    ];
}
