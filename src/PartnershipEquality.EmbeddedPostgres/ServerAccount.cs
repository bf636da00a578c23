using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace PartnershipEquality.EmbeddedPostgres;

/// <summary>The user that runs the server. PostgreSQL refuses root, so root runs it as somebody else; anyone else as themselves.</summary>
internal sealed class ServerAccount
{
    public const UnixFileMode OpenFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly string? _user;
    private readonly string _owner;
    private readonly Func<IReadOnlyList<string>, IReadOnlyList<string>> _wrap;

    private ServerAccount(string? user, string owner, Func<IReadOnlyList<string>, IReadOnlyList<string>> wrap)
    {
        this._user = user;
        this._owner = owner;
        this._wrap = wrap;
    }

    /// <summary>A place under which any user may be given a folder; it outlives a reboot, unlike /tmp.</summary>
    private static string OpenPlace =>
        "/var/tmp/partnership-equality" + (Environment.IsPrivilegedProcess ? "" : "-" + Environment.UserName);

    public bool IsOther => _user is not null;

    public static async Task<ServerAccount> ChooseAsync(CancellationToken ct)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return new ServerAccount(null, "", command => command);
        }

        foreach (var name in new[] { "postgres", "nobody" })
        {
            var uid = await CommandRun.RunAsync("id", ["-u", name], ct);
            var gid = await CommandRun.RunAsync("id", ["-g", name], ct);
            if (!uid.Succeeded || !gid.Succeeded)
            {
                continue;
            }

            var (u, g) = (uid.Output.Trim(), gid.Output.Trim());
            Func<IReadOnlyList<string>, IReadOnlyList<string>>[] ways =
            [
                command => ["setpriv", $"--reuid={u}", $"--regid={g}", "--clear-groups", "--", .. command],
                command => ["runuser", "-u", name, "--", .. command],
                command => ["su", "-s", "/bin/sh", name, "-c", string.Join(' ', command.Select(Quoted))],
                command => ["sudo", "-n", "-u", name, "--", .. command],
            ];
            foreach (var way in ways)
            {
                var account = new ServerAccount(name, $"{u}:{g}", way);
                if (await account.CanAsync("test $(id -u) = \"$1\"", u, ct))
                {
                    return account;
                }
            }
        }

        throw new InvalidOperationException(
            "PostgreSQL refuses to run as root, and neither setpriv, runuser, su nor sudo could run it as postgres or nobody. Start this as an ordinary user.");
    }

    public ProcessStartInfo Command(string program, params IEnumerable<string> arguments) => Describe(_wrap([program, .. arguments]));

    /// <summary>In a session of its own, so Ctrl-C in the terminal, or a kill of the caller's process group, does not reach it.</summary>
    public async Task<ProcessStartInfo> DetachedCommandAsync(string program, IEnumerable<string> arguments, CancellationToken ct)
    {
        IReadOnlyList<string> command = _wrap([program, .. arguments]);
        if ((await CommandRun.TryRunAsync("setsid", ["true"], ct))?.Succeeded == true)
        {
            return Describe(["setsid", .. command]);
        }

        // macOS has no setsid program, but it has perl.
        return (await CommandRun.TryRunAsync("perl", ["-e", "1"], ct))?.Succeeded == true
            ? Describe(["perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV or die $!", .. command])
            : Describe(command);
    }

    /// <summary>Hands files over to this account; nothing to do when it is the caller itself.</summary>
    public async Task OwnAsync(IEnumerable<string> paths, CancellationToken ct)
    {
        if (IsOther)
        {
            var run = await CommandRun.RunAsync("chown", ["-Rh", _owner, .. paths], ct);
            if (!run.Succeeded)
            {
                throw new InvalidOperationException($"The data could not be handed to the user {_user}: {run.Said}");
            }
        }
    }

    public Task<bool> CanExecuteAsync(string path, CancellationToken ct) =>
        IsOther ? CanAsync("test -x \"$1\"", path, ct) : Task.FromResult(File.Exists(path) || Directory.Exists(path));

    /// <summary>The wanted folder, made; or, when this account is not let into it, one that stands for it in an open place.</summary>
    public async Task<string> ReachableAsync(string wanted, CancellationToken ct)
    {
        Directory.CreateDirectory(wanted);
        return await CanExecuteAsync(wanted, ct)
            ? wanted
            : await OpenFolderAsync(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wanted)))[..12], ct);
    }

    /// <summary>
    /// A folder for programs in the caller's cache; or in an open place, when there is no cache or this account is not let into it.
    /// </summary>
    public async Task<string> ProgramsFolderAsync(string? cache, CancellationToken ct)
    {
        try
        {
            if (cache is not null && Directory.CreateDirectory(Path.Combine(cache, "partnership-equality")).FullName is var wanted
                && await CanExecuteAsync(wanted, ct))
            {
                return wanted;
            }
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException && !OperatingSystem.IsWindows())
        {
            // A user such as nobody has a home in name only.
        }

        return await OpenFolderAsync("programs", ct);
    }

    public override string ToString() => _user ?? Environment.UserName;

    private static async Task<string> OpenFolderAsync(string name, CancellationToken ct)
    {
        await MakeOpenAsync(OpenPlace, ct);
        var folder = Path.Combine(OpenPlace, name);
        await MakeOpenAsync(folder, ct);
        return folder;
    }

    private static async Task MakeOpenAsync(string folder, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        // Anyone can write to /var/tmp: a folder laid there by somebody else is a trap.
        var ours = await CommandRun.RunAsync("sh", ["-c", "test -O \"$1\" && ! test -L \"$1\"", "sh", folder], ct);
        if (!ours.Succeeded)
        {
            throw new InvalidOperationException($"{folder} belongs to another user: remove it, or choose a folder that others may enter.");
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, OpenFolder);
        }
    }

    private async Task<bool> CanAsync(string script, string argument, CancellationToken ct) =>
        (await CommandRun.TryRunAsync(Command("sh", "-c", script, "sh", argument), ct))?.Succeeded == true;

    private static ProcessStartInfo Describe(IReadOnlyList<string> command) => CommandRun.Describe(command[0], command.Skip(1));

    private static string Quoted(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
