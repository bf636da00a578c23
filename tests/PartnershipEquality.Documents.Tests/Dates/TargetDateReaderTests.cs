using System.Globalization;
using PartnershipEquality.Documents.Dates;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Documents.Tests.Dates;

public sealed class TargetDateReaderTests
{
    private static readonly PlanYear PlanOf2022 = new(2022);

    [Theory]
    [InlineData("", "none")]
    [InlineData("On-going", "ongoing")]
    [InlineData("August 2011", "month 2011-08-01 2011-08-31")]
    [InlineData("August 2011  October 2011", "month 2011-08-01 2011-08-31 | month 2011-10-01 2011-10-31")]
    [InlineData("July 2011", "month 2011-07-01 2011-07-31")]
    [InlineData("October 2011", "month 2011-10-01 2011-10-31")]
    [InlineData("March 2012", "month 2012-03-01 2012-03-31")]
    [InlineData("May 2011", "month 2011-05-01 2011-05-31")]
    [InlineData("June 2011", "month 2011-06-01 2011-06-30")]
    [InlineData("May 2012", "month 2012-05-01 2012-05-31")]
    [InlineData("June 2011 and on-going thereafter", "month 2011-06-01 2011-06-30 | ongoing 2011-07-01 -")]
    [InlineData("Varied according to partner timetable", "varies")]
    [InlineData("Vary according to district/ borough needs", "varies")]
    [InlineData("December 2011 and yearly thereafter", "recurring 2011-12-01 2011-12-31 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1")]
    [InlineData("Start June 2011", "starting 2011-06-01 -")]
    [InlineData("TBC", "toBeConfirmed")]
    public void The_Leicestershire_plan_is_read(string text, string meaning) => Meaning(text).ShouldBe(meaning);

    [Theory]
    [InlineData("June 2013", "month 2013-06-01 2013-06-30")]
    [InlineData("Agree specific action by March 2013", "month - 2013-03-31")]
    [InlineData("Ongoing", "ongoing")]
    [InlineData("September 2013 – review progress in previous academic year", "month 2013-09-01 2013-09-30")]
    [InlineData("April 2013", "month 2013-04-01 2013-04-30")]
    [InlineData("Review completed by 2014/15", "financialYear - 2015-03-31 derived")]
    [InlineData("Information published by March 2013", "month - 2013-03-31")]
    [InlineData("March 2014 and annually thereafter", "recurring 2014-03-01 2014-03-31 FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1")]
    [InlineData("2014/ 15", "financialYear 2014-04-01 2015-03-31 derived")]
    [InlineData("By March 2014 Review communications routes with diverse communities about community safety, hate crime",
        "month - 2014-03-31")]
    [InlineData("Commence from January 2013 Review on a quarterly basis ESIAs published within a month of approval",
        "starting 2013-01-01 - every 3 | afterEvent (approval)")]
    [InlineData("November each year", "recurring - - FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=-1")]
    [InlineData("Annual review", "ongoing every 12 derived")]
    [InlineData("Review Each Quarter at T3", "ongoing every 3 derived")]
    [InlineData("Review Each Quarter at T3 Review each quarter at T3", "ongoing every 3 derived | ongoing every 3 derived")]
    [InlineData("May (Each year)", "recurring - - FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=-1")]
    [InlineData("November each year Committee Cycles", "recurring - - FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=-1 | varies")]
    [InlineData("As appropriate", "varies")]
    [InlineData("Mar 2015", "month 2015-03-01 2015-03-31")]
    [InlineData("Mar 2015 Mar 2015", "month 2015-03-01 2015-03-31 | month 2015-03-01 2015-03-31")]
    [InlineData("N/A", "none")]
    [InlineData("Review 6 monthly (June/Dec each year)", "recurring - - FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1 every 6")]
    [InlineData("Review on each consultation See 2.2", "varies | seeElsewhere (2.2)")]
    [InlineData("Governance Committee", "unreadable")]
    [InlineData("May 2014 Completed", "completed")]
    [InlineData("May 2014. Linked to 2.1 and 2.2 above Completed", "completed")]
    [InlineData("Update to be provided to September 2014 ESG meeting", "month - 2014-09-30 derived")]
    [InlineData("As per 'Melton Truth' timescales. Update to be provided at June Meeting Dec 2013-Completed", "completed")]
    [InlineData("Nov 2013 - Completed", "completed")]
    [InlineData("completed Dec 2013", "completed")]
    [InlineData("Annually (January)", "recurring - - FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=-1")]
    [InlineData("January Each year", "recurring - - FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=-1")]
    [InlineData("See 3 year programme.", "seeElsewhere (3 year programme)")]
    [InlineData("See 2.2", "seeElsewhere (2.2)")]
    [InlineData("Transformation Programme Timescales", "seeElsewhere (Transformation Programme Timescales)")]
    [InlineData("Following reviews", "afterEvent (reviews)")]
    [InlineData("following conclusion of Scrutiny Inquiry", "afterEvent (conclusion of Scrutiny Inquiry)")]
    [InlineData("Review every 3 years", "ongoing every 36 derived")]
    [InlineData("Twice yearly at Appraisals", "recurring - - FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=-1 derived")]
    [InlineData("autumn 2011", "season 2011-09-01 2011-11-30 derived")]
    [InlineData("by autumn 2011.", "season - 2011-11-30 derived")]
    [InlineData("by winter 2011", "season - 2012-02-29 derived")]
    [InlineData("summer 2011", "season 2011-06-01 2011-08-31 derived")]
    [InlineData("by early 2012", "year - 2012-03-31 derived")]
    [InlineData("by Dec 2011", "month - 2011-12-31")]
    [InlineData("as soon as possible", "toBeConfirmed")]
    [InlineData("( on going from 1.1.12)", "ongoing 2012-01-01 - derived")]
    [InlineData("January to March 2023", "quarter 2023-01-01 2023-03-31")]
    [InlineData("Annual report to Full Council (January to March 2023)", "quarter 2023-01-01 2023-03-31")]
    [InlineData("Activities across the year.", "ongoing")]
    public void The_other_plans_are_read(string text, string meaning) => Meaning(text).ShouldBe(meaning);

    [Theory]
    [InlineData("April to June", "quarter 2022-04-01 2022-06-30 derived")]
    [InlineData("Launch support offer (April to June)", "quarter 2022-04-01 2022-06-30 derived")]
    [InlineData("January to March", "quarter 2023-01-01 2023-03-31 derived")]
    [InlineData("Plan approved (January to March)", "quarter 2023-01-01 2023-03-31 derived")]
    [InlineData("July to December", "between 2022-07-01 2022-12-31 derived")]
    [InlineData("November to February", "between 2022-11-01 2023-02-28 derived")]
    [InlineData("Q1", "quarter 2022-04-01 2022-06-30 derived")]
    [InlineData("by end of Q4", "quarter - 2023-03-31 derived")]
    [InlineData("March", "month 2023-03-01 2023-03-31 derived")]
    [InlineData("by 30 September", "date - 2022-09-30 derived")]
    [InlineData("winter", "season 2022-12-01 2023-02-28 derived")]
    [InlineData("spring", "season 2022-03-01 2022-05-31 derived")]
    [InlineData("end of financial year", "financialYear 2022-04-01 2023-03-31 derived")]
    [InlineData("29 February", "unreadable")]
    [InlineData("by March 31", "date - 2023-03-31 derived")]
    [InlineData("March 23", "month 2023-03-01 2023-03-31 derived")]
    [InlineData("June / December 2011", "month 2011-06-01 2011-06-30 derived | month 2011-12-01 2011-12-31")]
    public void A_date_without_a_year_takes_the_plans(string text, string meaning) => Meaning(text, PlanOf2022).ShouldBe(meaning);

    [Theory]
    [InlineData("by 31 March 2012", "date - 2012-03-31")]
    [InlineData("31/03/2012", "date 2012-03-31 2012-03-31")]
    [InlineData("31/3/12", "date 2012-03-31 2012-03-31 derived")]
    [InlineData("03/04/2012", "date 2012-04-03 2012-04-03 derived")]
    [InlineData("2012-03-31", "date 2012-03-31 2012-03-31")]
    [InlineData("1st April 2012", "date 2012-04-01 2012-04-01")]
    [InlineData("Friday, 1st of June, 2012", "date 2012-06-01 2012-06-01")]
    [InlineData("March 31st, 2012", "date 2012-03-31 2012-03-31")]
    [InlineData("29 February 2012", "date 2012-02-29 2012-02-29")]
    [InlineData("by the end of Sept. 2012", "month - 2012-09-30")]
    [InlineData("end of June 2012", "month 2012-06-01 2012-06-30")]
    [InlineData("mid June 2012", "month 2012-06-11 2012-06-15 derived")]
    [InlineData("mid-2012", "year 2012-04-01 2012-06-30 derived")]
    [InlineData("late 2012", "year 2012-10-01 2012-12-31 derived")]
    [InlineData("2012", "year 2012-01-01 2012-12-31")]
    [InlineData("2011-2014", "between 2011-01-01 2014-12-31")]
    [InlineData("2011-12", "financialYear 2011-04-01 2012-03-31 derived")]
    [InlineData("FY 2014/2015", "financialYear 2014-04-01 2015-03-31")]
    [InlineData("14/15", "financialYear 2014-04-01 2015-03-31 derived")]
    [InlineData("1999/00", "financialYear 1999-04-01 2000-03-31 derived")]
    [InlineData("Q3 2014/15", "quarter 2014-10-01 2014-12-31")]
    [InlineData("Q4 2014", "quarter 2015-01-01 2015-03-31 derived")]
    [InlineData("2014/15 Q2", "quarter 2014-07-01 2014-09-30")]
    [InlineData("first quarter of 2014/15", "quarter 2014-04-01 2014-06-30")]
    [InlineData("winter 2011/12", "season 2011-12-01 2012-02-29 derived")]
    [InlineData("November 2011 to February 2012", "between 2011-11-01 2012-02-29")]
    [InlineData("November to February 2023", "between 2022-11-01 2023-02-28 derived")]
    [InlineData("between 1 April 2012 and 31 March 2013", "between 2012-04-01 2013-03-31")]
    [InlineData("from April 2012 to September 2012", "between 2012-04-01 2012-09-30")]
    [InlineData("commence from June 2011", "starting 2011-06-01 -")]
    [InlineData("June 2011 onwards", "starting 2011-06-01 -")]
    [InlineData("after June 2011", "starting 2011-07-01 -")]
    [InlineData("not before June 2011", "starting 2011-06-01 -")]
    [InlineData("before June 2011", "date - 2011-05-31 derived")]
    [InlineData("Start June 2011, complete by March 2012", "between 2011-06-01 2012-03-31")]
    [InlineData("every year by 31 December", "recurring - - FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31")]
    [InlineData("29 February 2012 and annually thereafter", "recurring 2012-02-29 2012-02-29 FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1")]
    [InlineData("June 2011 and quarterly thereafter", "recurring 2011-06-01 2011-06-30 FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1")]
    [InlineData("Every January", "recurring - - FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=-1")]
    [InlineData("Quarterly", "recurring - - FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1 derived")]
    [InlineData("Every 3 years", "recurring - - FREQ=YEARLY;INTERVAL=3;BYMONTH=3;BYMONTHDAY=-1 derived")]
    [InlineData("every 3 years from March 2012", "recurring 2012-03-01 2012-03-31 FREQ=YEARLY;INTERVAL=3;BYMONTH=3;BYMONTHDAY=-1")]
    [InlineData("Ongoing, reviewed annually", "ongoing every 12")]
    [InlineData("March 2012, reviewed annually", "month 2012-03-01 2012-03-31 every 12")]
    [InlineData("August 2011 October 2011", "month 2011-08-01 2011-08-31 | month 2011-10-01 2011-10-31")]
    [InlineData("August 2011 / October 2011", "month 2011-08-01 2011-08-31 | month 2011-10-01 2011-10-31")]
    [InlineData("August 2011\nTBC", "month 2011-08-01 2011-08-31 | toBeConfirmed")]
    [InlineData("June\n2011", "month 2011-06-01 2011-06-30")]
    [InlineData("-", "none")]
    [InlineData("On-going - March 2012", "ongoing | month 2012-03-01 2012-03-31")]
    public void Common_ways_of_writing_dates_are_read(string text, string meaning) => Meaning(text).ShouldBe(meaning);

    [Theory]
    [InlineData("31 June 2011")]
    [InlineData("31st of June 2011")]
    [InlineData("31/06/2011")]
    [InlineData("30 February 2012")]
    [InlineData("29 February 2011")]
    [InlineData("by 31 April 2012")]
    [InlineData("0 May 2012")]
    [InlineData("2012-13-01")]
    [InlineData("12/31/2012")]
    [InlineData("2011 June 31")]
    [InlineData("June 1850")]
    [InlineData("2201")]
    [InlineData("13/2012")]
    [InlineData("March")]
    [InlineData("Q1")]
    [InlineData("11/12")]
    [InlineData("FY 2014")]
    [InlineData("March 2012 to January 2012")]
    [InlineData("not March 2012")]
    [InlineData("we may march on")]
    [InlineData("12")]
    [InlineData("Policy team")]
    [InlineData("as soon as possible after June 2011")]
    [InlineData("Delayed until June 2012")]
    [InlineData("?")]
    [InlineData("99999999999999999999")]
    public void What_cannot_be_a_date_is_left_for_a_person(string text)
    {
        var target = TargetDateReader.Read(text).ShouldHaveSingleItem();

        target.Kind.ShouldBe(TargetKind.Unreadable);
        target.Text.ShouldBe(text);
    }

    [Fact]
    public void Each_group_of_authorities_has_its_own_date()
    {
        var targets = TargetDateReader.Read("August 2011  October 2011", null, "NWL; HBBC; BDC  CBC; MBC; OWDC; HDC");

        targets.Select(target => target.Text).ShouldBe(["August 2011", "October 2011"]);
        targets[0].AppliesTo.ShouldBe(["NWL", "HBBC", "BDC"]);
        targets[1].AppliesTo.ShouldBe(["CBC", "MBC", "OWDC", "HDC"]);
        targets.ShouldAllBe(target => !target.Derived);
    }

    [Theory]
    [InlineData("August 2011  October 2011", "ALL")]
    [InlineData("August 2011 / October 2011 / May 2012", "NWL / HDC")]
    [InlineData("August 2011\nOctober 2011", "NWL\nHDC\nBDC")]
    public void Dates_that_do_not_match_the_groups_are_all_kept_for_a_person_to_settle(string text, string appliesTo)
    {
        var targets = TargetDateReader.Read(text, null, appliesTo);

        targets.Count.ShouldBeGreaterThan(1);
        targets.ShouldAllBe(target => target.AppliesTo.Count == 0 && target.Derived);
    }

    [Fact]
    public void Parts_are_quoted_word_for_word()
    {
        var targets = TargetDateReader.Read("June 2011 and on-going thereafter", null, "ALL");

        targets.Select(target => target.Text).ShouldBe(["June 2011", "on-going thereafter"]);
        targets.ShouldAllBe(target => !target.Derived && target.AppliesTo.Count == 0);
    }

    internal static string Meaning(string? text, PlanYear? planYear = null) =>
        Meaning(TargetDateReader.Read(text, planYear));

    internal static string Meaning(IEnumerable<TargetDate> targets) => string.Join(" | ", targets.Select(Meaning));

    internal static string MeaningAndOthers(IEnumerable<TargetDate> targets) =>
        string.Join(" | ", targets.Select(target => string.Join(" or ", target.Alternatives.Prepend(target).Select(Meaning))));

    private static string Meaning(TargetDate target)
    {
        var kind = char.ToLowerInvariant(target.Kind.ToString()[0]) + target.Kind.ToString()[1..];
        var hasDates = target.Earliest is not null || target.DueBy is not null || target.Recurrence is not null;
        return string.Join(' ', new[]
        {
            kind,
            hasDates ? Day(target.Earliest) : null,
            hasDates ? Day(target.DueBy) : null,
            target.Recurrence,
            target.Event is null ? null : $"({target.Event})",
            target.ReviewMonths is { } months ? $"every {months}" : null,
            target.Derived ? "derived" : null,
        }.Where(part => part is not null));
    }

    private static string Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "-";
}
