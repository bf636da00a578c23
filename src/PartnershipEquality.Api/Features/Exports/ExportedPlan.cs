using System.Runtime.CompilerServices;
using System.Text.Json;
using Npgsql;
using PartnershipEquality.Api.Features.Assignments;
using PartnershipEquality.Api.Features.Plans;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Plans.Tables;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Exports;

/// <summary>The rows of a plan with its progress, in the plan's order, read one after another so that none has to be held.</summary>
internal sealed class ExportedPlan(EqualityDb db, Scheme scheme, Guid me, Guid? authorityId, bool includePrivate, DateOnly today)
{
    /// <summary>The columns that any row fills, for a table that has to fit a page, where each theme has a row of its own.</summary>
    public async Task<IReadOnlyList<ExportedColumn>> ColumnsOfAPageAsync(CancellationToken ct)
    {
        var themes = await new Sql($"""
            select t.number, t.label, t.title from themes t
              where t.owner_id = {scheme.OwnerId} and t.scheme_id = {scheme.Id} and t.withdrawn_at is null
            """)
            .ReadAsync(db, r => (Number: r.Text(0), Label: r.Text(1), Title: r.GetString(2)), ct);
        // A label stands in its theme's row, unless that would be read as another.
        var isLabelApart = themes.Any(t => ThemeHeading.Read(ThemeHeading.Of(t.Number, t.Label, t.Title)) != t);
        var filled = await FilledColumnsAsync(ct);
        var columns = (await ColumnsAsync(ExportedColumn.MostNotesOnAPage, ct)).Where(c => c.Canonical is not { } column
            || filled.Contains(column) || (CanonicalColumns.Beside.Contains(column) && column != CanonicalColumns.ThemeLabel)).ToList();
        if (isLabelApart)
        {
            columns.Insert(0, Of(CanonicalColumns.ThemeLabel));
        }

        return columns;
    }

    private async Task<IReadOnlyList<CanonicalColumn>> FilledColumnsAsync(CancellationToken ct)
    {
        var filled = await new Sql($"""
            select bool_or(n.responsible is not null), bool_or(n.outcome is not null), bool_or(n.measures is not null),
              bool_or(n.target_text is not null),
              bool_or(n.cross_reference_text is not null), bool_or(n.resources is not null), bool_or(n.barriers is not null),
              bool_or(n.stakeholders is not null),
              bool_or(exists (select from milestones m where m.action_id = n.id and m.withdrawn_at is null)),
              (select bool_or(c.related <> array[]::text[]) from commitments c where c.scheme_id = {scheme.Id}),
              (select bool_or(c.psed_aims <> array[]::text[]) from commitments c where c.scheme_id = {scheme.Id}),
              (select bool_or(c.characteristics <> array[]::text[]) from commitments c where c.scheme_id = {scheme.Id}),
              (select bool_or(c.title is not null) from commitments c where c.scheme_id = {scheme.Id})
            from actions n where n.scheme_id = {scheme.Id} and n.withdrawn_at is null
            """).ReadAsync(db, r => Enumerable.Range(0, 13).Select(i => r.Maybe<bool>(i) == true).ToArray(), ct);
        CanonicalColumn[] optional =
        [
            CanonicalColumns.ResponsibleOfficer, CanonicalColumns.Outcome, CanonicalColumns.Measures, CanonicalColumns.TargetDate,
                CanonicalColumns.CrossReference,
            CanonicalColumns.Resources, CanonicalColumns.Barriers, CanonicalColumns.Stakeholders, CanonicalColumns.Milestones,
                CanonicalColumns.RelatedCommitments,
            CanonicalColumns.PsedAims, CanonicalColumns.ProtectedCharacteristics, CanonicalColumns.Commitment,
        ];
        return [.. CanonicalColumns.All.Where(c => c != CanonicalColumns.ThemeNumber && c != CanonicalColumns.Theme
            && Array.IndexOf(optional, c) is var i && (i < 0 || filled[0][i]))];
    }

    /// <summary>
    /// The columns of a table that is to import again as the same plan: the canonical ones, what the plan says beside them, and its
    /// progress.
    /// </summary>
    public Task<IReadOnlyList<ExportedColumn>> ColumnsAsync(CancellationToken ct) => ColumnsAsync(ExportedColumn.MostNotes, ct);

    private async Task<IReadOnlyList<ExportedColumn>> ColumnsAsync(int mostNotes, CancellationToken ct)
    {
        var filled = await new Sql($"""
            select (select bool_or(t.label is not null) from themes t where t.scheme_id = {scheme.Id}), (select bool_or(c.label is not null)
              from commitments c where c.scheme_id = {scheme.Id}),
              bool_or(n.label is not null), bool_or(n.responsible_as_written is not null), bool_or(n.plan_status is not null),
              bool_or(n.plan_status_text is not null)
            from actions n where n.scheme_id = {scheme.Id} and n.withdrawn_at is null
            """).ReadAsync(db, r => Enumerable.Range(0, 6).Select(i => r.Maybe<bool>(i) == true).ToArray(), ct);
        var beside = CanonicalColumns.Beside.Where((_, i) => filled[0][i]);
        var ofActions = await new Sql($"""
            select x.note ->> 'heading' from actions n cross join jsonb_array_elements(n.notes) with ordinality x (note, nth)
            where n.scheme_id = {scheme.Id} and n.withdrawn_at is null group by 1
              order by min(n.position), min(x.nth), 1 limit {ExportedColumn.MostNotes + 1}
            """).ReadAsync(db, r => r.GetString(0), ct);
        var ofCommitments = await new Sql($"""
            select x.note ->> 'heading' from commitments c cross join jsonb_array_elements(c.notes) with ordinality x (note, nth)
            where c.scheme_id = {scheme.Id} and c.withdrawn_at is null group by 1
              order by min(c.position), min(x.nth), 1 limit {ExportedColumn.MostNotes + 1}
            """).ReadAsync(db, r => r.GetString(0), ct);
        return
        [
            .. CanonicalColumns.All.Concat(beside).Select(Of),
            .. ExportedColumn.OfNotes(ofCommitments: false, ofActions, mostNotes),
            .. ExportedColumn.OfNotes(ofCommitments: true, ofCommitments, mostNotes),
            new ExportedColumn(CanonicalColumns.ProgressHeader, row => row.ProgressText),
        ];
    }

    public async IAsyncEnumerable<ExportedRow> RowsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        // Withdrawn work is no part of the plan; what was reported on it stays in the product.
        var sql = new Sql($"""
            select t.number, t.title, c.reference, c.title, c.related, c.psed_aims, c.characteristics,
              n.reference, n.text, n.outcome, n.measures, n.responsible, n.resources, n.barriers, n.stakeholders, n.target_text,
              n.cross_reference_text,
              (select jsonb_agg(jsonb_build_object('text', m.text, 'target', (select string_agg(x ->> 'text', '; ')
              from jsonb_array_elements(m.targets) x where x ->> 'text' <> '')) order by m.position)
                from milestones m where m.action_id = n.id and m.withdrawn_at is null)::text,
              (select jsonb_agg(jsonb_build_object('code', o.code, 'qualifier', a.qualifier, 'status', a.status, 'dueBy', a.due_by,
              'reviewBy', a.review_by,
                  'ownTarget', (select string_agg(x ->> 'text', '; ')
                  from jsonb_array_elements(a.own_targets) x), 'narrative', u.narrative, 'reportedOn', app.london_day(u.reported_at))
                  order by o.code)
                from assignments a join organisations o on o.id = a.authority_id
                left join lateral (
                  select u.narrative, u.reported_at from progress_updates u
                  where u.assignment_id = a.id and u.narrative is not null and u.retracted_at is null and (u.tier <> 'private'
                  or {includePrivate} and u.authority_id = {me})
                  order by u.reported_at desc, u.id desc limit 1) u on true
                where a.owner_id = {scheme.OwnerId} and a.commitment_id = n.commitment_id and a.action_id = n.id and a.withdrawn_at is null
                  and ({authorityId}::uuid is null or a.authority_id = {authorityId}))::text,
              t.label, c.label, c.not_applicable, c.notes::text, n.label, n.responsible_as_written, n.plan_status, n.plan_status_text,
              n.notes::text
            from themes t
            left join commitments c on c.owner_id = t.owner_id and c.theme_id = t.id and c.withdrawn_at is null
            left join actions n on n.commitment_id = c.id and n.withdrawn_at is null
            where t.owner_id = {scheme.OwnerId} and t.scheme_id = {scheme.Id} and t.withdrawn_at is null
            order by t.position, c.position, n.position
            """);
        await using var command = sql.On(db);
        command.CommandTimeout = 600;
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            yield return Read(reader);
        }
    }

    private ExportedRow Read(NpgsqlDataReader r)
    {
        var theme = new ThemeExport(r.Text(0), r.Text(19), r.GetString(1), []);
        var commitment = r.IsDBNull(2) ? null
            : new CommitmentExport(r.GetString(2), r.Text(20), r.Text(3), r.GetFieldValue<string[]>(4), r.GetFieldValue<string[]>(5),
                r.GetFieldValue<string[]>(6), r.Text(21),
                Of<PlanNote>(r.Text(22)), []);
        var action = r.IsDBNull(7) ? null
            : new ActionExport(r.GetString(7), r.Text(23), r.GetString(8), r.Text(9), r.Text(10), r.Text(11), r.Text(24), r.Text(12),
                r.Text(13), r.Text(14), Of<MilestoneExport>(r.Text(17)),
                r.Text(15), r.Text(16), PlanStatusDetail.Of(r.Text(25) is { } status ? EnumText.Read<AssignmentStatus>(status)
                    : null, r.Text(26)), Of<PlanNote>(r.Text(27)), [.. Of<Kept>(r.Text(18)).Select(Progress)]);
        return new ExportedRow(theme, commitment, action);
    }

    private ProgressExport Progress(Kept s)
    {
        var status = EnumText.Read<AssignmentStatus>(s.Status);
        var wanted = status is not (AssignmentStatus.Completed or AssignmentStatus.NotApplicable);
        var label = AssignmentRowReader.Label(status,
            Domain.Board.Standing.On(today, status, withdrawn: false, s.DueBy, baselineDueBy: null, s.ReviewBy, noTarget: false));
        return new ProgressExport(s.Code, s.Qualifier, label, s.OwnTarget, wanted ? s.DueBy : null, s.Narrative is null
            ? null : s.ReportedOn, s.Narrative);
    }

    private static ExportedColumn Of(CanonicalColumn column) =>
        new(column.Header, row => row.CellOf(column), column, CanonicalColumns.OfTheCommitment.Contains(column));

    private static List<T> Of<T>(string? json) => json is null ? [] : JsonSerializer.Deserialize<List<T>>(json, ColumnTypes.Json)!;

    private sealed record Kept(string Code, string? Qualifier, string Status, DateOnly? DueBy, DateOnly? ReviewBy, string? OwnTarget,
        string? Narrative, DateOnly? ReportedOn);
}
