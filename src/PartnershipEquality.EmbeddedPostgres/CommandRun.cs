using System.ComponentModel;
using System.Diagnostics;

namespace PartnershipEquality.EmbeddedPostgres;

/// <summary>A program that ran to its end, and all that it said.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public bool Succeeded => ExitCode == 0;

    public string Said => (Output + Error).Trim();

    /// <summary>How a child of ours is started: no shell, no window, nothing of the caller's PostgreSQL settings.</summary>
    public static ProcessStartInfo Describe(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            // The account that runs the server may not be let into the caller's folder.
            WorkingDirectory = OperatingSystem.IsWindows() ? Path.GetTempPath() : "/",
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        // Messages are recognised by their English wording.
        start.Environment["LC_ALL"] = "C";
        return start;
    }

    /// <summary>Runs it to its end; cancelling ends it and its children.</summary>
    public static async Task<CommandRun> RunAsync(ProcessStartInfo start, CancellationToken ct)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(ct);
            var error = process.StandardError.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            return new CommandRun(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    public static Task<CommandRun> RunAsync(string program, IEnumerable<string> arguments, CancellationToken ct) =>
        RunAsync(Describe(program, arguments), ct);

    /// <summary>Null when there is no such program, or it may not be run.</summary>
    public static async Task<CommandRun?> TryRunAsync(ProcessStartInfo start, CancellationToken ct)
    {
        try
        {
            return await RunAsync(start, ct);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    public static Task<CommandRun?> TryRunAsync(string program, IEnumerable<string> arguments, CancellationToken ct) =>
        TryRunAsync(Describe(program, arguments), ct);
}
