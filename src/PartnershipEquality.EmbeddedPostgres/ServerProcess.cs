using System.Collections.Concurrent;
using System.Diagnostics;

namespace PartnershipEquality.EmbeddedPostgres;

/// <summary>A running server that cannot outlive this process.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    /// <summary>
    /// Runs the server as a child and holds our pipe. The pipe closes when we close it or when we die, however we die;
    /// then <c>read</c> returns and the server is told to shut down fast.
    /// </summary>
    private const string Watch = """
        log=$1; shift
        exec 3<&0 </dev/null >>"$log" 2>&1
        "$@" 3<&- &
        server=$!
        (read -r _ <&3; kill -INT $server) &
        watcher=$!
        exec 3<&-
        trap 'kill -INT $server' INT TERM HUP
        wait $server
        status=$?
        while kill -0 $server 2>/dev/null; do wait $server; status=$?; done
        kill $watcher 2>/dev/null
        exit $status
        """;

    /// <summary>A server that nobody refers to must not be stopped by the collection of its pipe.</summary>
    private static readonly ConcurrentDictionary<ServerProcess, bool> Running = new();

    private readonly Process _process;
    private readonly ServerBinaries _binaries;
    private readonly ServerAccount _account;
    private readonly Cluster _cluster;
    private bool _disposed;

    private ServerProcess(Process process, ServerBinaries binaries, ServerAccount account, Cluster cluster)
    {
        this._process = process;
        this._binaries = binaries;
        this._account = account;
        this._cluster = cluster;
        Running[this] = true;
    }

    public bool HasExited => _process.HasExited;

    public static async Task<ServerProcess> StartAsync(
        ServerBinaries binaries, ServerAccount account, Cluster cluster, CancellationToken ct)
    {
        string[] server = [binaries.Program("postgres"), "-D", cluster.Data];
        ProcessStartInfo start;
        if (OperatingSystem.IsWindows())
        {
            start = account.Command(server[0], server[1..]);
            // Ctrl-C is sent to a whole group: the caller shuts down first, and the server after it.
            start.CreateNewProcessGroup = true;
        }
        else
        {
            start = await account.DetachedCommandAsync("sh", ["-c", Watch, "sh", cluster.LogFile, .. server], ct);
            start.RedirectStandardInput = true;
        }

        // With a stream of the terminal's left to it, the runtime would set up the terminal for this child.
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var process = Process.Start(start) ?? throw new InvalidOperationException("PostgreSQL did not start.");
        var writing = new Lock();
        DataReceivedEventHandler keep = (_, said) =>
        {
            // On Unix only the watching shell speaks here, before it turns to the log itself.
            if (said.Data is { Length: > 0 })
            {
                lock (writing)
                {
                    File.AppendAllText(cluster.LogFile, said.Data + Environment.NewLine);
                }
            }
        };
        process.OutputDataReceived += keep;
        process.ErrorDataReceived += keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new ServerProcess(process, binaries, account, cluster);
    }

    /// <summary>A fast shutdown: sessions are ended, data is written, and all its processes are gone when this returns.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        if (OperatingSystem.IsWindows())
        {
            await StopAsync("fast");
        }
        else
        {
            _process.StandardInput.Close();
        }

        if (!await GoneWithinAsync(TimeSpan.FromSeconds(30)))
        {
            await StopAsync("immediate");
            await GoneWithinAsync(TimeSpan.FromSeconds(10));
        }

        Running.TryRemove(this, out _);
        _process.Dispose();
    }

    private Task<CommandRun> StopAsync(string mode) => CommandRun.RunAsync(
        _account.Command(_binaries.Program("pg_ctl"), "stop", "-D", _cluster.Data, "-m", mode, "-w", "-t", "30"), CancellationToken.None);

    private async Task<bool> GoneWithinAsync(TimeSpan limit)
    {
        using var patience = new CancellationTokenSource(limit);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
            // Should the watching shell have been killed, the server itself is still to be waited for.
            while (Cluster.ServerPid(_cluster.Folder) is not null)
            {
                await Task.Delay(20, patience.Token);
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
