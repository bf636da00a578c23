using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Domain.Tests.TargetDates;

public sealed class TargetDateFinderTests
{
    [Theory]
    [InlineData("Increased use of customer insight gained through Mosaic and the Business Intelligence Hub - ongoing  Communication campaign about the importance of providing the council with equality data \u2014 by winter 2011", "ongoing: ongoing; by winter 2011: season - 2012-02-29 derived")]
    [InlineData("Review of business planning processes to ensure that equality profiling and monitoring are embedded in the process \u2013 by autumn 2011.", "by autumn 2011: season - 2011-11-30 derived")]
    [InlineData("Working with the council equality and inclusion team, refresh PMFs and service review processes by autumn 2011", "by autumn 2011: season - 2011-11-30 derived")]
    [InlineData("Undertake Equality Impact Assessments of all plans before they are finalised and approved - Ongoing  Engage with EAG, SERG and Inclusive York Forum whilst developing plans- ongoing", "Ongoing: ongoing; ongoing: ongoing")]
    [InlineData("By autumn 2011, develop on line equality guidance for CYC contract managers.", "By autumn 2011: season - 2011-11-30 derived")]
    [InlineData("Audit a number of contracts per year, to ensure that equality outcomes have been delivered ( on going from 1.1.12)", "( on going from 1.1.12): ongoing 2012-01-01 - derived")]
    [InlineData("EIA the 2011-12 and 2012-13 O&S forward plans \u2013 as soon as possible  Train relevant officers and councillors in equality and diversity \u2013 summer 2011  Put is place a \"working together\" protocol for O&S, EAG and SERG \u2013 by winter 2011", "as soon as possible: toBeConfirmed; summer 2011: season 2011-06-01 2011-08-31 derived; by winter 2011: season - 2012-02-29 derived")]
    public void The_York_actions_give_their_targets(string text, string found) => Say(text).ShouldBe(found);

    private static string Say(string text, PlanYear? planYear = null) =>
        string.Join("; ", TargetDateFinder.In(text, planYear).Select(found => $"{found.Text}: {TargetDateReaderTests.Meaning(found.Targets)}"));
}
