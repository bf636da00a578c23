using System.Globalization;
using PartnershipEquality.Api.Tests.Reminders;

namespace PartnershipEquality.Api.Tests.Webhooks;

/// <summary>Real worker processes, killed without a word while events are under way.</summary>
public sealed class KilledWorkersTests(RunningApi running)
{
    private const int Events = 60;
    private const int Kills = 2;

    [Fact]
    public async Task Workers_that_are_killed_lose_no_event_and_repeat_only_what_they_had_in_hand()
    {
        await using var hooked = await HookedCouncil.BeginAsync(running);
        await hooked.HookAsync(to: "/a", types: ["post.*"]);
        await hooked.HookAsync(to: "/b", types: ["post.*"]);
        await hooked.ChangeAsync(Events);
        for (var kill = 1; kill <= Kills; kill++)
        {
            using var worker = await StartAsync(hooked, kill);
            var enough = 2 * Events * kill / (Kills + 1);
            await HookedCouncil.UntilAsync(() => Task.FromResult(worker.HasExited || hooked.Receiver.Events.Count >= enough),
                $"{enough} events");
            worker.HasExited.ShouldBeFalse(worker.Said);
            await worker.KillAsync();
        }

        using var last = await StartAsync(hooked, Kills + 1);
        await HookedCouncil.UntilAsync(
            async () => last.HasExited || (await hooked.Database.ReadAsync("""
                select count(*)::int from webhook_deliveries where state = 'delivered'
                """, r => r.GetInt32(0))).Single() == 2 * Events, "all deliveries to be done");
        last.HasExited.ShouldBeFalse(last.Said);
        await last.KillAsync();

        var times = hooked.Receiver.Events.CountBy(e => (e.Path, e.Id)).ToList();
        times.Count.ShouldBe(2 * Events);
        hooked.Receiver.Events.Select(e => e.Id).Distinct().Count()
            .ShouldBe(Events, "an event has one id, at both addresses and each time");
        // Each kill can catch the senders of both addresses between the receiver's yes and our note of it.
        times.Sum(t => t.Value - 1).ShouldBeLessThanOrEqualTo(Kills * 2 * 4);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Kills} kills, {times.Count} deliveries, {times.Sum(t => t.Value - 1)} came twice");
    }

    /// <summary>By a clock that is a minute and more ahead of the worker's before, so that what that one held is free.</summary>
    private async Task<FaultProcess> StartAsync(HookedCouncil hooked, int number)
    {
        var ahead = hooked.Api.Clock.Now.AddSeconds(61 * number) - DateTimeOffset.UtcNow;
        var worker = FaultProcess.Start(null, ["work", ahead.Ticks.ToString(CultureInfo.InvariantCulture)], new Dictionary<string, string>
        {
            ["DOTNET_ENVIRONMENT"] = "Production",
            ["ConnectionStrings__App"] = running.Server.ConnectionString(hooked.Database.Name, "equality_app"),
            ["ConnectionStrings__Platform"] = running.Server.ConnectionString(hooked.Database.Name, "equality_platform"),
            ["Webhooks__AllowPrivateAddresses"] = "true",
            ["Logging__LogLevel__Default"] = "Error",
            ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
        }, "Application started");
        (await worker.UpAsync()).ShouldNotBeEmpty(worker.Said);
        return worker;
    }
}
