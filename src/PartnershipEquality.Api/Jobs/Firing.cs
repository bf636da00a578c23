using Hangfire;
using Hangfire.Server;
using Hangfire.States;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Jobs;

/// <summary>What Hangfire calls. Ids and days are all that it keeps of a job.</summary>
[NothingDue, RetryAtItsOwnMoment, AutomaticRetry(Attempts = 0, LogEvents = false)]
public sealed class Firing(JobTimetable timetable, WorkLook look, WorkRunner runner, ILogger<Firing> logger)
{
    /// <summary>A line of the timetable: looks for its kind of work. Answers null when none was due.</summary>
    public async Task<string?> LookAsync(string entryId, CancellationToken ct)
    {
        // A line that has since left the timetable may still have a job waiting.
        if (timetable.Entries.SingleOrDefault(e => e.Id == entryId) is not { } entry)
        {
            logger.LogInformation("{Job} is no line of the timetable any more", entryId);
            return null;
        }

        try
        {
            var queued = await look.RunAsync(entry.Kind, ct);
            logger.LogDebug("{Job} found work for {Count} organisations", entryId, queued);
            return queued == 0 ? null : WorkResult.Count(queued, "organisation");
        }
        catch (Npgsql.NpgsqlException e)
        {
            // Whatever was due is due still; the next look finds the database again, or does not.
            logger.LogWarning("{Job} cannot look for work just now: {Reason}", entryId, e.Message);
            return null;
        }
    }

    /// <summary>One organisation's work. Answers null when it is not due, or another has it: a job that came twice does nothing.</summary>
    public async Task<string?> WorkAsync(string kind, Guid organisationId, DateOnly day, PerformContext context, CancellationToken ct)
    {
        var result = await runner.RunAsync(EnumText.Read<WorkKind>(kind), organisationId, () => AskedForByHand(context), ct);
        logger.LogDebug("{Job} did the work of {Count} organisations", kind, result is null ? 0 : 1);
        return result;
    }

    /// <summary>Whether somebody had the job done again on the engine's pages; then it is done whether it was due or not.</summary>
    private static bool AskedForByHand(PerformContext? context) =>
        context?.Storage.GetMonitoringApi()
            .JobDetails(context.BackgroundJob.Id)?.History.FirstOrDefault(
                h => h.StateName == EnqueuedState.StateName)?.Reason == "Triggered via Dashboard UI";
}
