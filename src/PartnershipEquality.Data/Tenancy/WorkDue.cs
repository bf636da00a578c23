using Microsoft.EntityFrameworkCore;
using Npgsql;
using PartnershipEquality.Data.Tables;

namespace PartnershipEquality.Data.Tenancy;

/// <summary>One organisation's work of one kind, taken by one worker until a moment that it moves on while it works.</summary>
/// <param name="Token">The claim's name: whoever takes the work over has another, and the first can end it no more.</param>
/// <param name="DueAt">From when it was due; of work taken over from a lost worker, when that one's claim ended.</param>
public sealed record WorkClaim(Guid OrganisationId, WorkKind Kind, Guid Token, DateTimeOffset DueAt);

/// <summary>The work of one kind that fails or waits too long, over all organisations.</summary>
/// <param name="Failing">How many organisations' work failed the last time.</param>
/// <param name="Late">How many have work that is long due and that no worker has taken.</param>
public sealed record WorkTrouble(WorkKind Kind, int Failing, int Late);

/// <summary>
/// Which organisation has work, and from when. The worker claims the earliest row as the platform role; whoever makes
/// work lowers the moment in the transaction that makes it, so that none is forgotten.
/// </summary>
public static class WorkDue
{
    /// <summary>Work that nobody took for so long is late: no worker runs, or there are too few.</summary>
    public static readonly TimeSpan LateAfter = TimeSpan.FromMinutes(15);

    /// <summary>Says, inside the tenant's transaction, that there is work of this kind from a moment on.</summary>
    public static Task LowerAsync(EqualityDb db, Guid organisationId, WorkKind kind, DateTimeOffset at, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"""
        insert into work_due (organisation_id, kind, next_at) values ({organisationId}, {EnumText.Of(kind)}, {at})
        on conflict (organisation_id, kind) do update set next_at = least(work_due.next_at, excluded.next_at)
        """, ct);

    /// <summary>
    /// The same for what many requests of one organisation say at once: where the moment is early enough already, it is
    /// only looked at, so that they do not queue for its row.
    /// </summary>
    public static Task<int> EnsureAsync(EqualityDb db, Guid organisationId, WorkKind kind, DateTimeOffset at, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"""
        insert into work_due (organisation_id, kind, next_at)
        select {organisationId}, {EnumText.Of(kind)}, {at} where not exists (select from work_due
          where organisation_id = {organisationId} and kind = {EnumText.Of(kind)} and next_at <= {at})
        on conflict (organisation_id, kind) do update set next_at = least(work_due.next_at, excluded.next_at)
        """, ct);

    /// <summary>
    /// Has the organisation's own work of a kind done now, inside its transaction, however long it was to wait and
    /// however often it failed; answers 0 when it has none of the kind.
    /// </summary>
    public static Task<int> WakeAsync(EqualityDb db, Guid organisationId, WorkKind kind, DateTimeOffset at, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"""
        update work_due set next_at = least(next_at, {at}), attempts = 0
          where organisation_id = {organisationId} and kind = {EnumText.Of(kind)}
        """, ct);

    /// <summary>
    /// Marks the work that is due as handed to a queue, and answers whose it is: whoever looks again while the mark lasts
    /// finds none of it. What a queue has lost is found anew once its mark has run out.
    /// </summary>
    /// <param name="dueBy">Only what was due by this moment.</param>
    /// <param name="lasts">How long the mark lasts, unless the work is claimed before.</param>
    /// <param name="retriesOwnFor">For how long past its moment work that failed is left to the retry that its job has scheduled.</param>
    public static async Task<IReadOnlyList<(WorkKind Kind, Guid OrganisationId)>> MarkQueuedAsync(
        NpgsqlDataSource platform, IEnumerable<WorkKind> kinds, DateTimeOffset now, DateTimeOffset dueBy, TimeSpan lasts,
            TimeSpan retriesOwnFor, CancellationToken ct)
    {
        await using var command = Command(platform, """
            update work_due w set queued_until = $2 + $4
            from (
              select organisation_id, kind from work_due
              where kind = any ($1) and least(next_at, claimed_until) <= $3 and (claimed_until is null or claimed_until <= $2)
                and (queued_until is null or queued_until <= $2) and (attempts = 0 or claimed_until is not null or next_at <= $2 - $5)
              order by least(next_at, claimed_until) for update skip locked) d
            where (w.organisation_id, w.kind) = (d.organisation_id, d.kind)
            returning w.kind, w.organisation_id
            """, kinds.Select(EnumText.Of).ToArray(), now, dueBy, lasts, retriesOwnFor);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var queued = new List<(WorkKind, Guid)>();
        while (await reader.ReadAsync(ct))
        {
            queued.Add((EnumText.Read<WorkKind>(reader.GetString(0)), reader.GetGuid(1)));
        }

        return queued;
    }

    /// <summary>Claims the organisation whose work has waited longest; null when none is due.</summary>
    /// <param name="lasts">A claim that is not moved on for so long is taken for that of a worker that died.</param>
    public static Task<WorkClaim?> ClaimAsync(NpgsqlDataSource platform, WorkKind kind, DateTimeOffset now, TimeSpan lasts,
        CancellationToken ct) =>
        // A row that somebody holds just now is passed by.
        ClaimAsync(platform, kind, "true", "skip locked", [now, lasts], ct);

    /// <summary>Claims one organisation's work; null when it is not due or somebody else has it.</summary>
    public static Task<WorkClaim?> ClaimAsync(NpgsqlDataSource platform, WorkKind kind, Guid organisationId, DateTimeOffset now,
        TimeSpan lasts, CancellationToken ct) =>
        ClaimAsync(platform, kind, "organisation_id = $5", "", [now, lasts, organisationId], ct);

    private static async Task<WorkClaim?> ClaimAsync(NpgsqlDataSource platform, WorkKind kind, string whose, string held, object[] values,
        CancellationToken ct)
    {
        // While the work runs, the next moment is infinity: what is lowered meanwhile is told apart from what was due.
        await using var command = Command(platform, $"""
            update work_due w set claim = $4, claimed_until = $2 + $3, next_at = 'infinity', queued_until = null
            from (
              select organisation_id, kind, least(next_at, claimed_until) as due_at from work_due
              where kind = $1 and {whose} and (next_at <= $2 and (claimed_until is null or claimed_until <= $2) or claimed_until <= $2)
              order by next_at limit 1 for update {held}) d
            where (w.organisation_id, w.kind) = (d.organisation_id, d.kind)
            returning w.organisation_id, w.claim, d.due_at
            """, [EnumText.Of(kind), values[0], values[1], Guid.NewGuid(), .. values[2..]]);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new WorkClaim(reader.GetGuid(0), kind, reader.GetGuid(1), reader.GetFieldValue<DateTimeOffset>(2)) : null;
    }

    /// <summary>Makes one organisation's work due, whenever it would have been.</summary>
    public static async Task WakeAsync(NpgsqlDataSource platform, WorkKind kind, Guid organisationId, DateTimeOffset now,
        CancellationToken ct)
    {
        await using var command = Command(platform, """
            update work_due set next_at = least(next_at, $3), attempts = 0 where organisation_id = $1 and kind = $2
            """, organisationId, EnumText.Of(kind), now);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The worker lives and works on; false when somebody else has the work by now.</summary>
    public static Task<bool> ExtendAsync(NpgsqlDataSource platform, WorkClaim claim, DateTimeOffset now, TimeSpan lasts,
        CancellationToken ct) =>
        ChangeAsync(platform, claim, "claimed_until = $4 + $5", ct, now, lasts);

    /// <summary>
    /// The work is done until <paramref name="next"/>, or until the earlier moment that somebody set meanwhile. False
    /// when somebody else has the work by now: then it is theirs to say.
    /// </summary>
    public static Task<bool> FinishAsync(NpgsqlDataSource platform, WorkClaim claim, DateTimeOffset next, CancellationToken ct) =>
        ChangeAsync(platform, claim, "next_at = least(next_at, $4), claim = null, claimed_until = null, attempts = 0, last_error = null",
            ct, next);

    /// <summary>
    /// The work failed: it is tried again after <paramref name="firstWait"/>, then after ever longer, an hour at most.
    /// Answers when, and how often it has failed by now; null when somebody else has the work.
    /// </summary>
    public static async Task<(DateTimeOffset NextAt, int Attempts)?> FailAsync(NpgsqlDataSource platform, WorkClaim claim,
        DateTimeOffset now, TimeSpan firstWait, string error, CancellationToken ct)
    {
        await using var command = Command(platform, """
            update work_due set next_at = $4 + least(interval '1 hour', $5 * power(2, least(attempts, 10))),
              claim = null, claimed_until = null, attempts = attempts + 1, last_error = $6
            where organisation_id = $1 and kind = $2 and claim = $3
            returning next_at, attempts
            """, claim.OrganisationId, EnumText.Of(claim.Kind), claim.Token, now, firstWait, error.Length > 500 ? error[..500] : error);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetFieldValue<DateTimeOffset>(0), reader.GetInt32(1)) : null;
    }

    /// <summary>The worker was told to stop: another may go on at once.</summary>
    public static Task<bool> ReleaseAsync(NpgsqlDataSource platform, WorkClaim claim, CancellationToken ct) =>
        ChangeAsync(platform, claim, "next_at = least(next_at, $4), claim = null, claimed_until = null", ct, claim.DueAt);

    /// <summary>The kinds of work that fail or that nobody takes: counts alone, nothing of any organisation.</summary>
    public static async Task<IReadOnlyList<WorkTrouble>> TroubleAsync(NpgsqlDataSource platform, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = Command(platform, """
            select kind, failing, late from (
              select kind, count(*) filter (where attempts > 0)::int as failing,
                count(*) filter (where least(next_at, claimed_until) <= $1 and (claimed_until is null or claimed_until <= $1))::int as late
              from work_due group by kind) k
            where failing > 0 or late > 0 order by kind
            """, now - LateAfter);
        command.CommandTimeout = 5;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var kinds = new List<WorkTrouble>();
        while (await reader.ReadAsync(ct))
        {
            kinds.Add(new WorkTrouble(EnumText.Read<WorkKind>(reader.GetString(0)), reader.GetInt32(1), reader.GetInt32(2)));
        }

        return kinds;
    }

    /// <summary>How many mails are due to go out, and since when the earliest of them is.</summary>
    public static async Task<(long Waiting, DateTimeOffset? Oldest)> MailWaitingAsync(NpgsqlDataSource platform, DateTimeOffset now,
        CancellationToken ct)
    {
        await using var command = Command(platform, "select waiting, oldest from gate.mail_waiting($1)", now);
        command.CommandTimeout = 5;
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return (reader.GetInt64(0), reader.Maybe<DateTimeOffset>(1));
    }

    /// <summary>Has the events sent of the organisations whose feed holds some that no address of theirs has been served yet.</summary>
    public static async Task WakeBehindAsync(NpgsqlDataSource platform, WorkKind kind, DateTimeOffset now, CancellationToken ct)
    {
        // A row that somebody holds just now is passed by: the places are compared again at the next look.
        await using var command = Command(platform, """
            update work_due w set next_at = $2
            from (
              select organisation_id from work_due
              where kind = $1 and next_at > $2 and attempts = 0 and organisation_id in (select b.organisation_id
              from gate.webhooks_behind() b)
              for update skip locked) d
            where w.organisation_id = d.organisation_id and w.kind = $1
            """, EnumText.Of(kind), now);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>How many events are due to be sent, and since when the earliest of them is.</summary>
    public static async Task<(long Waiting, DateTimeOffset? Oldest)> EventsWaitingAsync(NpgsqlDataSource platform, DateTimeOffset now,
        CancellationToken ct)
    {
        await using var command = Command(platform, "select waiting, oldest from gate.webhooks_waiting($1)", now);
        command.CommandTimeout = 5;
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return (reader.GetInt64(0), reader.Maybe<DateTimeOffset>(1));
    }

    /// <summary>The authorities, for a run that leaves none out but those of a sandbox, which owe nothing.</summary>
    public static async Task<IReadOnlyList<Guid>> AuthoritiesAsync(NpgsqlDataSource platform, CancellationToken ct)
    {
        await using var command = Command(platform, """
            select id from organisations where kind = 'authority' and sandbox_of is null order by code
            """);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var ids = new List<Guid>();
        while (await reader.ReadAsync(ct))
        {
            ids.Add(reader.GetGuid(0));
        }

        return ids;
    }

    /// <summary>The organisations' public names, for a page about the work of all.</summary>
    public static IReadOnlyDictionary<Guid, string> Names(NpgsqlDataSource platform)
    {
        using var command = Command(platform, "select id, name from organisations");
        using var reader = command.ExecuteReader();
        var names = new Dictionary<Guid, string>();
        while (reader.Read())
        {
            names.Add(reader.GetGuid(0), reader.GetString(1));
        }

        return names;
    }

    /// <summary>What the organisation may reach on a day; null when there is no such organisation.</summary>
    public static async Task<TenantScope?> ScopeAsync(NpgsqlDataSource platform, Guid organisationId, DateOnly day, CancellationToken ct)
    {
        await using var command = Command(platform, "select * from gate.reach($1, $2)", organisationId, day);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? TenantScope.Read(reader, 0) : null;
    }

    private static async Task<bool> ChangeAsync(NpgsqlDataSource platform, WorkClaim claim, string change, CancellationToken ct,
        params object[] values)
    {
        await using var command = Command(platform, $"update work_due set {change} where organisation_id = $1 and kind = $2 and claim = $3",
            [claim.OrganisationId, EnumText.Of(claim.Kind), claim.Token, .. values]);
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    private static NpgsqlCommand Command(NpgsqlDataSource platform, string sql, params object[] values)
    {
        var command = platform.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
