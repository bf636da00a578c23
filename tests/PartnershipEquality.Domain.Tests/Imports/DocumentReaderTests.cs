using System.Diagnostics;
using PartnershipEquality.Domain.Imports;

namespace PartnershipEquality.Domain.Tests.Imports;

public sealed class DocumentReaderTests
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
            [new MappedColumn("Thing", null, PlanColumn.Commitment), new MappedColumn(null, 2, PlanColumn.Action), new MappedColumn("body", null, PlanColumn.Responsible), new MappedColumn("Moment", null, PlanColumn.Target)])]));

        read.Rows().ShouldBe(["plan / 1.1 Fair work / Train all members / HR / March 2025", "plan / 1.1 Fair work / Publish a pledge / Chief Executive / June 2025"]);
        read.Tables.Single().Columns.ShouldAllBe(column => column.Certainty == ColumnCertainty.Given);
    }

    [Fact]
    public void A_person_may_leave_a_table_out_and_overrule_a_heading()
    {
        var written = InventedLayouts.All["theme in the text above"].Written;

        var without = InventedPlans.Read(written, new ColumnMapping([new TableMapping(2, LeaveOut: true)]));
        var other = InventedPlans.Read(written, new ColumnMapping([new TableMapping(null, Columns: [new MappedColumn("Lead", null, PlanColumn.Stakeholders)])]));

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

        var read = DocumentReader.Read(document);

        read.Problems.ShouldBeEmpty();
        read.Actions().Count.ShouldBe(46);
        read.Actions()[0].Source.ShouldBe(new SourcePlace(1, 2));
        read.Tables.Single().Columns.Count.ShouldBe(17);
    }

    [Fact]
    public void Named_sheets_without_themes_are_themes()
    {
        static SourceGrid Sheet(string name, string action) => new(name, [new SourceRow(1, ["Action", "Lead", "By when"]), new SourceRow(2, [action, "HR", "March 2025"])]);

        var read = DocumentReader.Read(new SourceDocument("plan.xlsx", [Sheet("Workforce", "Train"), Sheet("Services", "Audit")]));

        read.Plan.Themes.Select(theme => theme.Title).ShouldBe(["Workforce", "Services"]);
        read.Tables.Select(table => table.Name).ShouldBe(["Workforce", "Services"]);
    }

    [Fact]
    public void Too_many_rows_are_an_error_and_many_take_a_moment()
    {
        SourceDocument Of(int count) => new("plan.txt", [new SourceGrid("Table 1", [new SourceRow(1, ["Objective", "Action", "Lead", "By when"]),
            .. Enumerable.Range(2, count).Select(number => new SourceRow(number, [number % 3 == 0 ? $"Objective {number}" : "", $"Do the thing {number} by June 2025", "HR", "March 2025"]))])]);
        var clock = Stopwatch.StartNew();

        DocumentReader.Read(Of(PlanLimits.Rows)).Problems.ShouldHaveSingleItem().Code.ShouldBe("too-many-rows");
        DocumentReader.Read(Of(PlanLimits.Rows - 1)).Actions().Count.ShouldBe(PlanLimits.Rows - 1);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void Whatever_a_table_holds_it_is_read_without_a_throw_and_no_word_is_lost()
    {
        string[] headings = ["Objective", "Action", "Lead", "By when", "Theme", "Ref", "Measures", "Key milestones", "RAG", "Colour", "", "Actions", "Cross-ref", "Q1", "Who", "Protected characteristic"];
        string[] words = ["", "", "1", "1.2", "2)", "Objective 3: Be fair", "Theme 1", "train members", "Train members", "and more of", "March 2025", "Completed", "N/A", "HR", "ST ML", "ТЗ", "• one\n• two", "See 1.2", "Total: 4",
            "By June 2025, Do it  Then this - ongoing", "(links to 4.4)", "Draft (April to June). Final (July to September)", "A\tB", "race; sex; none", "•", "-", "(", "x)", "**bold", "<ul><li>a</li><li>b</li></ul>", "Key: red", "a | b"];
        var random = new Random(20110401);
        for (var i = 0; i < 2000; i++)
        {
            string Any(string[] from) => from[random.Next(from.Length)];
            var width = random.Next(1, 7);
            var blocks = Enumerable.Range(1, random.Next(1, 4)).SelectMany(table => new SourceBlock[]
            {
                new SourceText(Any(words) + "x", table),
                new SourceGrid($"Table {table}", [.. Enumerable.Range(table * 100, random.Next(0, 7)).Select(number =>
                    new SourceRow(number, [.. Enumerable.Range(0, random.Next(0, width + 1)).Select(_ => number % 100 == 0 ? Any(headings) : Any(words))]))]),
            });
            var document = new SourceDocument("plan.txt", [.. blocks]);

            var read = DocumentReader.Read(document);

            var lost = Conservation.Lost(document.Grids.SelectMany(grid => grid.Rows).SelectMany(row => row.Cells), read);
            lost.ShouldBeEmpty(string.Join("\n", document.Blocks.Select(block => block is SourceGrid grid ? string.Join("\n", grid.Rows.Select(row => string.Join(" | ", row.Cells))) : block.ToString())));
            read.Commitments().Select(commitment => commitment.Reference.ToUpperInvariant()).ShouldBeUnique();
        }
    }
}
