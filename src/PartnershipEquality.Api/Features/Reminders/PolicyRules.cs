using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Api.Features.Reminders;

/// <summary>When an organisation reminds: of one scheme, or of all that have no policy of their own.</summary>
/// <param name="Id">Its id; null for the built-in default, which cannot be changed.</param>
/// <param name="SchemeId">The scheme it is for; null for all others.</param>
/// <param name="DeliveryOffsets">Days from the day due, negative before it, for what is to be delivered.</param>
/// <param name="DeliveryRepeatDays">After the last of them, again every so many days; null for never.</param>
/// <param name="ReviewOffsets">Days from the end of a review period, for work without a date.</param>
/// <param name="LeadAfterDays">What is so many days overdue is passed on to the equality lead, and again with each repeat; null for
/// never.</param>
/// <param name="GroupAfterDays">The same for the posts of the equality group.</param>
public sealed record ReminderPolicyDetail(
    Guid? Id, Guid? SchemeId, IReadOnlyList<int> DeliveryOffsets, int? DeliveryRepeatDays, IReadOnlyList<int> ReviewOffsets,
        int? LeadAfterDays, int? GroupAfterDays, int Version) : IVersioned
{
    internal static ReminderPolicyDetail From(ReminderPolicyRow p) =>
        new(p.Id, p.SchemeId, p.DeliveryOffsets, p.DeliveryRepeatDays, p.ReviewOffsets, p.LeadAfterDays, p.GroupAfterDays, p.Version);

    internal static ReminderPolicyDetail BuiltIn { get; } =
        new(null, null, ReminderPolicy.Default.Delivery, ReminderPolicy.Default.DeliveryRepeatDays, ReminderPolicy.Default.Review,
            ReminderPolicy.Default.LeadAfterDays, ReminderPolicy.Default.GroupAfterDays, 0);

    /// <summary>What the log says of a policy.</summary>
    internal static object FactsOf(ReminderPolicyRow p) =>
        new { p.DeliveryOffsets, p.DeliveryRepeatDays, p.ReviewOffsets, p.LeadAfterDays, p.GroupAfterDays };
}

internal static class PolicyRules
{
    /// <summary>Those who are reminded say when: a partnership's schemes are reminded of by each member's own policy.</summary>
    public static void EnsureAuthority(Caller caller) =>
        caller.EnsureAuthority("A partnership is sent no reminders; each member authority says when it is reminded.");
}
