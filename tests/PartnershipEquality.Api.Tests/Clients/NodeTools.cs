using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;

namespace PartnershipEquality.Api.Tests.Clients;

/// <summary>
/// What <c>openapi/package.json</c> names, run by Node.js: the linters, the maker of the TypeScript types and their
/// compiler. Brought once, as locked. Without Node.js the tests are skipped and say so, save where it was promised.
/// </summary>
internal static class NodeTools
{
    private static readonly SemaphoreSlim Bringing = new(1, 1);

    public static string Folder { get; } = Path.Combine(Repository.Folder, "openapi");

    /// <summary>Runs a script of the package, and answers how it ended and all that it said.</summary>
    public static async Task<(int Exit, string Said)> RunAsync(params string[] script)
    {
        await BringAsync();
        return await StartAsync("npm", ["run", "--silent", .. script], []);
    }

    public static async Task<(int Exit, string Said)> NodeAsync(string program, IReadOnlyList<string> arguments,
        params IReadOnlyList<(string Name, string Value)> settings)
    {
        await BringAsync();
        return await StartAsync("node", [program, .. arguments], settings);
    }

    private static async Task BringAsync()
    {
        await Bringing.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            var locked = Convert.ToHexStringLower(SHA256.HashData(
                await File.ReadAllBytesAsync(Path.Combine(Folder, "package-lock.json"), TestContext.Current.CancellationToken)));
            var brought = Path.Combine(Folder, "node_modules", ".brought");
            if (File.Exists(brought) && await File.ReadAllTextAsync(brought, TestContext.Current.CancellationToken) == locked)
            {
                return;
            }

            var (exit, said) = await StartAsync("npm", ["ci", "--silent"], []);
            if (exit != 0)
            {
                throw new InvalidOperationException(said);
            }

            await File.WriteAllTextAsync(brought, locked, TestContext.Current.CancellationToken);
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException
            && Environment.GetEnvironmentVariable("EQUALITY_NODE") != "promised")
        {
            Assert.Skip($"The document's tools run on Node.js 20.19 or later with npm, which cannot be used here: {e.Message}");
        }
        finally
        {
            Bringing.Release();
        }
    }

    private static async Task<(int Exit, string Said)> StartAsync(string program, IReadOnlyList<string> arguments,
        IReadOnlyList<(string Name, string Value)> settings)
    {
        var ct = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        try
        {
            var (said, wrong) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
            await process.WaitForExitAsync(ct);
            return (process.ExitCode, $"{await said}{await wrong}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
