using Npgsql;
using PartnershipEquality.Data;

namespace PartnershipEquality.Bench;

/// <summary>
/// What PostgreSQL has counted of one table: rows fetched through an index, rows passed in a scan of the whole, rows written.
/// </summary>
internal sealed record RowsRead(long ByIndex, long ByScan, long Written)
{
    public static async Task<IReadOnlyDictionary<string, RowsRead>> LookAsync(Databases program, NpgsqlDataSource database,
        CancellationToken ct)
    {
        // A session hands in its counts when it ends at the latest.
        program.App.Clear();
        program.Platform.Clear();
        await Task.Delay(TimeSpan.FromSeconds(2), ct);
        await using var command = database.CreateCommand("""
            select relname, coalesce(idx_tup_fetch, 0), coalesce(seq_tup_read, 0), n_tup_ins + n_tup_upd + n_tup_del
              from pg_stat_user_tables where schemaname = 'equality'
            """);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var tables = new Dictionary<string, RowsRead>();
        while (await reader.ReadAsync(ct))
        {
            tables.Add(reader.GetString(0), new RowsRead(reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3)));
        }

        return tables;
    }

    /// <summary>What was read and written in between, the tables of which much was read first.</summary>
    public static string Say(IReadOnlyDictionary<string, RowsRead> before, IReadOnlyDictionary<string, RowsRead> after) =>
        string.Join("; ", after
        .Select(a => (Table: a.Key, Rows: new RowsRead(a.Value.ByIndex - before[a.Key].ByIndex, a.Value.ByScan - before[a.Key].ByScan,
            a.Value.Written - before[a.Key].Written)))
        .Where(t => t.Rows.ByIndex + t.Rows.ByScan + t.Rows.Written > 0)
        .OrderByDescending(t => t.Rows.ByIndex + t.Rows.ByScan + t.Rows.Written)
        .Select(t =>
            $"{t.Table} {t.Rows.ByIndex} by index{(t.Rows.ByScan > 0 ? $", {t.Rows.ByScan} in scans" : "")}{(t.Rows.Written > 0 ? $", {t.Rows.Written} written" : "")}"));
}
