using Hangfire;
using Hangfire.Common;
using Hangfire.Server;
using Hangfire.Storage;

namespace PartnershipEquality.Api.Jobs;

/// <summary>
/// Writes the timetable where Hangfire's differs from ours, at the start and from then on: a lock that a dead process
/// holds, a database that is away or tables that were emptied only put it off.
/// </summary>
internal sealed class TimetableWriting(JobTimetable timetable, RecurringJobManager manager, TimeSpan every,
    ILogger<TimetableWriting> logger) : IBackgroundProcess
{
    public void Execute(BackgroundProcessContext context)
    {
        try
        {
            using var connection = context.Storage.GetConnection();
            var kept = connection.GetRecurringJobs().ToDictionary(job => job.Id);
            foreach (var gone in kept.Keys.Except(timetable.Entries.Select(e => e.Id)))
            {
                manager.RemoveIfExists(gone);
            }

            foreach (var entry in timetable.Entries.Where(entry => !kept.TryGetValue(entry.Id, out var job) || Differs(job, entry)))
            {
                manager.AddOrUpdate(entry.Id,
                    Job.FromExpression<Firing>(firing => firing.LookAsync(entry.Id, CancellationToken.None), WorkQueues.Looks),
                    entry.Cron, new RecurringJobOptions { TimeZone = TimetableEntry.Zone });
            }
        }
        catch (Exception e) when (e is DistributedLockTimeoutException or System.Data.Common.DbException or InvalidOperationException
            or TimeoutException)
        {
            logger.LogDebug(e, "The timetable is written a little later");
        }

        context.Wait(every);
    }

    private static bool Differs(RecurringJobDto job, TimetableEntry entry) =>
        job.Cron != entry.Cron || job.TimeZoneId != TimetableEntry.Zone.Id || job.Error != null || job.NextExecution == null
        || job.Job is not { } call || call.Type != typeof(Firing) || call.Method.Name != nameof(Firing.LookAsync)
            || call.Queue != WorkQueues.Looks || call.Args[0] as string != entry.Id;
}

/// <summary>
/// Each process looks by itself too: at its start for all that is due, and from then on for what has been due for a
/// while. So a timetable that stands still, whoever holds its lock, delays work by seconds.
/// </summary>
internal sealed class LateLooking(WorkLook look, TimeSpan late, TimeSpan every, ILogger<LateLooking> logger) : IBackgroundProcess
{
    private bool _begun;

    public void Execute(BackgroundProcessContext context)
    {
        try
        {
            look.RunLateAsync(_begun ? late : TimeSpan.Zero, context.StoppingToken).GetAwaiter().GetResult();
            _begun = true;
        }
        catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException or TimeoutException
            && !context.IsStopping)
        {
            logger.LogDebug(e, "Cannot look for work just now");
        }

        context.Wait(every);
    }
}
