using System.Globalization;
using System.Text.RegularExpressions;

namespace PartnershipEquality.EmbeddedPostgres;

/// <summary>The server's programs, of one version, in one folder.</summary>
internal sealed partial record ServerBinaries(string Folder, int Major, string Version)
{
    public const int OldestMajor = 15;

    private static readonly string[] Programs = ["postgres", "initdb", "pg_ctl"];

    public string Program(string name) => Path.Combine(Folder, FileName(name));

    /// <summary>
    /// The first that can be used: on PATH, in the usual places, brought by npm before, brought by npm now. Where there
    /// is data, only the <paramref name="major"/> version that made it can be.
    /// </summary>
    public static async Task<ServerBinaries> FindAsync(
        EmbeddedPostgresOptions options, ServerAccount account, int? major, CancellationToken ct)
    {
        var tried = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var folder in options.BinaryFolders ?? [.. OnPath(), .. InUsualPlaces()])
        {
            if (Resolved(folder) is { } found && seen.Add(found)
                && await ExamineAsync(found, account, major, tried, ct) is { } binaries)
            {
                return binaries;
            }
        }

        if (options.AllowNpm)
        {
            var npm = await NpmPackage.ForThisMachineAsync(account, options.Log, ct);
            foreach (var folder in npm.Cached())
            {
                if (await ExamineAsync(folder, account, major, tried, ct) is { } binaries)
                {
                    return binaries;
                }
            }

            if (await npm.BringAsync(tried, ct) is { } brought
                && await ExamineAsync(brought, account, major, tried, ct) is { } fromNpm)
            {
                return fromNpm;
            }
        }

        throw new PostgresNotFoundException(
            major is null
                ? "No PostgreSQL server was found on this machine."
                : $"The data was made by PostgreSQL {major}, which was not found on this machine: install that version, or start over " +
                    "with --fresh.",
            tried);
    }

    private static async Task<ServerBinaries?> ExamineAsync(
        string folder, ServerAccount account, int? major, List<string> tried, CancellationToken ct)
    {
        var program = Path.Combine(folder, FileName("postgres"));
        if (!await account.CanExecuteAsync(program, ct))
        {
            tried.Add($"{program}: the user {account} may not run it");
            return null;
        }

        var run = await CommandRun.TryRunAsync(account.Command(program, "--version"), ct);
        var match = VersionText().Match(run?.Output ?? "");
        if (!match.Success)
        {
            tried.Add($"{program}: {run?.Said ?? "does not run"}");
            return null;
        }

        var found = new ServerBinaries(folder, int.Parse(match.Groups["major"].Value, CultureInfo.InvariantCulture), match.Value);
        if (found.Major < OldestMajor || (major is not null && found.Major != major))
        {
            tried.Add($"{program}: version {found.Version}");
            return null;
        }

        return found;
    }

    /// <summary>
    /// Where the programs really are: PostgreSQL finds its <c>share</c> and <c>lib</c> beside them, and a link may name only some.
    /// </summary>
    private static string? Resolved(string folder)
    {
        var link = Programs.Select(name => new FileInfo(Path.Combine(folder, FileName(name)))).FirstOrDefault(file => file.Exists);
        var real = link?.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? link?.FullName;
        var home = Path.GetDirectoryName(real);
        return home is not null && Programs.All(name => File.Exists(Path.Combine(home, FileName(name)))) ? home : null;
    }

    private static IEnumerable<string> OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathFullyQualified);

    private static IEnumerable<string> InUsualPlaces() => OperatingSystem.IsWindows()
        ? Versioned(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL"), "*", "bin")
        : [
            .. Versioned("/usr/lib/postgresql", "*", "bin"),
            .. Versioned("/usr", "pgsql-*", "bin"),
            "/usr/local/pgsql/bin",
            .. Versioned("/opt/homebrew/opt", "postgresql@*", "bin"),
            .. Versioned("/usr/local/opt", "postgresql@*", "bin"),
            .. Versioned("/Applications/Postgres.app/Contents/Versions", "*", "bin"),
        ];

    /// <summary>Newest first.</summary>
    private static IEnumerable<string> Versioned(string parent, string pattern, string inside) =>
        Directory.Exists(parent)
            ? Directory.EnumerateDirectories(parent, pattern)
                .OrderByDescending(path => Digits().Match(Path.GetFileName(path)) is { Success: true } digits
                    ? int.Parse(digits.Value, CultureInfo.InvariantCulture)
                    : 0)
                .Select(path => Path.Combine(path, inside))
            : [];

    private static string FileName(string program) => OperatingSystem.IsWindows() ? program + ".exe" : program;

    [GeneratedRegex(@"(?<major>\d+)(\.\d+|devel|beta\d+|rc\d+)", RegexOptions.ExplicitCapture)]
    private static partial Regex VersionText();

    [GeneratedRegex(@"\d{1,5}")]
    private static partial Regex Digits();
}
