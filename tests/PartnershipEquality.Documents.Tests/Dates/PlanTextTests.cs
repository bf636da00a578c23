using PartnershipEquality.Documents.Dates;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Documents.Tests.Dates;

/// <summary>Every action of the York plan and every milestone of the borough's, which write their dates into the text.</summary>
public sealed class PlanTextTests
{
    [Theory]
    [InlineData("1",
        "Increased use of customer insight gained through Mosaic and the Business Intelligence Hub - ongoing  Communication campaign " +
        "about the importance of providing the council with equality data \u2014 by winter 2011",
            "ongoing: ongoing; by winter 2011: season - 2012-02-29 derived or season - 2011-02-28 derived")]
    [InlineData("2",
        "Review of business planning processes to ensure that equality profiling and monitoring are embedded in the process \u2013 by " +
        "autumn 2011.", "by autumn 2011: season - 2011-11-30 derived")]
    [InlineData("3", "Local Information System (LIS) (already implemented).  Support CVS to access and use LIS (in progress) - ongoing",
        "(already implemented): completed; (in progress) - ongoing: ongoing")]
    [InlineData("4", "Working with the council equality and inclusion team, refresh PMFs and service review processes by autumn 2011",
        "by autumn 2011: season - 2011-11-30 derived")]
    [InlineData("5",
        "Undertake Equality Impact Assessments of all plans before they are finalised and approved - Ongoing  Engage with EAG, SERG and " +
        "Inclusive York Forum whilst developing plans- ongoing", "Ongoing: ongoing; ongoing: ongoing")]
    [InlineData("6",
        "Provide on-line resources and refresh classroom training to support managers and officers responsible for EIAs by autumn 2011. " +
        "Ensure that training consistently covers Human Rights issues.  Cabinet to ensure that every recommendation made by officers has an EIA attached to it before it is discussed by the Cabinet - ongoing", "by autumn 2011: season - 2011-11-30 derived; ongoing: ongoing")]
    [InlineData("7",
        "Review contract management processes to ensure those we procure and commission from comply with our equality policies and " +
        "standards \u2013 autumn 2011  By autumn 2011, develop on line equality guidance for CYC contract managers.  Review CYC grant application templates, to encourage applicants to consider equality and diversity issues and outcomes at the point of application. Review the COMPACT to the same effect. Signpost community groups to equality and diversity knowledge resources \u2013 by autumn 2011  Audit a number of contracts per year, to ensure that equality outcomes have been delivered ( on going from 1.1.12)", "autumn 2011: season 2011-09-01 2011-11-30 derived; By autumn 2011: season - 2011-11-30 derived; by autumn 2011: season - 2011-11-30 derived; ( on going from 1.1.12): ongoing 2012-01-01 - derived")]
    [InlineData("8",
        "Put in place a communications plan for the One City Strategy by winter 2011.  Ensure that the relevant EIAs consider community " +
        "cohesion outcomes \u2013 as soon as possible.  Update CYC and LSP report templates \u2013 as soon as possible.",
            "by winter 2011: season - 2012-02-29 derived or season - 2011-02-28 derived; as soon as possible: toBeConfirmed; as soon as " +
            "possible: toBeConfirmed")]
    [InlineData("9",
        "EIA the 2011-12 and 2012-13 O&S forward plans \u2013 as soon as possible  Train relevant officers and councillors in equality " +
        "and diversity \u2013 summer 2011  Put is place a \"working together\" protocol for O&S, EAG and SERG \u2013 by winter 2011",
            "as soon as possible: toBeConfirmed; summer 2011: season 2011-06-01 2011-08-31 derived; by winter 2011: season - 2012-02-29 " +
            "derived or season - 2011-02-28 derived")]
    [InlineData("10",
        "Cabinet and EAG councillors to attend mandatory equality training. This will be offered to all political groups, by December " +
        "2011.  Cabinet supported by the senior management team to meet with EAG community groups annually EAG and SERG community representatives to engage with the Fairness Commission as it is being set up - by autumn 2011", "by December 2011: month - 2011-12-31; by autumn 2011: season - 2011-11-30 derived")]
    [InlineData("11",
        "Finalise the review of the city-wide hate crime strategy and process by autumn 2011.  Review domestic violence strategies and " +
        "processes to deal with the victims by Dec 2011.", "by autumn 2011: season - 2011-11-30 derived; by Dec 2011: month - 2011-12-31")]
    [InlineData("12",
        "Put in place a development plan for EAG and SERG and processes for these groups to challenge the council and its partners in a " +
        "constructive way, by December 2011 December 2011.", "by December 2011 December 2011: month - 2011-12-31")]
    [InlineData("13",
        "Start to implement the refreshed Customer Strategy by autumn 2011.  Use suite of York Customer Centre EIA findings and refresh " +
        "the relevant protocols by December 2011.  Update the Customer Relations Management (CRM)system to ensure that customer needs are captured and responded to, by early 2012.  Make refresh of equality and diversity training mandatory for managers and staff in YCC - ongoing.", "by autumn 2011: season - 2011-11-30 derived; by December 2011: month - 2011-12-31; by early 2012: year - 2012-03-31 derived; ongoing: ongoing")]
    [InlineData("14", "Standards to be agreed by Cabinet with input from EAG and SERG by early 2012.",
        "by early 2012: year - 2012-03-31 derived")]
    [InlineData("15", "Data cleansing during launch phase of iTrent \u2013 already planned", "already planned: toBeConfirmed derived")]
    [InlineData("16", "Undertake as part of refreshed workforce strategy.", "")]
    [InlineData("17", "Refresh organisational commitment to SERG and support to o-ordinators", "")]
    [InlineData("18", "Work through HR Business Partners and DMTs.", "")]
    [InlineData("19", "Refresh the PDR documentation and process", "")]
    [InlineData("20", "Undertake as part of refreshed workforce strategy and wider plans for the development of career pathways.", "")]
    public void The_York_plan_is_searched(string row, string text, string meaning) =>
        Find(text, null).ShouldBe(meaning, row);

    [Theory]
    [InlineData("1", "Launch support offer (April to June)", "(April to June): quarter 2022-04-01 2022-06-30 derived")]
    [InlineData("2",
        "Agree approach to capacity building for underrepresented groups. (July to September) Annual report to Full Council (January to " +
        "March 2023)",
            "(July to September): quarter 2022-07-01 2022-09-30 derived; (January to March 2023): quarter 2023-01-01 2023-03-31")]
    [InlineData("3", "Activities across the year.", "across the year: ongoing derived or financialYear 2022-04-01 2023-03-31 derived")]
    [InlineData("4",
        "Diversity profile of elected members and other relevant positions. Targeted communications and outreach (July to December)",
            "(July to December): between 2022-07-01 2022-12-31 derived")]
    [InlineData("5",
        "Publication and promotion of diversity calendar. Support production of accessible communications toolkit. (April to June) " +
        "Communications across the year",
            "(April to June): quarter 2022-04-01 2022-06-30 derived; across the year: ongoing derived or financialYear 2022-04-01 " +
            "2023-03-31 derived")]
    [InlineData("6",
        "Agree social value criteria for application to regeneration and residential development schemes (July to September) Review " +
        "learning and identify steps for wider application of social value (January to March)",
            "(July to September): quarter 2022-07-01 2022-09-30 derived; (January to March): quarter 2023-01-01 2023-03-31 derived")]
    [InlineData("7",
        "Agree approach and schedule of engagement. (April to June) Draft plan agreed (October to December) Plan approved (January to " +
        "March)", "(April to June): quarter 2022-04-01 2022-06-30 derived; (October to December): quarter 2022-10-01 2022-12-31 derived; " +
            "(January to March): quarter 2023-01-01 2023-03-31 derived")]
    [InlineData("8",
        "Update Equality Profile (April to June) Equality Impact Assessments conducted for priority areas, informing Equality Objectives " +
        "in service planning (July to September)",
            "(April to June): quarter 2022-04-01 2022-06-30 derived; (July to September): quarter 2022-07-01 2022-09-30 derived")]
    [InlineData("9",
        "Proposals developed for Staff Network and Champions. (April to June) Updated Equality Impact Assessment guidance, training, and " +
        "support (April to June) Launch of new Staff Networks (January to March)",
            "(April to June): quarter 2022-04-01 2022-06-30 derived; (April to June): quarter 2022-04-01 2022-06-30 derived; (January to " +
            "March): quarter 2023-01-01 2023-03-31 derived")]
    [InlineData("10",
        "Learning and Development events throughout the year. Induction events for new Members (April to June) Review and agree " +
        "proposals for Members L&D programme. (January to March 2023)",
            "throughout the year: ongoing derived or financialYear 2022-04-01 2023-03-31 derived; (April to June): quarter 2022-04-01 " +
            "2022-06-30 derived; (January to March 2023): quarter 2023-01-01 2023-03-31")]
    [InlineData("11", "Relaunch internal equalities governance arrangements (April to June).",
        "(April to June): quarter 2022-04-01 2022-06-30 derived")]
    [InlineData("11",
        "Enhanced workforce and recruitment equality data monitoring (January to March 2023). Targeted Workforce Development " +
        "opportunities (January to March 2023)",
            "(January to March 2023): quarter 2023-01-01 2023-03-31; (January to March 2023): quarter 2023-01-01 2023-03-31")]
    public void The_borough_plan_is_searched(string row, string text, string meaning) =>
        Find(text, new PlanYear(2022)).ShouldBe(meaning, row);

    internal static string Find(string text, PlanYear? planYear) =>
        string.Join("; ",
            TargetDateFinder.In(text, planYear).Select(found => $"{found.Text}: {TargetDateReaderTests.MeaningAndOthers(found.Targets)}"));
}
