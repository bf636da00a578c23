using System.Collections.Concurrent;
using System.Diagnostics;

namespace PartnershipEquality.Api.Tests.Reminders;

/// <summary>
/// Three worker processes plan, make and deliver a morning's digests while they are killed at random moments, PostgreSQL
/// and the mail server are restarted under them, and all that Hangfire keeps is emptied. Every digest owed arrives, and none arrives twice
/// but in the
/// one window that cannot be shut: between the mail server's yes and our commit.
/// </summary>
public sealed class FaultTests
{
    private const int Workers = 3;

    /// <summary>
    /// A fault so near to when a mail was taken may have met it in hand. After it: the server hesitates before its yes, and
    /// the commit follows that. Before it: what a killed worker had sent whole is read by the server when its turn comes.
    /// </summary>
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    [Fact]
    public Task Killed_workers_and_restarted_servers_lose_nothing_and_repeat_only_what_was_in_hand() =>
        RunAsync(new Trial(Seed: 20261203, Councils: 4, Officers: 15, Kills: 6, Restarts: 1, Emptied: 2, UnderFire: 10,
            MeanLife: TimeSpan.FromSeconds(9), LongestPause: 80));

    /// <summary>The full trial: minutes long, run by name. <c>-explicit only -method '*a_hundred_kills*'</c></summary>
    [Fact(Explicit = true)]
    [Trait("Category", "Long")]
    public async Task The_same_with_thousands_of_recipients_and_a_hundred_kills()
    {
        var recoveries = await RunAsync(new Trial(Seed: 320, Councils: 120, Officers: 25, Kills: 100, Restarts: 2, Emptied: 10,
            UnderFire: 500, MeanLife: TimeSpan.FromSeconds(8), LongestPause: 100));
        recoveries.Max().ShouldBeLessThan(TimeSpan.FromMinutes(1), "after each kill somebody does useful work within a minute");
    }

    /// <summary>Answers how long after each kill it was until something came of the work again.</summary>
    private static async Task<IReadOnlyList<TimeSpan>> RunAsync(Trial trial)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "PostgreSQL is stopped by a signal here.");
        await using var world = await FaultyWorld.BeginAsync(trial.Councils, trial.Officers, trial.LongestPause);
        var owed = trial.Councils * trial.Officers;
        var clock = Stopwatch.StartNew();
        var (kills, alreadySent, recoveries) = await BreakAsync(world, trial);
        var breaking = clock.Elapsed;
        await FinishAsync(world, owed);

        var taken = await world.TakenAsync();
        var mails = taken.GroupBy(m => m.MessageId).ToList();
        var repeats = mails.Where(m => m.Count() > 1).ToList();
        var report =
            $"seed {trial.Seed}: {owed} digests owed, {mails.Count} arrived, {taken.Count - mails.Count} repeats of {repeats.Count} mails; "
            + $"{kills} kills, {trial.Restarts} restarts of PostgreSQL and {trial.Restarts} of the mail server, " +
                $"{world.Faults.Count(f => f.What == FaultyWorld.Emptied)} times all that Hangfire kept emptied, in " +
                $"{breaking.TotalSeconds:0} s, when {alreadySent} had gone; all done after {clock.Elapsed.TotalSeconds:0} s; "
            + $"seconds from each kill to the next useful work: " +
                $"{string.Join(" ", recoveries.Select(r => r.TotalSeconds.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)))}";
        TestContext.Current.TestOutputHelper?.WriteLine(report);
        TestContext.Current.SendDiagnosticMessage(report);

        taken.Select(m => m.Recipient).ToHashSet().SetEquals(world.Recipients)
            .ShouldBeTrue($"{report}: everybody who is owed a digest has it");
        mails.Count.ShouldBe(owed, $"{report}: one digest for each, whatever happened while they were made");
        (await world.AskAsync("select count(*) from equality.digests")).ShouldBe(owed);
        (await world.AskAsync("select count(*) from equality.outbox where state <> 'sent' or sent_at is null")).ShouldBe(0);
        (await world.AskAsync("select count(*) from equality.reminders where state <> 'inDigest'")).ShouldBe(0);
        kills.ShouldBeGreaterThanOrEqualTo(trial.Kills);
        alreadySent.ShouldBeGreaterThanOrEqualTo(trial.UnderFire, $"{report}: the kills met workers that had mail to deliver");
        (taken.Count - mails.Count).ShouldBeLessThanOrEqualTo(kills + (2 * trial.Restarts * Workers),
            $"{report}: each worker has one mail in hand at a time");
        // That Hangfire was emptied is no excuse for a mail that went twice.
        var faults = world.Faults.Where(f => f.What != FaultyWorld.Emptied).Select(f => f.At).ToList();
        foreach (var repeat in repeats)
        {
            var copies = repeat.Select(m => m.At).Order().ToList();
            for (var i = 1; i < copies.Count; i++)
            {
                var nearest = faults.Where(f => f <= copies[i]).Select(f => f - copies[i - 1]).MinBy(apart => apart.Duration());
                nearest.Duration().ShouldBeLessThan(Window,
                    $"{report}: {repeat.Key} was sent again after {copies[i] - copies[i - 1]} although nothing befell who had sent it");
            }
        }

        return recoveries;
    }

    /// <summary>
    /// Each of three places has a worker that is killed and replaced, as likely in one moment of its life as in any other,
    /// until there were enough and enough mail has gone all the same; meanwhile the servers are restarted.
    /// </summary>
    private static async Task<(int Kills, long Sent, IReadOnlyList<TimeSpan> Recoveries)> BreakAsync(FaultyWorld world, Trial trial)
    {
        var (kills, sent) = (0, 0L);
        var (killed, useful) = (new ConcurrentQueue<TimeSpan>(), new List<TimeSpan>());
        var ct = TestContext.Current.CancellationToken;
        var patience = Stopwatch.StartNew();
        await Task.WhenAll([.. Enumerable.Range(0, Workers).Select(place => KillAsync(new Random(trial.Seed + place))), RestartAsync(),
            EmptyAsync(), LookAsync()]);
        return (kills, await world.SentAsync()
            ?? sent, [.. killed.Select(at => useful.FirstOrDefault(u => u > at, patience.Elapsed) - at)]);

        bool Enough() => Volatile.Read(ref kills) >= trial.Kills && Volatile.Read(ref sent) >= trial.UnderFire;

        async Task KillAsync(Random random)
        {
            while (!Enough())
            {
                patience.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(20), $"{sent} mails have gone after {kills} kills");
                using var worker = world.StartWorker();
                // One that comes up while PostgreSQL is away ends by itself, and is started again as a service would be.
                if ((await worker.UpAsync()).Length > 0)
                {
                    await Task.Delay(trial.MeanLife * Math.Min(4, -Math.Log(1 - random.NextDouble())), ct);
                    world.Note("worker");
                    await worker.KillAsync();
                    killed.Enqueue(patience.Elapsed);
                    Interlocked.Increment(ref kills);
                }
            }
        }

        async Task RestartAsync()
        {
            // In turns: PostgreSQL evenly among the kills, planning included; the mail server while mail goes out.
            for (var turn = 1; turn <= trial.Restarts; turn++)
            {
                await UntilAsync(() => kills >= trial.Kills * turn / (trial.Restarts + 1));
                await world.RestartPostgresAsync();
                await UntilAsync(() => sent >= trial.UnderFire * turn / (trial.Restarts + 1));
                await world.RestartMailServerAsync();
            }
        }

        async Task EmptyAsync()
        {
            for (var time = 1; time <= trial.Emptied; time++)
            {
                await UntilAsync(() => kills >= trial.Kills * time / (trial.Emptied + 1)
                    || sent >= trial.UnderFire * time / (trial.Emptied + 1));
                await world.EmptyHangfireAsync();
            }
        }

        async Task LookAsync()
        {
            for (var done = 0L; !Enough(); await Task.Delay(200, ct))
            {
                Volatile.Write(ref sent, await world.SentAsync() ?? sent);
                if (await world.DoneAsync() is { } now && now > done)
                {
                    useful.Add(patience.Elapsed);
                    done = now;
                }
            }
        }

        async Task UntilAsync(Func<bool> reached)
        {
            while (!reached() && !Enough())
            {
                await Task.Delay(20, ct);
            }
        }
    }

    /// <summary>
    /// Three workers that nobody harms bring it to its end. They come a quarter of an hour later, so that nobody has to
    /// wait for the mails that were broken off and are tried again after minutes.
    /// </summary>
    private static async Task FinishAsync(FaultyWorld world, int owed)
    {
        var workers = Enumerable.Range(0, Workers).Select(_ => world.StartWorker(later: TimeSpan.FromMinutes(15))).ToList();
        try
        {
            var patience = Stopwatch.StartNew();
            while (await world.SentAsync() is var sent && sent != owed)
            {
                patience.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(10),
                    $"{sent} of {owed} have gone. {string.Join("\n---\n", workers.Select(w => w.Said))}");
                await Task.Delay(200, TestContext.Current.CancellationToken);
            }
        }
        finally
        {
            foreach (var worker in workers)
            {
                await worker.KillAsync();
                worker.Dispose();
            }
        }
    }

    /// <param name="Kills">How many workers are killed at least.</param>
    /// <param name="Emptied">How many times all that Hangfire keeps is emptied meanwhile.</param>
    /// <param name="UnderFire">How many mails have to go while they are.</param>
    private sealed record Trial(int Seed, int Councils, int Officers, int Kills, int Restarts, int Emptied, int UnderFire,
        TimeSpan MeanLife, int LongestPause);
}
