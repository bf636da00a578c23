using System.Text;
using PartnershipEquality.Documents.Plans;
using PartnershipEquality.Documents.Plans.Rows;
using PartnershipEquality.Documents.Plans.Tables;

namespace PartnershipEquality.Documents.Tests.Plans;

/// <summary>Plans that came out of a PDF with the page's layout kept by spaces.</summary>
public sealed class ExtractedPlanTests
{
    public static TheoryData<string> Names => [.. ExtractedLayouts.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_layout_gives_its_rows_and_loses_no_word(string name)
    {
        var (written, rows) = ExtractedLayouts.All[name];
        var text = written.ReplaceLineEndings("\n").Replace("{FF}", "\f", StringComparison.Ordinal);

        var read = Read(text);

        read.Rows().Select(row => row.TrimEnd()).ShouldBe(rows.ReplaceLineEndings("\n").Split('\n'));
        Conservation.Lost(text.Split('\n'), read).ShouldBeEmpty();
        read.Problems.ShouldAllBe(problem => problem.Severity == ProblemSeverity.Warning);
        read.Problems.Count(problem => problem.Code == "columns-from-spaces").ShouldBe(1);
    }

    [Fact]
    public void Cells_are_found_by_their_line_and_keep_to_their_columns()
    {
        var read = Read(ExtractedLayouts.All["cells in the middle of their rows"].Written);

        read.Actions().Select(action => $"{action.StatusText}".ReplaceLineEndings(" ")).ShouldBe(
            ["Green On course, first audits done", "", "Amber Waiting for the web contract to be let", "", "", "Green Complete", "Red"]);
        read.Actions().Select(action => action.Source.Row).ShouldBe([4, 9, 12, 17, 22, 27, 30]);
        read.Narrative.ShouldBe("Key: Green = on track");
    }

    [Fact]
    public void Sentences_set_with_wide_spaces_and_a_list_of_contents_are_no_plan()
    {
        var read = Read("""
            Equality in Anytown

            Introduction                      3
            Action plan                       7

            We listen to people.  We act on what they say.   We tell them
            what we did.  The lead officer  is the Chief Executive.
            """);

        read.Plan.Themes.ShouldBeEmpty();
        read.Narrative.ShouldNotBeNull().ShouldContain("We listen to people.");
        read.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).ShouldHaveSingleItem().Code.ShouldBe("no-plan-table");
    }

    [Fact]
    public void A_table_that_lost_its_columns_is_not_guessed_at_and_what_to_do_is_said()
    {
        var read = Read("""
            Ref

            Action

            Lead officer

            Target date

            1.1 Publish a workforce profile every year and
            Head of Human
            compare it with the borough's population so that Resources

            31 March 2012

            1.2 Review the complaints form

            June 2012
            """);

        read.Plan.Themes.ShouldBeEmpty();
        read.Problems.Single(problem => problem.Severity == ProblemSeverity.Error).Suggestion.ShouldNotBeNull().ShouldContain("layout");
    }

    [Fact]
    public void However_a_text_is_spaced_nothing_throws_and_no_word_is_lost()
    {
        string[] words = ["Action", "Lead officer", "By when", "Outcome", "Ref", "1.1", "2", "•", "Publish a profile", "Head of HR",
            "March 2012", "quarterly", "and the borough", "Theme 1: People", "Page 2 of 3", "\f", "", "", "Lead: HR",
                "Target date: June 2012"];
        var random = new Random(20120401);
        for (var round = 0; round < 1500; round++)
        {
            var text = new StringBuilder();
            for (var line = random.Next(1, 25); line > 0; line--)
            {
                for (var piece = random.Next(0, 6); piece > 0; piece--)
                {
                    text.Append(' ', random.Next(4) == 0 ? 1 : random.Next(30)).Append(words[random.Next(words.Length)]);
                }

                text.Append('\n');
            }

            var written = text.ToString();
            Conservation.Lost(written.Split('\n'), Read(written)).ShouldBeEmpty(written);
        }
    }

    private static PlanReadingResult Read(string text) => PlanReader.Read(PlainTextDocument.Read("plan.txt", text));
}
