using Npgsql;
using PartnershipEquality.Api.Hosting;
using PartnershipEquality.Data;
using PartnershipEquality.EmbeddedPostgres;

namespace PartnershipEquality.Api.Tests;

/// <summary>
/// One migrated database of the test run: the connections of the program's roles, and a superuser's to look and to seed past row security.
/// </summary>
public sealed class Database(PostgresAddress server, string name) : IAsyncDisposable
{
    public string Name { get; } = name;

    public Databases Roles { get; } = OpenDatabases.Of(server, name);

    public NpgsqlDataSource Superuser { get; } = NpgsqlDataSource.Create(
        server.ConnectionString(name, "postgres") + ";Search Path=equality,public");

    public async Task RunAsync(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The rows that a superuser sees.</summary>
    public async Task<List<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> row, params object[] values)
    {
        await using var command = Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    /// <summary>The first column of each row, as text.</summary>
    public Task<List<string>> TextsAsync(string sql, params object[] values) => ReadAsync(sql, reader => reader.GetString(0), values);

    public async ValueTask DisposeAsync()
    {
        await Superuser.DisposeAsync();
        await Roles.DisposeAsync();
    }

    private NpgsqlCommand Command(string sql, object[] values)
    {
        var command = Superuser.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }
}
