using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Data;

/// <summary>The policies of one organisation, the most particular first: the scheme's, its own for all, the built-in one.</summary>
public sealed class EffectivePolicies(IReadOnlyList<ReminderPolicyRow> rows)
{
    private readonly Dictionary<Guid, ReminderPolicy> _byScheme = rows.Where(r => r.SchemeId is not null)
        .ToDictionary(r => r.SchemeId!.Value, Read);
    private readonly ReminderPolicy _forAll = rows.FirstOrDefault(r => r.SchemeId is null) is { } own ? Read(own) : ReminderPolicy.Default;

    public static async Task<EffectivePolicies> LoadAsync(EqualityDb db, Guid organisationId, CancellationToken ct) =>
        new(await db.ReminderPolicies.AsNoTracking().Where(p => p.OrganisationId == organisationId).ToListAsync(ct));

    public ReminderPolicy Of(Guid schemeId) => _byScheme.GetValueOrDefault(schemeId, _forAll);

    private static ReminderPolicy Read(ReminderPolicyRow row) =>
        new(row.DeliveryOffsets, row.DeliveryRepeatDays, row.ReviewOffsets, row.LeadAfterDays, row.GroupAfterDays);
}
