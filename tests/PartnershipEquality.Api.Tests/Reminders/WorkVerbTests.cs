using System.Diagnostics;

namespace PartnershipEquality.Api.Tests.Reminders;

/// <summary>The program itself, as people start it.</summary>
public sealed class WorkVerbTests(RunningApi running)
{
    [Fact]
    public async Task As_of_another_day_it_sends_in_development_and_only_shows_elsewhere()
    {
        await using var database = await running.NewDatabaseAsync("verb");
        await using var council = await RemindedCouncil.BeginAsync(running, null, database.Roles, ("Officer", "31 December 2026"));

        var preview = await RunAsync("Production", database, council);

        preview.ShouldContain("Preview of 2026-12-03: nothing was kept and nothing was sent.");
        council.Mails.ShouldBeEmpty();
        (await database.TextsAsync("""
            select id::text from reminders union all select id::text from digests union all select id::text from outbox
            """)).ShouldBeEmpty();

        (await RunAsync("Development", database, council)).ShouldContain("Work of 2026-12-03:");
        council.Mails.Length.ShouldBe(1);
        (await RunAsync("Development", database, council)).ShouldContain("Work of 2026-12-03:");
        council.Mails.Length.ShouldBe(1);
        Column(preview, council.Council.Code)[..2].ShouldBe(["1", "1"], "the preview says what would be owed and sent");
    }

    private static string[] Column(string said, string code) =>
        said.Split('\n').Single(line => line.StartsWith(code, StringComparison.Ordinal))[code.Length..].Split(' ',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private async Task<string> RunAsync(string environment, Database database, RemindedCouncil council)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "PartnershipEquality.Api"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        foreach (var word in new[] { "work", "--once", "--as-of", "2026-12-03" })
        {
            start.ArgumentList.Add(word);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        foreach (var (name, role) in new[] { ("App", "equality_app"), ("Platform", "equality_platform"), ("Owner", "equality_owner") })
        {
            start.Environment[$"ConnectionStrings__{name}"] = running.Server.ConnectionString(database.Name, role);
        }

        (start.Environment["Mail__Transport"], start.Environment["Mail__From"], start.Environment["Mail__PickupFolder"]) = ("pickup",
            "reminders@example.org", council.Folder);
        using var process = Process.Start(start)!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken),
            process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, $"{await said}{await wrong}");
        return await said;
    }
}
