using PartnershipEquality.Api.Hosting;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Jobs;

/// <summary>Finds the organisations that have work, as the platform role, which reads no tenant's table, and has it done as each of them.</summary>
public sealed class WorkFinder(Databases databases, OrganisationWork work, TimeProvider time, ILogger<WorkFinder> logger)
{
    /// <summary>Does all the work of a kind that is due, one organisation after another; answers for how many.</summary>
    public async Task<int> RunDueAsync(string kind, CancellationToken ct)
    {
        var done = 0;
        while (!ct.IsCancellationRequested && await WorkDue.ClaimAsync(databases.Platform, kind, time.GetUtcNow(), ct) is { } organisationId)
        {
            await RunAsync(organisationId, kind, ct);
            done++;
        }

        return done;
    }

    private async Task RunAsync(Guid organisationId, string kind, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        try
        {
            var reach = await WorkDue.ReachAsync(databases.Platform, organisationId, LondonDay.Of(now), ct)
                ?? throw new InvalidOperationException("The organisation is gone.");
            var next = await work.RunAsync(kind, reach, now, ct);
            await WorkDue.FinishAsync(databases.Platform, organisationId, kind, next, CancellationToken.None);
        }
        catch (Exception e)
        {
            // One organisation's trouble is not the others': it is kept beside its row, and tried again later.
            await WorkDue.FailAsync(databases.Platform, organisationId, kind, now, $"{e.GetType().Name}: {e.Message}", CancellationToken.None);
            logger.LogError(e, "The work {Kind} of {Organisation} failed", kind, organisationId);
        }
    }
}
