using Npgsql;
using PartnershipEquality.Api.Jobs;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Migrations;
using PartnershipEquality.EmbeddedPostgres;

namespace PartnershipEquality.Api.Hosting;

/// <summary>Opens the database that configuration names, or in Development a private one, which it starts.</summary>
public static class OpenDatabases
{
    private const string Name = "equality";

    /// <summary>
    /// The database that configuration names (<c>ConnectionStrings:App</c>, <c>:Platform</c>, <c>:Owner</c>; a process
    /// needs those it uses, and is best not given others), or in Development, where it names none, a private one.
    /// </summary>
    public static async Task<Databases> OpenAsync(IConfiguration configuration, bool development, bool fresh, Action<string> say,
        CancellationToken ct)
    {
        if (IsConfigured(configuration))
        {
            return new(
                configuration.GetConnectionString(nameof(Databases.App)),
                configuration.GetConnectionString(nameof(Databases.Platform)),
                configuration.GetConnectionString(nameof(Databases.Owner)));
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
    public static async Task<Databases> JoinAsync(IConfiguration configuration, bool development, Action<string> say,
        CancellationToken ct) =>
        development && !IsConfigured(configuration)
            && await EmbeddedPostgres.EmbeddedPostgres.TryAttachAsync(FolderOf(configuration), ct) is { } running
            ? Of(running.Address, Name)
            : await OpenAsync(configuration, development, fresh: false, say, ct);

    /// <summary>Where Development keeps its private database and what goes with it.</summary>
    public static string FolderOf(IConfiguration configuration) => Path.GetFullPath(configuration["Embedded:Folder"]
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
            "partnership-equality"));

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

        return Of(server.Address, database, server);
    }

    /// <summary>
    /// A database of a server that somebody else started, and stops: <c>serve</c> for <c>work</c> beside it, or a test run.
    /// </summary>
    public static Databases Of(PostgresAddress server, string database) => Of(server, database, null);

    /// <summary>Makes the roles and one database in a private server.</summary>
    public static async Task MakeAsync(PostgresAddress server, string database, CancellationToken ct)
    {
        await using var admin = NpgsqlDataSource.Create(server.ConnectionString("postgres", "postgres"));
        await using var stream = typeof(OpenDatabases).Assembly.GetManifestResourceStream("roles.sql")!;
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

    /// <summary>
    /// Brings the database up to date, as its owner: our own schema and what the timetable's engine keeps. Answers the migrations it ran.
    /// </summary>
    public static Task<IReadOnlyList<string>> UpgradeAsync(this Databases databases, DateTimeOffset at, CancellationToken ct) =>
        Schema.UpgradeAsync(databases.Owner, at, Timetable.InstallAsync, ct);

    private static Databases Of(PostgresAddress server, string database, IAsyncDisposable? started) => new(
        server.ConnectionString(database, "equality_app"),
        server.ConnectionString(database, "equality_platform"),
        server.ConnectionString(database, "equality_owner"),
        started);

    private static bool IsConfigured(IConfiguration configuration) =>
        new[] { nameof(Databases.App), nameof(Databases.Platform),
            nameof(Databases.Owner) }.Any(name => configuration.GetConnectionString(name) is not null);

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql, CancellationToken ct)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}
