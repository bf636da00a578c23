using System.Diagnostics;
using System.Net;
using PartnershipEquality.Api.Hosting;

namespace PartnershipEquality.Api.Tests;

/// <summary>The program's verbs as a DBA runs them, each with the connection of its own role alone.</summary>
public sealed class VerbsTests(RunningApi running)
{
    [Fact]
    public async Task An_empty_database_is_set_up_by_the_owner_and_the_platform_each_with_its_own_connection_alone()
    {
        var name = $"verbs_{Guid.NewGuid():N}";
        await OpenDatabases.MakeAsync(running.Server, name, TestContext.Current.CancellationToken);
        await using var databases = OpenDatabases.Of(running.Server, name);
        await using (var early = await ApiInstance.StartAsync("Production", databases))
        {
            (await (await early.Client()
                .GetAsync("/health/ready", TestContext.Current.CancellationToken)).ShouldBeAsync(HttpStatusCode.ServiceUnavailable))
                .Text("database").ShouldBe("is not migrated");
        }

        (await RunAsync(name, "Owner", "equality_owner", "migrate")).ShouldBe((0, "Applied"));
        (await RunAsync(name, "Owner", "equality_owner", "migrate")).ShouldBe((0, "The"));
        (await RunAsync(name, "Platform", "equality_platform", "organisations", "add", "--kind", "authority", "--code", "BDC", "--name",
            "Blaby")).ShouldBe((0, "BDC"));
        (await RunAsync(name, "Platform", "equality_platform", "migrate")).ShouldBe((1, "This"));
        (await RunAsync(name, "Owner", "equality_owner", "organisations", "add", "--kind", "authority", "--code", "CBC", "--name",
            "Charnwood")).ShouldBe((1, "This"));
    }

    /// <summary>How it ended, and the first word it said.</summary>
    private async Task<(int Exit, string Said)> RunAsync(string database, string connection, string role, params string[] words)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "PartnershipEquality.Api"),
            words)
        { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment[$"ConnectionStrings__{connection}"] = running.Server.ConnectionString(database, role);
        using var process = Process.Start(start)!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken),
            process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, $"{await said}{await wrong}".Split(' ')[0]);
    }
}
