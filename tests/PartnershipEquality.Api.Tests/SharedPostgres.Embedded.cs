using PartnershipEquality.EmbeddedPostgres;

namespace PartnershipEquality.Api.Tests;

/// <summary>The one PostgreSQL of a test run. This is the Core set's: the embedded one.</summary>
public sealed class SharedPostgres : IAsyncDisposable
{
    private readonly TestServer server;

    private SharedPostgres(TestServer server) => this.server = server;

    public PostgresAddress Address => server.Postgres.Address;

    public static async Task<SharedPostgres> StartAsync(Action<string> say)
    {
        say("The tests run on the embedded PostgreSQL.");
        return new SharedPostgres(await TestServer.StartAsync());
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
