using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Plans;

/// <summary>
/// Where the plan itself said that an action stood. It is history: the authorities report for themselves, and may say the same.
/// </summary>
/// <param name="Status">The status that its words mean; left out where they name none.</param>
/// <param name="Text">Its words: "Dec 2013-Completed".</param>
public sealed record PlanStatusDetail(AssignmentStatus? Status, string Text)
{
    internal static PlanStatusDetail? Of(AssignmentStatus? status, string? text) => text is null ? null : new(status, text);
}
