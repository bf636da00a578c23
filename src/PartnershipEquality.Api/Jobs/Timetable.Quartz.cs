using Npgsql;
using Quartz;

namespace PartnershipEquality.Api.Jobs;

/// <summary>
/// The seam to the engine that fires the timetable. This is the Core set's: Quartz, in memory, since all that must
/// last is in our own tables. So it has nothing to install and no pages to show, and a line that left the timetable is
/// gone with the process that knew it.
/// </summary>
public static class Timetable
{
    public static Task InstallAsync(NpgsqlConnection owner, CancellationToken ct) => Task.CompletedTask;

    public static void AddEngine(IServiceCollection services)
    {
    }

    public static void MapPages(WebApplication app)
    {
    }

    /// <summary>Has the timetable run in this process.</summary>
    public static void Run(IServiceCollection services, JobTimetable timetable)
    {
        services.AddSingleton(timetable);
        services.AddSingleton<DueWork>();
        services.AddQuartz(quartz =>
        {
            foreach (var entry in timetable.Entries)
            {
                quartz.ScheduleJob<Firing>(
                    trigger => trigger.WithIdentity(entry.Id).WithCronSchedule(entry.Cron, cron => cron.InTimeZone(TimetableEntry.Zone)),
                    job => job.WithIdentity(entry.Id));
            }
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }
}

/// <summary>A line of the timetable as Quartz fires it.</summary>
public sealed class Firing(DueWork work) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await work.RunAsync(context.JobDetail.Key.Name, cancellationToken);
}
