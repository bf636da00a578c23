using System.Text.RegularExpressions;
using PartnershipEquality.Documents.Plans;
using PartnershipEquality.Documents.Plans.Proposal;
using PartnershipEquality.Documents.Plans.Rows;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Documents.Tests.Plans;

public sealed partial class RealPlanTests
{
    [Theory]
    [InlineData(RealPlans.City, 7, 18, 18)]
    [InlineData(RealPlans.York, 1, 20, 36)]
    [InlineData(RealPlans.Melton, 5, 29, 26)]
    [InlineData(RealPlans.Borough, 3, 8, 11)]
    [InlineData(RealPlans.Leicestershire, 5, 29, 46)]
    public void The_plans_of_five_councils_come_out_whole(string name, int themes, int commitments, int actions)
    {
        var read = RealPlans.Read(name);

        (read.Plan.Themes.Count, read.Commitments().Count, read.Actions().Count).ShouldBe((themes, commitments, actions));
        read.Problems.ShouldAllBe(problem => problem.Severity == ProblemSeverity.Warning);
        read.Commitments().Select(commitment => commitment.Reference).ShouldBeUnique();
        read.Actions().Select(action => action.Reference).ShouldBeUnique();
    }

    [Fact]
    public void Leicestershire_equals_the_sample_cell_by_cell()
    {
        var (sample, _) = TemplateReader.Read(SamplePlan.Table("2011-2014"));

        Cells(RealPlans.Read(RealPlans.Leicestershire).Plan).ShouldBe(Cells(sample));
    }

    [Theory]
    [InlineData(RealPlans.City, 5, 0, 0)]
    [InlineData(RealPlans.York, 9, 0, 0)]
    [InlineData(RealPlans.Melton, 7, 0, 2)]
    [InlineData(RealPlans.Borough, 4, 0, 2)]
    [InlineData(RealPlans.Leicestershire, 10, 6, 0)]
    public void What_pages_repeat_is_listed(string name, int headers, int headings, int furniture)
    {
        var dropped = RealPlans.Read(name).Dropped;

        (dropped.Count(text => text.Kind == DroppedKind.RepeatedHeader), dropped.Count(text => text.Kind == DroppedKind.RepeatedHeading),
            dropped.Count(text => text.Kind == DroppedKind.PageFurniture))
            .ShouldBe((headers, headings, furniture));
    }

    [Theory]
    [InlineData(RealPlans.City)]
    [InlineData(RealPlans.York)]
    [InlineData(RealPlans.Melton)]
    [InlineData(RealPlans.Borough)]
    [InlineData(RealPlans.Leicestershire)]
    public void Every_word_of_every_cell_is_found_again(string name)
    {
        var read = RealPlans.Read(name);

        Conservation.Lost(RealPlans.Text(name).Split('\n').Where(line => line.Contains('\t')).SelectMany(line => line.Split('\t')), read)
            .ShouldBeEmpty();
    }

    [Fact]
    public void The_words_before_the_table_are_the_schemes_text()
    {
        var read = RealPlans.Read(RealPlans.Leicestershire);

        read.Title.ShouldBe("Leicestershire District Councils Equality and Diversity Partnership Single Equality Scheme");
        read.Narrative.ShouldNotBeNull().ShouldContain("10.4 The Partnership will produce an annual report");
        read.Narrative.Split(' ').Length.ShouldBeGreaterThan(4000);
        read.Narrative.ShouldNotContain("Language Line");
    }

    [Fact]
    public void The_citys_objectives_are_numbered_although_pages_cut_them()
    {
        var read = RealPlans.Read(RealPlans.City);

        read.Plan.Themes.Select(theme => theme.Number).ShouldBe(["1", "2", "3", "4", "5", "6", "7"]);
        read.Plan.Themes.Select(theme => theme.Commitments.Count).ShouldBe([2, 6, 2, 2, 3, 1, 2]);
        read.Commitments().Select(commitment => commitment.Reference).ShouldBe(Enumerable.Range(1, 18).Select(number => $"{number}"));
        read.Plan.Themes[0].Title.ShouldEndWith("in developing council strategies, policies and plans");
        read.Actions()[17].ShouldSatisfyAllConditions(
            action => action.Text.ShouldBe("Poverty and the Fairness Commission"),
            action => action.Target.ShouldBe("Following conclusion of Scrutiny Inquiry"),
            action => action.Responsible.ShouldBe("Senior Manager, Customer and Business Improvement"));
        read.Problems.Where(problem => problem.Code == "heading-split").Count().ShouldBe(9);
    }

    [Fact]
    public void Yorks_actions_are_set_apart_each_with_its_date()
    {
        var read = RealPlans.Read(RealPlans.York);
        var targets = read.Commitments().ToDictionary(commitment => commitment.Reference,
            commitment => string.Join("; ", commitment.Actions.Select(action => action.Target ?? "none")));

        read.Commitments().Select(commitment => commitment.Reference).ShouldBe(Enumerable.Range(1, 20).Select(number => $"{number}"));
        targets["1"].ShouldBe("ongoing; by winter 2011");
        targets["7"].ShouldBe("autumn 2011; By autumn 2011; by autumn 2011; on going from 1.1.12");
        targets["9"].ShouldBe("as soon as possible; summer 2011; by winter 2011");
        targets["13"].ShouldBe("by autumn 2011; by December 2011; by early 2012; ongoing");
        targets["16"].ShouldBe("none");
        read.Commitments()[1].Actions[0].Outcome.ShouldEndWith("multiple disadvantages in particular.");
        read.Commitments()[2].Actions[0].Outcome.ShouldBeNull();
    }

    [Fact]
    public void Meltons_sections_relations_and_states_are_understood()
    {
        var read = RealPlans.Read(RealPlans.Melton);
        var commitments = read.Commitments().ToDictionary(commitment => commitment.Reference);

        read.Plan.Themes.Select(theme => theme.Title).ShouldBe([
            "Knowing your Communities", "Leadership, partnership and organisational commitment", "Community engagement and satisfaction",
                "Responsive services and customer care",
            "A skilled and committed workforce"]);
        commitments.Keys.ShouldBe(Enumerable.Range(1, 29).Select(number => $"2.{number}"));
        commitments.Values.Where(commitment => commitment.NotApplicable == "N/A").Select(commitment => commitment.Reference)
            .ShouldBe(["2.11", "2.14", "2.19", "2.20", "2.26"]);
        commitments["2.2"].Related.ShouldBe(["2.5", "2.15", "2.16", "2.22"]);
        commitments["2.15"].Related.ShouldBe(["2.6"]);
        commitments["2.6"].Title.ShouldBe(
            "Equality analysis is integrated systematically into service and project planning across the authority, with clear pathways for training and support where needed. (Links to 2.15)");
        commitments["2.6"].Actions.Select(action => $"{action.Label} {action.Responsible} {action.ResponsibleAsWritten} {action.Target}")
            .ShouldBe([" T3 Т3 Review Each Quarter at T3", "2 T3 ТЗ Review each quarter at T3"]);
        commitments["2.1"].Actions.Single().ShouldSatisfyAllConditions(
            action => action.Status.ShouldBe(AssignmentStatus.Completed),
            action => action.StatusText.ShouldBe("Dec 2013-Completed"),
            action => action.Target.ShouldBe("As per 'Melton Truth' timescales. Update to be provided at June Meeting"),
            action => action.Responsible.ShouldBe("ST; ML"),
            action => action.ResponsibleAsWritten.ShouldBe("ST ML"));
        read.Problems.Single(problem => problem.Code == "related-commitment-unknown").Text.ShouldContain("3.5");
    }

    [Fact]
    public void The_boroughs_milestones_have_their_quarters()
    {
        var read = RealPlans.Read(RealPlans.Borough);
        var milestones = read.Actions().SelectMany(action => action.Milestones).ToList();

        read.Commitments().Select(commitment => commitment.Label).ShouldBe(Enumerable.Range(1, 8).Select(number => $"Objective {number}"));
        read.Actions().Select(action => action.Label).ShouldBe(Enumerable.Range(1, 11).Select(number => $"Action {number}"));
        milestones.Count.ShouldBe(25);
        milestones.Count(milestone => milestone.Target is not null && Quarter().IsMatch(milestone.Target)).ShouldBe(20);
        milestones.Count(milestone => milestone.Target is "across the year" or "throughout the year").ShouldBe(3);
        milestones.Where(milestone => milestone.Target is null).Select(milestone => milestone.Text)
            .ShouldBe(["Diversity profile of elected members and other relevant positions.",
                "Publication and promotion of diversity calendar."]);
        read.Problems.Count(problem => problem.Code == "milestone-undated").ShouldBe(2);
    }

    private static List<string> Cells(PlanProposal plan) =>
        [.. plan.Themes.SelectMany(
            theme => theme.Commitments.SelectMany(commitment => commitment.Actions.DefaultIfEmpty().Select(action => string.Join(" | ",
        theme.Number, theme.Title, commitment.Reference, commitment.Title, action?.Reference, action?.Responsible, action?.Text,
            action?.Outcome, action?.Measures, action?.Target, action?.CrossReference,
        action?.Resources, action?.Barriers, action?.Stakeholders, action?.Milestones.Count, string.Join(';', commitment.Related)))))];

    [GeneratedRegex("^(?:April to June|July to September|October to December|January to March|July to December)(?: 2023)?$")]
    private static partial Regex Quarter();
}
