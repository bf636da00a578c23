using System.Globalization;
using PartnershipEquality.Documents.Dates;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Plans;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Domain.Tests.Assignments;

/// <summary>A scheme, an action and an assignment as the tests need them.</summary>
internal static class Given
{
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset At(string day) => new(Day(day), new TimeOnly(12, 0), TimeSpan.Zero);

    public static Scheme SchemeOf(DateOnly from, DateOnly to, int reviewMonths) => new()
    {
        Id = Guid.NewGuid(),
        OwnerId = Guid.NewGuid(),
        Reference = "P-2026",
        Title = "Plan",
        StartsOn = from,
        EndsOn = to,
        ReviewMonths = reviewMonths,
        CreatedAt = At("2026-04-01"),
    };

    /// <summary>In force from April 2026 to March 2029.</summary>
    public static Scheme LiveScheme() =>
        Scheme.Begin(Guid.NewGuid(), "P-2026", "Plan", Day("2026-04-01"), Day("2029-03-31"), SchemeStage.InForce, false, At("2026-04-01"));

    public static SchemeAction Action(Scheme scheme) => new()
    {
        Id = Guid.NewGuid(),
        OwnerId = scheme.OwnerId,
        SchemeId = scheme.Id,
        ThemeId = Guid.NewGuid(),
        CommitmentId = Guid.NewGuid(),
        Reference = "1.1/1",
        Position = 0,
        Text = "Do it",
        CreatedAt = At("2026-04-01"),
    };

    public static IReadOnlyList<TargetDate> Targets(string text) => TargetDateReader.Read(text, new PlanYear(2026));

    public static Report Report(AssignmentStatus status, bool finished = false, Guid? occurrenceId = null, string? reason = null) =>
        new(status, finished, occurrenceId, reason, null, [], Tier.Private, "key", null);
}
