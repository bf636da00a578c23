using PartnershipEquality.Documents.CrossReferences;
using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Plans.Merging;
using PartnershipEquality.Documents.Plans.Proposal;
using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Documents.Tests.Plans.Merging;

/// <summary>Which part of a live plan each part of a document is.</summary>
public sealed class PlanMatchingTests
{
    private static readonly DateTimeOffset At = new(2026, 5, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly StartsOn = new(2026, 4, 1);
    private static readonly DateOnly EndsOn = new(2029, 3, 31);
    private static readonly PlanInterpreter Understanding = new(StartsOn, EndsOn, null,
        new KnownAuthority(Guid.NewGuid(), "BDC", "Blaby", []), [], [], []);

    private static readonly HashSet<PlanColumn> All = [.. Enum.GetValues<PlanColumn>()];

    [Fact]
    public void The_same_document_again_differs_in_nothing()
    {
        foreach (var name in RealPlans.All)
        {
            var read = Understanding.Read(RealPlans.Read(name).Plan).Plan;

            var difference = Difference(read, read);

            difference.Parts.Select(part => $"{part.Change} {part.Part} {part.Reference} {part.Text} {string.Join(", ", part.Fields)}")
                .ShouldBeEmpty(name);
            difference.Counts.Actions.Same.ShouldBe(read.Count().Actions, name);
        }
    }

    [Theory]
    [InlineData("Publish a profile of our communities", "Publish a yearly profile of our communities", true)]
    [InlineData("Publish a profile of our communities", "PUBLISH a profile of our communities.", true)]
    [InlineData("Publish a profile of our communities", "Publish data on our communities", true)]
    [InlineData("Publish a profile of our communities", "Train the cabinet in equality law", false)]
    [InlineData("Do it", "Do more", true)]
    public void An_action_in_the_same_place_is_the_same_while_its_words_are_near(string before, string after, bool same) =>
        Difference(Plan(("1.1", "Know", [before])), Plan(("1.1", "Know", [after]))).Counts.Actions.Gone.ShouldBe(same ? 0 : 1);

    [Fact]
    public void The_words_go_before_the_place()
    {
        var match = Match(
            Plan(("1.1", "Know", ["Train staff in law", "Train members in law", "Train staff in care"])),
            Plan(("1.1", "Know", ["Train staff in care", "Appoint a champion", "Train staff in the law", "Train members in law"])));

        Pairs(match).ShouldBe(["1.1/1 = 1.1/3 Text", "1.1/2 =  ", "1.1/3 = 1.1/1 Likeness", "1.1/4 = 1.1/2 Text"]);
    }

    [Fact]
    public void Two_actions_of_the_same_words_are_each_one()
    {
        var plan = Plan(("1.1", "Know", ["See actions at 2.6", "See actions at 2.6"]), ("1.2", "Lead", ["See actions at 2.6"]));

        Pairs(Match(plan, plan)).ShouldBe(["1.1/1 = 1.1/1 Text", "1.1/2 = 1.1/2 Text", "1.2/1 = 1.2/1 Text"]);
    }

    [Fact]
    public void An_action_that_moves_is_found_under_its_new_commitment()
    {
        var match = Match(
            Plan(("1.1", "Know your community", ["Publish a profile of our communities", "Ask them"]),
                ("1.2", "Lead from the top", ["Train the cabinet"])),
            Plan(("1.1", "Know your community", ["Ask them"]),
                ("1.2", "Lead from the top", ["Train the cabinet", "Publish a profile of our communities"])));

        Pairs(match).ShouldBe(["1.1/1 = 1.1/2 Text", "1.2/1 = 1.2/1 Text", "1.2/2 = 1.1/1 Likeness"]);
        match.Actions[2].Pair.Fields.ShouldBe([new FieldDifference("commitment", "1.1", "1.2")]);
    }

    [Fact]
    public void A_commitment_goes_by_its_words_where_the_plan_is_counted_anew_and_by_its_number_where_it_is_reworded()
    {
        var match = Match(
            Plan(("1", "Know who lives here", []), ("2", "Lead from the top", []), ("3", "Train everybody who works here", [])),
            Plan(("1", "Begin with the data", []), ("2", "Know who lives here", []), ("3", "Lead from the top", []),
                ("4", "Learning and development", [])));

        match.Commitments.Select(c => $"{c.Pair.Read?.Reference} = {c.Pair.Live?.Reference} {c.Reference}")
            .ShouldBe(["1 =  1", "2 = 1 2", "3 = 2 3", "4 =  4", " = 3 3 (old)"]);
        Match(Plan(("1", "Know who lives here", [])), Plan(("1", "Data", []))).Commitments.ShouldHaveSingleItem().Pair.By.ShouldBe(
            MatchedBy.Reference);
    }

    [Fact]
    public void A_heading_reworded_is_known_by_what_is_under_it()
    {
        var read = new UnderstoodPlan([new UnderstoodTheme("A", "Everybody counts",
            Plan(("1", "Know who lives here", []), ("2", "Lead from the top", [])).Themes[0].Commitments)]);

        var pair = Match(Plan(("1", "Know who lives here", []), ("2", "Lead from the top", [])), read).Themes.ShouldHaveSingleItem();

        pair.By.ShouldBe(MatchedBy.Contents);
        pair.Fields.Select(field => field.Field).ShouldBe(["number", "title"]);
    }

    [Fact]
    public void A_column_that_the_document_does_not_have_says_nothing_and_a_blank_cell_says_blank()
    {
        var before = Plan(("1", "Know", ["Ask"]));
        var after = before with
        {
            Themes = [before.Themes[0] with {
                Commitments = [before.Themes[0].Commitments[0] with {
                    Actions = [before.Themes[0].Commitments[0].Actions[0] with { Outcome = null, Responsible = null }] }] }]
        };
        var standing = Standing(before);
        standing.Actions[0].Outcome = "We know";

        Fields(PlanMatching.Of(standing, after, new HashSet<PlanColumn> { PlanColumn.Action, PlanColumn.Commitment }, [])).ShouldBeEmpty();
        Fields(PlanMatching.Of(standing, after, All, [])).ShouldBe([new FieldDifference("outcome", "We know", null)]);

        static IEnumerable<FieldDifference> Fields(PlanMatch match) => match.Actions.SelectMany(action => action.Pair.Fields);
    }

    [Fact]
    public void A_plan_of_five_thousand_reworded_actions_is_matched_without_comparing_each_with_each()
    {
        var random = new Random(20261122);
        string Sentence(int n) => $"Action {n} " + string.Join(' ', Enumerable.Range(0, 20).Select(_ => $"word{random.Next(3000)}"));
        var texts = Enumerable.Range(0, 5000).Select(Sentence).ToList();
        var before = Plan([.. texts.Chunk(10).Select((chunk, i) => ($"{i}", (string?)$"Promise {i}", chunk))]);
        // All of them reworded a little, and under other commitments than before.
        var after = Plan([.. texts.Select(text => $"{text} now").OrderBy(_ => random.Next()).Chunk(10)
            .Select((chunk, i) => ($"{i}", (string?)$"Promise {i}", chunk))]);

        var match = Match(before, after);

        match.Actions.Count(action => action.Pair is { Read: { } read, Live: { } live } && read.Text == $"{live.Text} now").ShouldBe(5000);
        // Each with each would be 25 million.
        match.Comparisons.ShouldBeInRange(5000, 3_000_000);
    }

    private static PlanDifference Difference(UnderstoodPlan before, UnderstoodPlan after) =>
        PlanDifference.Of(Match(before, after), Standing(before));

    private static PlanMatch Match(UnderstoodPlan before, UnderstoodPlan after) => PlanMatching.Of(Standing(before), after, All, []);

    private static IEnumerable<string> Pairs(PlanMatch match) =>
        match.Actions.Select(action => $"{action.Pair.Read?.Reference} = {action.Pair.Live?.Reference} {action.Pair.By}");

    private static StandingPlan Standing(UnderstoodPlan plan)
    {
        var scheme = Scheme.Begin(Guid.NewGuid(), "BDC-2026", "Plan", StartsOn, EndsOn, SchemeStage.InForce, false, At);
        var live = LivePlanBuilder.Create(scheme, plan, At);
        var codes = live.Assignments.Select(assignment => assignment.AuthorityId).Distinct().ToDictionary(id => id, _ => "BDC");
        return new StandingPlan(scheme, live.Themes, live.Commitments, live.Actions, codes, new Dictionary<Guid, int>());
    }

    private static UnderstoodPlan Plan(params (string Reference, string? Title, string[] Actions)[] commitments) =>
        Understanding.Read(new PlanProposal([new ProposedTheme("1", "Theme",
        [.. commitments.Select(commitment => new ProposedCommitment(commitment.Reference, commitment.Title, [], [], [],
            [.. commitment.Actions.Select((text, i) => new ProposedAction($"{commitment.Reference}/{i + 1}", text, null, null, null, null,
                null, null, [], "June 2027", null, new SourcePlace(1, 1)))], new SourcePlace(1, 1)))])])).Plan;
}
