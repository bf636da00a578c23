using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Reminders;

/// <param name="ReminderPolicyId">The policy's id.</param>
/// <param name="IfMatch">The ETag of the policy.</param>
[Writes(Permission.SettingsManage)]
public sealed record RemoveReminderPolicy(Guid ReminderPolicyId, [FromHeader(Name = "If-Match")] string? IfMatch) : IRequest<Unit>;

internal sealed class RemoveReminderPolicyHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<RemoveReminderPolicy, Unit>
{
    public async Task<Unit> Handle(RemoveReminderPolicy request, CancellationToken cancellationToken)
    {
        var row = await db.ReminderPolicies.FromSql($"""
            select * from reminder_policies where id = {request.ReminderPolicyId} for update
            """).SingleOrDefaultAsync(cancellationToken)
            ?? throw Refusal.NotFound("reminder policy");
        Versions.Ensure(request.IfMatch, row.Version);
        db.ReminderPolicies.Remove(row);
        await ReminderRescheduling.OfAuthorityAsync(db, caller.OrganisationId, row.SchemeId, LondonDay.Of(time.GetUtcNow()),
            cancellationToken);
        log.Own("reminder_policy.deleted", $"reminder-policies/{row.Id}", row.Version, ReminderPolicyDetail.FactsOf(row));
        return Unit.Value;
    }
}
