using System.Collections.Concurrent;
using System.Net;
using Npgsql;
using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Tests.Changes;

/// <summary>
/// Many writers at once, some through the API and some whose transactions the test holds open and ends in another order
/// than they began, or takes back; and readers that ask again as fast as they can.
/// </summary>
public sealed class FeedOrderTests(FeedServer feed) : IClassFixture<FeedServer>
{
    private const int Seed = 20261122;
    private const int ApiWriters = 3;
    private const int ReportsEach = 60;
    private const int HoldingWriters = 4;
    private const int RoundsEach = 25;
    private const int HeldAtOnce = 6;

    [Fact]
    public async Task A_reader_that_asks_as_fast_as_it_can_misses_nothing_and_is_told_nothing_twice()
    {
        var ct = TestContext.Current.CancellationToken;
        var partnership = await TestPartnership.CreateAsync(feed.Api, members: ApiWriters);
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "Publish the profile", "June 2027"));
        var owner = partnership.Partnership;
        var reach = (await WorkDue.ScopeAsync(feed.Database.Roles.Platform, owner.Id, new DateOnly(2026, 11, 22), ct))!;
        var begin = await owner.Viewer.NowAsync();
        using var written = new CancellationTokenSource();
        var polls = new Polls();
        var all = ReadAsync(owner.Viewer, begin, null, new Random(Seed), polls, written.Token);
        var some = ReadAsync(owner.Admin, begin, "scheme.*", new Random(Seed + 1), polls, written.Token);
        var (overtaken, takenBack) = (0, 0);

        await Task.WhenAll([
            .. partnership.Authorities.Select(council => Task.Run(async () =>
            {
                for (var i = 0; i < ReportsEach; i++)
                {
                    (await council.Officer.PostAsync($"{plan.Of(council)}/progress-updates",
                        new { status = i % 2 == 0 ? "onTrack" : "atRisk", tier = "partnership" })).With(HttpStatusCode.Created);
                }
            }, ct)),
            .. Enumerable.Range(0, HoldingWriters).Select(writer => Task.Run(async () =>
            {
                var random = new Random(Seed + 100 + writer);
                for (var round = 0; round < RoundsEach; round++)
                {
                    var open = new List<(NpgsqlConnection Connection, NpgsqlTransaction Transaction, int Age)>();
                    for (var i = 0; i < HeldAtOnce; i++)
                    {
                        open.Add((await BeginAsync(reach, $"held/{writer}-{round}-{i}", random.Next(1, 4)) is var (connection, transaction)
                            ? (connection, transaction, i) : default));
                    }

                    await polls.OneMoreAsync();
                    var youngestEnded = -1;
                    foreach (var (connection, transaction, age) in open.OrderBy(_ => random.Next()).ToList())
                    {
                        if (random.Next(4) == 0)
                        {
                            await transaction.RollbackAsync(ct);
                            Interlocked.Increment(ref takenBack);
                        }
                        else
                        {
                            await transaction.CommitAsync(ct);
                            Interlocked.Add(ref overtaken, age < youngestEnded ? 1 : 0);
                            youngestEnded = Math.Max(youngestEnded, age);
                        }

                        await connection.DisposeAsync();
                        if (random.Next(3) == 0)
                        {
                            await polls.OneMoreAsync();
                        }
                    }
                }
            }, ct)),
        ]);
        await written.CancelAsync();
        var (events, filtered) = (await all, await some);

        var kept = await feed.Database.ReadAsync("""
            select 'evt_' || generation || '_' || txid || '_' || seq, type from change_feed where organisation_id = $1
              order by generation, txid, seq
            """,
            r => (Id: r.GetString(0), Type: r.GetString(1)), owner.Id);
        var after = kept.Skip(kept.Count - events.Count).ToList();
        var missed = kept.Select(k => k.Id).Except(events).Except(await BeforeAsync(owner, begin)).Count();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{events.Count} events fed to one reader and {filtered.Count} to another in {polls.Count} polls, from " +
            $"{ApiWriters + HoldingWriters} writers; {overtaken} transactions committed after a younger one, {takenBack} were taken " +
            $"back; {missed} missed, {events.Count - events.Distinct().Count()} repeated");
        missed.ShouldBe(0);
        events.ShouldBeUnique();
        events.ShouldBe(after.Select(k => k.Id));
        filtered.ShouldBe(after.Where(k => k.Type.StartsWith("scheme.", StringComparison.Ordinal)).Select(k => k.Id));
        overtaken.ShouldBeGreaterThan(50, "else nothing was put to the proof");
        events.Count.ShouldBeGreaterThan((ApiWriters * ReportsEach) + (HoldingWriters * RoundsEach * HeldAtOnce / 2));
    }

    /// <summary>What was in the feed before the readers began.</summary>
    private async Task<IReadOnlyCollection<string>> BeforeAsync(TestOrganisation owner, string begin)
    {
        var position = Data.ChangeLog.FeedPosition.Read(begin, owner.Id);
        return await feed.Database.TextsAsync("""
            select 'evt_' || generation || '_' || txid || '_' || seq from change_feed
              where organisation_id = $1 and (generation, txid, seq) <= ($2, $3, $4)
            """, owner.Id, position.Generation, position.Txid, position.Seq);
    }

    private async Task<(NpgsqlConnection Connection, NpgsqlTransaction Transaction)> BeginAsync(TenantScope reach, string subject, int rows)
    {
        var ct = TestContext.Current.CancellationToken;
        var connection = await feed.Database.Roles.App.OpenConnectionAsync(ct);
        var transaction = await connection.BeginTransactionAsync(ct);
        await using var batch = new NpgsqlBatch(connection, transaction);
        reach.Apply(batch, readOnly: false);
        for (var i = 0; i < rows; i++)
        {
            var insert = new NpgsqlBatchCommand("""
                insert into changes (id, organisation_id, owner_id, audience, type, subject, version, actor, at)
                  values ($1, $2, $2, 'members', 'scheme.changed', $3, $4, 'test', $5)
                """);
            foreach (var value in new object[] { Guid.CreateVersion7(), reach.OrganisationId, subject, i + 1, feed.Api.Clock.Now })
            {
                insert.Parameters.Add(new() { Value = value });
            }

            batch.BatchCommands.Add(insert);
        }

        await batch.ExecuteNonQueryAsync(ct);
        return (connection, transaction);
    }

    private static async Task<List<string>> ReadAsync(HttpClient client, string position, string? types, Random random, Polls polls,
        CancellationToken written)
    {
        var ids = new List<string>();
        while (true)
        {
            var last = written.IsCancellationRequested;
            var page = await client.ReadAsync(
                $"/v1/changes?after={position}&limit={random.Next(1, 201)}{(types is null ? "" : $"&types={types}")}");
            ids.AddRange(page.Items().Select(e => e.Text("id")!));
            position = page.Text("nextCursor")!;
            polls.Done();
            if (last && !page.Flag("hasMore"))
            {
                return ids;
            }
        }
    }

    /// <summary>Lets a writer wait until a reader has looked once more.</summary>
    private sealed class Polls
    {
        private readonly ConcurrentQueue<TaskCompletionSource> _waiting = new();
        private int _count;

        public int Count => _count;

        public Task OneMoreAsync()
        {
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(done);
            return done.Task;
        }

        public void Done()
        {
            Interlocked.Increment(ref _count);
            // Those that wait from now on wait for the next.
            for (var i = _waiting.Count; i > 0 && _waiting.TryDequeue(out var done); i--)
            {
                done.SetResult();
            }
        }
    }
}
