using PartnershipEquality.Documents.Dates;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Documents.Tests.Dates;

/// <summary>
/// Wordings met in plans that a person reads at once. Where a date was moved, the later counts and the first stays in the words alone.
/// </summary>
public sealed class TargetDateWordingsMetTests
{
    [Theory]
    [InlineData("2nd week of Feb 2020", "between 2020-02-08 2020-02-14 derived")]
    [InlineData("second week in February 2020", "between 2020-02-08 2020-02-14 derived")]
    [InlineData("first week of June 2012", "between 2012-06-01 2012-06-07 derived")]
    [InlineData("week 2 of June 2012", "between 2012-06-08 2012-06-14 derived")]
    [InlineData("last week of June 2012", "between 2012-06-24 2012-06-30 derived")]
    [InlineData("1st draft Jan 2011, final by 31 March 2011", "month 2011-01-01 2011-01-31 | date - 2011-03-31")]
    [InlineData("40 staff by 31/12/19 and 80 by 31/3/20", "date - 2019-12-31 derived | date - 2020-03-31 derived")]
    [InlineData("40 staff by December 2019, 80 by March 2020", "month - 2019-12-31 | month - 2020-03-31")]
    [InlineData("50% by March 2012 and 100% by March 2013", "month - 2012-03-31 | month - 2013-03-31")]
    [InlineData("75% by April 2013", "month - 2013-04-30")]
    [InlineData("Target: 100% by 2014", "year - 2014-12-31")]
    [InlineData("September 2012 (revised to January 2013)", "month 2013-01-01 2013-01-31 derived")]
    [InlineData("September 2012, revised to January 2013", "month 2013-01-01 2013-01-31 derived")]
    [InlineData("Sept 2012 revised date Jan 2013", "month 2013-01-01 2013-01-31 derived")]
    [InlineData("June 2012 (now Sept 2012)", "month 2012-09-01 2012-09-30 derived")]
    [InlineData("June 2012 now September 2012", "month 2012-09-01 2012-09-30 derived")]
    [InlineData("June 2012 - slipped to September 2012", "month 2012-09-01 2012-09-30 derived")]
    [InlineData("Original: June 2012 Revised: September 2012", "month 2012-09-01 2012-09-30 derived")]
    [InlineData("Was June 2012, now Sept 2012", "month 2012-09-01 2012-09-30 derived")]
    [InlineData("At each quarterly meeting", "recurring - - FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1 derived")]
    [InlineData("at each monthly meeting", "recurring - - FREQ=MONTHLY;BYMONTHDAY=-1 derived")]
    [InlineData("1/4ly", "recurring - - FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1 derived")]
    [InlineData("¼ly", "recurring - - FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1 derived")]
    [InlineData("half-yearly",
        "recurring - - FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=-1 derived or recurring - - FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1 derived")]
    [InlineData("six-monthly",
        "recurring - - FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=-1 derived or recurring - - FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1 derived")]
    [InlineData("every 6 months",
        "recurring - - FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=-1 derived or recurring - - FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1 derived")]
    [InlineData("Launch: Sept 2019", "month 2019-09-01 2019-09-30")]
    [InlineData("Launch in Sept 2019", "month 2019-09-01 2019-09-30")]
    [InlineData("Launched Sept 2019", "starting 2019-09-01 -")]
    [InlineData("Start: Sept 2019", "starting 2019-09-01 -")]
    [InlineData("start Sept 2019, complete March 2020", "between 2019-09-01 2020-03-31")]
    [InlineData("In time for 2015 budget", "afterEvent (2015 budget)")]
    [InlineData("first six months of 2012", "year 2012-01-01 2012-06-30")]
    [InlineData("2012 Q1", "quarter 2012-04-01 2012-06-30 derived or quarter 2012-01-01 2012-03-31 derived")]
    [InlineData("before end 2012", "year - 2012-12-31")]
    [InlineData("Year 1 (2011/12)", "financialYear 2011-04-01 2012-03-31 derived or between 2011-09-01 2012-08-31 derived")]
    public void What_a_person_reads_is_read(string text, string meaning) => Read(text, null).ShouldBe(meaning);

    [Theory]
    [InlineData("early in the new year", "year 2012-01-01 2012-03-31 derived")]
    [InlineData("Year 1", "financialYear 2011-04-01 2012-03-31 derived")]
    [InlineData("Yr 2", "financialYear 2012-04-01 2013-03-31 derived")]
    [InlineData("End of Yr 2", "financialYear 2012-04-01 2013-03-31 derived")]
    [InlineData("Year 3", "financialYear 2013-04-01 2014-03-31 derived")]
    [InlineData("Years 1 and 2", "between 2011-04-01 2013-03-31 derived")]
    [InlineData("Year 1-3", "between 2011-04-01 2014-03-31 derived")]
    [InlineData("in the New Year", "year 2012-01-01 2012-03-31 derived")]
    [InlineData("Years 1, 2 and 3", "between 2011-04-01 2014-03-31 derived")]
    [InlineData("Year 1: June; Year 2: September", "month 2011-06-01 2011-06-30 derived | month 2011-09-01 2011-09-30 derived")]
    public void The_schemes_own_years_are_counted_from_its_first(string text, string meaning) =>
        Read(text, new PlanYear(2011)).ShouldBe(meaning);

    [Theory]
    [InlineData("early in the new year", null)]
    [InlineData("end of year 2", null)]
    [InlineData("Year 6", 2011)]
    [InlineData("Year 10 pupils", 2011)]
    [InlineData("40 staff", 2011)]
    public void Nothing_is_read_where_nothing_says_which_year(string text, int? year) =>
        Read(text, year is { } starting ? new PlanYear(starting) : null).ShouldBe("unreadable");

    [Theory]
    [InlineData("Work with primary schools (Year 5)")]
    [InlineData("Visit each school - Year 4")]
    public void A_class_at_school_is_no_year_of_the_scheme(string text) => PlanTextTests.Find(text, new PlanYear(2011)).ShouldBeEmpty();

    private static string Read(string text, PlanYear? planYear) =>
        TargetDateReaderTests.MeaningAndOthers(TargetDateReader.Read(text, planYear));
}
