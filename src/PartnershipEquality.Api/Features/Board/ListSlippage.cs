using System.ComponentModel.DataAnnotations;
using System.Globalization;
using MediatR;
using Npgsql;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Board;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Board;

/// <param name="SchemeId">The scheme's id.</param>
/// <param name="AsOf">The day in London, by whose end it had been recorded; today unless said, never a later one. The pages after the first
/// keep the first one's day.</param>
/// <param name="AuthorityId">Only this authority's.</param>
/// <param name="Limit">How many to answer, 1 to 200; 50 unless said.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
[Reads(Permission.BoardRead)]
public sealed record ListSlippage(
    [Required(ErrorMessage = "Name the scheme: its id.")] Guid? SchemeId, DateOnly? AsOf, Guid? AuthorityId, int? Limit, string? Cursor)
        : IRequest<Page<SlippageRow>>;

/// <summary>An assignment that is overdue, or whose target was moved later than first agreed.</summary>
/// <param name="AssignmentId">The assignment's id.</param>
/// <param name="ActionId">The action's id.</param>
/// <param name="Reference">The action's reference: "1.2/3".</param>
/// <param name="Action">What is required, as the plan says it now.</param>
/// <param name="AuthorityId">The authority's id.</param>
/// <param name="AuthorityCode">Its short code: BDC.</param>
/// <param name="AuthorityName">Its name.</param>
/// <param name="Status">What the authority had last reported by the day.</param>
/// <param name="DueBy">When it was due, as the target stood on the day; null when the date has been given up.</param>
/// <param name="BaselineDueBy">The day first agreed.</param>
/// <param name="DaysOverdue">Days from due to the day asked for; 0 when it is not overdue.</param>
/// <param name="EscalatedOn">Since when it is the board's to take up: 28 days after it was due, whatever the authority's own reminders say;
/// null until then.</param>
/// <param name="DaysSlipped">Days from the baseline to the due day; 0 when it was not moved later, null when the date has been given
/// up.</param>
/// <param name="TimesMoved">How often its due day was moved by the day, either way; null where you may not read its moves.</param>
/// <param name="LastReason">Why the target was last changed; null when it never was, or where you may not read it.</param>
public sealed record SlippageRow(
    Guid AssignmentId, Guid ActionId, string Reference, string Action, Guid AuthorityId, string AuthorityCode, string AuthorityName,
        AssignmentStatus Status,
    DateOnly? DueBy, DateOnly? BaselineDueBy, int DaysOverdue, DateOnly? EscalatedOn, int? DaysSlipped, int? TimesMoved,
        string? LastReason);

internal sealed class ListSlippageHandler(EqualityDb db, Caller caller, TimeProvider time)
    : IRequestHandler<ListSlippage, Page<SlippageRow>>
{
    public async Task<Page<SlippageRow>> Handle(ListSlippage request, CancellationToken cancellationToken)
    {
        var limit = Cursor.Limit(request.Limit);
        object?[] boundTo = [nameof(ListSlippage), caller.OrganisationId, request.SchemeId, request.AsOf, request.AuthorityId];
        var asked = BoardDay.Of(request.AsOf, time);
        var after = PlaceOf(Cursor.Read(request.Cursor, 4, boundTo), asked.AsOf);
        // A walk begun before midnight goes on over the same day's figures.
        var day = after is null || request.AsOf is not null ? asked : new BoardDay(after.AsOf);
        var schemeId = request.SchemeId!.Value;
        var owners = await new Sql($"""
            select owner_id from equality.schemes where id = {schemeId}
            """).ReadAsync(db, r => r.GetGuid(0), cancellationToken);
        if (owners.Count == 0)
        {
            throw Refusal.NotFound("scheme");
        }

        var rows = await Page(owners[0], schemeId, day, request.AuthorityId, after, limit + 1)
            .ReadAsync(db, r => Row(r, day.AsOf), cancellationToken);
        return rows.Count <= limit
            ? new Page<SlippageRow>(rows, null)
            : new Page<SlippageRow>(rows[..limit], Cursor.Write(Place.Of(rows[limit - 1], day.AsOf).Values, boundTo));
    }

    /// <summary>The page is cut out of the states before anything is joined, so that its cost follows its rows.</summary>
    private Sql Page(Guid ownerId, Guid schemeId, BoardDay day, Guid? authorityId, Place? after, int count) => new Sql($"""
        select s.assignment_id, s.action_id, a.reference, a.text, s.authority_id, o.code, o.name, s.status, s.due_by, s.baseline_due_by,
          m.times_moved, m.last_reason
        from (
          select * from (
            select assignment_id, action_id, authority_id, owner_id, t.status, due_by, baseline_due_by,
              s.overdue is not true as not_overdue, coalesce(due_by, baseline_due_by) as counts_from
            from equality.assignment_states t
            cross join lateral app.standing(t.status, t.withdrawn, t.due_by, t.baseline_due_by, t.review_by, t.no_target, {day.AsOf}) s
            where owner_id = {ownerId} and scheme_id = {schemeId} and began_at < {day.End} and (ended_at is null or ended_at >= {day.End})
              and not withdrawn and not accepted and (s.overdue or due_by > baseline_due_by or s.overdue_against_baseline)
              and (authority_id = {ownerId} or authority_id in (
                select m.authority_id from equality.memberships m
                where m.partnership_id = {ownerId} and m.from_on <= {day.AsOf} and (m.to_on is null or m.to_on >= {day.AsOf})))
          ) slipped
          where true
        """)
        .When(authorityId is not null, $"and authority_id = {authorityId}")
        .When(after is not null,
            $"and (not_overdue, counts_from, assignment_id) > ({after?.NotOverdue}, {after?.CountsFrom}, {after?.AssignmentId})")
        .Add($"order by not_overdue, counts_from, assignment_id limit {count}")
        // Moves are read by the two parties alone: a count of the rows that others may see would say "never moved".
        .Add($"""
            ) s
            join equality.actions a on a.owner_id = s.owner_id and a.id = s.action_id
            join equality.organisations o on o.id = s.authority_id
            left join lateral (
              select count(*) filter (where from_due_by is distinct from to_due_by)::int as times_moved,
                (array_agg(reason order by moved_at desc, id desc))[1] as last_reason
              from equality.target_moves t where t.assignment_id = s.assignment_id and t.moved_at < {day.End}
              having s.authority_id = {caller.OrganisationId} or s.owner_id = {caller.OrganisationId}) m on true
            order by s.not_overdue, s.counts_from, s.assignment_id
            """);

    private static SlippageRow Row(NpgsqlDataReader r, DateOnly asOf)
    {
        var (dueBy, baseline) = (r.Maybe<DateOnly>(8), r.Maybe<DateOnly>(9));
        return new SlippageRow(
            r.GetGuid(0), r.GetGuid(1), r.GetString(2), r.GetString(3), r.GetGuid(4), r.GetString(5), r.GetString(6),
                EnumText.Read<AssignmentStatus>(r.GetString(7)),
            dueBy, baseline,
            dueBy is { } due ? Math.Max(0, DueDay.DaysPast(due, asOf)) : 0,
            Standing.EscalatedOn(dueBy, asOf),
            dueBy is null ? null : Math.Max(0, dueBy.Value.DayNumber - (baseline ?? dueBy.Value).DayNumber),
            r.Maybe<int>(10), r.Text(11));
    }

    private static Place? PlaceOf(IReadOnlyList<string>? values, DateOnly latest)
    {
        if (values is null)
        {
            return null;
        }

        return IsDay(values[0], out var asOf) && asOf <= latest && bool.TryParse(values[1], out var notOverdue)
            && IsDay(values[2], out var countsFrom) && Guid.TryParse(values[3], out var id)
            ? new Place(asOf, notOverdue, countsFrom, id)
            : throw Refusal.Invalid("cursor-invalid", "Begin again without the cursor.",
                new FieldError("cursor", "cursor-invalid", "Leave it out to begin at the start of the list."));
    }

    private static bool IsDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>Where a page ended: what is overdue first, then by day, then by id.</summary>
    private sealed record Place(DateOnly AsOf, bool NotOverdue, DateOnly CountsFrom, Guid AssignmentId)
    {
        public static Place Of(SlippageRow row, DateOnly asOf) =>
            new(asOf, row.DaysOverdue == 0, (row.DueBy ?? row.BaselineDueBy)!.Value, row.AssignmentId);

        public IEnumerable<string> Values =>
            [AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), NotOverdue.ToString(),
                CountsFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), AssignmentId.ToString()];
    }
}
