using PartnershipEquality.Domain;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Api.Features.Plans;

/// <summary>What is asked of a target that somebody sets by hand: it can be read, and falls within the scheme.</summary>
internal static class TargetsAsked
{
    public static void Ensure(IReadOnlyList<TargetDate> targets, Domain.Plans.Scheme scheme, string pointer)
    {
        foreach (var target in targets)
        {
            if (target.Kind == TargetKind.Unreadable)
            {
                throw Refusal.Field(pointer, "target-unreadable",
                    $"\"{target.Text}\" cannot be read as a date. POST /v1/target-dates/read shows how a text is read.");
            }

            if (!target.IsDateless && !target.DueDatesWithin(scheme.StartsOn, scheme.EndsOn).Any())
            {
                throw Refusal.Field(pointer, "target-outside-period",
                    $"\"{target.Text}\" lies outside the scheme's period, {scheme.StartsOn:yyyy-MM-dd} to {scheme.EndsOn:yyyy-MM-dd}.");
            }
        }
    }
}
