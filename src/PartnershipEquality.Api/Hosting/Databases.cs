using Npgsql;
using PartnershipEquality.Api.Jobs;
using PartnershipEquality.Data.Migrations;
using PartnershipEquality.EmbeddedPostgres;

namespace PartnershipEquality.Api.Hosting;

/// <summary>The connections of one database, one for each role; and the server itself where this program started it.</summary>
public sealed class Databases : IAsyncDisposable
{
    private const string Name = "equality";

    private readonly NpgsqlDataSource? app;
    private readonly NpgsqlDataSource? platform;
    private readonly NpgsqlDataSource? owner;
    private readonly IAsyncDisposable? server;

    private Databases(string? app, string? platform, string? owner, IAsyncDisposable? server)
    {
        this.app = Source(app, "equality,public");
        this.platform = Source(platform, "equality,public");
        this.owner = Source(owner, null);
        this.server = server;
    }

    /// <summary>Serves and works, as one organisation at a time.</summary>
    public NpgsqlDataSource App => app ?? throw NotConfigured(nameof(App));

    /// <summary>Makes organisations and memberships, and finds work.</summary>
    public NpgsqlDataSource Platform => platform ?? throw NotConfigured(nameof(Platform));

    /// <summary>Owns the schema; used by <c>migrate</c> alone.</summary>
    public NpgsqlDataSource Owner => owner ?? throw NotConfigured(nameof(Owner));

    public static Databases At(string app, string platform, string owner) => new(app, platform, owner, null);

    /// <summary>
    /// The database that configuration names (<c>ConnectionStrings:App</c>, <c>:Platform</c>, <c>:Owner</c>; a process
    /// needs those it uses, and is best not given others), or in Development, where it names none, a private one.
    /// </summary>
    public static async Task<Databases> OpenAsync(IConfiguration configuration, bool development, bool fresh, Action<string> say, CancellationToken ct)
    {
        if (IsConfigured(configuration))
        {
            return new(configuration.GetConnectionString(nameof(App)), configuration.GetConnectionString(nameof(Platform)), configuration.GetConnectionString(nameof(Owner)), null);
        }

        if (!development)
        {
            throw new InvalidOperationException(
                "No database is configured. Set ConnectionStrings__App and ConnectionStrings__Platform to serve and to work, ConnectionStrings__Owner to migrate (the roles are in deploy/roles.sql).");
        }

        var folder = FolderOf(configuration);
        return await StartAsync(new EmbeddedPostgresOptions(folder) { Fresh = fresh, Log = say }, Name, ct);
    }

    /// <summary>
    /// The same for <c>work</c>: in Development it joins the private database of a <c>serve</c> that is running, and
    /// starts its own only when there is none.
    /// </summary>
    public static async Task<Databases> JoinAsync(IConfiguration configuration, bool development, Action<string> say, CancellationToken ct) =>
        development && !IsConfigured(configuration) && await EmbeddedPostgres.EmbeddedPostgres.TryAttachAsync(FolderOf(configuration), ct) is { } running
            ? Of(running.Address, Name)
            : await OpenAsync(configuration, development, fresh: false, say, ct);

    /// <summary>Where Development keeps its private database and what goes with it.</summary>
    public static string FolderOf(IConfiguration configuration) => Path.GetFullPath(configuration["Embedded:Folder"]
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "partnership-equality"));

    /// <summary>Starts a private PostgreSQL and makes the roles and the database in it, if they are not there yet.</summary>
    public static async Task<Databases> StartAsync(EmbeddedPostgresOptions options, string database, CancellationToken ct)
    {
        var server = await EmbeddedPostgres.EmbeddedPostgres.StartAsync(options, ct);
        try
        {
            await MakeAsync(server.Address, database, ct);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }

        return new(
            server.Address.ConnectionString(database, "equality_app"), server.Address.ConnectionString(database, "equality_platform"), server.Address.ConnectionString(database, "equality_owner"), server);
    }

    /// <summary>A database of a server that somebody else started, and stops: <c>serve</c> for <c>work</c> beside it, or a test run.</summary>
    public static Databases Of(PostgresAddress server, string database) => new(
        server.ConnectionString(database, "equality_app"), server.ConnectionString(database, "equality_platform"), server.ConnectionString(database, "equality_owner"), null);

    /// <summary>Makes the roles and one database in a private server.</summary>
    public static async Task MakeAsync(PostgresAddress server, string database, CancellationToken ct)
    {
        await using var admin = NpgsqlDataSource.Create(server.ConnectionString("postgres", "postgres"));
        await using var stream = typeof(Databases).Assembly.GetManifestResourceStream("roles.sql")!;
        using var roles = new StreamReader(stream);
        await ExecuteAsync(admin, await roles.ReadToEndAsync(ct), ct);
        foreach (var role in new[] { "equality_owner", "equality_app", "equality_platform", "equality_backup" })
        {
            await ExecuteAsync(admin, $"alter role {role} password '{server.Password}'", ct);
        }

        await using var exists = admin.CreateCommand("select count(*) from pg_database where datname = $1");
        exists.Parameters.Add(new() { Value = database });
        if ((long)(await exists.ExecuteScalarAsync(ct))! == 0)
        {
            await ExecuteAsync(admin, $"create database \"{database}\" owner equality_owner template template0 encoding 'UTF8'", ct);
        }
    }

    /// <summary>Brings the database up to date, as its owner: our own schema and what the timetable's engine keeps. Answers the migrations it ran.</summary>
    public Task<IReadOnlyList<string>> UpgradeAsync(DateTimeOffset at, CancellationToken ct) => Schema.UpgradeAsync(Owner, at, Timetable.InstallAsync, ct);

    public async ValueTask DisposeAsync()
    {
        foreach (var one in new IAsyncDisposable?[] { app, platform, owner, server })
        {
            if (one is not null)
            {
                await one.DisposeAsync();
            }
        }
    }

    private static bool IsConfigured(IConfiguration configuration) =>
        new[] { nameof(App), nameof(Platform), nameof(Owner) }.Any(name => configuration.GetConnectionString(name) is not null);

    private static InvalidOperationException NotConfigured(string name) =>
        new($"This needs the role equality_{name.ToLowerInvariant()}. Set ConnectionStrings__{name} (the roles are in deploy/roles.sql).");

    private static NpgsqlDataSource? Source(string? connectionString, string? searchPath)
    {
        if (connectionString is null)
        {
            return null;
        }

        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        builder.SearchPath ??= searchPath;
        builder.ApplicationName ??= "PartnershipEquality";
        return NpgsqlDataSource.Create(builder);
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql, CancellationToken ct)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}
