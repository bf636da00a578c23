using PartnershipEquality.Documents.Plans.Proposal;

namespace PartnershipEquality.Documents.Tests.Plans;

public sealed class PlanPeriodTests
{
    [Theory]
    [InlineData("Equality plan 2011-2014", "2011-04-01", "2014-03-31")]
    [InlineData("Equality plan 2022/23", "2022-04-01", "2023-03-31")]
    [InlineData("Equality plan 2013", "2012-04-01", "2015-03-31")]
    [InlineData("1 April 2022 to 31 March 2023. Progress as at 22 November 2026.", "2022-04-01", "2023-03-31")]
    [InlineData("From 1 Jan 2024 – 30 Sep 2025", "2024-01-01", "2025-09-30")]
    [InlineData("1 April 2022 to 31 May", "2021-04-01", "2024-03-31")]
    public void A_plan_names_its_period_in_years_or_from_day_to_day(string text, string startsOn, string endsOn) =>
        PlanPeriod.Of([text], new DateOnly(2026, 11, 22)).ShouldBe((DateOnly.Parse(startsOn), DateOnly.Parse(endsOn), true));

    [Fact]
    public void Days_say_more_than_the_year_of_a_title() =>
        PlanPeriod.Of(["Equality plan 2013", "1 June 2013 to 31 May 2014"], new DateOnly(2026, 11, 22))
            .ShouldBe((new DateOnly(2013, 6, 1), new DateOnly(2014, 5, 31), true));

    [Fact]
    public void A_plan_that_names_no_year_begins_with_this_one() =>
        PlanPeriod.Of(["Equality plan", null], new DateOnly(2026, 3, 31))
            .ShouldBe((new DateOnly(2025, 4, 1), new DateOnly(2028, 3, 31), false));
}
