using Npgsql;
using PartnershipEquality.Api.Hosting;
using PartnershipEquality.Api.Tests.OpenApi;
using PartnershipEquality.Data;
using PartnershipEquality.EmbeddedPostgres;

[assembly: AssemblyFixture(typeof(PartnershipEquality.Api.Tests.RunningApi))]

namespace PartnershipEquality.Api.Tests;

/// <summary>
/// What every test of the run shares: one PostgreSQL, one migrated database and one API over it, as in production.
/// Tests stay apart by making partnerships of their own; those that need more start a database or an API of their own.
/// </summary>
public sealed class RunningApi : IAsyncLifetime
{
    private const string Template = "migrated";

    private readonly SemaphoreSlim _copying = new(1);
    private SharedPostgres? _server;
    private Database? _database;
    private ApiInstance? _api;

    public PostgresAddress Server => _server!.Address;

    public Database Database => _database!;

    /// <summary>The shared instance. Its clock stays where it is: a test that moves time starts an instance of its own.</summary>
    public ApiInstance Api => _api!;

    public async ValueTask InitializeAsync()
    {
        _server = await SharedPostgres.StartAsync(TestContext.Current.SendDiagnosticMessage);
        // Made once by the migrations, then copied: a migrated database costs a test milliseconds.
        await OpenDatabases.MakeAsync(Server, Template, CancellationToken.None);
        await using (var template = OpenDatabases.Of(Server, Template))
        {
            await template.UpgradeAsync(StoppedClock.Start, CancellationToken.None);
        }

        _database = await NewDatabaseAsync("shared");
        _api = await StartAsync();
    }

    /// <summary>A fresh migrated database; the name is for people, and made unique here.</summary>
    public async Task<Database> NewDatabaseAsync(string name)
    {
        var unique = $"{name}_{Guid.NewGuid():N}";
        await _copying.WaitAsync();
        try
        {
            await using var admin = NpgsqlDataSource.Create(Server.ConnectionString("postgres", "postgres"));
            await using var create = admin.CreateCommand($"create database \"{unique}\" owner equality_owner template \"{Template}\"");
            await create.ExecuteNonQueryAsync();
        }
        finally
        {
            _copying.Release();
        }

        return new Database(Server, unique);
    }

    /// <summary>Another instance in this process, with a clock of its own; over the shared database unless said.</summary>
    public Task<ApiInstance> StartAsync(string environment = "Production", Databases? databases = null,
        IReadOnlyDictionary<string, string?>? configuration = null) =>
        ApiInstance.StartAsync(environment, databases ?? Database.Roles, configuration);

    public async ValueTask DisposeAsync()
    {
        if (ContractHandler.Summary is { } checkedSoFar)
        {
            TestContext.Current.SendDiagnosticMessage(checkedSoFar);
        }

        if (_api is not null)
        {
            await _api.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _copying.Dispose();
    }
}
