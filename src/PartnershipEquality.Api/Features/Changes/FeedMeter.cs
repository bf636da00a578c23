using System.Diagnostics.Metrics;

namespace PartnershipEquality.Api.Features.Changes;

/// <summary>
/// What the feed of this process comes to: how much is read, and how long readers wait for a transaction that is still under way.
/// </summary>
public sealed class FeedMeter
{
    public const string Name = "PartnershipEquality.Feed";

    private readonly Counter<long> _events;
    private long _lag;

    public FeedMeter(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(Name);
        _events = meter.CreateCounter<long>("equality.feed.events", "{event}", "Changes that were read from feeds");
        meter.CreateObservableGauge("equality.feed.lag", () => Interlocked.Read(ref _lag), "s",
            "The age of the oldest transaction under way, for which newer changes wait, as a reader last saw it");
    }

    public void Read(int count, int lagSeconds)
    {
        _events.Add(count);
        Interlocked.Exchange(ref _lag, lagSeconds);
    }
}
