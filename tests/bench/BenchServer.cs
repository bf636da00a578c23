using Npgsql;
using PartnershipEquality.Api.Hosting;
using PartnershipEquality.Data;
using PartnershipEquality.EmbeddedPostgres;

namespace PartnershipEquality.Bench;

/// <summary>
/// A private PostgreSQL with the settings of development, so that each commit reaches the disk. It holds one filled
/// database for each evening, and each measurement works on a copy of one.
/// </summary>
internal sealed class BenchServer : IAsyncDisposable
{
    private readonly EmbeddedPostgres.EmbeddedPostgres _postgres;
    private readonly string? _temporary;
    private readonly string _connection;

    private BenchServer(EmbeddedPostgres.EmbeddedPostgres postgres, string? temporary, string connection) =>
        (this._postgres, this._temporary, this._connection) = (postgres, temporary, connection);

    public PostgresAddress Address => _postgres.Address;

    /// <summary>What the server says; query plans among it, where they are asked for.</summary>
    public string LogFile => Path.Combine(_postgres.Folder, "server.log");

    public static async Task<BenchServer> StartAsync(string? folder, string? connection, CancellationToken ct)
    {
        var temporary = folder is null ? Path.Combine(Path.GetTempPath(), $"equality-bench-{Guid.NewGuid():N}") : null;
        var place = Directory.CreateDirectory(folder ?? temporary!).FullName;
        return new BenchServer(
            await EmbeddedPostgres.EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(place) { Log = Console.WriteLine }, ct),
                temporary, connection ?? "");
    }

    /// <summary>The name of the database filled as on an evening; it is filled first where it is not there.</summary>
    public async Task<string> FilledAsync(Country country, DateOnly evening, CancellationToken ct)
    {
        var name = $"filled_{country.AuthorityCount}_{evening:yyyyMMdd}";
        if (!await ExistsAsync(name, ct))
        {
            // Under another name until it is whole, so that one half filled is not taken for it.
            var half = $"half_{name}";
            await RunAsync($"drop database if exists {half}", ct);
            await OpenDatabases.MakeAsync(Address, half, ct);
            await new Filling(this, half, country, evening).FillAsync(ct);
            await RunAsync($"alter database {half} rename to {name}", ct);
        }

        return name;
    }

    /// <summary>A copy to work on; an older one of that name is dropped.</summary>
    public async Task CopyAsync(string from, string to, CancellationToken ct)
    {
        await DropAsync(to, ct);
        await RunAsync($"create database {to} owner equality_owner template {from} strategy file_copy", ct);
    }

    public Task DropAsync(string name, CancellationToken ct) => RunAsync($"drop database if exists {name} with (force)", ct);

    /// <summary>The program's own connections, with what whoever runs it says of them.</summary>
    public Databases Program(string database)
    {
        string As(string role) => $"{Address.ConnectionString(database, role)};{_connection}";
        return new Databases(As("equality_app"), As("equality_platform"), As("equality_owner"));
    }

    /// <summary>A superuser's connections: to fill past row security, and to look.</summary>
    public NpgsqlDataSource Superuser(string database, string settings = "") =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Address.ConnectionString(database, "postgres"))
        {
            SearchPath = "equality,public",
            CommandTimeout = 0,
            Options = settings
        });

    /// <summary>A statement of the server itself, outside any of its databases.</summary>
    public async Task RunAsync(string sql, CancellationToken ct)
    {
        await using var admin = Superuser("postgres");
        await using var command = admin.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _postgres.DisposeAsync();
        foreach (var made in _temporary is null ? [] : new[] { _temporary, _postgres.Folder }.Distinct().Where(Directory.Exists))
        {
            Directory.Delete(made, recursive: true);
        }
    }

    private async Task<bool> ExistsAsync(string name, CancellationToken ct)
    {
        await using var admin = Superuser("postgres");
        await using var command = admin.CreateCommand("select exists (select from pg_database where datname = $1)");
        command.Parameters.Add(new() { Value = name });
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }
}
