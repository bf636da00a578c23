using PartnershipEquality.Documents.Plans;
using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Plans.Proposal;
using PartnershipEquality.Documents.Plans.Rows;
using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Documents.Tests.Plans;

public sealed class TemplateReaderTests
{
    private const string Simple =
        "Theme number|Theme|Reference|Commitment|Action|Outcome|PSED aims|Protected characteristics|Related commitments|Milestones";

    [Fact]
    public void Headings_are_found_in_any_order_case_and_spacing()
    {
        var (plan, problems) = Read("ACTION|cross reference| theme |REFERENCE|Target  Date", "Do it|ALL|Knowing|1.1|July 2027");

        problems.ShouldBeEmpty();
        var action = plan.Themes.Single().Commitments.Single().Actions.Single();
        (action.Reference, action.Text, action.CrossReference, action.Target,
            action.Source.Row).ShouldBe(("1.1/1", "Do it", "ALL", "July 2027", 2));
        plan.Themes.Single().Number.ShouldBeNull();
    }

    [Fact]
    public void A_blank_theme_or_reference_carries_on_from_the_row_above()
    {
        var (plan, problems) = Read(Simple, "1|Knowing|1.1|Tools|First", "||||Second", "||||", "||1.2||Third",
            "2|Leading|2.1|Policy|Fourth", "2||||Fifth");

        problems.ShouldBeEmpty();
        plan.Themes.Select(theme => theme.Title).ShouldBe(["Knowing", "Leading"]);
        plan.Themes.SelectMany(theme => theme.Commitments).SelectMany(commitment => commitment.Actions)
            .Select(action => $"{action.Reference} {action.Text} {action.Source.Row}")
            .ShouldBe(["1.1/1 First 2", "1.1/2 Second 3", "1.2/1 Third 5", "2.1/1 Fourth 6", "2.1/2 Fifth 7"]);
    }

    [Fact]
    public void A_commitment_may_stand_without_title_and_without_action()
    {
        var (plan, problems) = Read(Simple, "4|Services|4.1", "4|Services|4.6||Do it", "|||Named later|And this");

        problems.Select(problem => problem.Code).ShouldBe(["reference-missing"]);
        plan.Themes.Single().Commitments.Select(commitment => $"{commitment.Reference} {commitment.Title} {commitment.Actions.Count}")
            .ShouldBe(["4.1  0", "4.6  1"]);
    }

    [Fact]
    public void A_title_given_on_a_later_row_is_the_commitments_title()
    {
        var (plan, problems) = Read(Simple, "1|Knowing|1.1||First", "1|Knowing|1.1|Tools|Second");

        problems.ShouldBeEmpty();
        plan.Themes.Single().Commitments.Single().Title.ShouldBe("Tools");
    }

    [Fact]
    public void Aims_characteristics_and_milestones_are_read()
    {
        var (plan, problems) = Read(Simple,
            "1|Knowing|1.1|Tools|First||Advance Equality; fosterGoodRelations|race, Religion or belief\nSEX|1.2; 1.2",
                "1|Knowing|1.2||Other");

        problems.ShouldBeEmpty();
        var commitment = plan.Themes.Single().Commitments[0];
        commitment.PsedAims.ShouldBe([PsedAim.AdvanceEquality, PsedAim.FosterGoodRelations]);
        commitment.ProtectedCharacteristics.ShouldBe([ProtectedCharacteristic.Race, ProtectedCharacteristic.ReligionOrBelief,
            ProtectedCharacteristic.Sex]);
        commitment.Related.ShouldBe(["1.2"]);

        var table = new SourceTable("t", ["Theme", "Reference", "Action", "Milestones"],
            [new SourceRow(2, ["T", "1.1", "Do", "Draft | March 2027\r\n\r\nAgree a|b | \nPublish"])]);
        TemplateReader.Read(table).Plan.Themes.Single().Commitments.Single().Actions.Single().Milestones
            .ShouldBe([new ProposedMilestone("Draft", "March 2027"), new ProposedMilestone("Agree a|b", null),
                new ProposedMilestone("Publish", null)]);
    }

    [Theory]
    [InlineData("unknown-column", "Outcomes", null, "Theme|Reference|Action|Outcomes", "T|1|Do|x")]
    [InlineData("unknown-column", null, null, "Theme|Reference|Action|", "T|1|Do|x")]
    [InlineData("theme-title-differs", "Theme", 3, Simple, "1|Knowing|1.1||a", "1|Leading|1.2||b")]
    [InlineData("title-differs", "Commitment", 3, Simple, "1|Knowing|1.1|One|a", "1|Knowing|1.1|Two|b", "1|Knowing|1.1|Two|c")]
    [InlineData("commitment-differs", "PSED aims", 3, Simple, "1|Knowing|1.1||a||advanceEquality", "1|Knowing|1.1||b||fosterGoodRelations")]
    [InlineData("action-repeated", "Action", 3, Simple, "1|Knowing|1.1||a", "1|Knowing|1.1||A")]
    [InlineData("row-adds-nothing", null, 3, Simple, "1|Knowing|1.1||a", "1|Knowing|1.1")]
    [InlineData("related-commitment-unknown", "Related commitments", 2, Simple, "1|Knowing|1.1||a||||9.9")]
    public void What_a_person_should_look_at_is_a_warning(string code, string? column, int? row, string header, params string[] rows) =>
        Only(Read(header, rows).Problems).ShouldBe((code, column, row, ProblemSeverity.Warning));

    [Theory]
    [InlineData("missing-column", "Action", null, "Theme|Reference|Outcome", "T|1|x")]
    [InlineData("duplicate-column", "Theme", null, "Theme|THEME|Reference|Action", "T|T|1|x")]
    [InlineData("nothing-to-import", null, null, Simple, "", " | ")]
    [InlineData("too-many-cells", null, 2, "Theme|Reference|Action", "T|1|Do this| and that")]
    [InlineData("theme-missing", "Theme", 2, Simple, "||1.1||Do")]
    [InlineData("theme-missing", "Theme", 2, Simple, "1||1.1||Do")]
    [InlineData("reference-missing", "Reference", 2, Simple, "1|Knowing|||Do")]
    [InlineData("reference-missing", "Reference", 3, Simple, "1|Knowing|1.1|One|a", "|||Two|b")]
    [InlineData("reference-missing", "Reference", 3, Simple, "1|Knowing|1.1|One|a", "2|Leading|||b")]
    [InlineData("reference-in-two-themes", "Reference", 3, Simple, "1|Knowing|1.1||a", "2|Leading|1.1||b")]
    [InlineData("row-without-commitment", null, 2, Simple, "1|Knowing|", "||1.1||a")]
    [InlineData("action-missing", "Action", 3, Simple, "1|Knowing|1.1||a", "1|Knowing|1.1|||An outcome")]
    [InlineData("action-missing", "Action", 3, Simple, "1|Knowing|1.1||a", "|||||An outcome")]
    [InlineData("control-character", "Action", 2, Simple, "1|Knowing|1.1||a\0b")]
    [InlineData("control-character", "Commitment", 2, Simple, "1|Knowing|1.1|\u001b[1m|b")]
    [InlineData("milestone-without-text", "Milestones", 2, "Theme|Reference|Action|Milestones", "T|1|Do|¦ March 2027")]
    public void What_cannot_be_applied_is_an_error(string code, string? column, int? row, string header, params string[] rows)
    {
        var (_, problems) = Read(header, rows);

        Only(problems).ShouldBe((code, column, row, ProblemSeverity.Error));
    }

    [Theory]
    [InlineData("PSED aims", "advance", "psed-aim-unknown", "Did you mean advanceEquality?")]
    [InlineData("PSED aims", "equity", "psed-aim-unknown", "Use one of: eliminateDiscrimination, advanceEquality, fosterGoodRelations.")]
    [InlineData("Protected characteristics", "Disabilty", "protected-characteristic-unknown", "Did you mean disability?")]
    [InlineData("Protected characteristics", "7", "protected-characteristic-unknown", null)]
    public void An_unknown_value_comes_with_a_suggestion(string column, string value, string code, string? suggestion)
    {
        var (_, problems) = Read($"Theme|Reference|Action|{column}", $"T|1|Do|{value}");

        Only(problems).ShouldBe((code, column, 2, ProblemSeverity.Error));
        problems[0].Suggestion.ShouldStartWith(suggestion ?? "Use one of: age, ");
    }

    [Fact]
    public void Each_text_over_its_limit_names_its_column()
    {
        var all = CanonicalColumns.All.Concat(CanonicalColumns.Beside).ToList();
        foreach (var column in all.Except([CanonicalColumns.PsedAims, CanonicalColumns.ProtectedCharacteristics,
            CanonicalColumns.RelatedCommitments, CanonicalColumns.Status]))
        {
            var cells = all.Select(each => each == column ? new string('x', each.MaxLength + 1) : each.Required ? "x" : "").ToList();

            var (_, problems) = TemplateReader.Read(new SourceTable("t", [.. all.Select(each => each.Header)], [new SourceRow(2, cells)]));

            problems.ShouldContain(problem => problem.Code == "too-long" && problem.Column == column.Header
                && problem.Severity == ProblemSeverity.Error);
            problems.ShouldAllBe(problem => problem.Code == "too-long");
        }
    }

    [Fact]
    public void What_a_plan_says_beside_its_columns_is_kept_where_it_belongs()
    {
        var (plan, problems) = Read(
            "Theme|Theme label|Reference|Commitment label|Action|Action label|Responsible as written|Status|Status as written|Note: Ref|Commitment note: Action|Contact",
            "T|Priority 1|1.1|Objective 1|Do|Action 5|HR¦E&D|On track|Amber last year|E7|Both|Sam",
            "||||Do more|||dunno||||",
            "||||Do most||||Done, mostly|||",
            "||1.2||||||||Of the promise|Jo");

        var (first, second) = (plan.Themes.Single().Commitments[0], plan.Themes.Single().Commitments[1]);
        (plan.Themes[0].Label, first.Label, second.Label).ShouldBe(("Priority 1", "Objective 1", null));
        (first.Actions[0].Label, first.Actions[0].ResponsibleAsWritten).ShouldBe(("Action 5", "HR|E&D"));
        first.Actions.Select(action => (action.Status, action.StatusText))
            .ShouldBe([(AssignmentStatus.OnTrack, "Amber last year"), (null, "dunno"), (null, "Done, mostly")]);
        first.Actions[0].Notes.ShouldBe([new PlanNote("Ref", "E7"), new PlanNote("Contact", "Sam")]);
        first.Notes.ShouldBe([new PlanNote("Action", "Both")]);
        second.Notes.ShouldBe([new PlanNote("Action", "Of the promise"), new PlanNote("Contact", "Jo")]);
        problems.Select(problem => problem.Code).ShouldBe(["unknown-column", "status-unknown"]);
    }

    [Fact]
    public void A_commitment_whose_only_row_says_so_is_not_applicable()
    {
        var (plan, problems) = Read("Theme|Reference|Action|Outcome|Target date|Contact",
            "T|1.1|N/A|None||", "T|1.2|Not applicable - the county's|||Sam", "T|1.3|N/A||June 2027|", "T|1.4|N/A||", "||Do it||");

        var commitments = plan.Themes.Single().Commitments;
        commitments.Select(commitment => (commitment.NotApplicable, commitment.Actions.Count))
            .ShouldBe([("N/A", 0), ("Not applicable - the county's", 0), (null, 1), (null, 2)]);
        commitments[0].Notes.ShouldBe([new PlanNote("Outcome", "None")]);
        commitments[1].Notes.ShouldBe([new PlanNote("Contact", "Sam")]);
        problems.ShouldHaveSingleItem().Code.ShouldBe("unknown-column");
    }

    [Fact]
    public void Too_many_rows_milestones_or_problems_are_said_and_not_listed()
    {
        var rows = Enumerable.Range(2, PlanLimits.Rows + 1).Select(number => new SourceRow(number, [$"T{number}", $"{number}", "Do\u0001"]))
            .ToList();
        var milestones = string.Join('\n', Enumerable.Repeat("m", PlanLimits.Milestones + 1));

        var tooMany = TemplateReader.Read(new SourceTable("t", ["Theme", "Reference", "Action"], rows));
        var faulty = TemplateReader.Read(new SourceTable("t", ["Theme", "Reference", "Action"], rows[..PlanLimits.Rows]));
        var steps = TemplateReader.Read(
            new SourceTable("t", ["Theme", "Reference", "Action", "Milestones"], [new SourceRow(2, ["T", "1", "Do", milestones])]));

        Only(tooMany.Problems).ShouldBe(("too-many-rows", null, null, ProblemSeverity.Error));
        faulty.Problems.Count.ShouldBe(PlanLimits.Problems + 1);
        (faulty.Problems[^1].Code, faulty.Problems[^1].Severity).ShouldBe(("more-problems", ProblemSeverity.Error));
        Only(steps.Problems).ShouldBe(("too-many-milestones", "Milestones", 2, ProblemSeverity.Error));
    }

    [Fact]
    public void The_columns_own_examples_make_a_plan()
    {
        var (plan, problems) = TemplateReader.Read(new SourceTable("template", [.. CanonicalColumns.All.Select(column => column.Header)],
            [new SourceRow(2, [.. CanonicalColumns.All.Select(column => column.Example)])]));

        problems.ShouldAllBe(problem => problem.Code == "related-commitment-unknown");
        plan.Themes.Single().Commitments.Single().Actions.Single().Milestones.Count.ShouldBe(2);
    }

    [Fact]
    public void No_table_makes_it_throw_and_no_row_is_lost_in_silence()
    {
        string[] parts = ["", " ", "1", "1.1", "2", "Do", "Tools", "|", "\n", "\0", "\ud800", "advanceEquality", ";", "x | y", "🙂",
            "\u0085"];
        var headers = CanonicalColumns.All.Select(column => column.Header).Concat(["", "Other", "\0"]).ToArray();
        var random = new Random(1977);
        for (var run = 0; run < 3000; run++)
        {
            var header = (run % 2 == 0
                ? ["Theme", "Reference", "Action"] : Array.Empty<string>()).Concat(random.GetItems(headers, random.Next(8))).ToList();
            var rows = Enumerable.Range(2, random.Next(6)).Select(number => new SourceRow(number,
                [.. Enumerable.Range(0, random.Next(header.Count + 2)).Select(_ => string.Concat(random.GetItems(parts, random.Next(3))))]))
                    .ToList();

            var (plan, problems) = TemplateReader.Read(new SourceTable("t", header, rows));

            var told = plan.Themes.SelectMany(theme => theme.Commitments)
                .SelectMany(commitment => commitment.Actions.Select(action => action.Source.Row).Append(commitment.Source.Row))
                .Concat(problems.Select(problem => problem.Row ?? 0)).ToHashSet();
            var lost = rows.Where(row => row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell)) && !told.Contains(row.Number));
            (problems.Any(problem => problem.Row is null && problem.Severity == ProblemSeverity.Error) || !lost.Any()).ShouldBeTrue();
            problems.Any(problem => problem.Text.Contains('\0')).ShouldBeFalse();
        }
    }

    private static (string, string?, int?, ProblemSeverity) Only(IReadOnlyList<RowProblem> problems)
    {
        var problem = problems.ShouldHaveSingleItem();
        return (problem.Code, problem.Column, problem.Row, problem.Severity);
    }

    // Cells are separated by "|", so a bar within a cell is written as a broken one.
    private static (PlanProposal Plan, IReadOnlyList<RowProblem> Problems) Read(string header, params string[] rows) =>
        TemplateReader.Read(new SourceTable("test", header.Split('|'),
            [.. rows.Select((row, i) => new SourceRow(i + 2, [.. row.Split('|').Select(cell => cell.Replace('¦', '|'))]))]));
}
