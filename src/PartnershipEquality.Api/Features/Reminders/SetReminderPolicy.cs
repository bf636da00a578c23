using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Api.Features.Reminders;

/// <param name="IfMatch">The ETag of the policy that is replaced; none for a first one.</param>
[Writes(Permission.SettingsManage)]
public sealed record SetReminderPolicy([FromHeader(Name = "If-Match")] string? IfMatch, [FromBody] ReminderPolicyEdit Body)
    : IRequest<ReminderPolicyDetail>;

/// <summary>When to remind.</summary>
/// <param name="SchemeId">The scheme it is for; null for all that have none of their own.</param>
/// <param name="DeliveryOffsets">Days from the day due, negative before it; an empty list reminds of no delivery.</param>
/// <param name="DeliveryRepeatDays">After the last of them, again every so many days; null for never.</param>
/// <param name="ReviewOffsets">Days from the end of a review period; an empty list reminds of no review.</param>
/// <param name="LeadAfterDays">What is so many days overdue is passed on to the equality lead, and again with each repeat; 14 unless said,
/// null for never.</param>
/// <param name="GroupAfterDays">The same for the posts of the equality group, not before the lead; 28 unless said, null for never.</param>
public sealed record ReminderPolicyEdit(
    Guid? SchemeId,
    [property: Required] IReadOnlyList<int> DeliveryOffsets,
    int? DeliveryRepeatDays,
    [property: Required] IReadOnlyList<int> ReviewOffsets,
    int? LeadAfterDays = ReminderPolicy.DefaultLeadAfterDays,
    int? GroupAfterDays = ReminderPolicy.DefaultGroupAfterDays);

internal sealed class SetReminderPolicyHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<SetReminderPolicy, ReminderPolicyDetail>
{
    public async Task<ReminderPolicyDetail> Handle(SetReminderPolicy request, CancellationToken cancellationToken)
    {
        PolicyRules.EnsureAuthority(caller);
        var body = request.Body;
        var policy = new ReminderPolicy(body.DeliveryOffsets, body.DeliveryRepeatDays, body.ReviewOffsets, body.LeadAfterDays,
            body.GroupAfterDays);
        var scheme = body.SchemeId is not { } schemeId ? null
            : await db.Schemes.AsNoTracking().SingleOrDefaultAsync(s => s.Id == schemeId, cancellationToken)
                ?? throw Refusal.Field("#/schemeId", "unknown-scheme", "There is no such scheme, or it is not yours to see.");
        var at = time.GetUtcNow();
        var me = caller.OrganisationId;
        var row = await db.ReminderPolicies
            .FromSql($"""
                select * from reminder_policies where organisation_id = {me} and scheme_id is not distinct from {body.SchemeId} for update
                """).SingleOrDefaultAsync(cancellationToken);
        object? before = null;
        if (row is null)
        {
            row = new ReminderPolicyRow
            {
                Id = Uuid.New(),
                OrganisationId = me,
                OwnerId = scheme?.OwnerId,
                SchemeId = scheme?.Id,
                DeliveryOffsets = [.. policy.Delivery],
                DeliveryRepeatDays = policy.DeliveryRepeatDays,
                ReviewOffsets = [.. policy.Review],
                LeadAfterDays = policy.LeadAfterDays,
                GroupAfterDays = policy.GroupAfterDays,
            };
            db.ReminderPolicies.Add(row);
        }
        else
        {
            Versions.Ensure(request.IfMatch, row.Version);
            before = ReminderPolicyDetail.FactsOf(row);
            (row.DeliveryOffsets, row.DeliveryRepeatDays, row.ReviewOffsets) = ([.. policy.Delivery], policy.DeliveryRepeatDays,
                [.. policy.Review]);
            (row.LeadAfterDays, row.GroupAfterDays) = (policy.LeadAfterDays, policy.GroupAfterDays);
            row.Version++;
        }

        await ReminderRescheduling.OfAuthorityAsync(db, me, body.SchemeId, LondonDay.Of(at), cancellationToken);
        log.Own("reminder_policy.changed", $"reminder-policies/{row.Id}", row.Version, before, ReminderPolicyDetail.FactsOf(row));
        return ReminderPolicyDetail.From(row);
    }
}
