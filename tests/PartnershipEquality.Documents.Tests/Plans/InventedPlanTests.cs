using PartnershipEquality.Documents.Dates;
using PartnershipEquality.Documents.Plans;
using PartnershipEquality.Documents.Plans.Rows;
using PartnershipEquality.Domain.Plans;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Documents.Tests.Plans;

public sealed class InventedPlanTests
{
    public static TheoryData<string> Names => [.. InventedLayouts.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_layout_gives_its_rows_and_loses_no_word(string name)
    {
        var (written, rows) = InventedLayouts.All[name];

        var read = InventedPlans.Read(written);

        read.Rows().Select(row => row.TrimEnd()).ShouldBe(rows.ReplaceLineEndings("\n").Split('\n'));
        Conservation.Lost(InventedPlans.Document(written).Grids.SelectMany(grid => grid.Rows).SelectMany(row => row.Cells), read)
            .ShouldBeEmpty();
        read.Problems.ShouldAllBe(problem => problem.Severity == ProblemSeverity.Warning);
    }

    [Theory]
    [InlineData("a plan of quarters", "Design form Q1; Pilot Q2; Roll out Q3; Report Q4; Forum Q2; Forum Q4")]
    [InlineData("two header rows", "Draft course December 2024; Book the hall April 2025")]
    public void Steps_have_their_dates(string name, string steps) =>
        string.Join("; ", Read(name).Actions().SelectMany(action => action.Milestones).Select(step => $"{step.Text} {step.Target}"))
            .ShouldBe(steps);

    [Theory]
    [InlineData("full-width theme rows", "OnTrack Completed AtRisk")]
    [InlineData("unusual order and wording", "OnTrack NotStarted")]
    [InlineData("totals and notes at the end", "Completed OffTrack")]
    [InlineData("headings, paragraphs and a table each", "AtRisk OnTrack OffTrack")]
    [InlineData("you said we did", "Completed ")]
    [InlineData("objectives as rows of work", " AtRisk")]
    [InlineData("start and end dates", "OnTrack AtRisk Completed")]
    public void Colours_and_words_propose_a_status(string name, string statuses) =>
        string.Join(' ', Read(name).Actions().Select(action => action.Status)).ShouldBe(statuses);

    /// <summary>What they are due by, where they say; a month is due on its last day.</summary>
    [Theory]
    [InlineData("progress to a date in the heading", 2012, "2012-09-30 2011-12-25 2012-03-31 2013-03-31 -")]
    [InlineData("a table for each action", 2012, "2012-09-30 recurring -")]
    [InlineData("priorities by rank, and a start and a finish", 2012, "2012-07-31 2012-12-31 2013-12-31")]
    [InlineData("dates in small letters", 2025, "2025-06-11 2025-05-31 2024-12-31 - recurring")]
    [InlineData("a version and its approval above the header", 2022, "2023-03-31 2024-03-31 - recurring")]
    [InlineData("areas of action, their steps lettered", 2019, "2019-11-30 recurring -")]
    [InlineData("themes of the framework", 2010, "2011-05-31 2011-03-31 - 2011-03-31 recurring")]
    public void Dates_are_read_and_none_is_invented(string name, int year, string dates) =>
        string.Join(' ',
            Read(name).Actions().Select(action => TargetDateReader.Read(action.Target, new PlanYear(year), null)[0])
                .Select(TargetDateRecord.From)
            .Select(target => target.Recurrence is not null ? "recurring" : target.DueBy is { } due ? $"{due:yyyy-MM-dd}" : "-"))
                .ShouldBe(dates);

    [Fact]
    public void The_Acts_own_words_and_those_that_plans_use_for_them_are_understood_and_kept()
    {
        var aims = Read("a table for each action");
        aims.Commitments().Select(commitment => commitment.PsedAims.ShouldHaveSingleItem())
            .ShouldBe([PsedAim.AdvanceEquality, PsedAim.EliminateDiscrimination, PsedAim.FosterGoodRelations]);
        aims.Problems.ShouldNotContain(problem => problem.Code == "listed-value-unknown");

        var characteristics = Read("a version and its approval above the header");
        characteristics.Commitments().Select(commitment => commitment.ProtectedCharacteristics.Count).ShouldBe([9, 2, 2]);
        characteristics.Problems.Where(problem => problem.Code == "listed-value-unknown")
            .ShouldHaveSingleItem().Text.ShouldContain("Carers");
        characteristics.Narrative.ShouldNotBeNull().ShouldContain("Version 3");
    }

    [Fact]
    public void A_column_that_means_nothing_is_kept_and_named_once()
    {
        var read = Read("unusual order and wording");

        read.Actions().Select(action => action.Notes[0])
            .ShouldBe([new PlanNote("Evidence", "Register of training"), new PlanNote("Evidence", "Web page")]);
        read.Problems.Where(problem => problem.Code == "unknown-column").ShouldHaveSingleItem().Column.ShouldBe("Evidence");
        read.Commitments()[0].ProtectedCharacteristics.ShouldBe([ProtectedCharacteristic.Disability, ProtectedCharacteristic.Race],
            ignoreOrder: true);
    }

    [Fact]
    public void Tables_that_are_no_plan_are_left_out_by_name_and_kept_as_text()
    {
        var read = Read("glossary and contents");

        read.Tables.Select(table => table.LeftOut is null).ShouldBe([false, true, false]);
        read.Problems.Where(problem => problem.Code == "table-left-out").Select(problem => problem.Table).ShouldBe([1, 3]);
        read.Narrative.ShouldNotBeNull().ShouldContain("EIA | Equality impact assessment");
    }

    [Theory]
    [InlineData("no commitments", "reference-derived")]
    [InlineData("objectives as rows of work", "column-guessed")]
    [InlineData("a page without its header", "table-goes-on")]
    [InlineData("numbers begin anew under each theme", "reference-derived")]
    [InlineData("objective row with its actions below", "theme-derived")]
    [InlineData("authorities beside the actions", "responsible-carried-on")]
    [InlineData("bullets after a lead-in, and a footnote", "footnote-mark")]
    public void What_is_unsure_is_said(string name, string code) => Read(name).Problems.ShouldContain(problem => problem.Code == code);

    [Fact]
    public void A_target_cell_that_says_it_is_done_is_a_status()
    {
        var read = InventedPlans.Read("""
            Ref | Action | Lead | Target date
            1.1 | Train members | HR | Completed
            1.2 | Train officers | HR | March 2013 - complete
            1.3 | Train partners | HR | To be completed by March 2014
            1.4 | Train schools | HR | N/A
            """);

        read.Actions().Select(action => $"{action.Target} {action.Status} {action.StatusText}".Trim())
            .ShouldBe(["Completed Completed", "Completed March 2013 - complete", "To be completed by March 2014", "N/A"]);
        read.Actions()[0].Status.ShouldBe(AssignmentStatus.Completed);
    }

    private static PlanReadingResult Read(string name) => InventedPlans.Read(InventedLayouts.All[name].Written);
}
