using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PartnershipEquality.Api.Hosting;
using PartnershipEquality.Data;
using PartnershipEquality.Documents.CrossReferences;
using PartnershipEquality.Documents.Plans.Proposal;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Plans;
using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Bench;

/// <summary>
/// Fills an empty database with the whole country as it stands on an evening: every plan live, two in five assignments
/// reported on, what falls due laid down by the domain's own rules, and every morning's reminders planned up to that day.
/// </summary>
internal sealed class Filling(BenchServer server, string database, Country country, DateOnly evening)
{
    private static readonly DateOnly[] Begins = [new(2025, 4, 1), new(2025, 4, 1), new(2026, 4, 1), new(2026, 4, 1)];

    private readonly WorkingDays _workingDays = new();

    public async Task FillAsync(CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        await using (var roles = OpenDatabases.Of(server.Address, database))
        {
            await roles.UpgradeAsync(LondonDay.At(Begins[0], TimeOnly.MinValue), ct);
        }

        // Row security and triggers are for those who ask; what is filled here has been made by the domain.
        await using var source = server.Superuser(database, "-c session_replication_role=replica -c synchronous_commit=off");
        await RunAsync(source, Organisations(country), ct);
        await RunAsync(source, Posts(), ct);
        var members = await MembersAsync(source, ct);
        await using var db = new EqualityDb(new DbContextOptionsBuilder<EqualityDb>().UseNpgsql(source).Options);
        await db.Database.OpenConnectionAsync(ct);
        for (var partnership = 0; partnership < country.PartnershipCount; partnership++)
        {
            for (var scheme = 0; scheme < Country.SchemesEach; scheme++)
            {
                await FillSchemeAsync(db, partnership, scheme, members[partnership].Key, [.. members[partnership]], ct);
            }
        }

        await RunAsync(source, "vacuum analyze", ct);
        Console.WriteLine($"Filled as on the evening of {evening:yyyy-MM-dd} in {clock.Elapsed.TotalSeconds:0} s.");
    }

    private async Task FillSchemeAsync(EqualityDb db, int partnership, int number, Guid owner, IReadOnlyList<KnownAuthority> members,
        CancellationToken ct)
    {
        var startsOn = Begins[number];
        var (endsOn, at) = (startsOn.AddYears(3).AddDays(-1), LondonDay.At(startsOn, new TimeOnly(9, 0)));
        var scheme = Scheme.Begin(owner, $"P{partnership}-{number}", $"Equality scheme {number + 1}", startsOn, endsOn, SchemeStage.InForce,
            sample: true, at);
        var understanding = new PlanInterpreter(startsOn, endsOn, null, null, members, [], []);
        var plan = LivePlanBuilder.Create(scheme,
            understanding.Read(Country.PlanOf(partnership, number, startsOn, [.. members.Select(m => m.Code)])).Plan, at);
        var milestones = plan.Actions.ToDictionary(a => a.Id, a => a.Milestones);
        var updates = new List<ProgressUpdate>();
        foreach (var (assignment, i) in plan.Assignments.Select((a, i) => (a, i)))
        {
            var steps = milestones[assignment.ActionId];
            if (ReportOf(i) is { } report)
            {
                updates.Add(assignment.Record(report, scheme, steps, LondonDay.At(evening.AddDays(-10 - (i % 60)), new TimeOnly(11, 0))));
            }

            assignment.GenerateOccurrences(scheme, steps, evening, LondonDay.At(evening, new TimeOnly(7, 0)));
            foreach (var occurrence in assignment.Occurrences)
            {
                RemindUpToEvening(assignment, occurrence, scheme);
            }
        }

        await PlanSaving.SaveAsync(db, plan, at, ct);
        await ManyRows.InsertAsync(db, updates, ct);
    }

    private static Report? ReportOf(int i) => (i % 20) switch
    {
        < 4 => Said(AssignmentStatus.OnTrack),
        4 or 5 => Said(AssignmentStatus.AtRisk),
        6 => Said(AssignmentStatus.Completed) with { Finished = true },
        7 when i % 60 == 7 => Said(AssignmentStatus.NotApplicable) with { Reason = "We have no such service." },
        _ => null,
    };

    private static Report Said(AssignmentStatus status) =>
        new(status, false, null, null, "Talked over with the partners; the next step is agreed.", [], Tier.Partnership, "bench", null);

    /// <summary>As the planner would have left it, had it run each morning until this one.</summary>
    private void RemindUpToEvening(Assignment assignment, Occurrence occurrence, Scheme scheme)
    {
        var standing = new WorkStanding(occurrence.Kind, occurrence.Status, occurrence.DueBy, assignment.Status, false,
            assignment.LastReportedAt is { } reported ? LondonDay.Of(reported) : null, scheme, true);
        var schedule = new ReminderSchedule(ReminderPolicy.Default, _workingDays);
        var kind = occurrence.Kind == OccurrenceKind.Delivery ? ReminderKind.Delivery : ReminderKind.Review;
        var next = new List<DateOnly?>();
        foreach (var audience in Enum.GetValues<ReminderAudience>())
        {
            if (standing.WhyNotOwed(evening, audience) is not null)
            {
                next.Add(standing.NextReminder(evening, audience));
                continue;
            }

            if (schedule.LatestOwed(kind, occurrence.DueBy, occurrence.ArmedOn, null, evening, audience) is { } owed)
            {
                occurrence.Reminded(audience, owed.Offset);
            }

            next.Add(schedule.NextReminderOn(kind, occurrence.DueBy, occurrence.ArmedOn, occurrence.LastOffsetOf(audience), scheme.EndsOn,
                audience));
        }

        occurrence.SetNextReminder(next.Min() is { } day ? day <= evening ? evening.AddDays(1) : day : null);
    }

    private static string Organisations(Country country) => $"""
        insert into organisations (id, kind, code, name, created_at)
        select md5('p' || i)::uuid, 'partnership', 'P' || lpad(i::text, 3, '0'), 'Partnership ' || i, timestamptz '2025-04-01Z'
          from generate_series(0, {country.PartnershipCount - 1}) i
        union all select md5('a' || i)::uuid, 'authority', 'A' || lpad(i::text, 3, '0'), 'Council ' || i, timestamptz '2025-04-01Z'
          from generate_series(0, {country.AuthorityCount - 1}) i;
        insert into memberships (partnership_id, authority_id, from_on)
        select md5('p' || i % {country.PartnershipCount})::uuid, md5('a' || i)::uuid, '2025-04-01'
          from generate_series(0, {country.AuthorityCount - 1}) i;
        insert into settings (organisation_id) select id from organisations;
        insert into work_due (organisation_id, kind, next_at)
        select id, work, timestamptz '2025-04-01Z' from organisations, unnest(array['plan', 'send', 'deliver']) work
          where kind = 'authority';
        """;

    /// <summary>Twelve posts at each authority, one of them vacant with a deputy; all roles mapped to them but two.</summary>
    private static string Posts() => $"""
        create temp table roles as select *
          from unnest(array[{string.Join(", ", Country.Roles.Select(r => $"'{r}'"))}],
          array[{string.Join(", ", Country.Roles.Select(r => $"'{ResponsibleRoles.Fold(r)}'"))}])
          with ordinality r (written, role, n);
        insert into posts (id, authority_id, title, equality_lead, created_at, updated_at)
        select md5('post' || o.code || n)::uuid, o.id, written, n = 1, timestamptz '2025-04-01Z', timestamptz '2025-04-01Z'
          from organisations o, roles where o.kind = 'authority';
        insert into people (id, authority_id, name, address, created_at)
        select md5('person' || o.code || n)::uuid, o.id, 'Officer ' || n, 'officer.' || n || '@' || lower(o.code) || '.example.org',
          timestamptz '2025-04-01Z' from organisations o, roles where o.kind = 'authority';
        insert into post_holders (id, authority_id, post_id, person_id, deputy, from_on, to_on)
        select md5('holder' || o.code || n)::uuid, o.id, md5('post' || o.code || n)::uuid, md5('person' || o.code || n)::uuid, false,
          date '2025-04-01', case when n = 6 then '2026-09-30'::date end
        from organisations o, roles where o.kind = 'authority'
        union all
        select md5('deputy' || o.code || n)::uuid, o.id, md5('post' || o.code || n)::uuid, md5('person' || o.code || n % 12 + 1)::uuid,
          true, date '2025-04-01', null
        from organisations o, roles where o.kind = 'authority' and n % 3 = 0;
        insert into role_mappings (authority_id, role, written, post_id, confirmed_at)
        select o.id, role, written, md5('post' || o.code || n)::uuid, timestamptz '2025-04-01Z' from organisations o, roles
          where o.kind = 'authority' and n <= {Country.RolesWithPost};
        """;

    private static async Task<List<IGrouping<Guid, KnownAuthority>>> MembersAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand("""
            select m.partnership_id, a.id, a.code, a.name from memberships m join organisations p on p.id = m.partnership_id
              join organisations a on a.id = m.authority_id order by p.code, a.code
            """);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<(Guid Partnership, KnownAuthority Authority)>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add((reader.GetGuid(0), new KnownAuthority(reader.GetGuid(1), reader.GetString(2), reader.GetString(3), [])));
        }

        return [.. rows.GroupBy(r => r.Partnership, r => r.Authority)];
    }

    private static async Task RunAsync(NpgsqlDataSource source, string sql, CancellationToken ct)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}
