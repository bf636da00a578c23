using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PartnershipEquality.Data;

namespace PartnershipEquality.Api.Pipeline;

/// <summary>
/// Opens a transaction as the caller's organisation: its settings travel with BEGIN, and any exception leaves nothing behind.
/// </summary>
public sealed class OneTransaction(Caller caller, EqualityDb db, LongTransactions longTransactions)
{
    /// <summary>Something around has opened one: what joins it is kept or taken back with all the rest.</summary>
    public bool IsOpen => db.Database.CurrentTransaction is not null;

    public async Task<T> RunAsync<T>(bool readOnly, Func<Task<T>> work, CancellationToken ct,
        IsolationLevel isolation = IsolationLevel.ReadCommitted)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            var connection = (NpgsqlConnection)db.Database.GetDbConnection();
            await using var transaction = await connection.BeginTransactionAsync(isolation, ct);
            await using (var settings = new NpgsqlBatch(connection, transaction))
            {
                caller.Scope.Apply(settings, readOnly, longTransactions.LongestWrite);
                await settings.ExecuteNonQueryAsync(ct);
            }

            await using var watched = readOnly ? null : longTransactions.Watch(connection);
            await db.Database.UseTransactionAsync(transaction, ct);
            var done = await work();
            await transaction.CommitAsync(ct);
            await db.Database.UseTransactionAsync(null, CancellationToken.None);
            return done;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
