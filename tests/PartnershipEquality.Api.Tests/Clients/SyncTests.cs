using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace PartnershipEquality.Api.Tests.Clients;

/// <summary>
/// An integrator who has read only the manual keeps a council's assignments in a local file while others write as fast as
/// they can, and the integrator, the server and PostgreSQL each fall and come back on the way. In the end the file is
/// what the database holds.
/// </summary>
public sealed class SyncTests
{
    private const int Writers = 6;

    [Fact]
    public Task A_local_copy_equals_the_database_after_concurrent_writers_and_restarts_of_every_part() =>
        RunAsync(seed: 20261122, actions: 40, changes: 1_000);

    /// <summary>The full figure, run by name: <c>-explicit only -method '*ten_thousand_changes*'</c></summary>
    [Fact(Explicit = true)]
    [Trait("Category", "Long")]
    public Task The_same_through_ten_thousand_changes() => RunAsync(seed: 2026, actions: 200, changes: 10_000);

    private static async Task RunAsync(int seed, int actions, int changes)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "PostgreSQL is stopped by a signal here.");
        var (exit, said) = await NodeTools.RunAsync("build");
        exit.ShouldBe(0, said);
        await using var world = await SyncedWorld.BeginAsync(
            Path.Combine(NodeTools.Folder, "typescript", "dist", "examples", "keep-in-step.js"), actions);
        var fedBefore = await world.FedAsync();
        var clock = Stopwatch.StartNew();
        var (done, again) = (0, 0);
        await Task.WhenAll([.. Enumerable.Range(0, Writers).Select(i => WriteAsync(new Random(seed + i), i)), FallAsync()]);
        var writing = clock.Elapsed;

        // Everything is written: the reader has to come to the same, and to stay there.
        IReadOnlyList<string> kept = await world.KeptAsync(), copied = [];
        while (!(copied = await world.CopiedAsync()).SequenceEqual(kept) && clock.Elapsed < writing + TimeSpan.FromMinutes(2))
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        var fed = await world.FedAsync() - fedBefore;
        var report = $"seed {seed}: {done} changes by {Writers} writers ({again} sent again), {fed} events, {kept.Count} assignments; " +
            $"written in {writing.TotalSeconds:0} s, in step {(clock.Elapsed - writing).TotalSeconds:0} s later; reader, server and " +
            "PostgreSQL killed once each";
        TestContext.Current.TestOutputHelper?.WriteLine(report);
        TestContext.Current.SendDiagnosticMessage(report);
        copied.ShouldBe(kept, $"{report}\n{world.Said}");
        fed.ShouldBeGreaterThanOrEqualTo(changes, report);

        async Task WriteAsync(Random random, int place)
        {
            // One of them is the partnership, which moves targets and withdraws work; the others are the council's own portals.
            var plans = place == 0;
            using var client = world.Client(plans ? world.Partnership.Partnership : world.Council);
            var work = await IdsAsync(client, world, plans);
            work.Count.ShouldBe(actions);
            while (Interlocked.Increment(ref done) <= changes)
            {
                var id = work[random.Next(work.Count)];
                if (plans)
                {
                    await MoveAsync(client, id, random);
                }
                else
                {
                    var key = Guid.NewGuid().ToString();
                    var body = new
                    {
                        status = random.Next(2) == 0
                        ? "onTrack" : "atRisk",
                        narrative = $"Report {random.Next()}",
                        reason = "As things stand."
                    };
                    await UntilDoneAsync(() =>
                    {
                        var request = new HttpRequestMessage(HttpMethod.Post,
                            $"/v1/assignments/{id}/progress-updates")
                        { Content = JsonContent.Create(body) };
                        request.Headers.Add("Idempotency-Key", key);
                        return client.SendAsync(request, TestContext.Current.CancellationToken);
                    }, HttpStatusCode.Created);
                }
            }

            Interlocked.Decrement(ref done);
        }

        // Read, changed under what was read, and once more when somebody was quicker.
        async Task MoveAsync(HttpClient client, Guid action, Random random)
        {
            var target = $"{(random.Next(2) == 0 ? "March" : "June")} {DateTimeOffset.UtcNow.Year + 1 + random.Next(2)}";
            await UntilDoneAsync(async () =>
            {
                var read = await client.GetAsync($"/v1/actions/{action}", TestContext.Current.CancellationToken);
                if (read.StatusCode != HttpStatusCode.OK)
                {
                    return read;
                }

                var request = new HttpRequestMessage(HttpMethod.Patch,
                    $"/v1/actions/{action}")
                { Content = JsonContent.Create(new { target, reason = "The board agreed." }) };
                request.Headers.TryAddWithoutValidation("If-Match", read.Headers.ETag!.ToString());
                return await client.SendAsync(request, TestContext.Current.CancellationToken);
            }, HttpStatusCode.OK);
        }

        async Task UntilDoneAsync(Func<Task<HttpResponseMessage>> ask, HttpStatusCode wanted)
        {
            for (var patience = Stopwatch.StartNew(); ;)
            {
                HttpStatusCode? status = null;
                try
                {
                    using var response = await ask();
                    status = response.StatusCode;
                    if (status is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
                    {
                        throw new InvalidOperationException(
                            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
                    }
                }
                catch (Exception e) when (e is HttpRequestException or IOException
                    || (e is TaskCanceledException && !TestContext.Current.CancellationToken.IsCancellationRequested))
                {
                    // Whether it was done is not known: the same is sent again, under the same key.
                }

                if (status == wanted)
                {
                    return;
                }

                Interlocked.Increment(ref again);
                patience.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(2), $"{status}\n{world.Said}");
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }

        async Task FallAsync()
        {
            await UntilAsync(changes / 4);
            await world.RestartReaderAsync();
            await UntilAsync(changes / 2);
            await world.RestartServerAsync();
            await UntilAsync(changes * 3 / 4);
            await world.RestartPostgresAsync();
        }

        async Task UntilAsync(int reached)
        {
            while (Volatile.Read(ref done) < reached)
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }
    }

    private static async Task<List<Guid>> IdsAsync(HttpClient client, SyncedWorld world, bool actions)
    {
        var ids = new List<Guid>();
        var path = actions ? $"/v1/schemes/{world.SchemeId}/actions?limit=200" : $"/v1/assignments?schemeId={world.SchemeId}&limit=200";
        for (string? cursor = null; ;)
        {
            var page = await client.GetFromJsonAsync<JsonElement>(cursor is null
                ? path : $"{path}&cursor={cursor}", TestContext.Current.CancellationToken);
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.Id()));
            if ((cursor = page.Text("nextCursor")) is null)
            {
                return ids;
            }
        }
    }
}
