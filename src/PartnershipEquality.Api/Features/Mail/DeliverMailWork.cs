using PartnershipEquality.Api.Jobs;
using PartnershipEquality.Api.Outside.Mail;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Features.Mail;

/// <summary>Delivers the mail that lies ready in the outbox.</summary>
public sealed class DeliverMailWork(OrganisationWork work, Databases databases, WorkMeter meter)
    : WorkJob(WorkKind.Deliver, "deliver-mail", "Deliver mail", "0/15 * * * * ?", WorkQueues.Urgent)
{
    public override async Task<WorkResult> RunAsync(TenantScope organisation, DateTimeOffset now, CancellationToken ct)
    {
        var (sent, left) = await work.DeliverAsync(organisation, now, ct);
        return left.Stopped is null
            ? new WorkResult(left.NextAt ?? now + WorkResult.FarAhead, $"{WorkResult.Count(sent, "mail")} sent, {left.Waiting} waiting")
            : throw new MailStoppedException(left.Stopped);
    }

    public override async Task AfterLookAsync(DateTimeOffset now, CancellationToken ct)
    {
        var (waiting, oldest) = await WorkDue.MailWaitingAsync(databases.Platform, now, ct);
        meter.Outbox(waiting, now - (oldest ?? now));
    }
}
