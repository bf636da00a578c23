using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Jobs;

/// <summary>
/// Looks, as the platform role, which organisations have something due, and puts one job for each into a queue. The mark
/// that it leaves in <c>work_due</c> keeps the next look from putting in a second.
/// </summary>
public sealed class WorkLook(Databases databases, IEnumerable<WorkJob> jobs, IBackgroundJobClient client, WorkOptions options,
    TimeProvider time)
{
    private readonly Dictionary<WorkKind, WorkJob> _jobs = jobs.ToDictionary(job => job.Kind);

    /// <summary>Looks for one kind of work; answers for how many organisations there was some.</summary>
    public async Task<int> RunAsync(WorkKind kind, CancellationToken ct)
    {
        var (job, now) = (_jobs[kind], time.GetUtcNow());
        await job.BeforeLookAsync(now, ct);
        var queued = await QueueAsync([kind], now, now, ct);
        await job.AfterLookAsync(now, ct);
        return queued;
    }

    /// <summary>Looks for all that the timetable should have found by then and has not.</summary>
    public Task<int> RunLateAsync(TimeSpan late, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return QueueAsync(_jobs.Keys, now, now - late, ct);
    }

    private async Task<int> QueueAsync(IEnumerable<WorkKind> kinds, DateTimeOffset now, DateTimeOffset dueBy, CancellationToken ct)
    {
        var due = await WorkDue.MarkQueuedAsync(databases.Platform, kinds, now, dueBy, options.QueueLasts, options.QueueLasts, ct);
        var day = LondonDay.Of(now);
        foreach (var (kind, organisationId) in due)
        {
            ct.ThrowIfCancellationRequested();
            // The job knows its queue itself, so that a retry and a requeue go there too.
            var queue = _jobs[kind].Queue;
            client.Create(
                Job.FromExpression<Firing>(
                    firing => firing.WorkAsync(EnumText.Of(kind), organisationId, day, null!, CancellationToken.None), queue),
                new EnqueuedState(queue));
        }

        return due.Count;
    }
}
