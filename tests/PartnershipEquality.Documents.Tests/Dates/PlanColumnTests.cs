using PartnershipEquality.Documents.Dates;

namespace PartnershipEquality.Documents.Tests.Dates;

/// <summary>Every target that stands in the date column of a real plan, by its row, joined over pages as a person would read it.</summary>
public sealed class PlanColumnTests
{
    [Theory]
    [InlineData("1.1/2", "On-going", "ongoing")]
    [InlineData("1.1/3", "On-going", "ongoing")]
    [InlineData("1.2/1", "August 2011  October 2011", "month 2011-08-01 2011-08-31 | month 2011-10-01 2011-10-31")]
    [InlineData("1.2/2", "August 2011  October 2011", "month 2011-08-01 2011-08-31 | month 2011-10-01 2011-10-31")]
    [InlineData("1.2/4", "July 2011", "month 2011-07-01 2011-07-31")]
    [InlineData("1.2/5", "On-going", "ongoing")]
    [InlineData("1.3/1", "On-going", "ongoing")]
    [InlineData("1.4/1", "October 2011", "month 2011-10-01 2011-10-31")]
    [InlineData("1.5/1", "March 2012", "month 2012-03-01 2012-03-31")]
    [InlineData("1.6/1", "On-going", "ongoing")]
    [InlineData("2.1/1", "June 2011", "month 2011-06-01 2011-06-30")]
    [InlineData("2.1/2", "August 2011", "month 2011-08-01 2011-08-31")]
    [InlineData("2.2/1", "On-going", "ongoing")]
    [InlineData("2.3/1", "On-going", "ongoing")]
    [InlineData("2.4/1", "May 2011", "month 2011-05-01 2011-05-31")]
    [InlineData("2.4/4", "July 2011", "month 2011-07-01 2011-07-31")]
    [InlineData("2.5/1", "June 2011 and on-going thereafter", "month 2011-06-01 2011-06-30 | ongoing 2011-07-01 -")]
    [InlineData("3.3/1", "Varied according to partner timetable", "varies")]
    [InlineData("3.3/2", "Vary according to district/ borough needs", "varies")]
    [InlineData("4.2/1", "On-going", "ongoing")]
    [InlineData("4.2/2", "On-going", "ongoing")]
    [InlineData("4.4/2", "On-going", "ongoing")]
    [InlineData("4.5/1", "On-going", "ongoing")]
    [InlineData("5.1/1", "December 2011 and yearly thereafter", "recurring 2011-12-01 2011-12-31 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1")]
    [InlineData("5.2/1", "May 2012", "month 2012-05-01 2012-05-31")]
    [InlineData("5.3/2", "Start June 2011", "starting 2011-06-01 -")]
    [InlineData("5.4/1", "TBC", "toBeConfirmed")]
    [InlineData("5.5/1", "March 2012", "month 2012-03-01 2012-03-31")]
    [InlineData("5.6/1", "On-going", "ongoing")]
    public void The_Leicestershire_plan_is_read(string row, string text, string meaning) =>
        Read(text).ShouldBe(meaning, row);

    [Theory]
    [InlineData("1", "Commence from January 2013 Review on a quarterly basis ESIAs published within a month of approval",
        "starting 2013-01-01 - every 3 | afterEvent (approval)")]
    [InlineData("2", "June 2013", "month 2013-06-01 2013-06-30")]
    [InlineData("3", "Agree specific action by March 2013", "month - 2013-03-31")]
    [InlineData("4", "Agree specific action by March 2013", "month - 2013-03-31")]
    [InlineData("5", "Ongoing", "ongoing")]
    [InlineData("6", "September 2013 \u2013 review progress in previous academic year", "month 2013-09-01 2013-09-30")]
    [InlineData("7", "Ongoing", "ongoing")]
    [InlineData("8", "April 2013", "month 2013-04-01 2013-04-30")]
    [InlineData("9", "Review completed by 2014/15", "financialYear - 2015-03-31 derived or between 2014-09-01 2015-08-31 derived")]
    [InlineData("10", "Information published by March 2013", "month - 2013-03-31")]
    [InlineData("11", "March 2013", "month 2013-03-01 2013-03-31")]
    [InlineData("12", "March 2013", "month 2013-03-01 2013-03-31")]
    [InlineData("13", "March 2014 and annually thereafter", "recurring 2014-03-01 2014-03-31 FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1")]
    [InlineData("14", "2014/ 15", "financialYear 2014-04-01 2015-03-31 derived or between 2014-09-01 2015-08-31 derived")]
    [InlineData("15", "Ongoing", "ongoing")]
    [InlineData("16",
        "By March 2014 Review communications routes with diverse communities about community safety, hate crime, cohesion, vulnerable " +
        "victims and civil emergencies", "month - 2014-03-31")]
    [InlineData("17", "April 2013", "month 2013-04-01 2013-04-30")]
    [InlineData("18", "Following conclusion of Scrutiny Inquiry", "afterEvent (conclusion of Scrutiny Inquiry)")]
    public void The_city_plan_is_read(string row, string text, string meaning) =>
        Read(text).ShouldBe(meaning, row);

    [Theory]
    [InlineData("2.1", "As per 'Melton Truth' timescales. Update to be provided at June Meeting Dec 2013-Completed", "completed")]
    [InlineData("2.2", "As per 'Melton Truth' timescales. Update to be provided at June meeting Nov 2013 - Completed", "completed")]
    [InlineData("2.3", "May 2014. Linked to 2.1 and 2.2 above Completed", "completed")]
    [InlineData("2.4", "November each year", "recurring - - FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=-1")]
    [InlineData("2.5", "Annual review", "ongoing every 12 derived")]
    [InlineData("2.6", "Review Each Quarter at T3", "ongoing every 3 derived")]
    [InlineData("2.6", "Review each quarter at T3", "ongoing every 3 derived")]
    [InlineData("2.7", "May (Each year)", "recurring - - FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=-1")]
    [InlineData("2.8", "November each year Committee Cycles", "recurring - - FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=-1 | varies")]
    [InlineData("2.9", "As appropriate- Reviewed April 2014 for new website As appropriate", "varies | varies")]
    [InlineData("2.10", "Mar 2015 Mar 2015", "month 2015-03-01 2015-03-31 | month 2015-03-01 2015-03-31")]
    [InlineData("2.11", "N/A", "none")]
    [InlineData("2.12", "Review 6 monthly (June/Dec each year)", "recurring - - FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1 every 6")]
    [InlineData("2.13", "Review on each consultation See 2.2", "varies | seeElsewhere (2.2)")]
    [InlineData("2.14", "N/A", "none")]
    [InlineData("2.15", "Review Each Quarter at T3", "ongoing every 3 derived")]
    [InlineData("2.15", "Review each quarter at T3", "ongoing every 3 derived")]
    [InlineData("2.16", "Governance Committee", "unreadable")]
    [InlineData("2.16", "Annual review", "ongoing every 12 derived")]
    [InlineData("2.16", "May 2014 Completed", "completed")]
    [InlineData("2.16", "Governance Committee\nAnnual review\nMay 2014 Completed", "unreadable | ongoing every 12 derived | completed")]
    [InlineData("2.17", "Mar 2015", "month 2015-03-01 2015-03-31")]
    [InlineData("2.18", "Review Each Quarter at T3 Review each quarter at T3", "ongoing every 3 derived | ongoing every 3 derived")]
    [InlineData("2.19", "N/A", "none")]
    [InlineData("2.20", "N/A", "none")]
    [InlineData("2.21", "Update to be provided to September 2014 ESG meeting", "month - 2014-09-30 derived")]
    [InlineData("2.21", "Completed", "completed")]
    [InlineData("2.22", "Annually (January)", "recurring - - FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=-1")]
    [InlineData("2.23", "See 3 year programme.", "seeElsewhere (3 year programme)")]
    [InlineData("2.24", "Transformation Programme Timescales", "seeElsewhere (Transformation Programme Timescales)")]
    [InlineData("2.25", "Following reviews", "afterEvent (reviews)")]
    [InlineData("2.26", "N/A", "none")]
    [InlineData("2.27", "January Each year", "recurring - - FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=-1")]
    [InlineData("2.28", "Review every 3 years", "ongoing every 36 derived")]
    [InlineData("2.29", "Twice yearly at Appraisals",
        "recurring - - FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=-1 derived or recurring - - FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1 derived")]
    public void The_Melton_plan_is_read(string row, string text, string meaning) =>
        Read(text).ShouldBe(meaning, row);

    private static string Read(string text) => TargetDateReaderTests.MeaningAndOthers(TargetDateReader.Read(text));
}
