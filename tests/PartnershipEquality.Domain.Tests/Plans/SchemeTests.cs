using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Domain.Tests.Plans;

public sealed class SchemeTests
{
    [Theory]
    [InlineData(SchemeStage.Draft, SchemeStage.InConsultation, null)]
    [InlineData(SchemeStage.Draft, SchemeStage.InForce, null)]
    [InlineData(SchemeStage.Approved, SchemeStage.Draft, null)]
    [InlineData(SchemeStage.InForce, SchemeStage.InForce, null)]
    [InlineData(SchemeStage.InForce, SchemeStage.Closed, null)]
    [InlineData(SchemeStage.Draft, SchemeStage.Closed, null)]
    [InlineData(SchemeStage.Closed, SchemeStage.Closed, null)]
    [InlineData(SchemeStage.InForce, SchemeStage.Draft, "stage-order")]
    [InlineData(SchemeStage.InForce, SchemeStage.Approved, "stage-order")]
    [InlineData(SchemeStage.Closed, SchemeStage.InForce, "scheme-closed")]
    [InlineData(SchemeStage.Closed, SchemeStage.Draft, "scheme-closed")]
    public void A_scheme_in_force_can_only_be_closed_and_a_closed_one_stays_so(SchemeStage from, SchemeStage to, string? refusal)
    {
        var scheme = Scheme.Begin(Guid.NewGuid(), "P-2026", "Plan", new(2026, 4, 1), new(2029, 3, 31), from, false,
            DateTimeOffset.UnixEpoch);

        if (refusal is null)
        {
            scheme.MoveTo(to);
            scheme.Stage.ShouldBe(to);
        }
        else
        {
            Should.Throw<Refusal>(() => scheme.MoveTo(to)).Code.ShouldBe(refusal);
            scheme.Stage.ShouldBe(from);
        }
    }

    [Theory]
    [InlineData("2026-03-31", false)]
    [InlineData("2026-04-01", true)]
    [InlineData("2029-03-31", true)]
    [InlineData("2029-04-01", false)]
    public void It_is_live_on_the_days_of_its_period(string day, bool live)
    {
        var on = DateOnly.ParseExact(day, "yyyy-MM-dd");
        Scheme.Begin(Guid.NewGuid(), "P", "Plan", new(2026, 4, 1), new(2029, 3, 31), SchemeStage.InForce, false, DateTimeOffset.UnixEpoch)
            .IsLiveOn(on).ShouldBe(live);
        Scheme.Begin(Guid.NewGuid(), "P", "Plan", new(2026, 4, 1), new(2029, 3, 31), SchemeStage.Closed, false, DateTimeOffset.UnixEpoch)
            .IsLiveOn(on).ShouldBeFalse();
    }
}
