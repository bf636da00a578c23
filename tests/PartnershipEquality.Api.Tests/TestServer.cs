using PartnershipEquality.EmbeddedPostgres;

namespace PartnershipEquality.Api.Tests;

/// <summary>A PostgreSQL of a test's own, in a folder that goes with it; it can be stopped and brought back at the same address.</summary>
public sealed class TestServer : IAsyncDisposable
{
    private readonly string _folder;

    private TestServer(string folder, EmbeddedPostgres.EmbeddedPostgres postgres)
    {
        this._folder = folder;
        Postgres = postgres;
    }

    public EmbeddedPostgres.EmbeddedPostgres Postgres { get; private set; }

    public static async Task<TestServer> StartAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"equality-api-tests-{Guid.NewGuid():N}");
        Directory.CreateDirectory(folder);
        return new TestServer(folder,
            await EmbeddedPostgres.EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(folder) { ForTests = true },
                CancellationToken.None));
    }

    public async Task StopAsync() => await Postgres.DisposeAsync();

    public async Task ComeBackAsync() =>
        Postgres = await EmbeddedPostgres.EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions(_folder) { ForTests = true, Port = Postgres.Address.Port }, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Postgres.DisposeAsync();
        foreach (var made in new[] { _folder, Postgres.Folder }.Distinct().Where(Directory.Exists))
        {
            Directory.Delete(made, recursive: true);
        }
    }
}
