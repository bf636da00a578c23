using PartnershipEquality.Api.Jobs;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Api.Features.Reminders;

/// <summary>Makes a working day's digests at half past seven; the mail itself goes out by the outbox.</summary>
public sealed class SendDigestsWork(OrganisationWork work, WorkingDays workingDays)
    : WorkJob(WorkKind.Send, "send-digests", "Send digests", "30 * * * * ?", WorkQueues.Daily)
{
    public override async Task<WorkResult> RunAsync(TenantScope organisation, DateTimeOffset now, CancellationToken ct)
    {
        var today = LondonDay.Of(now);
        var result = "Not yet: digests go out on working days at 07:30";
        if (workingDays.IsWorkingDay(today) && now >= LondonDay.At(today, JobTimes.Send))
        {
            // A day's digests are made once, so what became owed that morning is planned before them.
            await work.PlanAsync(organisation, today, ct);
            var made = await work.AskAsync(organisation, new MakeDigests(today), ct);
            result = $"{WorkResult.Count(made.Digests, "digest")}, " +
                $"{WorkResult.Count(made.Reminders, "reminder")}{(made.NoRecipient > 0 ? $", {made.NoRecipient} for nobody" : "")}";
        }

        return new WorkResult(WorkMoments.NextOnWorkingDay(now, JobTimes.Send, workingDays), result);
    }
}
