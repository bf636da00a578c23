using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace PartnershipEquality.EmbeddedPostgres;

/// <summary>
/// The data of one server on disk: <c>data</c>, <c>password</c> and <c>server.log</c> in one folder, locked while in use.
/// </summary>
internal sealed class Cluster : IDisposable
{
    private const string PidFileName = "postmaster.pid";

    private const string SettingsName = "embedded.conf";

    private const string MadeName = "made";

    private const string UnfinishedPrefix = "unfinished-";

    private readonly FileStream _hold;

    private Cluster(string folder, FileStream hold)
    {
        Folder = folder;
        this._hold = hold;
    }

    public string Folder { get; }

    public string Data => DataIn(Folder);

    public string LogFile => Path.Combine(Folder, "server.log");

    public string Password => ReadPassword(Folder);

    /// <summary>The version that made the data; null when there is none, or it was never finished.</summary>
    public int? Major => File.Exists(Made) && File.Exists(VersionFile)
        ? int.Parse(File.ReadAllText(VersionFile).Trim(), CultureInfo.InvariantCulture)
        : null;

    private string PasswordFile => PasswordIn(Folder);

    private string VersionFile => Path.Combine(Data, "PG_VERSION");

    /// <summary>Written last, so that data without it is known to be half made.</summary>
    private string Made => Path.Combine(Data, MadeName);

    private string Settings => Path.Combine(Data, SettingsName);

    /// <summary>Takes the folder for this process, and waits for a server that is still stopping.</summary>
    public static async Task<Cluster> HoldAsync(string folder, CancellationToken ct)
    {
        FileStream hold;
        try
        {
            hold = new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw InUse(folder);
        }

        try
        {
            // Its parent has died, so it has been told to stop: closing files may take a moment.
            for (var waiting = Stopwatch.StartNew(); ServerPid(folder) is not null; await Task.Delay(50, ct))
            {
                if (waiting.Elapsed > TimeSpan.FromSeconds(20))
                {
                    throw InUse(folder);
                }
            }

            // A stale one may carry the id of an unrelated process by now, which PostgreSQL would take for a server.
            if (File.Exists(PidFile(folder)))
            {
                File.Delete(PidFile(folder));
            }

            return new Cluster(folder, hold);
        }
        catch
        {
            await hold.DisposeAsync();
            throw;
        }
    }

    public void Wipe()
    {
        // Only what is ours, by name: the folder may be a mistaken one.
        if (Directory.Exists(Data))
        {
            RefuseForeign();
            // First, so that data half deleted counts as half made.
            File.Delete(Made);
            Directory.Delete(Data, recursive: true);
        }

        foreach (var unfinished in Directory.EnumerateDirectories(Folder, UnfinishedPrefix + "*"))
        {
            try
            {
                Directory.Delete(unfinished, recursive: true);
            }
            catch (IOException)
            {
                // Its maker was killed a moment ago and its children still write: it is left for the next time.
            }
        }

        File.Delete(PasswordFile);
        File.Delete(LogFile);
    }

    /// <summary>Makes the data when there is none, or when making it was interrupted.</summary>
    public async Task MakeAsync(ServerBinaries binaries, ServerAccount account, CancellationToken ct)
    {
        Wipe();
        // Made under a name of its own: should we be killed now, what goes on making it cannot spoil the next one.
        var unfinished = Directory.CreateDirectory(Path.Combine(Folder, UnfinishedPrefix + Guid.NewGuid().ToString("N"))).FullName;
        await using (var file = new FileStream(PasswordFile, Private(FileMode.Create)))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(32, lowercase: true)));
        }

        await account.OwnAsync([unfinished, PasswordFile], ct);
        string[] sums = binaries.Major >= 18 ? ["--no-data-checksums"] : [];
        var run = await CommandRun.RunAsync(
            account.Command(
                binaries.Program("initdb"),
                ["--pgdata", unfinished, "--username=postgres", "--auth=scram-sha-256", "--pwfile", PasswordFile, "--encoding=UTF8",
                    "--no-sync",
                    .. await LocaleAsync(binaries.Major, ct), .. sums]),
            ct);
        if (!run.Succeeded)
        {
            throw new InvalidOperationException($"PostgreSQL could not make its data in {Folder}: {run.Said}");
        }

        await File.AppendAllTextAsync(Path.Combine(unfinished, "postgresql.conf"),
            $"{Environment.NewLine}include '{SettingsName}'{Environment.NewLine}", ct);
        await File.WriteAllTextAsync(Path.Combine(unfinished, MadeName), "", ct);
        Directory.Move(unfinished, Data);
    }

    /// <summary>Writes the settings of this start over those of the last.</summary>
    public async Task ConfigureAsync(int port, bool forTests, ServerAccount account, CancellationToken ct)
    {
        var safe = forTests ? "off" : "on";
        await File.WriteAllTextAsync(
            Settings,
            $"""
            # Written anew at each start.
            listen_addresses = '127.0.0.1'
            port = {port}
            unix_socket_directories = ''
            max_connections = 200
            shared_buffers = 256MB
            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            logging_collector = off
            log_destination = 'stderr'
            log_line_prefix = '%m [%p] %u@%d '
            track_io_timing = off
            password_encryption = 'scram-sha-256'
            fsync = {safe}
            synchronous_commit = {safe}
            full_page_writes = {safe}

            """,
            ct);
        await using (new FileStream(LogFile, Private(FileMode.Create)))
        {
        }

        await account.OwnAsync([Data, PasswordFile, LogFile], ct);
    }

    /// <summary>The end of what the server said, for a person to read.</summary>
    public string LogTail()
    {
        using var file = new FileStream(LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file);
        file.Seek(-Math.Min(file.Length, 4096), SeekOrigin.End);
        return reader.ReadToEnd().Trim();
    }

    /// <summary>The process that serves the data in this folder, when there is one alive.</summary>
    public static int? ServerPid(string folder)
    {
        try
        {
            if (!File.Exists(PidFile(folder))
                || !int.TryParse(File.ReadLines(PidFile(folder)).FirstOrDefault(), CultureInfo.InvariantCulture, out var pid))
            {
                return null;
            }

            using var process = Process.GetProcessById(pid);
            return !process.HasExited && IsServer(process, PidFile(folder)) ? pid : null;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or IOException)
        {
            return null;
        }
    }

    /// <summary>Where the server alive in this folder listens, and its password; null when there is none, or it has not said yet.</summary>
    public static (int Port, string Password)? Running(string folder)
    {
        // The fourth line of the file is the port; a server writes it once it has it.
        return ServerPid(folder) is not null
            && File.ReadLines(PidFile(folder)).ElementAtOrDefault(3) is { } line
                && int.TryParse(line, CultureInfo.InvariantCulture, out var port)
            ? (port, ReadPassword(folder))
            : null;
    }

    public void Dispose() => _hold.Dispose();

    private static bool IsServer(Process process, string pidFile)
    {
        if (!process.ProcessName.StartsWith("postgres", StringComparison.Ordinal))
        {
            return false;
        }

        if (!OperatingSystem.IsLinux())
        {
            return true;
        }

        try
        {
            // A server works in its data folder, whatever links lead there, so it sees the same file as we do.
            return File.ReadAllText($"/proc/{process.Id}/cwd/{PidFileName}") == File.ReadAllText(pidFile);
        }
        catch (UnauthorizedAccessException)
        {
            // Another user's process does not show where it works.
            return true;
        }
    }

    private static async Task<string[]> LocaleAsync(int major, CancellationToken ct)
    {
        // Sorting by code point, the same on every machine; C.UTF-8 also knows the case of letters beyond ASCII.
        if (major >= 17)
        {
            return ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
        }

        var locales = OperatingSystem.IsWindows() ? null : await CommandRun.TryRunAsync("locale", ["-a"], ct);
        var name = locales?.Output.Split('\n').FirstOrDefault(line => line is "C.utf8" or "C.UTF-8");
        return [$"--locale={name ?? "C"}"];
    }

    private void RefuseForeign()
    {
        if (File.Exists(VersionFile) && !File.Exists(PasswordFile))
        {
            throw new InvalidOperationException($"{Data} holds a PostgreSQL that was not made here: choose another folder.");
        }
    }

    private static InvalidOperationException InUse(string folder) => new(
        $"A PostgreSQL {(ServerPid(folder) is { } pid ? $"(process {pid}) " : "")}is already running in {folder}: stop it first.");

    private static FileStreamOptions Private(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private static string ReadPassword(string folder) => File.ReadAllText(PasswordIn(folder)).Trim();

    private static string PasswordIn(string folder) => Path.Combine(folder, "password");

    private static string DataIn(string folder) => Path.Combine(folder, "data");

    private static string PidFile(string folder) => Path.Combine(DataIn(folder), PidFileName);
}
