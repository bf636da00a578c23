using PartnershipEquality.Api.Jobs;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Api.Features.Reminders;

/// <summary>Plans a day's reminders, in the morning.</summary>
public sealed class PlanRemindersWork(OrganisationWork work)
    : WorkJob(WorkKind.Plan, "plan-reminders", "Plan reminders", "0 * * * * ?", WorkQueues.Daily)
{
    public override async Task<WorkResult> RunAsync(TenantScope organisation, DateTimeOffset now, CancellationToken ct)
    {
        var owed = await work.PlanAsync(organisation, LondonDay.Of(now), ct);
        return new WorkResult(WorkMoments.NextDaily(now, JobTimes.Plan), WorkResult.Count(owed, "reminder"));
    }
}
