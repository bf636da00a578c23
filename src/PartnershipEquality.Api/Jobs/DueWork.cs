using System.Collections.Concurrent;

namespace PartnershipEquality.Api.Jobs;

/// <summary>What an engine does when a line of the timetable fires: all the work of its kind that is due.</summary>
public sealed class DueWork(JobTimetable timetable, WorkFinder finder, ILogger<DueWork> logger)
{
    private readonly ConcurrentDictionary<string, byte> running = new();

    /// <summary>
    /// Never throws but when it is stopped: what failed waits in <c>work_due</c> for its own later moment, so an
    /// engine that tried again as well would try twice over.
    /// </summary>
    public async Task RunAsync(string entryId, CancellationToken ct)
    {
        // An engine that keeps its jobs may still hold one of a line that has since left the timetable.
        if (timetable.Entries.SingleOrDefault(e => e.Id == entryId) is not { } entry)
        {
            logger.LogInformation("{Job} is no line of the timetable any more", entryId);
            return;
        }

        // A run that takes longer than its interval goes on finding what becomes due; a second one beside it would only take a thread.
        if (!running.TryAdd(entryId, 0))
        {
            return;
        }

        try
        {
            var done = await finder.RunDueAsync(entry.Kind, ct);
            logger.LogDebug("{Job} did the work of {Count} organisations", entryId, done);
        }
        catch (Npgsql.NpgsqlException e)
        {
            // Whatever was claimed comes back by itself; the next firing finds the database again, or does not.
            logger.LogWarning("{Job} cannot look for work just now: {Reason}", entryId, e.Message);
        }
        finally
        {
            running.TryRemove(entryId, out _);
        }
    }
}
