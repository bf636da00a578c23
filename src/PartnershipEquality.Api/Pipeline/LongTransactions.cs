using Npgsql;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Pipeline;

/// <summary>The configuration section "Transactions".</summary>
public sealed class TransactionOptions
{
    public const string Section = "Transactions";

    /// <summary>For how long one may write. Whoever reads the feed waits for it.</summary>
    public double WriteSeconds { get; set; } = TenantScope.LongestWrite.TotalSeconds;
}

/// <summary>
/// Ends transactions that write for too long, since no reader of any feed sees past one that is under way. The database
/// itself ends a statement that takes too long and a session that does nothing within its transaction; many short
/// statements, each in time, are for us to end until PostgreSQL 17, which bounds the whole.
/// </summary>
public sealed class LongTransactions(Databases databases, TransactionOptions options, ILogger<LongTransactions> logger)
{
    public TimeSpan LongestWrite { get; } = TimeSpan.FromSeconds(Math.Max(1, options.WriteSeconds));

    /// <summary>Watches the transaction that a connection is in, until it is disposed.</summary>
    public IAsyncDisposable Watch(NpgsqlConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        // By the machine's clock: how long others wait is no matter of what day a test says it is.
        return new Timer(_ => _ = EndAsync(connection.ProcessID), null, LongestWrite, Timeout.InfiniteTimeSpan);
    }

    private async Task EndAsync(int session)
    {
        try
        {
            // The session may have begun another transaction just now; that one is not old.
            await using var command = databases.App.CreateCommand("""
                select pg_terminate_backend(pid) from pg_stat_activity
                where pid = $1 and usename = current_user and xact_start < clock_timestamp() - $2 * interval '1 second'
                """);
            command.Parameters.Add(new() { Value = session });
            command.Parameters.Add(new() { Value = LongestWrite.TotalSeconds * 0.9 });
            if (await command.ExecuteScalarAsync() is true)
            {
                logger.LogError("A transaction was ended because it had written for {Seconds} seconds", LongestWrite.TotalSeconds);
            }
        }
        catch (NpgsqlException e)
        {
            logger.LogWarning("A transaction that writes for too long cannot be ended just now: {Reason}", e.Message);
        }
    }
}
