using PartnershipEquality.Documents.Plans;
using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Plans.Rows;
using PartnershipEquality.Documents.Plans.Tables;
using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Documents.Tests.Plans;

public sealed class PlanReaderTests
{
    private const string Odd = """
        Thing | Stuff | Body | Moment
        Fair work | Train all members | HR | March 2025
        | Publish a pledge | Chief Executive | June 2025
        """;

    [Fact]
    public void A_document_without_a_plan_says_what_was_looked_for()
    {
        var read = InventedPlans.Read("""
            Our values

            Year | Population
            2001 | 90,000
            """);

        read.Problems.Single(problem => problem.Severity == ProblemSeverity.Error).ShouldSatisfyAllConditions(
            problem => problem.Code.ShouldBe("no-plan-table"),
            problem => problem.Text.ShouldContain("names an action or an objective"));
        read.Narrative.ShouldBe("Our values\n\nYear | Population\n2001 | 90,000");
        read.Plan.Themes.ShouldBeEmpty();
    }

    [Fact]
    public void A_person_may_say_what_columns_mean()
    {
        InventedPlans.Read(Odd).Problems.ShouldContain(problem => problem.Code == "no-plan-table");

        var read = InventedPlans.Read(Odd, new ColumnMapping([new TableMapping(1, HeaderRow: 1, Columns:
            [new MappedColumn("Thing", null, PlanColumn.Commitment), new MappedColumn(null, 2, PlanColumn.Action),
                new MappedColumn("body", null, PlanColumn.Responsible), new MappedColumn("Moment", null, PlanColumn.Target)])]));

        read.Rows().ShouldBe(["plan / 1.1 Fair work / Train all members / HR / March 2025",
            "plan / 1.1 Fair work / Publish a pledge / Chief Executive / June 2025"]);
        read.Tables.Single().Columns.ShouldAllBe(column => column.Certainty == ColumnCertainty.Given);
    }

    [Fact]
    public void A_person_may_leave_a_table_out_and_overrule_a_heading()
    {
        var written = InventedLayouts.All["theme in the text above"].Written;

        var without = InventedPlans.Read(written, new ColumnMapping([new TableMapping(2, LeaveOut: true)]));
        var other = InventedPlans.Read(written,
            new ColumnMapping([new TableMapping(null, Columns: [new MappedColumn("Lead", null, PlanColumn.Stakeholders)])]));

        without.Rows().Length.ShouldBe(2);
        without.Narrative.ShouldNotBeNull().ShouldContain("Hold a forum");
        without.Problems.ShouldNotContain(problem => problem.Code == "table-left-out");
        other.Actions().Select(action => action.Stakeholders).ShouldBe(["HR Manager", "Chief Executive", "Community Lead"]);
    }

    [Fact]
    public void The_template_keeps_its_strict_reader()
    {
        var table = SamplePlan.Table("2011-2014");
        var document = new SourceDocument("plan.csv", [new SourceGrid("plan.csv", [new SourceRow(1, table.Header), .. table.Rows])]);

        var read = PlanReader.Read(document);

        read.Problems.ShouldBeEmpty();
        read.Actions().Count.ShouldBe(46);
        read.Actions()[0].Source.ShouldBe(new SourcePlace(1, 2));
        read.Tables.Single().Columns.Count.ShouldBe(17);
    }

    private const string Headed = """
        Reference | Commitment | Action | Target date | Progress
        1. People | | | |
        1.1 | Fair pay | and publish the gap. 1) Count 2) Tell | Dec 2013 - Completed | BDC: On track
        | | publish it again | May 2014 |
        2 | Fair work | | |
        Theme IV: Places | | | |
        3 | | Ramps | |
        People without a place | | | |
        """;

    [Fact]
    public void The_template_may_have_its_themes_as_rows_of_their_own()
    {
        var read = InventedPlans.Read(Headed);

        read.Rows().ShouldBe(
        [
            "1 People / 1.1 Fair pay / and publish the gap. 1) Count 2) Tell /  / Dec 2013 - Completed",
                "1 People / 1.1 Fair pay / publish it again /  / May 2014", "1 People / 2 Fair work /  /  / ",
            "IV Places / 3 / Ramps /  / ",
        ]);
        read.Problems.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(problem => problem.Code.ShouldBe("heading-without-rows"), problem => problem.Row.ShouldBe(8));
        read.Narrative.ShouldBe("People without a place");
        read.Tables.Single().Columns.Select(column => column.Position).ShouldBe([1, 2, 3, 4, 5]);
        read.Actions()[0].Source.Row.ShouldBe(3);
    }

    [Fact]
    public void Where_the_file_merges_the_headings_a_lone_reference_is_none()
    {
        static SourceRow Row(int number, params string[] cells) => new(number, cells);
        var grid = new SourceGrid("Table 1",
            [Row(1, "Reference", "Action"), Row(2, "3", "") with { IsOneCell = true }, Row(3, "Pay", ""), Row(4, "Work", "Train")]);

        var read = PlanReader.Read(new SourceDocument("plan.docx", [new SourceText("The plan", 1, IsHeading: true), grid]));

        read.Rows().ShouldBe(["3 / Pay /  /  / ", "3 / Work / Train /  / "]);
        read.Title.ShouldBe("The plan");
    }

    [Theory]
    [InlineData("A row without a number goes on with what was cut",
        "Reference | Action | Target date\nPeople | |\n1 | Train all members of the | May 2014\n| council |")]
    [InlineData("A commitment without a number needs one", "Reference | Commitment | Action\nPeople | |\n | Fair pay | Publish it")]
    [InlineData("A column that the template does not know means something", "Reference | Action | Lead\nPeople | |\n1 | Train | HR")]
    public void Another_councils_table_is_read_as_any_other(string why, string layout) =>
        InventedPlans.Read(layout)
            .ShouldSatisfyAllConditions(why, read => read.Plan.Themes.Single().Title.ShouldBe("People"),
                read => read.Actions().Count.ShouldBe(1),
                    read => read.Problems.ShouldAllBe(problem => problem.Severity == ProblemSeverity.Warning));

    [Fact]
    public void A_heading_that_the_file_marks_comes_before_a_line_that_looks_like_one_but_the_title_after_it()
    {
        static SourceGrid Table(string action) =>
            new("Table 1", [new SourceRow(1, ["Action", "Lead", "By when"]), new SourceRow(2, [action, "HR", "March 2025"])]);

        var read = PlanReader.Read(new SourceDocument("plan.docx",
        [
            new SourceText("Equality plan", 1, IsHeading: true), new SourceText("Workforce", 2), Table("Train"),
            new SourceText("Our customers.", 3, IsHeading: true), new SourceText("What people told us", 4), Table("Audit"),
            new SourceText("Our places", 5, IsHeading: true), new SourceText("We own some.", 6), new SourceText("We let others.", 7),
                new SourceText("And we tidy.", 8), new SourceText("All year.", 9), Table("Sweep"),
        ]));

        read.Plan.Themes.Select(theme => theme.Title).ShouldBe(["Workforce", "Our customers.", "Our places"]);
        read.Title.ShouldBe("Equality plan");
    }

    [Fact]
    public void A_hidden_sheet_is_not_read_and_said_to_be()
    {
        var read = PlanReader.Read(
            new SourceDocument("plan.xlsx",
                [new SourceGrid("Plan", [new SourceRow(1, ["Action", "Lead"]), new SourceRow(2, ["Train", "HR"])])])
            {
                HiddenSheets = ["Old plan"]
            });

        read.Problems.Single(problem => problem.Code == "sheet-hidden")
            .ShouldSatisfyAllConditions(problem => problem.Severity.ShouldBe(ProblemSeverity.Warning),
                problem => problem.Text.ShouldContain("\"Old plan\""));
    }

    [Theory]
    [InlineData("1", null, "People", "1. People")]
    [InlineData("1.2", null, "People", "1.2. People")]
    [InlineData("2", "Equality Priority 2", "listen to them", "Equality Priority 2: listen to them")]
    [InlineData("IV", "Theme IV", "Places we share", "Theme IV: Places we share")]
    [InlineData(null, null, "Places we share", "Places we share")]
    public void A_theme_and_its_number_are_one_heading_and_back(string? number, string? label, string title, string heading)
    {
        ThemeHeading.Of(number, label, title).ShouldBe(heading);
        ThemeHeading.Read(heading).ShouldBe((number, label, title));
    }

    [Fact]
    public void Named_sheets_without_themes_are_themes()
    {
        static SourceGrid Sheet(string name, string action) =>
            new(name, [new SourceRow(1, ["Action", "Lead", "By when"]), new SourceRow(2, [action, "HR", "March 2025"])]);

        var read = PlanReader.Read(new SourceDocument("plan.xlsx", [Sheet("Workforce", "Train"), Sheet("Services", "Audit")]));

        read.Plan.Themes.Select(theme => theme.Title).ShouldBe(["Workforce", "Services"]);
        read.Tables.Select(table => table.Name).ShouldBe(["Workforce", "Services"]);
    }

    [Fact]
    public void Too_many_rows_are_an_error_and_each_row_takes_as_long_as_the_first()
    {
        SourceDocument Of(int count) =>
            new("plan.txt", [new SourceGrid("Table 1", [new SourceRow(1, ["Objective", "Action", "Lead", "By when"]),
            .. Enumerable.Range(2, count)
                .Select(number => new SourceRow(number,
                    [number % 3 == 0 ? $"Objective {number}" : "", $"Do the thing {number} by June 2025", "HR", "March 2025"]))])]);

        PlanReader.Read(Of(PlanLimits.Rows)).Problems.ShouldHaveSingleItem().Code.ShouldBe("too-many-rows");
        PlanReader.Read(Of(PlanLimits.Rows - 1)).Actions().Count.ShouldBe(PlanLimits.Rows - 1);
        var (half, whole) = (Of(2000), Of(4000));
        Work.ShouldGrowEvenly(() => PlanReader.Read(half), () => PlanReader.Read(whole));
    }

    [Fact]
    public void Whatever_a_table_holds_it_is_read_without_a_throw_and_no_word_is_lost()
    {
        string[] headings = ["Objective", "Action", "Lead", "By when", "Theme", "Ref", "Measures", "Key milestones", "RAG", "Colour", "",
            "Actions", "Cross-ref", "Q1", "Who", "Protected characteristic"];
        string[] words = ["", "", "1", "1.2", "2)", "Objective 3: Be fair", "Theme 1", "train members", "Train members", "and more of",
            "March 2025", "Completed", "N/A", "HR", "ST ML", "ТЗ", "• one\n• two", "See 1.2", "Total: 4",
            "By June 2025, Do it  Then this - ongoing", "(links to 4.4)", "Draft (April to June). Final (July to September)", "A\tB",
                "race; sex; none", "•", "-", "(", "x)", "**bold", "<ul><li>a</li><li>b</li></ul>", "Key: red", "a | b"];
        var random = new Random(20110401);
        for (var i = 0; i < 2000; i++)
        {
            string Any(string[] from) => from[random.Next(from.Length)];
            var width = random.Next(1, 7);
            var blocks = Enumerable.Range(1, random.Next(1, 4)).SelectMany(table => new SourceBlock[]
            {
                new SourceText(Any(words) + "x", table),
                new SourceGrid($"Table {table}", [.. Enumerable.Range(table * 100, random.Next(0, 7)).Select(number =>
                    new SourceRow(number,
                        [.. Enumerable.Range(0, random.Next(0, width + 1)).Select(_ => number % 100 == 0 ? Any(headings) : Any(words))]))]),
            });
            var document = new SourceDocument("plan.txt", [.. blocks]);

            var read = PlanReader.Read(document);

            var lost = Conservation.Lost(document.Grids.SelectMany(grid => grid.Rows).SelectMany(row => row.Cells), read);
            lost.ShouldBeEmpty(string.Join("\n", document.Blocks.Select(block => block is SourceGrid grid
                ? string.Join("\n", grid.Rows.Select(row => string.Join(" | ", row.Cells))) : block.ToString())));
            read.Commitments().Select(commitment => commitment.Reference.ToUpperInvariant()).ShouldBeUnique();
        }
    }
}
