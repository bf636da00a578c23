using Npgsql;

namespace PartnershipEquality.Data;

/// <summary>
/// The connections of one database, one for each role; and what has to end with them, such as a server that was started for them.
/// </summary>
public sealed class Databases(string? app, string? platform, string? owner, IAsyncDisposable? server = null) : IAsyncDisposable
{
    private readonly NpgsqlDataSource? _app = Source(app, "equality,public");
    private readonly NpgsqlDataSource? _platform = Source(platform, "equality,public");
    private readonly NpgsqlDataSource? _jobs = JobsSource(platform);
    private readonly NpgsqlDataSource? _owner = Source(owner, null);

    /// <summary>Serves and works, as one organisation at a time.</summary>
    public NpgsqlDataSource App => _app ?? throw NotConfigured(nameof(App));

    /// <summary>Makes organisations and memberships, and finds work.</summary>
    public NpgsqlDataSource Platform => _platform ?? throw NotConfigured(nameof(Platform));

    /// <summary>
    /// The platform role again, for what the jobs' engine keeps: few connections, however many workers ask at once, and
    /// commits that do not wait for the disk, since nothing of it has to survive.
    /// </summary>
    public NpgsqlDataSource Jobs => _jobs ?? throw NotConfigured(nameof(Platform));

    /// <summary>Owns the schema; used by <c>migrate</c> alone.</summary>
    public NpgsqlDataSource Owner => _owner ?? throw NotConfigured(nameof(Owner));

    public async ValueTask DisposeAsync()
    {
        foreach (var one in new IAsyncDisposable?[] { _app, _platform, _jobs, _owner, server })
        {
            if (one is not null)
            {
                await one.DisposeAsync();
            }
        }
    }

    private static InvalidOperationException NotConfigured(string name) =>
        new($"This needs the role equality_{name.ToLowerInvariant()}. Set ConnectionStrings__{name} (the roles are in deploy/roles.sql).");

    private static NpgsqlDataSource? JobsSource(string? platform)
    {
        if (platform is null)
        {
            return null;
        }

        var builder = new NpgsqlDataSourceBuilder(platform);
        builder.ConnectionStringBuilder.MaxPoolSize = Math.Min(builder.ConnectionStringBuilder.MaxPoolSize, 10);
        builder.ConnectionStringBuilder.ApplicationName ??= "PartnershipEquality jobs";
        // What is set when a connection opens stays set.
        builder.ConnectionStringBuilder.NoResetOnClose = true;
        const string Unsynchronised = "set synchronous_commit = off";
        builder.UsePhysicalConnectionInitializer(
            connection =>
            {
                using var command = new NpgsqlCommand(Unsynchronised, connection);
                command.ExecuteNonQuery();
            },
            async connection =>
            {
                await using var command = new NpgsqlCommand(Unsynchronised, connection);
                await command.ExecuteNonQueryAsync();
            });
        return builder.Build();
    }

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
}
