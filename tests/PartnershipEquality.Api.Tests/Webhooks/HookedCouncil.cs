using System.Net;
using System.Text.Json;
using PartnershipEquality.Api.Tests.Jobs;
using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Tests.Webhooks;

/// <summary>
/// A partnership in a database of its own, a receiver, and a worker that is run by hand: sending looks at every
/// organisation there is.
/// </summary>
internal sealed class HookedCouncil : IAsyncDisposable
{
    private int _changes;

    private HookedCouncil(Database database, ApiInstance api, TestPartnership partnership, EventReceiver receiver) =>
        (Database, Api, Partnership, Receiver) = (database, api, partnership, receiver);

    public Database Database { get; }

    public ApiInstance Api { get; }

    public TestPartnership Partnership { get; }

    public EventReceiver Receiver { get; }

    public TestOrganisation Council => Partnership.Authorities[0];

    public static async Task<HookedCouncil> BeginAsync(RunningApi running, int timeoutSeconds = 20, DateTimeOffset? at = null)
    {
        var database = await running.NewDatabaseAsync("hooks");
        var api = await StartAsync(running, database, timeoutSeconds);
        api.Clock.Now = at ?? api.Clock.Now;
        return new HookedCouncil(database, api, await TestPartnership.CreateAsync(api, members: 2), await EventReceiver.StartAsync());
    }

    public static Task<ApiInstance> StartAsync(RunningApi running, Database database, int timeoutSeconds = 20) =>
        running.StartAsync("Production", database.Roles, new Dictionary<string, string?>
        {
            ["Webhooks:AllowPrivateAddresses"] = "true",
            ["Webhooks:TimeoutSeconds"] = $"{timeoutSeconds}",
            ["PublicUrl"] = "https://equality.example.org",
        });

    /// <summary>Another webhook to a path of the receiver; the answer is where it is, and its secret.</summary>
    public async Task<(string Path, string Secret)> HookAsync(TestOrganisation? whose = null, string to = "/", string[]? types = null,
        string? contact = null, string? description = null)
    {
        var created = (await (whose ?? Council).Admin.PostAsync("/v1/webhooks",
            new { url = Receiver.Address + to, eventTypes = types, contact, description })).With(HttpStatusCode.Created);
        return ($"/v1/webhooks/{created.GetProperty("webhook").Id()}", created.Text("secret")!);
    }

    /// <summary>So many changes of the council's own: a post made for each.</summary>
    public async Task ChangeAsync(int times = 1, TestOrganisation? whose = null)
    {
        for (var i = 0; i < times; i++)
        {
            (await (whose ?? Council).Admin.PostAsync("/v1/posts", new { title = $"Post {++_changes}" })).With(HttpStatusCode.Created);
        }
    }

    /// <summary>What the timetable does every few seconds; answers for how many organisations there was something to do.</summary>
    public Task<int> SendAsync(ApiInstance? worker = null) =>
        (worker ?? Api).RunDueAsync(WorkKind.Webhooks, TestContext.Current.CancellationToken);

    /// <summary>
    /// Sends until so many events have come: the feed shows a change once no older transaction is under way, and those of
    /// other tests on the same server count among them.
    /// </summary>
    public async Task SendUntilAsync(int events, string? at = null)
    {
        await UntilAsync(async () =>
        {
            await SendAsync();
            return (at is null ? Receiver.Events.Count : Receiver.At(at).Count) >= events;
        }, $"{events} events");
        (at is null ? Receiver.Events.Count : Receiver.At(at).Count).ShouldBe(events);
    }

    /// <summary>What has happened lies behind, so that a webhook made now is not sent it.</summary>
    public Task FeedIsCompleteAsync() => UntilAsync(
        async () => (await Database.ReadAsync("""
            select coalesce(max(txid), 0) < pg_snapshot_xmin(pg_current_snapshot())::text::bigint from change_feed
            """, r => r.GetBoolean(0))).Single(), "older transactions to end");

    public static async Task UntilAsync(Func<Task<bool>> seen, string what)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (!await seen())
        {
            limit.IsCancellationRequested.ShouldBeFalse($"waited too long for {what}");
            await Task.Delay(20, CancellationToken.None);
        }
    }

    public Task<List<JsonElement>> DeliveriesAsync(string webhook, string query = "") =>
        Council.Admin.WalkAsync($"{webhook}/deliveries{query}");

    public async Task<JsonElement> ReadAsync(string webhook) => await Council.Admin.ReadAsync(webhook);

    public async ValueTask DisposeAsync()
    {
        await Api.DisposeAsync();
        await Receiver.DisposeAsync();
        await Database.DisposeAsync();
    }
}
