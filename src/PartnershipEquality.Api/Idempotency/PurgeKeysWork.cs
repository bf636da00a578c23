using PartnershipEquality.Api.Jobs;
using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Idempotency;

/// <summary>Purges the answers kept for Idempotency-Keys whose time has passed.</summary>
public sealed class PurgeKeysWork(OrganisationWork work)
    : WorkJob(WorkKind.Tidy, "purge-idempotency-keys", "Purge idempotency keys", "45 * * * * ?", WorkQueues.Housekeeping)
{
    // What expires is gathered for an hour, so that a busy organisation is not tidied up after each answer.
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    public override async Task<WorkResult> RunAsync(TenantScope organisation, DateTimeOffset now, CancellationToken ct)
    {
        PurgedKeys forgotten;
        do
        {
            forgotten = await work.AskAsync(organisation, new PurgeIdempotencyKeys(now), ct);
        }
        while (forgotten.More);

        var nextAt = forgotten.NextAt is not { } next ? now + WorkResult.FarAhead : next > now + Every ? next : now + Every;
        return new WorkResult(nextAt, "Purged what had expired");
    }
}
