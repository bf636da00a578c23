using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;

namespace PartnershipEquality.Api.Tests.Calendars;

/// <summary>Reads a calendar with ical.js, which calendar programs use: a parser that is none of ours. Without Node.js the test is skipped, and says so.</summary>
internal static class IcalJs
{
    private const string Version = "2.2.1";

    private const string Script = """
        const ICAL = require(process.argv[1]);
        const text = require('fs').readFileSync(0, 'utf8');
        const calendar = new ICAL.Component(ICAL.parse(text));
        const seen = calendar.getAllSubcomponents('vevent').map(c => { const e = new ICAL.Event(c); return {
          uid: e.uid, sequence: e.sequence, summary: e.summary, description: e.description, start: e.startDate.toString(), end: e.endDate.toString(), allDay: e.startDate.isDate }; });
        process.stdout.write(JSON.stringify(seen));
        """;

    private static readonly SemaphoreSlim Fetching = new(1, 1);

    public static async Task<IReadOnlyList<JsonElement>> ReadAsync(string calendar)
    {
        calendar.Split("\r\n").ShouldAllBe(line => System.Text.Encoding.UTF8.GetByteCount(line) <= 75);
        var library = await LibraryAsync() ?? throw new InvalidOperationException("Assert.Skip throws.");
        return [.. JsonDocument.Parse(await RunAsync("node", ["-e", Script, library], calendar, Path.GetTempPath())).RootElement.EnumerateArray()];
    }

    private static async Task<string?> LibraryAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"equality-ical-{Version}-{Environment.UserName}");
        var library = Path.Combine(folder, "package", "dist", "ical.es5.cjs");
        await Fetching.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (!File.Exists(library))
            {
                Directory.CreateDirectory(folder);
                await RunAsync("npm", ["pack", $"ical.js@{Version}", "--silent"], "", folder);
                await using var file = File.OpenRead(Path.Combine(folder, $"ical.js-{Version}.tgz"));
                await using var unzipped = new GZipStream(file, CompressionMode.Decompress);
                await TarFile.ExtractToDirectoryAsync(unzipped, folder, overwriteFiles: true, TestContext.Current.CancellationToken);
            }
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or FileNotFoundException or InvalidOperationException)
        {
            Assert.Skip($"ical.js is read with Node.js and npm, which cannot be used here: {e.Message}");
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
