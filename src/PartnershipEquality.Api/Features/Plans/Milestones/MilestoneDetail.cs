using PartnershipEquality.Api.Http;
using PartnershipEquality.Domain.Plans;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Api.Features.Plans.Milestones;

/// <summary>A step of an action with its own date, which each authority that answers for the action does for itself.</summary>
/// <param name="Text">What is to be reached.</param>
/// <param name="Target">When, word for word; null where the plan gives no date.</param>
/// <param name="Targets">What that means; each date falls due at each authority.</param>
public sealed record MilestoneDetail(
    Guid Id, Guid ActionId, string Text, string? Target, IReadOnlyList<TargetDateRecord> Targets, DateTimeOffset? WithdrawnAt,
        string? WithdrawnReason, int Version) : IVersioned
{
    internal static MilestoneDetail From(Milestone m) =>
        new(m.Id, m.ActionId, m.Text, m.TargetText, [.. m.Targets.Select(TargetDateRecord.From)], m.WithdrawnAt, m.WithdrawnReason,
            m.Version);
}
