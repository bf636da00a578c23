using PartnershipEquality.Documents.Plans;
using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Plans.Proposal;
using PartnershipEquality.Documents.Tests.CrossReferences;

namespace PartnershipEquality.Documents.Tests.Plans;

public sealed class SamplePlanTests
{
    [Theory]
    [InlineData("2011-2014")]
    [InlineData("2026-2029")]
    public void The_whole_plan_is_read_without_a_problem(string years)
    {
        var (plan, problems) = TemplateReader.Read(SamplePlan.Table(years));

        problems.ShouldBeEmpty();
        plan.Themes.Select(theme => theme.Number).ShouldBe(["1", "2", "3", "4", "5"]);
        Commitments(plan).Count.ShouldBe(29);
        Commitments(plan).Where(commitment => commitment.Actions.Count == 0).ShouldHaveSingleItem().Reference.ShouldBe("4.1");
        Commitments(plan).Where(commitment => commitment.Title is null).Select(commitment => commitment.Reference).ShouldBe(["4.1", "4.6"]);
        Actions(plan).Count.ShouldBe(46);
        Actions(plan).Where(action => action.Responsible is null).Select(action => action.Reference).ShouldBe(["5.2/1"]);
        Actions(plan).Where(action => action.CrossReference is null).Select(action => action.Reference)
            .ShouldBe(["2.2/1", "2.4/2", "4.6/1", "5.3/1", "5.3/2", "5.4/1"]);
    }

    [Theory]
    [InlineData("2011-2014")]
    [InlineData("2026-2029")]
    public void Each_council_has_the_actions_that_the_plan_gives_it(string years)
    {
        var (plan, _) = TemplateReader.Read(SamplePlan.Table(years));

        var references = Actions(plan).Select(action => Leicestershire.Read(action.CrossReference)).ToList();

        references.ShouldAllBe(reference => reference.Unresolved.Count == 0);
        references.SelectMany(reference => reference.Entries).CountBy(entry => entry.AuthorityCode)
            .OrderBy(count => count.Key, StringComparer.Ordinal)
            .Select(count => $"{count.Key} {count.Value}")
            .ShouldBe(["BDC 34", "CBC 36", "HBBC 34", "HDC 36", "MBC 37", "NWL 35", "OWDC 37"]);
        references.Sum(reference => reference.Entries.Count).ShouldBe(249);
        references.SelectMany(reference => reference.Entries).Where(entry => entry.Qualifier is not null)
            .Select(entry => $"{entry.AuthorityCode}: {entry.Qualifier}")
            .ShouldBe(["MBC: pilot scheme for vulnerable adults aged 18 - 5918+", "CBC: BTEC"]);
        references.Count(reference => reference.OutsideBodies.Count == 1).ShouldBe(2);
    }

    [Fact]
    public void What_the_page_breaks_split_is_whole_again()
    {
        var (plan, _) = TemplateReader.Read(SamplePlan.Table("2011-2014"));
        var actions = Actions(plan).ToDictionary(action => action.Reference);

        actions["2.2/1"].Outcome.ShouldBe(
            "Clear understanding of the Councils' and Partnership commitment to Equality and Diversity\nImproved community confidence and satisfaction");
        actions["5.1/3"].Text.ShouldBe(
            "Carry out an employee and information and awareness campaign to explain the purpose of monitoring and encourage disclosures.");
        Commitments(plan).Single(commitment => commitment.Reference == "5.6").Title.ShouldBe(
            "Provide a safe working environment and appropriate evacuation arrangements for Deaf and disabled employees");
        actions["5.6/1"].Text.ShouldEndWith("who are known to their respective council and require one");
        actions["5.2/1"].Text.Split('\n').Length.ShouldBe(3);
        actions["1.2/1"].Target.ShouldBe("August 2011  October 2011");
        actions["1.2/2"].CrossReference.ShouldBe("NWL; HBBC; BDC  CBC; MBC; OWDC; HDC");
    }

    [Fact]
    public void The_later_copy_differs_in_the_years_of_its_targets_alone()
    {
        var first = SamplePlan.Table("2011-2014");
        var later = SamplePlan.Table("2026-2029");
        var target = first.Header.ToList().IndexOf("Target date");

        var expected = first.Rows.Select(row => string.Join('|', row.Cells.Select((cell, i) =>
            i == target ? cell.Replace("2011", "2026", StringComparison.Ordinal).Replace("2012", "2027", StringComparison.Ordinal)
                : cell)));

        later.Rows.Select(row => string.Join('|', row.Cells)).ShouldBe(expected);
        later.Header.ShouldBe(CanonicalColumns.All.Select(column => column.Header));
        later.Rows.Count(row => row.Cells[target].Contains("202", StringComparison.Ordinal)).ShouldBe(14);
    }

    private static List<ProposedCommitment> Commitments(PlanProposal plan) => [.. plan.Themes.SelectMany(theme => theme.Commitments)];

    private static List<ProposedAction> Actions(PlanProposal plan) => [.. Commitments(plan).SelectMany(commitment => commitment.Actions)];
}
