using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PartnershipEquality.Data.Tenancy;

/// <summary>
/// Which organisation has work, and from when. The worker claims the earliest row as the platform role; whoever makes
/// work lowers the moment in the transaction that makes it, so that none is forgotten.
/// </summary>
public static class WorkDue
{
    /// <summary>A claim that is not finished in this time is taken for that of a worker that died.</summary>
    public static readonly TimeSpan ClaimLasts = TimeSpan.FromMinutes(5);

    /// <summary>Says, inside the tenant's transaction, that there is work of this kind from a moment on.</summary>
    public static Task LowerAsync(EqualityDb db, Guid organisationId, string kind, DateTimeOffset at, CancellationToken ct) => db.Database.ExecuteSqlAsync($"""
        insert into work_due (organisation_id, kind, next_at) values ({organisationId}, {kind}, {at})
        on conflict (organisation_id, kind) do update set next_at = least(work_due.next_at, excluded.next_at)
        """, ct);

    /// <summary>Claims the organisation whose work has waited longest; null when none is due.</summary>
    public static async Task<Guid?> ClaimAsync(NpgsqlDataSource platform, string kind, DateTimeOffset now, CancellationToken ct)
    {
        // While the work runs, the next moment is infinity: what is lowered meanwhile is told apart from what was due.
        await using var command = Command(platform, """
            update work_due w set claimed_until = $2 + $3, next_at = 'infinity'
            from (
              select organisation_id, kind from work_due
              where kind = $1 and (next_at <= $2 and (claimed_until is null or claimed_until <= $2) or claimed_until <= $2)
              order by next_at limit 1 for update skip locked) d
            where (w.organisation_id, w.kind) = (d.organisation_id, d.kind)
            returning w.organisation_id
            """, kind, now, ClaimLasts);
        return await command.ExecuteScalarAsync(ct) as Guid?;
    }

    /// <summary>The work is done until <paramref name="next"/>, or until the earlier moment that somebody set meanwhile.</summary>
    public static async Task FinishAsync(NpgsqlDataSource platform, Guid organisationId, string kind, DateTimeOffset next, CancellationToken ct)
    {
        await using var command = Command(platform, """
            update work_due set next_at = least(next_at, $3), claimed_until = null, attempts = 0, last_error = null
            where organisation_id = $1 and kind = $2
            """, organisationId, kind, next);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The work failed: it is tried again after a minute, then after ever longer, an hour at most.</summary>
    public static async Task FailAsync(NpgsqlDataSource platform, Guid organisationId, string kind, DateTimeOffset now, string error, CancellationToken ct)
    {
        await using var command = Command(platform, """
            update work_due set next_at = $3 + least(interval '1 hour', interval '1 minute' * power(2, least(attempts, 10))),
              claimed_until = null, attempts = attempts + 1, last_error = $4
            where organisation_id = $1 and kind = $2
            """, organisationId, kind, now, error.Length > 500 ? error[..500] : error);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The authorities, for a run that leaves none out.</summary>
    public static async Task<IReadOnlyList<Guid>> AuthoritiesAsync(NpgsqlDataSource platform, CancellationToken ct)
    {
        await using var command = Command(platform, "select id from organisations where kind = 'authority' order by code");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var ids = new List<Guid>();
        while (await reader.ReadAsync(ct))
        {
            ids.Add(reader.GetGuid(0));
        }

        return ids;
    }

    /// <summary>What the organisation may reach on a day; null when there is no such organisation.</summary>
    public static async Task<Reach?> ReachAsync(NpgsqlDataSource platform, Guid organisationId, DateOnly day, CancellationToken ct)
    {
        await using var command = Command(platform, "select * from gate.reach($1, $2)", organisationId, day);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? Reach.Read(reader, 0) : null;
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
