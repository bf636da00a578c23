using System.Globalization;
using PartnershipEquality.Documents.Dates;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Domain.Tests.TargetDates;

public sealed class DueDatesTests
{
    [Theory]
    [InlineData("June 2011", "2011-01-01", "2011-12-31", "2011-06-30")]
    [InlineData("June 2011", "2011-06-30", "2011-06-30", "2011-06-30")]
    [InlineData("June 2011", "2011-07-01", "2011-12-31", "")]
    [InlineData("On-going", "2011-01-01", "2014-12-31", "")]
    [InlineData("Start June 2011", "2011-01-01", "2014-12-31", "")]
    [InlineData("December 2011 and yearly thereafter", "2011-01-01", "2014-06-30", "2011-12-31 2012-12-31 2013-12-31")]
    [InlineData("December 2011 and yearly thereafter", "2012-12-31", "2013-12-31", "2012-12-31 2013-12-31")]
    [InlineData("November each year", "2011-12-01", "2013-12-31", "2012-11-30 2013-11-30")]
    [InlineData("February each year", "2011-01-01", "2013-12-31", "2011-02-28 2012-02-29 2013-02-28")]
    [InlineData("29 February 2012 and yearly thereafter", "2012-01-01", "2016-12-31",
        "2012-02-29 2013-02-28 2014-02-28 2015-02-28 2016-02-29")]
    [InlineData("June 2011 and quarterly thereafter", "2011-01-01", "2012-03-31", "2011-06-30 2011-09-30 2011-12-31 2012-03-31")]
    [InlineData("31 January 2012 and monthly thereafter", "2012-01-01", "2012-04-30", "2012-01-31 2012-02-29 2012-03-31 2012-04-30")]
    [InlineData("15 January 2012 and monthly thereafter", "2012-02-01", "2012-03-31", "2012-02-15 2012-03-15")]
    [InlineData("Twice yearly", "2011-04-01", "2012-09-30", "2011-09-30 2012-03-31 2012-09-30")]
    [InlineData("Quarterly", "2011-04-01", "2011-12-31", "2011-06-30 2011-09-30 2011-12-31")]
    [InlineData("Monthly", "2012-02-01", "2012-03-31", "2012-02-29 2012-03-31")]
    [InlineData("Every 3 years", "2011-04-01", "2018-04-01", "2014-03-31 2017-03-31")]
    [InlineData("every 2 years from March 2012", "2013-01-01", "2016-12-31", "2014-03-31 2016-03-31")]
    [InlineData("1 June 2011 and fortnightly thereafter", "2011-06-10", "2011-07-01", "2011-06-15 2011-06-29")]
    [InlineData("Start June 2011 and yearly thereafter", "2010-01-01", "2012-12-31", "2011-06-30 2012-06-30")]
    [InlineData("June and December each year", "2011-01-01", "2012-06-30", "2011-06-30 2011-12-31 2012-06-30")]
    [InlineData("August 2011  October 2011", "2011-01-01", "2011-12-31", "2011-08-31 2011-10-31")]
    public void A_target_falls_due(string text, string from, string to, string days) =>
        Days(TargetDateReader.Read(text).DueDatesWithin(Day(from), Day(to))).ShouldBe(days);

    [Theory]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2012-02-29 2016-02-29")]
    [InlineData("FREQ=YEARLY", "2011-03-05 2012-03-05 2013-03-05 2014-03-05 2015-03-05 2016-03-05")]
    [InlineData("FREQ=YEARLY;INTERVAL=2;BYMONTH=1,6;BYMONTHDAY=-1", "2011-06-30 2013-01-31 2013-06-30 2015-01-31 2015-06-30")]
    [InlineData("FREQ=MONTHLY;INTERVAL=24;BYMONTHDAY=1,-1", "2011-03-31 2013-03-01 2013-03-31 2015-03-01 2015-03-31")]
    public void A_rule_is_expanded(string rule, string days) =>
        Days(new TargetDate.Recurring("", rule).DueDatesWithin(Day("2011-03-05"), Day("2016-12-31"))).ShouldBe(days);

    [Theory]
    [InlineData("")]
    [InlineData("FREQ=DAILY")]
    [InlineData("FREQ=YEARLY;INTERVAL=0")]
    [InlineData("FREQ=YEARLY;BYMONTH=13")]
    [InlineData("FREQ=YEARLY;BYMONTHDAY=0")]
    [InlineData("FREQ=YEARLY;BYDAY=MO")]
    [InlineData("INTERVAL=2")]
    [InlineData("FREQ=YEARLY;FREQ=MONTHLY")]
    [InlineData("yearly")]
    public void A_rule_half_understood_is_no_rule(string rule) => RecurrenceRule.Parse(rule).ShouldBeNull();

    [Fact]
    public void The_last_days_of_the_calendar_do_no_harm() =>
        new TargetDate.Recurring("", "FREQ=WEEKLY").DueDatesWithin(DateOnly.MaxValue.AddDays(-8), DateOnly.MaxValue).Count().ShouldBe(2);

    private static string Days(IEnumerable<DateOnly> days) =>
        string.Join(' ', days.Select(day => day.ToString("O", CultureInfo.InvariantCulture)));

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
