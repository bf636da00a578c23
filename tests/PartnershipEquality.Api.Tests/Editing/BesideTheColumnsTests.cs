using System.Net;

namespace PartnershipEquality.Api.Tests.Editing;

/// <summary>Labels, notes and what is not applicable, written by hand.</summary>
public sealed class BesideTheColumnsTests(RunningApi running)
{
    private static readonly object Note = new { heading = "Evidence", text = "The register" };

    [Fact]
    public async Task Labels_and_notes_are_written_and_changed_and_cleared()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "Do it"));
        var coordinator = partnership.Partnership.Coordinator;
        var theme = (await coordinator.PostAsync($"/v1/schemes/{plan.SchemeId}/themes",
            new { number = "2", title = "Access", label = "Priority 2" })).With(HttpStatusCode.Created);
        theme.Text("label").ShouldBe("Priority 2");
        var commitment = (await coordinator.PostAsync($"/v1/themes/{theme.Id()}/commitments",
            new { reference = "2.1", label = "Objective 1", notes = new[] { Note } })).With(HttpStatusCode.Created);
        (commitment.Text("label"), commitment.Items("notes").ShouldHaveSingleItem().Text("heading")).ShouldBe(("Objective 1", "Evidence"));
        var action = (await coordinator.PostAsync($"/v1/commitments/{commitment.Id()}/actions",
            new { text = "Build a ramp", label = "Action 1", notes = new[] { Note } })).With(HttpStatusCode.Created);
        (action.Text("label"), action.Items("notes").ShouldHaveSingleItem().Text("text")).ShouldBe(("Action 1", "The register"));

        foreach (var (path, has) in new[] { ($"/v1/themes/{theme.Id()}", false), ($"/v1/commitments/{commitment.Id()}", true),
            ($"/v1/actions/{action.Id()}", true) })
        {
            (await coordinator.ChangeAsync(HttpMethod.Patch, path, new { label = "Step 9" })).With(HttpStatusCode.OK).Text("label")
                .ShouldBe("Step 9");
            (await coordinator.ChangeAsync(HttpMethod.Patch, path, new { label = "" })).ShouldRefuse(HttpStatusCode.BadRequest, "too-short",
                "#/label");
            if (has)
            {
                (await coordinator.ReadAsync(path)).Items("notes").ShouldHaveSingleItem();
                (await coordinator.ChangeAsync(HttpMethod.Patch, path,
                    new { notes = new[] { Note, new { heading = "Contact", text = "Sam" } } })).With(HttpStatusCode.OK)
                    .Items("notes").Select(n => n.Text("heading")).ShouldBe(["Evidence", "Contact"]);
                (await coordinator.ChangeAsync(HttpMethod.Patch, path, new { notes = new object?[] { null } })).ShouldRefuse(
                    HttpStatusCode.BadRequest, "required", "#/notes/0");
                (await coordinator.ChangeAsync(HttpMethod.Patch, path,
                    new { notes = new[] { new { heading = "", text = "x" } } })).Status.ShouldBe(HttpStatusCode.BadRequest);
            }

            object nothing = has ? new { label = (string?)null, notes = (object?)null } : new { label = (string?)null };
            var cleared = (await coordinator.ChangeAsync(HttpMethod.Patch, path, nothing)).With(HttpStatusCode.OK);
            (cleared.Text("label"), has ? cleared.Items("notes").Count : 0).ShouldBe((null, 0));
        }
    }

    [Fact]
    public async Task A_commitment_that_is_not_applicable_takes_no_action_and_one_with_work_is_applicable()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var plan = await partnership.HasPlanAsync(new("1.1", "Do it"), new("1.2", "Do more"));
        var coordinator = partnership.Partnership.Coordinator;
        var standing = (await coordinator.WalkAsync($"/v1/schemes/{plan.SchemeId}/commitments"))[0];
        var commitment = (await coordinator.PostAsync($"/v1/themes/{standing.Id("themeId")}/commitments",
            new { reference = "1.3", title = "Lend ramps", notApplicable = "The county's own" })).With(HttpStatusCode.Created);
        commitment.Text("notApplicable").ShouldBe("The county's own");
        var path = $"/v1/commitments/{commitment.Id()}";

        (await coordinator.PostAsync($"{path}/actions", new { text = "Build a ramp" })).ShouldRefuse(HttpStatusCode.Conflict,
            "commitment-not-applicable");
        (await coordinator.ChangeAsync(HttpMethod.Post, $"{plan.Action("1.1/1")}/move", new { commitmentId = commitment.Id() },
            plan.Action("1.1/1"))).ShouldRefuse(HttpStatusCode.Conflict, "commitment-not-applicable");
        (await coordinator.ChangeAsync(HttpMethod.Patch, $"/v1/commitments/{standing.Id()}", new { notApplicable = "N/A" })).ShouldRefuse(
            HttpStatusCode.Conflict, "commitment-not-empty");

        var csv = await coordinator.GetStringAsync($"/v1/exports/schemes/{plan.SchemeId}.csv", TestContext.Current.CancellationToken);
        csv.ShouldContain("Not applicable: The county's own", Case.Sensitive, "said so that it is read as that again");
        foreach (var format in new[] { "csv", "xlsx", "docx" })
        {
            var file = await coordinator.GetByteArrayAsync($"/v1/exports/schemes/{plan.SchemeId}.{format}",
                TestContext.Current.CancellationToken);
            var again = (await partnership.Partnership.Admin.UploadAsync(file, fileName: $"plan.{format}")).With(HttpStatusCode.Created);
            again.GetProperty("plan").Items("themes").SelectMany(t => t.Items("commitments")).Select(c => c.Text("notApplicable"))
                .ShouldBe([null, null, "Not applicable: The county's own"], format);
        }

        (await coordinator.ChangeAsync(HttpMethod.Patch, path, new { notApplicable = (string?)null })).With(HttpStatusCode.OK)
            .Text("notApplicable").ShouldBeNull();
        (await coordinator.PostAsync($"{path}/actions", new { text = "Build a ramp" })).With(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Notes_under_very_many_headings_share_a_column_and_none_is_lost()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "Do it"));
        var notes = Enumerable.Range(10, 45).Select(i => new { heading = $"Heading {i}", text = $"Text {i}" }).ToList();
        (await partnership.Partnership.Coordinator.ChangeAsync(HttpMethod.Patch, plan.Action("1.1/1"), new { notes })).With(
            HttpStatusCode.OK);

        var file = await partnership.Partnership.Coordinator.GetByteArrayAsync($"/v1/exports/schemes/{plan.SchemeId}.xlsx",
            TestContext.Current.CancellationToken);

        var again = (await partnership.Partnership.Admin.UploadAsync(file, fileName: "plan.xlsx")).With(HttpStatusCode.Created);
        var read = again.GetProperty("plan").Items("themes")[0].Items("commitments")[0].Items("actions")[0].Items("notes")
            .ToDictionary(n => n.Text("heading")!, n => n.Text("text"));
        (read.Count, read["Heading 10"], read["Heading 49"]).ShouldBe((41, "Text 10", "Text 49"));
        read["Other notes"].ShouldBe(string.Join('\n', notes.Skip(40).Select(n => $"{n.heading}: {n.text}")));
    }
}
