using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using Npgsql;
using PartnershipEquality.Api.Hosting;
using PartnershipEquality.Api.Tests.Reminders;
using PartnershipEquality.EmbeddedPostgres;

namespace PartnershipEquality.Api.Tests.Clients;

/// <summary>
/// A PostgreSQL that keeps what it commits, the program serving over it, and an integrator: the TypeScript example, which
/// knows nothing but the API's address and a key. Each is a process that can be killed and started again.
/// </summary>
internal sealed class SyncedWorld : IAsyncDisposable
{
    private const string Database = "equality";

    private readonly string _folder = Directory.CreateTempSubdirectory("equality-synced-").FullName;
    private readonly string _example;
    private readonly string _url;
    private EmbeddedPostgres.EmbeddedPostgres? _postgres;
    private FaultProcess? _server;
    private FaultProcess? _reader;

    private SyncedWorld(string example)
    {
        this._example = example;
        using var free = new TcpListener(System.Net.IPAddress.Loopback, 0);
        free.Start();
        _url = $"http://127.0.0.1:{((System.Net.IPEndPoint)free.LocalEndpoint).Port}";
    }

    public TestPartnership Partnership { get; private set; } = null!;

    /// <summary>Whose assignments the integrator keeps.</summary>
    public TestOrganisation Council => Partnership.Authorities[0];

    public Guid SchemeId { get; private set; }

    private string CopyFile => Path.Combine(_folder, "assignments.json");

    /// <param name="example">The compiled example.</param>
    /// <param name="actions">How many actions the plan has, each for every council.</param>
    public static async Task<SyncedWorld> BeginAsync(string example, int actions)
    {
        var world = new SyncedWorld(example);
        var ct = TestContext.Current.CancellationToken;
        world._postgres = await EmbeddedPostgres.EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions(Path.Combine(world._folder, "postgres")), ct);
        await OpenDatabases.MakeAsync(world._postgres.Address, Database, ct);
        await using (var databases = OpenDatabases.Of(world._postgres.Address, Database))
        {
            await databases.UpgradeAsync(DateTimeOffset.UtcNow, ct);
            await using var api = await ApiInstance.StartAsync("Production", databases);
            // The program that serves has no other clock than the machine's.
            api.Clock.Now = DateTimeOffset.UtcNow;
            world.Partnership = await TestPartnership.CreateAsync(api, members: 2);
            var year = DateTimeOffset.UtcNow.Year;
            world.SchemeId = await world.Partnership.ImportPlanAsync(
                Plan.Of([.. Enumerable.Range(1, actions).Select(i => new Plan.Row($"1.{i}", $"Do thing {i}", $"December {year + 1}"))]),
                endsOn: $"{year + 3}-03-31", stage: "inForce");
        }

        await world.StartServerAsync();
        await world.StartReaderAsync();
        return world;
    }

    /// <summary>A client that presents an organisation's key, over a connection of its own.</summary>
    public HttpClient Client(TestOrganisation organisation)
    {
        var client = new HttpClient { BaseAddress = new Uri(_url), Timeout = TimeSpan.FromSeconds(20) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", organisation.Keys["admin"]);
        return client;
    }

    public async Task RestartReaderAsync()
    {
        await _reader!.KillAsync();
        _reader.Dispose();
        await StartReaderAsync();
    }

    public async Task RestartServerAsync()
    {
        await _server!.KillAsync();
        _server.Dispose();
        await StartServerAsync();
    }

    /// <summary>
    /// PostgreSQL is stopped as pg_ctl's immediate mode does: every session is dropped and nothing is written back; it recovers from its
    /// log.
    /// </summary>
    public async Task RestartPostgresAsync()
    {
        var postmaster = (await File.ReadAllLinesAsync(Path.Combine(_postgres!.Folder, "data", "postmaster.pid")))[0];
        using (var quit = Process.Start("kill", ["-QUIT", postmaster]))
        {
            await quit.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await _postgres.DisposeAsync();
        _postgres = await EmbeddedPostgres.EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions(Path.Combine(_folder, "postgres")) { Port = _postgres.Address.Port },
                TestContext.Current.CancellationToken);
    }

    /// <summary>The integrator's file, one line for each assignment.</summary>
    public async Task<IReadOnlyList<string>> CopiedAsync()
    {
        if (!File.Exists(CopyFile))
        {
            return [];
        }

        using var copy = JsonDocument.Parse(await File.ReadAllTextAsync(CopyFile, TestContext.Current.CancellationToken));
        return [.. copy.RootElement.GetProperty("assignments").EnumerateObject()
            .Select(a => Line(a.Value.Id(), a.Value.Text("status")!, a.Value.Text("dueBy"), a.Value.GetProperty("version").GetInt32()))
                .Order()];
    }

    /// <summary>The same of the database.</summary>
    public Task<IReadOnlyList<string>> KeptAsync() => ReadAsync(
        $"select id, status, due_by, version from equality.assignments where authority_id = '{Council.Id}' and withdrawn_at is null",
        row => Line(row.GetGuid(0), row.GetString(1), row.IsDBNull(2)
            ? null : row.GetFieldValue<DateOnly>(2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row.GetInt32(3)));

    /// <summary>How many changes the council's feed holds.</summary>
    public async Task<long> FedAsync() => long.Parse((await ReadAsync($"""
        select count(*) from equality.change_feed where organisation_id = '{Council.Id}'
        """, row => row.GetInt64(0).ToString(CultureInfo.InvariantCulture)))[0], CultureInfo.InvariantCulture);

    public string Said => $"{_reader?.Said}\n---\n{_server?.Said}";

    public async ValueTask DisposeAsync()
    {
        _reader?.Dispose();
        _server?.Dispose();
        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
            if (Directory.Exists(_postgres.Folder))
            {
                Directory.Delete(_postgres.Folder, recursive: true);
            }
        }

        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static string Line(Guid id, string status, string? dueBy, int version) => $"{id} {status} {dueBy ?? "-"} {version}";

    private async Task<IReadOnlyList<string>> ReadAsync(string sql, Func<NpgsqlDataReader, string> line)
    {
        await using var connection = new NpgsqlConnection(_postgres!.Address.ConnectionString(Database, "postgres") + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reading = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var lines = new List<string>();
        while (await reading.ReadAsync(TestContext.Current.CancellationToken))
        {
            lines.Add(line(reading));
        }

        return [.. lines.Order()];
    }

    private async Task StartServerAsync()
    {
        _server = FaultProcess.Start(Path.Combine(AppContext.BaseDirectory, "PartnershipEquality.Api"), ["serve"],
            new Dictionary<string, string>
            {
                ["DOTNET_ENVIRONMENT"] = "Production",
                ["ASPNETCORE_URLS"] = _url,
                ["ConnectionStrings__App"] = _postgres!.Address.ConnectionString(Database, "equality_app"),
                ["ConnectionStrings__Platform"] = _postgres!.Address.ConnectionString(Database, "equality_platform"),
                // The writers are one credential each, and in a hurry.
                ["RateLimits__PerCredential"] = "1000000",
                ["Logging__LogLevel__Default"] = "Error",
                ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
            }, "Application started");
        (await _server.UpAsync()).ShouldNotBeEmpty(_server.Said);
    }

    private async Task StartReaderAsync()
    {
        _reader = FaultProcess.Start("node", [_example, CopyFile], new Dictionary<string, string>
        {
            ["EQUALITY_URL"] = _url,
            ["EQUALITY_KEY"] = Council.Keys["admin"],
            ["EQUALITY_FOLLOW"] = "forever",
        }, "Following from");
        (await _reader.UpAsync()).ShouldNotBeEmpty(Said);
    }
}
