using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace PartnershipEquality.Data.Migrations;

/// <summary>The database's shape: numbered SQL files, each run once, in order, in a transaction of its own.</summary>
public static class Schema
{
    private const long LockKey = 0x7065_7175_616c;

    /// <summary>The files in the order they run.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. typeof(Schema).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    /// <summary>
    /// Brings the database up to date as its owner; needs no superuser. Safe to call from several processes at
    /// once: one migrates and the others wait. Answers the files it ran.
    /// </summary>
    /// <param name="installOthers">Brings up what others keep in the same database, while those who also wish to migrate wait.</param>
    public static async Task<IReadOnlyList<string>> UpgradeAsync(NpgsqlDataSource owner, DateTimeOffset at,
        Func<NpgsqlConnection, CancellationToken, Task> installOthers, CancellationToken ct)
    {
        await using var connection = await owner.OpenConnectionAsync(ct);
        await ExecuteAsync(connection, null, $"select pg_advisory_lock({LockKey})", ct);
        try
        {
            await ExecuteAsync(connection, null, """
                create schema if not exists equality;
                create table if not exists equality.migrations (name text primary key, sha256 text not null,
                  applied_at timestamptz not null);
                """, ct);
            var applied = await AppliedAsync(connection, ct);
            var ran = new List<string>();
            foreach (var file in Files)
            {
                var sql = Read(file);
                var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
                if (applied.TryGetValue(file, out var known))
                {
                    if (known != hash)
                    {
                        throw new InvalidOperationException(
                            $"{file} has changed since it was applied to this database. A shipped migration is never edited: write the " +
                            "change as the next file. " +
                            "A private database of Development made by a version before the first release is started over with: serve --fresh");
                    }

                    continue;
                }

                await using var transaction = await connection.BeginTransactionAsync(ct);
                await ExecuteAsync(connection, transaction, "set local search_path = equality", ct);
                await ExecuteAsync(connection, transaction, sql, ct);
                await using (var record = new NpgsqlCommand("""
                    insert into equality.migrations (name, sha256, applied_at) values ($1, $2, $3)
                    """, connection, transaction))
                {
                    record.Parameters.Add(new() { Value = file });
                    record.Parameters.Add(new() { Value = hash });
                    record.Parameters.Add(new() { Value = at });
                    await record.ExecuteNonQueryAsync(ct);
                }

                await transaction.CommitAsync(ct);
                ran.Add(file);
            }

            await RaiseGenerationAsync(connection, ct);
            await installOthers(connection, ct);
            return ran;
        }
        finally
        {
            await ExecuteAsync(connection, null, $"select pg_advisory_unlock({LockKey})", CancellationToken.None);
        }
    }

    /// <summary>
    /// A restored or moved database starts its transaction numbers anew, so that positions readers hold would lie:
    /// the generation rises and they are told to begin again.
    /// </summary>
    private static async Task RaiseGenerationAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        // The owner is bound by row security too: it lifts FORCE to look, in one transaction with putting it back.
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await ExecuteAsync(connection, transaction, """
            alter table equality.change_feed no force row level security;
            update equality.feed_generation set generation = generation + 1
              where (select max(txid) from equality.change_feed f
              where f.generation = feed_generation.generation) >= pg_current_xact_id()::text::bigint;
            alter table equality.change_feed force row level security;
            """, ct);
        await transaction.CommitAsync(ct);
    }

    private static async Task<Dictionary<string, string>> AppliedAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select name, sha256 from equality.migrations", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var applied = new Dictionary<string, string>();
        while (await reader.ReadAsync(ct))
        {
            applied.Add(reader.GetString(0), reader.GetString(1));
        }

        return applied;
    }

    private static string Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
