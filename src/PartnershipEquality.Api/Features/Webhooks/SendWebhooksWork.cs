using System.Diagnostics;
using PartnershipEquality.Api.Jobs;
using PartnershipEquality.Api.Outside.Webhooks;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain.Webhooks;

namespace PartnershipEquality.Api.Features.Webhooks;

/// <summary>
/// Sends one organisation's events. Each address is served beside the others and by a few senders of its own, so that
/// one that is slow holds up nobody else's; while it is waited for, the feed is looked at again.
/// </summary>
public sealed class SendWebhooksWork(OrganisationWork work, Databases databases, WebhookSender sender, WebhookOptions options,
    WorkMeter meter, TimeProvider time)
    : WorkJob(WorkKind.Webhooks, "send-webhooks", "Fan out and send webhooks", "0/5 * * * * ?", WorkQueues.Webhooks)
{
    /// <summary>After so long an organisation lets others go first, however much it has still to send.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    public override Task BeforeLookAsync(DateTimeOffset now, CancellationToken ct) =>
        WorkDue.WakeBehindAsync(databases.Platform, Kind, now, ct);

    public override async Task AfterLookAsync(DateTimeOffset now, CancellationToken ct)
    {
        var (waiting, oldest) = await WorkDue.EventsWaitingAsync(databases.Platform, now, ct);
        meter.Events(waiting, now - (oldest ?? now));
    }

    /// <summary>Sends what is due.</summary>
    public override async Task<WorkResult> RunAsync(TenantScope organisation, DateTimeOffset now, CancellationToken ct)
    {
        var delivered = new Counted();
        var turn = Stopwatch.StartNew();
        var served = new Dictionary<Guid, Task>();
        try
        {
            while (true)
            {
                // Told to stop, it takes up nothing more, and what is under way ends within a try's time.
                var goesOn = turn.Elapsed < Turn && !ct.IsCancellationRequested;
                if (goesOn)
                {
                    while (await work.AskAsync(organisation, new FanOutEvents(), ct))
                    {
                    }

                    foreach (var (webhookId, failing) in (await work.AskAsync(organisation, new FindEventsToSend(), ct)).Due.Where(
                        d => !served.ContainsKey(d.WebhookId)))
                    {
                        // What failed is tried one at a time, until it is seen to take something.
                        var senders = failing ? 1 : Math.Max(1, options.PerAddress);
                        served[webhookId] = Task.WhenAll(Enumerable.Range(0, senders)
                            .Select(_ => ServeAsync(organisation, webhookId, turn, delivered, ct)));
                    }
                }

                if (served.Count == 0)
                {
                    break;
                }

                await Task.WhenAny([.. served.Values, .. goesOn ? [Task.Delay(LookAgain, CancellationToken.None)] : Array.Empty<Task>()]);
                foreach (var (webhookId, ended) in served.Where(s => s.Value.IsCompleted).ToList())
                {
                    served.Remove(webhookId);
                    await ended;
                }
            }
        }
        finally
        {
            await Task.WhenAll(served.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        ct.ThrowIfCancellationRequested();
        while (await work.AskAsync(organisation, new ClearDeliveries(), ct))
        {
        }

        var next = (await work.AskAsync(organisation, new FindEventsToSend(), ct)).NextAt;
        return new WorkResult(next ?? now + WorkResult.FarAhead, $"{WorkResult.Count(delivered.Value, "event")} delivered");
    }

    private async Task ServeAsync(TenantScope organisation, Guid webhookId, Stopwatch turn, Counted delivered, CancellationToken ct)
    {
        // Off the caller's thread, so that senders begin side by side.
        await Task.Yield();
        while (turn.Elapsed < Turn && !ct.IsCancellationRequested
            && await work.AskAsync(organisation, new ClaimEvent(webhookId), CancellationToken.None) is { } taken)
        {
            var at = time.GetUtcNow();
            var outcome = await sender.SendAsync(taken.Outgoing, CancellationToken.None);
            if (await work.AskAsync(organisation, new RecordAttempt(taken, outcome, at), CancellationToken.None) is { } verdict)
            {
                meter.Event(verdict == DeliveryVerdict.Delivered);
                delivered.Add(verdict == DeliveryVerdict.Delivered);
            }
        }
    }

    private sealed class Counted
    {
        private int _value;

        public int Value => _value;

        public void Add(bool one)
        {
            if (one)
            {
                Interlocked.Increment(ref _value);
            }
        }
    }
}
