using System.Diagnostics.Metrics;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Jobs;

/// <summary>
/// What the work of this process comes to, for <c>dotnet-counters</c> or whatever reads meters: counts and times by
/// kind of work, nothing of any organisation.
/// </summary>
public sealed class WorkMeter
{
    public const string Name = "PartnershipEquality.Work";

    private readonly Counter<long> _done;
    private readonly Counter<long> _failed;
    private readonly Counter<long> _takenOver;
    private readonly Histogram<double> _lag;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _sent;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _eventsTaken;
    private readonly Counter<long> _eventsNotTaken;
    private long _waiting;
    private double _oldest;
    private long _eventsWaiting;
    private double _oldestEvent;

    public WorkMeter(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(Name);
        _done = meter.CreateCounter<long>("equality.work.done", "{run}", "Work of one organisation that was done");
        _failed = meter.CreateCounter<long>("equality.work.failed", "{run}", "Work of one organisation that failed and is tried again");
        _takenOver = meter.CreateCounter<long>("equality.work.taken_over", "{run}",
            "Runs whose claim another worker had taken by their end");
        _lag = meter.CreateHistogram<double>("equality.work.lag", "s", "From when work was due to when it was taken up");
        _duration = meter.CreateHistogram<double>("equality.work.duration", "s", "How long one organisation's work took");
        _sent = meter.CreateCounter<long>("equality.mail.sent", "{mail}", "Mails handed over");
        _refused = meter.CreateCounter<long>("equality.mail.not_sent", "{mail}", "Attempts at a mail that did not hand it over");
        meter.CreateObservableGauge("equality.outbox.waiting", () => Interlocked.Read(ref _waiting), "{mail}",
            "Mails of all organisations that are due to go out");
        meter.CreateObservableGauge("equality.outbox.oldest", () => Volatile.Read(ref _oldest), "s",
            "For how long the earliest of those has been due");
        _eventsTaken = meter.CreateCounter<long>("equality.webhooks.delivered", "{event}", "Events that an address took");
        _eventsNotTaken = meter.CreateCounter<long>("equality.webhooks.failed", "{event}",
            "Tries at sending an event that no address took");
        meter.CreateObservableGauge("equality.webhooks.waiting", () => Interlocked.Read(ref _eventsWaiting), "{event}",
            "Events of all organisations that are due to be sent");
        meter.CreateObservableGauge("equality.webhooks.oldest", () => Volatile.Read(ref _oldestEvent), "s",
            "For how long the earliest of those has been due");
    }

    public void Began(WorkKind kind, TimeSpan late) => _lag.Record(Math.Max(0, late.TotalSeconds), Of(kind));

    public void Done(WorkKind kind, TimeSpan took)
    {
        _done.Add(1, Of(kind));
        _duration.Record(took.TotalSeconds, Of(kind));
    }

    public void Failed(WorkKind kind) => _failed.Add(1, Of(kind));

    public void TakenOver(WorkKind kind) => _takenOver.Add(1, Of(kind));

    public void Mail(bool handedOver) => (handedOver ? _sent : _refused).Add(1);

    public void Event(bool taken) => (taken ? _eventsTaken : _eventsNotTaken).Add(1);

    /// <summary>Which events wait over all organisations, as last looked.</summary>
    public void Events(long count, TimeSpan since)
    {
        Interlocked.Exchange(ref _eventsWaiting, count);
        Volatile.Write(ref _oldestEvent, Math.Max(0, since.TotalSeconds));
    }

    /// <summary>What waits over all organisations, as last looked.</summary>
    public void Outbox(long count, TimeSpan since)
    {
        Interlocked.Exchange(ref _waiting, count);
        Volatile.Write(ref _oldest, Math.Max(0, since.TotalSeconds));
    }

    private static KeyValuePair<string, object?> Of(WorkKind kind) => new("kind", EnumText.Of(kind));
}
