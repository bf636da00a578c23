using PartnershipEquality.Domain;
using Quartz;

namespace PartnershipEquality.Api.Jobs;

/// <summary>The engine that fires the timetable. This is the Core set's: Quartz, in memory, since all that must last is in our own tables.</summary>
public static class Timetable
{
    public static IServiceCollection AddTimetable(IServiceCollection services)
    {
        services.AddQuartz(quartz =>
        {
            foreach (var entry in JobTimetable.Entries)
            {
                quartz.ScheduleJob<DueWork>(
                    trigger => trigger.WithIdentity(entry.Id).WithCronSchedule(entry.Cron, cron => cron.InTimeZone(LondonDay.Zone)),
                    job => job.WithIdentity(entry.Id));
            }
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services;
    }
}

/// <summary>Fired by a line of the timetable: does all the work of its kind that is due.</summary>
[DisallowConcurrentExecution]
public sealed class DueWork(WorkFinder finder, ILogger<DueWork> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var entry = JobTimetable.Entries.Single(e => e.Id == context.JobDetail.Key.Name);
        try
        {
            await finder.RunDueAsync(entry.Kind, cancellationToken);
        }
        catch (Npgsql.NpgsqlException e)
        {
            // Whatever was claimed comes back by itself; the next firing finds the database again, or does not.
            logger.LogWarning("{Job} cannot look for work just now: {Reason}", entry.Id, e.Message);
        }
    }
}
