using MediatR;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PartnershipEquality.Data;

namespace PartnershipEquality.Api.Pipeline;

/// <summary>Runs requests as they would run and takes all of it back: one transaction around them, never committed.</summary>
public static class Preview
{
    public static async Task<T> OfAsync<T>(IServiceProvider scope, Func<IMediator, Task<T>> work, CancellationToken ct)
    {
        var (db, caller) = (scope.GetRequiredService<EqualityDb>(), scope.GetRequiredService<Caller>());
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await using (var settings = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection()))
        {
            caller.Scope.Apply(settings, readOnly: false);
            await settings.ExecuteNonQueryAsync(ct);
        }

        var seen = await work(scope.GetRequiredService<IMediator>());
        await transaction.RollbackAsync(ct);
        return seen;
    }
}
