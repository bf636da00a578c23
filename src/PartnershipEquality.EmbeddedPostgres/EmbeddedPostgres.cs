using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace PartnershipEquality.EmbeddedPostgres;

/// <summary>
/// A private PostgreSQL on a free port of this machine, for development and tests. It stops when it is disposed, or when this process ends
/// in any way.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private const string Loopback = "127.0.0.1";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Cluster? _cluster;
    private readonly ServerProcess? _server;

    private EmbeddedPostgres(Cluster cluster, ServerProcess server, int port)
        : this(cluster.Folder, new PostgresAddress(Loopback, port, cluster.Password))
    {
        this._cluster = cluster;
        this._server = server;
    }

    private EmbeddedPostgres(string folder, PostgresAddress address) => (Folder, Address) = (folder, address);

    /// <summary>Where it answers; the password is kept beside the data.</summary>
    public PostgresAddress Address { get; }

    /// <summary>Where the data really is: not the folder asked for, when the server's user may not enter that.</summary>
    public string Folder { get; }

    /// <summary>Finds a PostgreSQL, makes its data if there is none, starts it and waits until it answers.</summary>
    /// <exception cref="PostgresNotFoundException">There is none, and none could be brought.</exception>
    /// <exception cref="InvalidOperationException">The folder is in use, or the server did not start; the message says why.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        var account = await ServerAccount.ChooseAsync(ct);
        var wanted = Path.GetFullPath(options.Folder);
        var folder = await account.ReachableAsync(wanted, ct);
        if (folder != wanted)
        {
            options.Log?.Invoke(
                $"PostgreSQL does not run as root, and the user {account} may not enter {wanted}: the data is in {folder}.");
        }

        var cluster = await Cluster.HoldAsync(folder, ct);
        try
        {
            if (options.Fresh)
            {
                cluster.Wipe();
            }

            var major = cluster.Major;
            var binaries = await ServerBinaries.FindAsync(options, account, major, ct);
            options.Log?.Invoke(
                $"PostgreSQL {binaries.Version} of {binaries.Folder}, data in " +
                $"{folder}{(account.IsOther ? $", as the user {account}" : "")}.");
            if (major is null)
            {
                await cluster.MakeAsync(binaries, account, ct);
            }

            return await ServeAsync(cluster, binaries, account, options, ct);
        }
        catch
        {
            cluster.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The server that another process runs in the folder, if one does and answers; null otherwise. It stays that
    /// process's: disposing what is answered here stops nothing.
    /// </summary>
    public static async Task<EmbeddedPostgres?> TryAttachAsync(string folder, CancellationToken ct)
    {
        var account = await ServerAccount.ChooseAsync(ct);
        var place = await account.ReachableAsync(Path.GetFullPath(folder), ct);
        if (Cluster.Running(place) is not { } running)
        {
            return null;
        }

        var address = new PostgresAddress(Loopback, running.Port, running.Password);
        try
        {
            await using var connection = new NpgsqlConnection(Probing(address));
            await connection.OpenAsync(ct);
            return new EmbeddedPostgres(place, address);
        }
        catch (NpgsqlException)
        {
            // Starting or stopping just now: the caller's own start says which.
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _cluster?.Dispose();
    }

    private static async Task<EmbeddedPostgres> ServeAsync(
        Cluster cluster, ServerBinaries binaries, ServerAccount account, EmbeddedPostgresOptions options, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = options.Port ?? FreePort();
            await cluster.ConfigureAsync(port, options.ForTests, account, ct);
            var server = await ServerProcess.StartAsync(binaries, account, cluster, ct);
            try
            {
                if (await AnswersAsync(server, new PostgresAddress(Loopback, port, cluster.Password), ct))
                {
                    return new EmbeddedPostgres(cluster, server, port);
                }
            }
            catch
            {
                await server.DisposeAsync();
                throw;
            }

            await server.DisposeAsync();
            var said = cluster.LogTail();
            if (attempt == 5 || !IsPassing(said))
            {
                throw new InvalidOperationException($"PostgreSQL did not start. The end of {cluster.LogFile}:{Environment.NewLine}{said}");
            }

            await Task.Delay(200, ct);
        }
    }

    /// <summary>False when it ended, or said nothing for a minute.</summary>
    private static async Task<bool> AnswersAsync(ServerProcess server, PostgresAddress address, CancellationToken ct)
    {
        for (var waiting = Stopwatch.StartNew(); !server.HasExited && waiting.Elapsed < Patience; await Task.Delay(30, ct))
        {
            try
            {
                await using var connection = new NpgsqlConnection(Probing(address));
                await connection.OpenAsync(ct);
                return !server.HasExited;
            }
            catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InvalidPassword
                && waiting.Elapsed > TimeSpan.FromSeconds(3))
            {
                throw new InvalidOperationException(
                    "The password of the role postgres is not the one kept beside the data: start over with --fresh.", refused);
            }
            catch (NpgsqlException)
            {
                // Not listening yet, or still starting up.
            }
        }

        return false;
    }

    /// <summary>Another process took the port in between, or the last of a killed server are still leaving.</summary>
    private static bool IsPassing(string said) =>
        said.Contains("Address already in use", StringComparison.Ordinal)
        || said.Contains("could not create any TCP/IP sockets", StringComparison.Ordinal)
        || said.Contains("pre-existing shared memory block", StringComparison.Ordinal);

    /// <summary>One connection that is not kept, and gives up soon.</summary>
    private static string Probing(PostgresAddress address) =>
        new NpgsqlConnectionStringBuilder(address.ConnectionString("postgres", "postgres"))
        {
            Pooling = false,
            Timeout = 5
        }.ConnectionString;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
