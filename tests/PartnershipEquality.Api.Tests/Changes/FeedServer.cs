using System.Text.Json;
using PartnershipEquality.Api.Hosting;
using PartnershipEquality.EmbeddedPostgres;

namespace PartnershipEquality.Api.Tests.Changes;

/// <summary>
/// A PostgreSQL and an API of a class's own: how far a feed can be read depends on every transaction of the server, and
/// these tests hold some open.
/// </summary>
public sealed class FeedServer : IAsyncLifetime
{
    private TestServer? _server;
    private Database? _database;
    private ApiInstance? _api;

    public Database Database => _database!;

    public ApiInstance Api => _api!;

    public PostgresAddress Address => _server!.Postgres.Address;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        await OpenDatabases.MakeAsync(_server.Postgres.Address, "equality", CancellationToken.None);
        _database = new Database(_server.Postgres.Address, "equality");
        await _database.Roles.UpgradeAsync(StoppedClock.Start, CancellationToken.None);
        _api = await StartAsync();
    }

    /// <summary>Another instance over the same database, with a clock of its own.</summary>
    public Task<ApiInstance> StartAsync(IReadOnlyDictionary<string, string?>? configuration = null) =>
        ApiInstance.StartAsync("Production", Database.Roles, configuration);

    public async ValueTask DisposeAsync()
    {
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
    }
}

/// <summary>Reading the feed as a client does.</summary>
internal static class Following
{
    /// <summary>Everything after a position to where the feed ends now, and where that is.</summary>
    public static async Task<(List<JsonElement> Events, string Position)> FollowAsync(this HttpClient client, string? after = null,
        string? types = null, int limit = 200)
    {
        var events = new List<JsonElement>();
        while (true)
        {
            var page = await client.ReadAsync(
                $"/v1/changes?limit={limit}{(after is null ? "" : $"&after={after}")}{(types is null ? "" : $"&types={types}")}");
            page.Items().Count.ShouldBeLessThanOrEqualTo(limit);
            events.AddRange(page.Items());
            after = page.Text("nextCursor")!;
            if (!page.Flag("hasMore"))
            {
                return (events, after);
            }
        }
    }

    public static async Task<string> NowAsync(this HttpClient client) =>
        (await client.ReadAsync("/v1/changes?from=now")).Text("nextCursor")!;
}
