using System.ComponentModel.DataAnnotations;
using MediatR;
using Npgsql;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Board;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Board;

/// <param name="SchemeId">The scheme's id.</param>
/// <param name="AsOf">The day in London, by whose end it had been recorded; today unless said, never a later one.</param>
[Reads(Permission.BoardRead)]
public sealed record GetBoardProgress([Required(ErrorMessage = "Name the scheme: its id.")] Guid? SchemeId, DateOnly? AsOf)
    : IRequest<BoardProgress>;

internal sealed class GetBoardProgressHandler(EqualityDb db, Caller caller, TimeProvider time)
    : IRequestHandler<GetBoardProgress, BoardProgress>
{
    public async Task<BoardProgress> Handle(GetBoardProgress request, CancellationToken cancellationToken)
    {
        var day = BoardDay.Of(request.AsOf, time);
        var schemeId = request.SchemeId!.Value;
        var (scheme, ownerId, unassigned, recordedFrom) = (await new Sql($"""
            select s.id, s.reference, s.title, s.stage, s.sample, s.owner_id,
              (select count(*)::int from equality.actions a
              where a.scheme_id = s.id and a.unassigned and a.withdrawn_at is null and a.created_at < {day.End}),
              (select min(t.began_at) from equality.assignment_states t where t.owner_id = s.owner_id and t.scheme_id = s.id)
            from equality.schemes s where s.id = {schemeId}
            """).ReadAsync(db, ReadScheme, cancellationToken)).SingleOrDefault() ?? throw Refusal.NotFound("scheme");
        var themes = await new Sql($"""
            select id, number, title, withdrawn_at is not null from equality.themes where owner_id = {ownerId} and scheme_id = {schemeId}
              order by position
            """)
            .ReadAsync(db, r => new ThemeRow(r.GetGuid(0), r.Text(1), r.GetString(2), r.GetBoolean(3)), cancellationToken);
        var partial = ownerId != caller.OrganisationId && !caller.Scope.SharingIds.Contains(ownerId);
        var columns = await new Sql($"""
            select o.id, o.code, o.name, o.kind from equality.organisations o
            where (o.id = {ownerId} or o.id in (
              select m.authority_id from equality.memberships m
              where m.partnership_id = {ownerId} and m.from_on <= {day.AsOf} and (m.to_on is null or m.to_on >= {day.AsOf})))
            """)
            .When(partial, $"and o.id = {caller.OrganisationId}")
            .Add($"order by o.code")
            .ReadAsync(db, r => new ColumnRow(r.GetGuid(0), r.GetString(1), r.GetString(2), r.GetString(3) == "authority"),
                cancellationToken);
        var figures = (await Figures(ownerId, schemeId, day)
            .ReadAsync(db, ReadFigures, cancellationToken)).ToDictionary(f => (f.ThemeId, f.AuthorityId), f => f.Figures);
        // A partnership has a column only where it gave itself something to do.
        columns.RemoveAll(c => !c.IsAuthority && !figures.ContainsKey((null, c.Id)));
        // A heading that was taken out still stands over what was counted under it on an earlier day.
        themes.RemoveAll(t => t.IsWithdrawn && !figures.ContainsKey((t.Id, null)));

        BoardFigures Of(Guid? themeId, Guid? authorityId) => figures.GetValueOrDefault((themeId, authorityId), BoardFigures.None);
        List<BoardColumn> Columns(Guid? themeId) => [.. columns.Select(c => BoardColumn.From(c.Id, c.Code, c.Name, Of(themeId, c.Id)))];
        var whole = Of(null, null);
        return new BoardProgress(
            scheme, day.AsOf, recordedFrom is { } from
                ? LondonDay.Of(from) : null, partial, columns.Count, whole, whole.Headline.Sentence(), unassigned,
            [.. themes.Select(
                t => new BoardTheme(t.Id, t.Number, t.Title, Of(t.Id, null), Of(t.Id, null).Headline.Sentence(), Columns(t.Id)))],
            Columns(null));
    }

    /// <summary>
    /// The whole board in one read of the index over states, at one moment. States are counted into cells first, so that
    /// the totals add up some dozens of cells and not every state again.
    /// </summary>
    private static Sql Figures(Guid ownerId, Guid schemeId, BoardDay day) => new($"""
        select theme_id, authority_id, sum(expected)::int, sum(not_started)::int, sum(on_track)::int, sum(at_risk)::int,
          sum(off_track)::int,
          sum(completed)::int, sum(not_applicable)::int, sum(overdue)::int, sum(due_soon)::int, sum(not_updated)::int, sum(no_target)::int,
          sum(overdue_against_baseline)::int, sum(first_overdue)::int, sum(first_not_updated)::int, sum(first_off_track)::int,
          sum(first_at_risk)::int, sum(first_on_track)::int, sum(first_not_started)::int, sum(first_not_applicable)::int
        from (
          select theme_id, authority_id, count(*) as expected,
            count(*) filter (where status = 'notStarted') as not_started,
            count(*) filter (where status = 'onTrack') as on_track,
            count(*) filter (where status = 'atRisk') as at_risk,
            count(*) filter (where status = 'offTrack') as off_track,
            count(*) filter (where status = 'completed') as completed,
            count(*) filter (where status = 'notApplicable') as not_applicable,
            count(*) filter (where overdue) as overdue,
            count(*) filter (where due_soon) as due_soon,
            count(*) filter (where not_updated) as not_updated,
            count(*) filter (where lacks_target) as no_target,
            count(*) filter (where overdue_against_baseline) as overdue_against_baseline,
            count(*) filter (where headline = 'overdue') as first_overdue,
            count(*) filter (where headline = 'notUpdated') as first_not_updated,
            count(*) filter (where headline = 'offTrack') as first_off_track,
            count(*) filter (where headline = 'atRisk') as first_at_risk,
            count(*) filter (where headline = 'onTrack') as first_on_track,
            count(*) filter (where headline = 'notStarted') as first_not_started,
            count(*) filter (where headline = 'notApplicable') as first_not_applicable
          from (
            select t.theme_id, t.authority_id, t.status, s.*
            from equality.assignment_states t
            cross join lateral app.standing(t.status, t.withdrawn, t.due_by, t.baseline_due_by, t.review_by, t.no_target, {day.AsOf}) s
            where owner_id = {ownerId} and scheme_id = {schemeId} and began_at < {day.End} and (ended_at is null or ended_at >= {day.End})
              and not withdrawn and not accepted
              and (authority_id = {ownerId} or authority_id in (
                select m.authority_id from equality.memberships m
                where m.partnership_id = {ownerId} and m.from_on <= {day.AsOf} and (m.to_on is null or m.to_on >= {day.AsOf})))
          ) states
          group by theme_id, authority_id
        ) cells
        group by grouping sets ((theme_id, authority_id), (theme_id), (authority_id), ())
        having count(*) > 0
        """);

    private static SchemeRow ReadScheme(NpgsqlDataReader r) => new(
        new BoardScheme(r.GetGuid(0), r.GetString(1), r.GetString(2), EnumText.Read<SchemeStage>(r.GetString(3)), r.GetBoolean(4)),
        r.GetGuid(5), r.GetInt32(6), r.Maybe<DateTimeOffset>(7));

    private static FiguresRow ReadFigures(NpgsqlDataReader r)
    {
        int N(int column) => r.GetInt32(column);
        return new FiguresRow(r.Maybe<Guid>(0), r.Maybe<Guid>(1), new BoardFigures(
            N(2),
            new BoardStatusCounts(NotStarted: N(3), OnTrack: N(4), AtRisk: N(5), OffTrack: N(6), Completed: N(7), NotApplicable: N(8)),
            new BoardFlagCounts(Overdue: N(9), DueSoon: N(10), NotUpdated: N(11), NoTarget: N(12), OverdueAgainstBaseline: N(13)),
            new HeadlineCounts(Completed: N(7), Overdue: N(14), NotUpdated: N(15), OffTrack: N(16), AtRisk: N(17), OnTrack: N(18),
                NotStarted: N(19), NotApplicable: N(20))));
    }

    private sealed record SchemeRow(BoardScheme Scheme, Guid OwnerId, int UnassignedActions, DateTimeOffset? RecordedFrom);

    private sealed record ThemeRow(Guid Id, string? Number, string Title, bool IsWithdrawn);

    private sealed record ColumnRow(Guid Id, string Code, string Name, bool IsAuthority);

    private sealed record FiguresRow(Guid? ThemeId, Guid? AuthorityId, BoardFigures Figures);
}
