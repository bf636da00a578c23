using PartnershipEquality.Documents.Dates;
using PartnershipEquality.Documents.Dates.Phrases;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Documents.Tests.Dates;

/// <summary>What a phrase means and, after "or", what else it could mean: whatever has another reading is derived.</summary>
public sealed class TargetDateAlternativesTests
{
    [Theory]
    [InlineData("June and December 2011", "month 2011-06-01 2011-06-30 derived | month 2011-12-01 2011-12-31")]
    [InlineData("June 2011 and December", "month 2011-06-01 2011-06-30 | month 2011-12-01 2011-12-31 derived")]
    [InlineData("1 to 5 June 2012", "between 2012-06-01 2012-06-05")]
    [InlineData("1st - 5th June 2012", "between 2012-06-01 2012-06-05")]
    [InlineData("5/6 June 2012", "between 2012-06-05 2012-06-06")]
    [InlineData("Spring/Summer 2012", "between 2012-03-01 2012-08-31 derived")]
    [InlineData("April/May/June 2012", "between 2012-04-01 2012-06-30 derived")]
    [InlineData("June or December 2011", "between 2011-06-01 2011-12-31 derived")]
    [InlineData("2011, 2012 and 2013", "year 2011-01-01 2011-12-31 | year 2012-01-01 2012-12-31 | year 2013-01-01 2013-12-31")]
    [InlineData("first half of 2012", "year 2012-01-01 2012-06-30")]
    [InlineData("second half of June 2012", "month 2012-06-16 2012-06-30")]
    [InlineData("H2 2012/13", "financialYear 2012-10-01 2013-03-31")]
    [InlineData("2012/13 H2", "financialYear 2012-10-01 2013-03-31")]
    [InlineData("H1 2012", "financialYear 2012-04-01 2012-09-30 derived or year 2012-01-01 2012-06-30 derived")]
    [InlineData("Phase 1 March 2012, Phase 2 June 2012", "month 2012-03-01 2012-03-31 | month 2012-06-01 2012-06-30")]
    [InlineData("Phase 1 - March 2012", "month 2012-03-01 2012-03-31")]
    [InlineData("Phase 1: June 2012; Phase 2: TBC", "month 2012-06-01 2012-06-30 | toBeConfirmed")]
    [InlineData("Phase 1 complete, Phase 2 June 2012", "completed | month 2012-06-01 2012-06-30")]
    [InlineData("Draft by May, final by July 2012", "month - 2012-05-31 derived | month - 2012-07-31")]
    [InlineData("Pilot: June 2012. Roll-out: Sept 2012.", "month 2012-06-01 2012-06-30 | month 2012-09-01 2012-09-30")]
    [InlineData("1) June 2012  2) July 2012", "month 2012-06-01 2012-06-30 | month 2012-07-01 2012-07-31")]
    [InlineData("NWL June 2012, BDC July 2012", "month 2012-06-01 2012-06-30 | month 2012-07-01 2012-07-31")]
    [InlineData("6 monthly (June/Dec each year)", "recurring - - FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1")]
    [InlineData("Twice a year (June & December)", "recurring - - FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1")]
    [InlineData("quarterly (Mar, Jun, Sep, Dec)", "recurring - - FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1")]
    [InlineData("Twice yearly",
        "recurring - - FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=-1 derived or recurring - - FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1 derived")]
    [InlineData("Termly", "recurring - - FREQ=YEARLY;BYMONTH=3,7,12;BYMONTHDAY=-1 derived")]
    [InlineData("mid 2012", "year 2012-04-01 2012-06-30 derived or year 2012-05-01 2012-08-31 derived")]
    [InlineData("mid to late 2012", "year 2012-04-01 2012-12-31 derived")]
    [InlineData("mid 2012/13", "financialYear 2012-07-01 2012-09-30 derived or between 2012-12-01 2013-02-28 derived")]
    [InlineData("late spring 2012", "season 2012-05-01 2012-05-31 derived")]
    [InlineData("end of 2012", "year 2012-01-01 2012-12-31")]
    [InlineData("Q1 2012/13", "quarter 2012-04-01 2012-06-30")]
    [InlineData("Q4 2014", "quarter 2015-01-01 2015-03-31 derived or quarter 2014-10-01 2014-12-31 derived")]
    [InlineData("within 6 months of adoption", "afterEvent (adoption)")]
    [InlineData("3 months after launch", "afterEvent (launch)")]
    [InlineData("within 3 months of April 2012", "date 2012-04-01 2012-07-31 derived")]
    [InlineData("w/c 5 March 2012", "between 2012-03-05 2012-03-11 derived")]
    [InlineData("week ending 9 March 2012", "between 2012-03-03 2012-03-09 derived")]
    [InlineData("Easter 2012", "date 2012-04-08 2012-04-08 derived")]
    [InlineData("by Easter 2012", "date - 2012-04-08 derived")]
    [InlineData("by Christmas 2012", "date - 2012-12-25 derived")]
    [InlineData("Michaelmas 2012", "date 2012-09-29 2012-09-29 derived")]
    [InlineData("Michaelmas term 2012", "season 2012-09-01 2012-12-31 derived")]
    [InlineData("autumn term 2012", "season 2012-09-01 2012-12-31 derived or season 2012-09-01 2012-11-30 derived")]
    [InlineData("spring term 2012/13", "season 2013-01-01 2013-03-31 derived")]
    [InlineData("academic year 2012/13", "between 2012-09-01 2013-08-31 derived")]
    [InlineData("start of academic year 2012/13", "month 2012-09-01 2012-09-30 derived")]
    [InlineData("Dec-12", "month 2012-12-01 2012-12-31 derived")]
    [InlineData("12/2012", "month 2012-12-01 2012-12-31")]
    [InlineData("31.3.12", "date 2012-03-31 2012-03-31 derived")]
    [InlineData("3/4/2012", "date 2012-04-03 2012-04-03 derived or date 2012-03-04 2012-03-04 derived")]
    [InlineData("13/4/2012", "date 2012-04-13 2012-04-13")]
    [InlineData("4/4/2012", "date 2012-04-04 2012-04-04")]
    [InlineData("March '13", "month 2013-03-01 2013-03-31 derived")]
    [InlineData("2012/13", "financialYear 2012-04-01 2013-03-31 derived or between 2012-09-01 2013-08-31 derived")]
    [InlineData("2012-13", "financialYear 2012-04-01 2013-03-31 derived or between 2012-09-01 2013-08-31 derived")]
    [InlineData("2011-12",
        "financialYear 2011-04-01 2012-03-31 derived or month 2011-12-01 2011-12-31 derived or between 2011-09-01 2012-08-31 derived")]
    [InlineData("2011-2012",
        "financialYear 2011-04-01 2012-03-31 derived or between 2011-01-01 2012-12-31 derived or between 2011-09-01 2012-08-31 derived")]
    [InlineData("FY 2012/13", "financialYear 2012-04-01 2013-03-31")]
    [InlineData("2012 onwards", "starting 2012-01-01 -")]
    [InlineData("from 2012", "starting 2012-01-01 -")]
    [InlineData("until March 2013", "month - 2013-03-31")]
    [InlineData("no later than March 2013", "month - 2013-03-31")]
    [InlineData("TBA", "toBeConfirmed")]
    [InlineData("asap", "toBeConfirmed")]
    [InlineData("immediately", "toBeConfirmed")]
    [InlineData("already planned", "toBeConfirmed derived")]
    [InlineData("short term", "toBeConfirmed derived")]
    [InlineData("complete", "completed")]
    [InlineData("done", "completed")]
    [InlineData("achieved", "completed")]
    [InlineData("implemented", "completed")]
    [InlineData("in progress", "ongoing derived")]
    [InlineData("partially complete", "ongoing derived")]
    [InlineData("monthly from April 2012", "recurring 2012-04-01 2012-04-30 FREQ=MONTHLY;BYMONTHDAY=-1")]
    [InlineData("annually by 31 January 2014", "recurring 2014-01-31 2014-01-31 FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31")]
    [InlineData("every two years",
        "recurring - - FREQ=YEARLY;INTERVAL=2;BYMONTH=3;BYMONTHDAY=-1 derived or recurring - - " +
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=-1 derived")]
    [InlineData("Every 2 years (next 2013)", "recurring 2013-01-01 2013-12-31 FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=-1")]
    [InlineData("biannually",
        "recurring - - FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=-1 derived or recurring - - FREQ=YEARLY;INTERVAL=2;BYMONTH=3;BYMONTHDAY=-1 " +
        "derived")]
    [InlineData("biennially",
        "recurring - - FREQ=YEARLY;INTERVAL=2;BYMONTH=3;BYMONTHDAY=-1 derived or recurring - - FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=-1 " +
        "derived")]
    [InlineData("bi-monthly",
        "recurring - - FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1 derived or recurring - - FREQ=WEEKLY;INTERVAL=2 derived")]
    [InlineData("Biannual review", "ongoing every 6 derived or ongoing every 24 derived")]
    [InlineData("biannually from April 2012",
        "recurring 2012-04-01 2012-04-30 FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1 derived or recurring 2012-04-01 2012-04-30 " +
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=4;BYMONTHDAY=-1 derived")]
    [InlineData("quarterly, first in June 2012", "recurring 2012-06-01 2012-06-30 FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1")]
    [InlineData("winter 2011", "season 2011-12-01 2012-02-29 derived or season 2011-01-01 2011-02-28 derived")]
    [InlineData("by winter 2011", "season - 2012-02-29 derived or season - 2011-02-28 derived")]
    [InlineData("winter 2011/12", "season 2011-12-01 2012-02-29 derived")]
    [InlineData("spring 12", "season 2012-03-01 2012-05-31 derived")]
    [InlineData("June 2012 (subject to funding)", "month 2012-06-01 2012-06-30 derived or afterEvent (funding) derived")]
    [InlineData("June 2012 (TBC)", "month 2012-06-01 2012-06-30 derived or toBeConfirmed derived")]
    [InlineData("September 2012 (was June 2012)", "month 2012-09-01 2012-09-30 derived")]
    [InlineData("June 2012?", "month 2012-06-01 2012-06-30 derived")]
    [InlineData("Start June 2012 and complete by March 2013", "between 2012-06-01 2013-03-31")]
    [InlineData("As appropriate - reviewed April 2014", "varies")]
    [InlineData("for the life of the scheme", "ongoing")]
    public void The_rule_chooses_and_the_other_reading_is_offered(string text, string meaning) => Read(text, null).ShouldBe(meaning);

    [Theory]
    [InlineData("second half of the year", "financialYear 2012-10-01 2013-03-31 derived or year 2012-07-01 2012-12-31 derived")]
    [InlineData("end of financial year", "financialYear 2012-04-01 2013-03-31 derived")]
    [InlineData("end of the year", "financialYear 2012-04-01 2013-03-31 derived or year 2012-01-01 2012-12-31 derived")]
    [InlineData("next year", "financialYear 2013-04-01 2014-03-31 derived or year 2013-01-01 2013-12-31 derived")]
    [InlineData("by end Q3", "quarter - 2012-12-31 derived")]
    [InlineData("H2", "financialYear 2012-10-01 2013-03-31 derived or year 2012-07-01 2012-12-31 derived")]
    [InlineData("summer", "season 2012-06-01 2012-08-31 derived")]
    [InlineData("spring", "season 2012-03-01 2012-05-31 derived or season 2013-03-01 2013-05-31 derived")]
    [InlineData("winter", "season 2012-12-01 2013-02-28 derived")]
    [InlineData("next March", "month 2013-03-01 2013-03-31 derived")]
    [InlineData("11 June", "date 2012-06-11 2012-06-11 derived")]
    [InlineData("June 11", "month 2011-06-01 2011-06-30 derived or date 2012-06-11 2012-06-11 derived")]
    [InlineData("Draft by May, final by July", "month - 2012-05-31 derived | month - 2012-07-31 derived")]
    [InlineData("across the year", "ongoing derived or financialYear 2012-04-01 2013-03-31 derived")]
    [InlineData("1-5 June", "between 2012-06-01 2012-06-05 derived")]
    [InlineData("w/c 5 March", "between 2013-03-05 2013-03-11 derived")]
    [InlineData("by Christmas", "date - 2012-12-25 derived")]
    public void The_plans_year_serves_where_none_is_written(string text, string meaning) =>
        Read(text, new PlanYear(2012)).ShouldBe(meaning);

    [Theory]
    [InlineData("second half of the year")]
    [InlineData("end of financial year")]
    [InlineData("by end Q3")]
    [InlineData("H1")]
    [InlineData("summer")]
    [InlineData("next March")]
    [InlineData("year end")]
    [InlineData("within 3 months")]
    [InlineData("by the end of term")]
    [InlineData("Year 1")]
    [InlineData("2012/14")]
    [InlineData("5 & 20 June")]
    [InlineData("Overdue")]
    [InlineData("every Tuesday")]
    [InlineData("first Monday of each month")]
    [InlineData("Delayed until June 2012")]
    [InlineData("11/12")]
    [InlineData("FY 2014")]
    [InlineData("Governance Committee Annual review May 2014 Completed")]
    [InlineData("Phase 1")]
    [InlineData("Phase 1 June")]
    [InlineData("by 31st")]
    public void What_a_person_could_not_tell_either_is_not_read(string text) => Read(text, null).ShouldBe("unreadable");

    [Theory]
    [InlineData(1900, 4, 15)]
    [InlineData(1961, 4, 2)]
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)]
    [InlineData(2011, 4, 24)]
    [InlineData(2012, 4, 8)]
    [InlineData(2024, 3, 31)]
    [InlineData(2026, 4, 5)]
    [InlineData(2038, 4, 25)]
    public void Easter_is_where_the_tables_have_it(int year, int month, int day) =>
        Easter.Sunday(year).ShouldBe(new DateOnly(year, month, day));

    [Fact]
    public void A_later_part_of_a_cell_goes_to_its_group()
    {
        var targets = TargetDateReader.Read("June and December 2011", null, "NWL; BDC  CBC");

        targets.Select(target => string.Join(',', target.AppliesTo)).ShouldBe(["NWL,BDC", "CBC"]);
    }

    [Fact]
    public void Phases_are_quoted_word_for_word() =>
        TargetDateReader.Read("Draft by May, final (by July 2012)").Select(target => target.Text)
            .ShouldBe(["Draft by May", "final (by July 2012)"]);

    private static string Read(string text, PlanYear? planYear) =>
        TargetDateReaderTests.MeaningAndOthers(TargetDateReader.Read(text, planYear));
}
