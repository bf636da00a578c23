using PartnershipEquality.Documents.Dates;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Documents.Tests.Dates;

public sealed class TargetDateFinderTests
{
    [Theory]
    [InlineData("Following the release of 2021 census data, support service areas")]
    [InlineData("Setting and delivering clear targets for 2022/23 to continue to build a diverse workforce.")]
    [InlineData("Corporate guidelines include the new protected characteristics of the Equality Act 2010.")]
    [InlineData("In line with the Equality Act (2010)")]
    [InlineData("EIA the 2011-12 and 2012-13 O&S forward plans")]
    [InlineData("Single Equality Scheme 2011 \u2013 2014")]
    [InlineData("Publish the Equality Plan 2021-25 \u2013 a review")]
    [InlineData("The Corporate Plan (2021-2025) is refreshed")]
    [InlineData("Lessons learned from 2010.")]
    [InlineData("Resulting from 2011 census")]
    [InlineData("Act on the June 2011 review")]
    [InlineData("Staff survey (May 2011) shows gaps")]
    [InlineData("Staff survey \u2013 May 2011 \u2013 shows gaps")]
    [InlineData("All policies and reports (as appropriate) to Cabinet")]
    [InlineData("Support for permanent staff (permanent staff)")]
    [InlineData("Training - continuing professional development")]
    [InlineData("Annual data publication")]
    [InlineData("Meet community groups annually")]
    [InlineData("Undertake assessments of all plans before they are finalised and approved")]
    [InlineData("Recruit (20) volunteers by hand (see 2.6)")]
    [InlineData("Equality analysis in 2012 and later")]
    [InlineData("We may march on")]
    [InlineData("April to June")]
    [InlineData("")]
    [InlineData(" ")]
    public void What_belongs_to_the_matter_is_no_target(string text) => TargetDateFinder.In(text).ShouldBeEmpty();

    [Theory]
    [InlineData("Publish data (by end of January 2014) in line with the Equality Act 2010", "(by end of January 2014): month - 2014-01-31")]
    [InlineData("The Corporate Plan (2021-2025) is refreshed by March 2023", "by March 2023: month - 2023-03-31")]
    [InlineData("Train staff by June 2012 and managers by September 2012",
        "by June 2012: month - 2012-06-30; by September 2012: month - 2012-09-30")]
    [InlineData("Train staff \u2013 June 2012, managers \u2013 September 2012",
        "June 2012: month 2012-06-01 2012-06-30; September 2012: month 2012-09-01 2012-09-30")]
    [InlineData("Deliver training - April \u2013 June 2012", "April \u2013 June 2012: quarter 2012-04-01 2012-06-30")]
    [InlineData("Deliver training (Q1 2012/13) and report (Q2 2012/13)",
        "(Q1 2012/13): quarter 2012-04-01 2012-06-30; (Q2 2012/13): quarter 2012-07-01 2012-09-30")]
    [InlineData("From April 2012, publish data.", "From April 2012: starting 2012-04-01 -")]
    [InlineData("June 2012: launch the toolkit", "June 2012: month 2012-06-01 2012-06-30")]
    [InlineData("Launch the toolkit. June 2012", "June 2012: month 2012-06-01 2012-06-30")]
    [InlineData("Launch the toolkit\nBy June 2012", "By June 2012: month - 2012-06-30")]
    [InlineData("Review the June 2011 report by December 2011, and publish it", "by December 2011: month - 2011-12-31")]
    [InlineData("Publish annually by 31 January 2014",
        "annually by 31 January 2014: recurring 2014-01-31 2014-01-31 FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31")]
    [InlineData("Publish data annually by 31 January", "annually by 31 January: recurring - - FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31")]
    [InlineData("Publish - annually",
        "annually: recurring - - FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1 derived or recurring - - FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1 " +
        "derived")]
    [InlineData("Work with partners until March 2013; then hand over", "until March 2013: month - 2013-03-31")]
    [InlineData("Evaluate \u2013 following approval by Cabinet", "following approval by Cabinet: afterEvent (approval by Cabinet)")]
    [InlineData("Publish assessments within a month of approval", "within a month of approval: afterEvent (approval)")]
    [InlineData("Recruit 20 volunteers by 31.3.12", "by 31.3.12: date - 2012-03-31 derived")]
    [InlineData("Report \u2013 by 3/4/2012.", "by 3/4/2012: date - 2012-04-03 derived or date - 2012-03-04 derived")]
    [InlineData("Toolkit \u2013 draft by May 2012", "by May 2012: month - 2012-05-31")]
    [InlineData("Toolkit \u2013 phase 1 May 2012, phase 2 July 2012",
        "phase 1 May 2012, phase 2 July 2012: month 2012-05-01 2012-05-31 | month 2012-07-01 2012-07-31")]
    [InlineData("on-going", "on-going: ongoing")]
    [InlineData("Ongoing. Then stop.", "Ongoing: ongoing")]
    public void What_is_set_off_as_a_target_is_found(string text, string found) => PlanTextTests.Find(text, null).ShouldBe(found);

    [Fact]
    public void The_place_of_the_words_is_told()
    {
        const string Text = "Audit contracts ( on going from 1.1.12). By autumn 2011, develop guidance \u2013 by December 2012";

        var found = TargetDateFinder.In(Text);

        found.Select(one => one.Text).ShouldBe(["( on going from 1.1.12)", "By autumn 2011", "by December 2012"]);
        found.ShouldAllBe(one => Text.Substring(one.Start, one.Length) == one.Text && one.Targets.Count == 1);
    }

    [Fact]
    public void A_year_far_from_the_plans_is_no_target() =>
        TargetDateFinder.In("Increase visits by 2000", new PlanYear(2022)).ShouldBeEmpty();

    [Theory]
    [InlineData("by ")]
    [InlineData("( ")]
    [InlineData("(June) ")]
    [InlineData("\u2013 June 2011 ")]
    [InlineData("by June 2011 and ")]
    [InlineData("- ")]
    [InlineData("June/")]
    [InlineData("as soon as ")]
    [InlineData("annually by ")]
    [InlineData("Phase 1 ")]
    [InlineData(". ")]
    public void The_longest_texts_are_searched_in_one_pass(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));

        Work.ShouldGrowEvenly(() => Search(text[..(text.Length / 2)]), () => Search(text));

        static void Search(string text) => TargetDateFinder.In(text, new PlanYear(2011)).Count.ShouldBeLessThan(text.Length);
    }
}
