using System.Data;
using System.Reflection;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PartnershipEquality.Data;

namespace PartnershipEquality.Api.Pipeline;

/// <summary>
/// One transaction a request, as one organisation: its settings travel with BEGIN, the handler's changes and their
/// log are saved and committed together, and any exception leaves nothing behind.
/// </summary>
public sealed class TenantTransaction<TRequest, TResponse>(Caller caller, EqualityDb db, ChangeLog log, LongTransactions longTransactions) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    private static readonly bool ReadOnly = typeof(TRequest).GetCustomAttribute<NeedsAttribute>()!.ReadOnly;

    private static readonly IsolationLevel Isolation =
        typeof(TRequest).GetCustomAttribute<NeedsAttribute>() is ReadsAttribute { AtOneMoment: true } ? IsolationLevel.RepeatableRead : IsolationLevel.ReadCommitted;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            // A preview: all its requests share one transaction, which its maker takes back.
            return await HandleAsync(next, cancellationToken);
        }

        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var connection = (NpgsqlConnection)db.Database.GetDbConnection();
            await using var transaction = await connection.BeginTransactionAsync(Isolation, cancellationToken);
            await using (var settings = new NpgsqlBatch(connection, transaction))
            {
                caller.Reach.Apply(settings, ReadOnly, longTransactions.LongestWrite);
                await settings.ExecuteNonQueryAsync(cancellationToken);
            }

            await using var watched = ReadOnly ? null : longTransactions.Watch(connection);
            await db.Database.UseTransactionAsync(transaction, cancellationToken);
            var response = await HandleAsync(next, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            await db.Database.UseTransactionAsync(null, CancellationToken.None);
            return response;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<TResponse> HandleAsync(RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        var response = await next();
        if (!ReadOnly)
        {
            await log.WriteToAsync(db, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        return response;
    }
}
