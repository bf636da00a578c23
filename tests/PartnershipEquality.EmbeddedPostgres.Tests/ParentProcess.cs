using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace PartnershipEquality.EmbeddedPostgres.Tests;

/// <summary>This same program run again as a process that only starts a server and waits to be killed.</summary>
internal static class ParentProcess
{
    private const string FolderVariable = "EMBEDDED_POSTGRES_TEST_PARENT";

    public static Process Start(string folder)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(ParentProcess).Assembly.Location]) { RedirectStandardOutput = true };
        start.Environment[FolderVariable] = folder;
        return Process.Start(start)!;
    }

    // The test runner makes the entry point, so this is the one place before it. Nothing here may await in this
    // assembly: other threads are kept out of it until this returns.
    [ModuleInitializer]
    internal static void StartServerWhenAsked()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { } folder)
        {
            var options = new EmbeddedPostgresOptions(folder) { AllowNpm = false, ForTests = true };
            var server = EmbeddedPostgres.StartAsync(options, CancellationToken.None).GetAwaiter().GetResult();
            Console.WriteLine(server.ServerPid());
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
