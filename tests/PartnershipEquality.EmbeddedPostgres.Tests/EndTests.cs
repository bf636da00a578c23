using System.Diagnostics;
using System.Globalization;

namespace PartnershipEquality.EmbeddedPostgres.Tests;

public sealed class EndTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Disposing_leaves_no_process()
    {
        using var folder = new TestFolder();
        var server = await EmbeddedPostgres.StartAsync(folder.Options, Ct);
        var pid = server.ServerPid();

        await server.DisposeAsync();

        IsAlive(pid).ShouldBeFalse();
        (await File.ReadAllTextAsync(Path.Combine(folder.Path, "server.log"), Ct)).ShouldContain("database system is shut down");
    }

    [Fact]
    public async Task A_killed_parent_takes_its_server_along_and_the_data_stays()
    {
        // On Windows nothing watches the parent.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TestFolder();
        using var parent = ParentProcess.Start(folder.Path);
        var pid = int.Parse(await parent.StandardOutput.ReadLineAsync(Ct) ?? "", CultureInfo.InvariantCulture);
        IsAlive(pid).ShouldBeTrue();

        parent.Kill();
        await parent.WaitForExitAsync(Ct);

        await using var next = await EmbeddedPostgres.StartAsync(folder.Options, Ct);
        IsAlive(pid).ShouldBeFalse();
        (await next.AskAsync("select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task A_killed_server_starts_again_on_its_data()
    {
        using var folder = new TestFolder();
        await using (var first = await EmbeddedPostgres.StartAsync(folder.Options, Ct))
        {
            await first.AskAsync("create table kept as select 42 as answer");
            await first.AskAsync("checkpoint");
            using var process = Process.GetProcessById(first.ServerPid());
            process.Kill();
        }

        await using var second = await EmbeddedPostgres.StartAsync(folder.Options, Ct);
        (await second.AskAsync("select answer from kept")).ShouldBe(42);
    }

    private static bool IsAlive(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return process.ProcessName.StartsWith("postgres", StringComparison.Ordinal);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
