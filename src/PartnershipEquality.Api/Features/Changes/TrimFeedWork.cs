using PartnershipEquality.Api.Jobs;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Api.Features.Changes;

/// <summary>Trims an organisation's change feed once a day.</summary>
public sealed class TrimFeedWork(OrganisationWork work)
    : WorkJob(WorkKind.Feed, "trim-change-feed", "Trim change feed", "0 0/5 * * * ?", WorkQueues.Housekeeping)
{
    public override async Task<WorkResult> RunAsync(TenantScope organisation, DateTimeOffset now, CancellationToken ct)
    {
        while (await work.AskAsync(organisation, new TrimChangeFeed(), ct))
        {
        }

        return new WorkResult(WorkMoments.NextDaily(now, TrimChangeFeed.DoneAt), "Trimmed");
    }
}
