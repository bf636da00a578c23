using PartnershipEquality.Documents.Plans;
using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Plans.Rows;
using PartnershipEquality.Documents.Plans.Tables;

namespace PartnershipEquality.Documents.Tests.Plans;

public sealed class ParagraphPlanTests
{
    public static TheoryData<string> Names => [.. ParagraphLayouts.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_layout_gives_its_rows_and_loses_no_word(string name)
    {
        var (written, rows) = ParagraphLayouts.All[name];

        var read = Read(written);

        read.Rows().Select(row => row.TrimEnd()).ShouldBe(rows.ReplaceLineEndings("\n").Split('\n'));
        Conservation.Lost(written.Split('\n'), read).ShouldBeEmpty();
        read.Problems.ShouldAllBe(problem => problem.Severity == ProblemSeverity.Warning);
        read.Problems.Count(problem => problem.Code == "plan-from-paragraphs").ShouldBe(1);
        read.Dropped.ShouldBeEmpty();
    }

    [Fact]
    public void Cells_are_found_by_their_line()
    {
        var read = Read(ParagraphLayouts.All["a line for each label, and one cut in two"].Written);

        read.Actions().Select(action => action.Source.Row).ShouldBe([4, 10, 19]);
        read.Actions().Select(action => action.Outcome)
            .ShouldBe(["Services are planned on evidence", "Partners plan together", "Applicants reflect the borough"]);
        read.Actions()[2].Notes.ShouldHaveSingleItem().Text.ShouldBe("3% disabled");
        read.Narrative.ShouldNotBeNull().ShouldContain("For more information call us.");
    }

    [Theory]
    [InlineData("One item alone", "Publish a profile\nLead: HR\nBy when: June 2012\n\nWe want to be fair.")]
    [InlineData("Whose document it is", "Equality policy\nOwner: Policy Team\nDate: June 2012\nStatus: Draft\n\nWe want to be fair.")]
    [InlineData("Sentences that end in a name and a date",
        "We asked people (Town Hall, June 2011).\nWe asked staff (Civic Centre, July 2011).\nWe wrote it down (Library, August 2011).")]
    public void Text_that_only_looks_like_a_plan_stays_text(string why, string written) =>
        Read(written)
            .ShouldSatisfyAllConditions(why, read => read.Plan.Themes.ShouldBeEmpty(), read => read.Problems.Select(problem => problem.Code)
                .ShouldContain("no-plan-table"), read => Conservation.Lost(written.Split('\n'), read).ShouldBeEmpty());

    [Fact]
    public void A_table_comes_before_the_paragraphs_around_it()
    {
        var read = InventedPlans.Read("""
            Aim: be fair
            Lead: Leader
            Aim: be heard
            Lead: Mayor

            Action | Lead | By when
            Train all members | HR | March 2025
            """);

        read.Actions().ShouldHaveSingleItem().Text.ShouldBe("Train all members");
        read.Problems.ShouldNotContain(problem => problem.Code == "plan-from-paragraphs");
    }

    [Fact]
    public void A_person_may_say_what_a_label_means()
    {
        var written = ParagraphLayouts.All["objectives as the items"].Written;

        var read = PlanReader.Read(PlainTextDocument.Read("plan.txt", written),
            new ColumnMapping([new TableMapping(1, Columns: [new MappedColumn("Lead", null, PlanColumn.Stakeholders)])]));

        read.Actions().Select(action => action.Stakeholders).ShouldBe(["Head of HR", "Head of HR"]);
    }

    private static PlanReadingResult Read(string written) => PlanReader.Read(PlainTextDocument.Read("plan.txt", written));
}
