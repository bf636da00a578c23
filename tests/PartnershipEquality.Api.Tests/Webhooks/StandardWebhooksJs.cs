using System.Diagnostics;
using System.Text.Json;

namespace PartnershipEquality.Api.Tests.Webhooks;

/// <summary>
/// Verifies events with the npm library standardwebhooks, as a receiver would: it knows nothing of ours. Without Node.js
/// the test is skipped, and says so.
/// </summary>
internal static class StandardWebhooksJs
{
    private const string Version = "1.1.1";

    private const string Script = """
        const { Webhook } = require(process.argv[1]);
        const asked = JSON.parse(require('fs').readFileSync(0, 'utf8'));
        process.stdout.write(JSON.stringify(asked.map(a => {
          Date.now = () => a.now * 1000;
          try { return { type: new Webhook(a.secret).verify(a.body, a.headers).type }; } catch (e) { return { error: e.message }; }
        })));
        """;

    private static readonly SemaphoreSlim Fetching = new(1, 1);

    /// <summary>What the library says of each event: its type, or why it is refused.</summary>
    /// <param name="asked">The secret that the receiver holds, what it was sent, and its own time.</param>
    public static async Task<IReadOnlyList<string>> VerifyAsync(params (string Secret, ReceivedEvent Event, DateTimeOffset Now)[] asked)
    {
        var library = await LibraryAsync() ?? throw new InvalidOperationException("Assert.Skip throws.");
        var input = JsonSerializer.Serialize(asked.Select(a => new { secret = a.Secret, body = a.Event.Body, headers = a.Event.Headers, now = a.Now.ToUnixTimeSeconds() }));
        return [.. JsonDocument.Parse(await RunAsync("node", ["-e", Script, library], input, Path.GetTempPath())).RootElement.EnumerateArray()
            .Select(a => a.TryGetProperty("type", out var type) ? type.GetString()! : a.Text("error")!)];
    }

    private static async Task<string?> LibraryAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"equality-standardwebhooks-{Version}-{Environment.UserName}");
        var library = Path.Combine(folder, "node_modules", "standardwebhooks");
        await Fetching.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (!File.Exists(Path.Combine(library, "dist", "index.js")))
            {
                Directory.CreateDirectory(folder);
                await RunAsync("npm", ["install", "--prefix", folder, $"standardwebhooks@{Version}", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], "", folder);
            }
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            Assert.Skip($"standardwebhooks is fetched and run with npm and Node.js, which cannot be used here: {e.Message}");
        }
        finally
        {
            Fetching.Release();
        }

        return library;
    }

    private static async Task<string> RunAsync(string program, string[] arguments, string input, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder })!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode == 0 ? await said : throw new InvalidOperationException($"{program}: {await wrong}");
    }
}
