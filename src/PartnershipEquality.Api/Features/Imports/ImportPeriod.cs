using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Imports;

/// <summary>The period that an upload's scheme may have, and the stage that it says.</summary>
internal static class ImportPeriod
{
    private const int MaxYears = 10;

    public static void Ensure(DateOnly startsOn, DateOnly endsOn, string prefix = "")
    {
        if (startsOn.Year is < 1990 or > 2200)
        {
            throw Refusal.Field($"{prefix}startsOn", "out-of-range", "Give a first day from 1990 to 2200.");
        }

        if (endsOn < startsOn || endsOn > startsOn.AddYears(MaxYears))
        {
            throw Refusal.Field($"{prefix}endsOn", "out-of-range",
                $"Give a last day on or after {startsOn:yyyy-MM-dd}, at most {MaxYears} years later.");
        }
    }

    /// <summary>A document for a live scheme is read within that scheme's period, and goes by its title.</summary>
    public static void TakeOver(Import import, Domain.Plans.Scheme scheme) =>
        (import.Title, import.StartsOn, import.EndsOn, import.Stage, import.PeriodAssumed) = (scheme.Title, scheme.StartsOn, scheme.EndsOn,
            scheme.Stage, false);

    public static SchemeStage StageOn(DateOnly today, DateOnly startsOn, DateOnly endsOn) =>
        today > endsOn ? SchemeStage.Closed : today < startsOn ? SchemeStage.Approved : SchemeStage.InForce;
}
