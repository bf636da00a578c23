using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Npgsql;
using PartnershipEquality.Api.Hosting;
using PartnershipEquality.Domain;
using PartnershipEquality.EmbeddedPostgres;

namespace PartnershipEquality.Api.Tests.Reminders;

/// <summary>A mail as the server took it.</summary>
internal sealed record ClaimedMail(DateTime At, string MessageId, string Recipient);

/// <summary>
/// A PostgreSQL that keeps what it commits, a mail server and the councils of one partnership, all of whose officers are
/// owed a digest this morning; and the means to break each of them.
/// </summary>
internal sealed class FaultyWorld : IAsyncDisposable
{
    /// <summary>A Thursday, 28 days before what everybody has to deliver; the workers' clock begins here.</summary>
    public static readonly DateTimeOffset Morning = LondonDay.At(new DateOnly(2026, 12, 3), new TimeOnly(7, 31));

    /// <summary>How the fault is called that Hangfire's tables were emptied.</summary>
    public const string Emptied = "Hangfire emptied";

    private const string Database = "equality";

    private readonly string _folder = Directory.CreateTempSubdirectory("equality-faults-").FullName;
    private readonly int _longestPause;
    private readonly TimeSpan _ahead = Morning - DateTimeOffset.UtcNow;
    private EmbeddedPostgres.EmbeddedPostgres? _postgres;
    private FaultProcess? _mailServer;
    private int _mailPort;

    private FaultyWorld(int longestPause) => this._longestPause = longestPause;

    /// <summary>When each fault was made, by the machine's clock.</summary>
    public ConcurrentBag<(DateTime At, string What)> Faults { get; } = [];

    public HashSet<string> Recipients { get; } = [];

    private string TakenFile => Path.Combine(_folder, "taken");

    private Dictionary<string, string> WorkerSettings => new()
    {
        ["DOTNET_ENVIRONMENT"] = "Production",
        ["ConnectionStrings__App"] = _postgres!.Address.ConnectionString(Database, "equality_app"),
        ["ConnectionStrings__Platform"] = _postgres!.Address.ConnectionString(Database, "equality_platform"),
        ["Mail__Transport"] = "smtp",
        ["Mail__From"] = "reminders@example.org",
        ["Mail__Smtp__Host"] = "127.0.0.1",
        ["Mail__Smtp__Port"] = _mailPort.ToString(CultureInfo.InvariantCulture),
        ["Mail__Smtp__StartTls"] = "false",
        // A mail that a killed worker had in hand is taken up when its claim ends, which goes by how long a server is waited for.
        ["Mail__Smtp__TimeoutSeconds"] = "5",
        // A killed worker's work is waited for as long as its claim lasts: a minute in earnest.
        ["Work__ClaimSeconds"] = "3",
        ["Work__RetrySeconds"] = "1",
        ["Logging__LogLevel__Default"] = "Error",
        ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
    };

    /// <param name="councils">How many authorities there are.</param>
    /// <param name="officers">How many officers each has, with one action each.</param>
    /// <param name="longestPause">How long, in milliseconds, the mail server hesitates at most before it says yes.</param>
    public static async Task<FaultyWorld> BeginAsync(int councils, int officers, int longestPause)
    {
        var world = new FaultyWorld(longestPause);
        var ct = TestContext.Current.CancellationToken;
        world._postgres = await EmbeddedPostgres.EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions(Path.Combine(world._folder, "postgres")), ct);
        await OpenDatabases.MakeAsync(world._postgres.Address, Database, ct);
        await using (var databases = OpenDatabases.Of(world._postgres.Address, Database))
        {
            await databases.UpgradeAsync(Morning.AddDays(-10), ct);
            await using var api = await ApiInstance.StartAsync("Production", databases);
            api.Clock.Now = Morning.AddDays(-10);
            var partnership = await TestPartnership.CreateAsync(api, councils);
            await partnership.ImportPlanAsync(
                Plan.Of([.. Enumerable.Range(1, officers)
                    .Select(i => new Plan.Row($"1.{i}", $"Do thing {i}", "31 December 2026", Responsible: $"Officer {i}"))]));
            world.Recipients.UnionWith(partnership.Authorities.SelectMany(a => Enumerable.Range(1, officers)
                .Select(i => $"officer{i}@{a.Code.ToLowerInvariant()}.example.org")));
        }

        await world.AskAsync($"""
            set search_path = equality, public;
            create temp table o as select a.id as authority, a.code, i, gen_random_uuid() as post, gen_random_uuid() as person
              from organisations a, generate_series(1, {officers}) i where a.kind = 'authority';
            insert into posts (id, authority_id, title, created_at, updated_at) select post, authority, 'Officer ' || i, '2026-04-01Z',
              '2026-04-01Z' from o;
            insert into people (id, authority_id, name, address, created_at) select person, authority, 'Officer ' || i,
              'officer' || i || '@' || lower(code) || '.example.org', '2026-04-01Z' from o;
            insert into post_holders (id, authority_id, post_id, person_id, deputy, from_on) select gen_random_uuid(), authority, post,
              person, false, '2026-04-01' from o;
            insert into role_mappings (authority_id, role, written, post_id, confirmed_at) select authority, 'officer ' || i,
              'Officer ' || i, post, '2026-04-01Z' from o;
            """);
        await world.StartMailServerAsync();
        return world;
    }

    /// <param name="later">How much later its clock is than the others'.</param>
    public FaultProcess StartWorker(TimeSpan later = default) =>
        FaultProcess.Start(null, ["work", (_ahead + later).Ticks.ToString(CultureInfo.InvariantCulture)], WorkerSettings,
            "Application started");

    public void Note(string what) => Faults.Add((DateTime.UtcNow, what));

    /// <summary>The mail server is killed and another comes up in its place.</summary>
    public async Task RestartMailServerAsync()
    {
        Note("mail server");
        await _mailServer!.KillAsync();
        _mailServer.Dispose();
        await StartMailServerAsync();
        Note("mail server is back");
    }

    /// <summary>
    /// PostgreSQL is stopped as pg_ctl's immediate mode does: every session is dropped and nothing is written back; it recovers from its
    /// log.
    /// </summary>
    public async Task RestartPostgresAsync()
    {
        Note("PostgreSQL");
        var postmaster = (await File.ReadAllLinesAsync(Path.Combine(_postgres!.Folder, "data", "postmaster.pid")))[0];
        using (var quit = Process.Start("kill", ["-QUIT", postmaster]))
        {
            await quit.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await _postgres.DisposeAsync();
        _postgres = await EmbeddedPostgres.EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions(Path.Combine(_folder, "postgres")) { Port = _postgres.Address.Port },
                TestContext.Current.CancellationToken);
        Note("PostgreSQL is back");
    }

    /// <summary>How many mails the outbox holds as sent; null while the database is away.</summary>
    public async Task<long?> SentAsync()
    {
        try
        {
            return await AskAsync("select count(*) from equality.outbox where state = 'sent'");
        }
        catch (Exception away) when (away is NpgsqlException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>What has come of the work so far: reminders, digests and mails that went; null while the database is away.</summary>
    public async Task<long?> DoneAsync()
    {
        try
        {
            return await AskAsync("""
                select (select count(*) from equality.reminders) + (select count(*) from equality.digests) + (select count(*)
                  from equality.outbox where state = 'sent')
                """);
        }
        catch (Exception away) when (away is NpgsqlException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>All that Hangfire keeps is gone: its jobs, queues, locks, timetable and servers.</summary>
    public async Task EmptyHangfireAsync()
    {
        for (var emptied = false; !emptied;)
        {
            try
            {
                await AskAsync("""
                    set lock_timeout = '2s';
                    truncate hangfire.job, hangfire.jobparameter, hangfire.jobqueue, hangfire.state, hangfire.set, hangfire.hash, hangfire.list,
                      hangfire.counter, hangfire.aggregatedcounter, hangfire.lock, hangfire.server cascade
                    """);
                Note(Emptied);
                emptied = true;
            }
            catch (NpgsqlException)
            {
                // Somebody was in the way, or the server is away: once more.
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }
    }

    /// <summary>One number, asked as a superuser on a connection of its own, since the server may just have gone.</summary>
    public async Task<long> AskAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_postgres!.Address.ConnectionString(Database, "postgres") + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) is long number ? number : 0;
    }

    /// <summary>All that the mail server ever took, in the order it did.</summary>
    public async Task<IReadOnlyList<ClaimedMail>> TakenAsync() =>
        [.. (await File.ReadAllLinesAsync(TakenFile, TestContext.Current.CancellationToken)).Select(line => line.Split('\t'))
            .Select(part => new ClaimedMail(new DateTime(long.Parse(part[0], CultureInfo.InvariantCulture), DateTimeKind.Utc), part[1],
                part[2]))];

    public async ValueTask DisposeAsync()
    {
        _mailServer?.Dispose();
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

    private async Task StartMailServerAsync()
    {
        // Another mail server may stand in, for whoever has one at hand: it takes the same arguments and says the same.
        var other = Environment.GetEnvironmentVariable("EQUALITY_TEST_MAIL_SERVER")?.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            ?? [];
        string[] arguments = ["mail-server", _mailPort.ToString(CultureInfo.InvariantCulture), TakenFile,
            _longestPause.ToString(CultureInfo.InvariantCulture)];
        _mailServer = FaultProcess.Start(other.FirstOrDefault(), [.. other.Skip(1), .. arguments], new Dictionary<string, string>(),
            "listening on ");
        var said = await _mailServer.UpAsync();
        said.ShouldNotBeEmpty(_mailServer.Said);
        _mailPort = int.Parse(said.Split(' ')[^1], CultureInfo.InvariantCulture);
    }
}
