using PartnershipEquality.Documents.Dates;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Domain.Tests.Assignments;

public sealed class AssignmentScheduleTests
{
    public static TheoryData<int, string, string> Periods()
    {
        var data = new TheoryData<int, string, string>();
        foreach (var months in Enumerable.Range(1, 12))
        {
            foreach (var (from, to) in new[] { ("2026-04-01", "2029-03-31"), ("2026-08-31", "2028-02-15"), ("2027-01-30", "2028-03-01"),
                ("2028-02-29", "2029-02-28"), ("2026-05-15", "2026-05-20") })
            {
                data.Add(months, from, to);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Periods))]
    public void Review_periods_follow_each_other_without_gap_from_the_first_day_to_the_last(int months, string startsOn, string endsOn)
    {
        var (from, to) = (Day(startsOn), Day(endsOn));
        var schedule = Schedule(from, to, months, "On-going");

        var periods = schedule.ReviewPeriods(from, to.AddYears(1)).ToList();

        periods[0].Start.ShouldBe(from);
        periods[^1].End.ShouldBe(to);
        for (var i = 1; i < periods.Count; i++)
        {
            periods[i].Start.ShouldBe(periods[i - 1].End.AddDays(1));
            periods[i].Start.ShouldBe(from.AddMonths(i * months));
        }

        for (var day = from; day <= to; day = day.AddDays(1))
        {
            schedule.PeriodOf(day).ShouldBe(periods.Single(p => p.Start <= day && day <= p.End), $"{day}");
        }

        schedule.PeriodOf(from.AddDays(-1)).ShouldBe(periods[0]);
        schedule.PeriodOf(to.AddDays(1)).ShouldBeNull();
    }

    [Theory]
    // Quarters end 30 June, 30 September, 31 December and 31 March; the scheme ends on 15 February 2028, within the last.
    [InlineData("2026-04-01", null, "2026-06-30")]
    [InlineData("2025-01-01", null, "2026-06-30")]
    [InlineData("2026-07-05", null, "2026-09-30")]
    [InlineData("2026-04-01", "2026-03-20", "2026-06-30")]
    [InlineData("2026-04-01", "2026-04-01", "2026-09-30")]
    [InlineData("2026-04-01", "2026-06-30", "2026-09-30")]
    [InlineData("2026-04-01", "2026-07-01", "2026-12-31")]
    [InlineData("2026-07-05", "2026-07-01", "2026-12-31")]
    [InlineData("2026-07-05", "2026-06-30", "2026-09-30")]
    [InlineData("2026-04-01", "2027-12-31", "2028-02-15")]
    [InlineData("2026-04-01", "2028-01-10", null)]
    [InlineData("2026-04-01", "2028-03-01", null)]
    [InlineData("2028-03-01", null, null)]
    public void Word_is_wanted_by_the_end_of_the_first_period_without_an_update(string createdOn, string? lastReportedOn,
        string? expected) =>
        Schedule(Day("2026-04-01"), Day("2028-02-15"), 3, "On-going").ReviewBy(Day(createdOn), lastReportedOn is null
            ? null : Day(lastReportedOn))
            .ShouldBe(expected is null ? null : Day(expected));

    [Theory]
    [InlineData("March 2027", "2026-11-22", null)]
    [InlineData("On-going", "2026-11-22", "2027-01-01")]
    [InlineData("On-going", "2026-12-31", "2027-01-01")]
    [InlineData("On-going", "2027-01-01", "2027-04-01")]
    [InlineData("On-going", "2029-03-31", null)]
    [InlineData("Start June 2027", "2026-11-22", "2027-06-01")]
    [InlineData("December 2026 and yearly thereafter", "2026-11-22", "2026-11-26")]
    [InlineData("December 2026 and yearly thereafter", "2026-11-26", "2027-11-27")]
    [InlineData("December 2026 and yearly thereafter", "2027-11-27", null)]
    public void The_schedule_says_on_which_day_more_is_to_be_laid_down(string target, string today, string? expected) =>
        Schedule(Day("2026-04-01"), Day("2029-03-31"), 3, target).NextRollOn(Day("2026-04-01"), Day(today)).ShouldBe(expected is null
            ? null : Day(expected));

    [Fact]
    public void A_recurring_date_is_laid_down_400_days_ahead_and_a_single_one_however_far()
    {
        var recurring = Schedule(Day("2026-04-01"), Day("2029-03-31"), 3, "December 2026 and yearly thereafter");
        var last = Day("2027-12-31").AddDays(-AssignmentSchedule.HorizonDays);

        recurring.Deliveries(last.AddDays(-1)).Select(d => d.DueBy).ShouldBe([Day("2026-12-31")]);
        recurring.HasMoreAfter(last.AddDays(-1)).ShouldBeTrue();
        recurring.Deliveries(last).Select(d => d.DueBy).ShouldBe([Day("2026-12-31"), Day("2027-12-31")]);
        recurring.Deliveries(Day("2028-03-01")).Count.ShouldBe(3);
        recurring.HasMoreAfter(Day("2028-03-01")).ShouldBeFalse();
        Schedule(Day("2026-04-01"), Day("2029-03-31"), 3, "March 2029").Deliveries(Day("2026-04-01")).Select(d => d.DueBy)
            .ShouldBe([Day("2029-03-31")]);
    }

    [Theory]
    [InlineData("March 2031", "2026-04-01")]
    [InlineData("", "2026-04-01")]
    [InlineData("TBC", "2026-04-01")]
    [InlineData("Start June 2027", "2027-06-01")]
    [InlineData("June 2026 and on-going thereafter", "2026-07-01")]
    [InlineData("March 2027", null)]
    public void Work_without_a_date_within_the_scheme_is_reviewed(string target, string? from) =>
        Schedule(Day("2026-04-01"), Day("2029-03-31"), 3, target).ReviewedFrom(Day("2026-04-01")).ShouldBe(from is null ? null : Day(from));

    private static AssignmentSchedule Schedule(DateOnly from, DateOnly to, int months, string target) =>
        new(Given.SchemeOf(from, to, months), TargetDateReader.Read(target, new PlanYear(2026)), []);

    private static DateOnly Day(string text) => Given.Day(text);
}
