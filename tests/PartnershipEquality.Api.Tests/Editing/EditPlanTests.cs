using System.Net;
using System.Text.Json;

namespace PartnershipEquality.Api.Tests.Editing;

public sealed class EditPlanTests(RunningApi running)
{
    private static readonly string[] Codes = ["1.1", "1.2", "1.3"];

    [Fact]
    public async Task A_plan_is_written_by_hand_from_its_first_heading_to_an_assignment()
    {
        var (partnership, plan) = await PlanAsync(new Plan.Row("1.1", "Do it", "March 2027"));
        var (coordinator, council) = (partnership.Partnership.Coordinator, partnership.Authorities[0]);
        var theme = await MadeAsync(coordinator, $"/v1/schemes/{plan.SchemeId}/themes", new { number = "2", title = "Leading" });
        var commitment = await MadeAsync(coordinator, $"/v1/themes/{theme.Id()}/commitments",
            new
            {
                reference = "2.1",
                title = "Leaders lead",
                related = new[] { "1.1" },
                psedAims = new[] { "advanceEquality" },
                characteristics = new[] { "age", "sex" }
            });
        commitment.Items("characteristics").Select(c => c.GetString()).ShouldBe(["age", "sex"]);

        var made = await coordinator.PostAsync($"/v1/commitments/{commitment.Id()}/actions",
            new
            {
                text = "Train the cabinet",
                responsible = "Chief Executive / HR Manager",
                target = "September 2027",
                crossReference = council.Code
            });

        var action = made.With(HttpStatusCode.Created);
        made.Tag.ShouldNotBeNull();
        (action.Text("reference"), action.Text("target"), action.Flag("unassigned"),
            action.Id("themeId")).ShouldBe(("2.1/1", "September 2027", false, theme.Id()));
        var assignment = (await council.Viewer.WalkAsync($"/v1/assignments?actionId={action.Id()}")).ShouldHaveSingleItem();
        (assignment.Text("dueBy"), assignment.Text("reference"),
            assignment.Id("commitmentId")).ShouldBe(("2027-09-30", "2.1/1", commitment.Id()));
        (await running.Database.TextsAsync("""
            select role from action_roles where action_id = $1 order by position
            """, action.Id())).ShouldBe(["chief executive", "hr manager"]);
        (await coordinator.ReadAsync($"/v1/board/progress?schemeId={plan.SchemeId}")).Items("themes")
            .Select(t => t.GetProperty("totals").Number("expected")).ShouldBe([2, 1]);
        (await LogAsync(partnership, "%.created")).ShouldBe(["action.created", "assignment.created", "commitment.created", "theme.created"],
            "beside what the import made");
    }

    [Fact]
    public async Task Themes_commitments_and_actions_are_listed_in_the_order_they_are_put_in()
    {
        var (partnership, plan) = await PlanAsync(
            [.. Codes.SelectMany(c => new[] { new Plan.Row(c, $"First of {c}"), new Plan.Row(c, $"Second of {c}") })]);
        var coordinator = partnership.Partnership.Coordinator;
        var commitments = await coordinator.WalkAsync($"/v1/schemes/{plan.SchemeId}/commitments");
        var first = (await coordinator.WalkAsync($"/v1/schemes/{plan.SchemeId}/themes")).ShouldHaveSingleItem();
        var second = await MadeAsync(coordinator, $"/v1/schemes/{plan.SchemeId}/themes", new { title = "New" });
        var third = await MadeAsync(coordinator, $"/v1/schemes/{plan.SchemeId}/themes", new { title = "Newer" });
        async Task<string> OrderAsync(string what, int limit = 200) =>
            string.Join(' ', (await coordinator.WalkAsync($"/v1/schemes/{plan.SchemeId}/{what}", limit)).Select(x => what == "themes"
                ? x.Text("title") : x.Text("reference")));

        await MovedAsync(coordinator, $"/v1/themes/{third.Id()}", new { afterId = (Guid?)null });
        (await OrderAsync("themes", 1)).ShouldBe("Newer Knowing your community New");
        await MovedAsync(coordinator, $"/v1/themes/{first.Id()}", new { afterId = second.Id() });
        (await OrderAsync("themes", 2)).ShouldBe("Newer New Knowing your community");
        (await coordinator.ReadAsync($"/v1/schemes/{plan.SchemeId}")).Items("themes").Select(t => t.Text("title"))
            .ShouldBe(["Newer", "New", "Knowing your community"]);

        await MovedAsync(coordinator, $"/v1/commitments/{commitments[2].Id()}", new { afterId = commitments[0].Id() });
        (await OrderAsync("commitments", 1)).ShouldBe("1.1 1.3 1.2");
        (await OrderAsync("actions", 1)).ShouldBe("1.1/1 1.1/2 1.3/1 1.3/2 1.2/1 1.2/2");
        await MovedAsync(coordinator, $"/v1/commitments/{commitments[1].Id()}", new { themeId = second.Id() });
        (await OrderAsync("commitments")).ShouldBe("1.2 1.1 1.3");
        (await OrderAsync("actions", 4)).ShouldBe("1.2/1 1.2/2 1.1/1 1.1/2 1.3/1 1.3/2");

        var action = (await coordinator.WalkAsync($"/v1/schemes/{plan.SchemeId}/actions")).Single(a => a.Text("reference") == "1.1/2");
        await MovedAsync(coordinator, $"/v1/actions/{action.Id()}", new { afterId = (Guid?)null });
        (await OrderAsync("actions")).ShouldBe("1.2/1 1.2/2 1.1/2 1.1/1 1.3/1 1.3/2");
        (await coordinator.ReadAsync($"/v1/commitments/{commitments[0].Id()}")).Items("actions").Select(a => a.Text("reference"))
            .ShouldBe(["1.1/2", "1.1/1"]);
    }

    [Fact]
    public async Task What_moves_takes_its_work_along_and_past_days_stay_as_they_were_counted()
    {
        var (partnership, plan) = await PlanAsync(new("1.1", "Do it", "March 2027"), new("1.1", "Do more", "March 2027"),
            new("1.2", "Do all", "March 2027"));
        var (coordinator, council) = (partnership.Partnership.Coordinator, partnership.Authorities[0]);
        (await council.Officer.PostAsync($"{plan.Of(council, "1.1/2")}/progress-updates", new { status = "atRisk" })).With(
            HttpStatusCode.Created);
        var commitments = await coordinator.WalkAsync($"/v1/schemes/{plan.SchemeId}/commitments");
        var theme = await MadeAsync(coordinator, $"/v1/schemes/{plan.SchemeId}/themes", new { title = "New" });
        // What was counted stands on an earlier day than the move.
        await running.Database.RunAsync("""
            update assignment_states set began_at = began_at - interval '3 days' where owner_id = $1
            """, partnership.Partnership.Id);
        await running.Database.RunAsync("""
            update assignment_states set ended_at = ended_at - interval '3 days' where owner_id = $1 and ended_at is not null
            """, partnership.Partnership.Id);

        var moved = await MovedAsync(coordinator, plan.Action("1.1/2"), new
        {
            commitmentId = commitments[1].Id(),
            afterId = plan.Assignments.First(a => a.Text("reference") == "1.2/1").Id("actionId")
        });
        (moved.Text("reference"), moved.Id("commitmentId")).ShouldBe(("1.2/2", commitments[1].Id()));
        await MovedAsync(coordinator, $"/v1/commitments/{commitments[1].Id()}", new { themeId = theme.Id() });

        var assignment = await council.Viewer.ReadAsync(plan.Of(council, "1.1/2"));
        (assignment.Text("reference"), assignment.Id("commitmentId"), assignment.Id("themeId"),
            assignment.Text("status")).ShouldBe(("1.2/2", commitments[1].Id(), theme.Id(), "atRisk"));
        (await FiguresAsync(coordinator, plan, "2026-11-22")).ShouldBe([2, 4]);
        (await FiguresAsync(coordinator, plan, "2026-11-20")).ShouldBe([6, 0]);
        // The number it had is not given again, here or there.
        (await MadeAsync(coordinator, $"/v1/commitments/{commitments[0].Id()}/actions", new { text = "Another" })).Text("reference")
            .ShouldBe("1.1/3");

        var renamed = (await coordinator.ChangeAsync(HttpMethod.Patch, $"/v1/commitments/{commitments[1].Id()}",
            new { reference = "4.9" })).With(HttpStatusCode.OK);
        renamed.Items("actions").Select(a => a.Text("reference")).ShouldBe(["4.9/1", "4.9/2"]);
        (await council.Viewer.ReadAsync(plan.Of(council, "1.1/2"))).Text("reference").ShouldBe("4.9/2");
        (await council.Officer.PostAsync($"{plan.Of(council, "1.1/2")}/progress-updates", new { status = "completed" })).With(
            HttpStatusCode.Created).GetProperty("assignment").Text("status").ShouldBe("completed");
        (await FiguresAsync(coordinator, plan, "2026-11-22")).ShouldBe([2, 4]);
    }

    [Fact]
    public async Task What_is_empty_is_withdrawn_and_takes_no_more()
    {
        var (partnership, plan) = await PlanAsync(new Plan.Row("1.1", "Do it", "March 2027"));
        var coordinator = partnership.Partnership.Coordinator;
        var commitment = $"/v1/commitments/{(await coordinator.WalkAsync($"/v1/schemes/{plan.SchemeId}/commitments"))[0].Id()}";
        var theme = $"/v1/themes/{(await coordinator.WalkAsync($"/v1/schemes/{plan.SchemeId}/themes"))[0].Id()}";
        Task<Answer> WithdrawAsync(string path) =>
            coordinator.ChangeAsync(HttpMethod.Post, $"{path}/withdraw", new { reason = "No longer." }, path);
        (await WithdrawAsync(commitment)).ShouldRefuse(HttpStatusCode.Conflict, "commitment-not-empty");
        (await WithdrawAsync(theme)).ShouldRefuse(HttpStatusCode.Conflict, "theme-not-empty");
        (await WithdrawAsync(plan.Action())).With(HttpStatusCode.OK);

        (await WithdrawAsync(commitment)).With(HttpStatusCode.OK).Text("withdrawnReason").ShouldBe("No longer.");
        (await WithdrawAsync(theme)).With(HttpStatusCode.OK).Text("withdrawnReason").ShouldBe("No longer.");

        (await coordinator.WalkAsync($"/v1/schemes/{plan.SchemeId}/themes")).ShouldBeEmpty();
        (await coordinator.WalkAsync($"/v1/schemes/{plan.SchemeId}/themes?withdrawn=true")).ShouldHaveSingleItem();
        (await coordinator.WalkAsync($"/v1/schemes/{plan.SchemeId}/commitments")).ShouldBeEmpty();
        (await coordinator.WalkAsync($"/v1/schemes/{plan.SchemeId}/commitments?withdrawn=true")).ShouldHaveSingleItem();
        (await coordinator.ReadAsync($"/v1/board/progress?schemeId={plan.SchemeId}")).Items("themes").ShouldBeEmpty();
        (await coordinator.ChangeAsync(HttpMethod.Patch, theme, new { title = "A" })).ShouldRefuse(HttpStatusCode.Conflict,
            "theme-withdrawn");
        (await coordinator.PostAsync($"{theme}/commitments", new { reference = "9" })).ShouldRefuse(HttpStatusCode.Conflict,
            "theme-withdrawn");
        (await coordinator.PostAsync($"{commitment}/actions", new { text = "A" })).ShouldRefuse(HttpStatusCode.Conflict,
            "commitment-withdrawn");
        (await coordinator.ChangeAsync(HttpMethod.Post, $"{commitment}/move", new { }, commitment)).ShouldRefuse(HttpStatusCode.Conflict,
            "commitment-withdrawn");
    }

    [Fact]
    public async Task What_cannot_be_written_names_the_field_and_changes_nothing()
    {
        var (partnership, plan) = await PlanAsync(new("1.1", "Do it", "March 2027"), new("1.2", "Do more", "March 2027"));
        var (coordinator, other) = (partnership.Partnership.Coordinator, await PlanAsync(new Plan.Row("1.1", "Theirs")));
        var commitments = await coordinator.WalkAsync($"/v1/schemes/{plan.SchemeId}/commitments");
        var (theme, commitment) = ($"/v1/themes/{commitments[0].Id("themeId")}", $"/v1/commitments/{commitments[0].Id()}");
        var theirs = (await other.Partnership.Partnership.Coordinator.WalkAsync($"/v1/schemes/{other.Plan.SchemeId}/commitments"))[0];
        Task<Answer> MoveAsync(string path, object body) => coordinator.ChangeAsync(HttpMethod.Post, $"{path}/move", body, path);
        var before = await running.Database.TextsAsync("""
            select t::text from commitments t where owner_id = $1 union all select t::text from actions t where owner_id = $1 order by 1
            """, partnership.Partnership.Id);

        (await coordinator.PostAsync($"{theme}/commitments", new { reference = "1.2" })).ShouldRefuse(HttpStatusCode.Conflict,
            "reference-taken");
        (await coordinator.ChangeAsync(HttpMethod.Patch, commitment, new { reference = "1.2" })).ShouldRefuse(HttpStatusCode.Conflict,
            "reference-taken");
        (await coordinator.ChangeAsync(HttpMethod.Patch, commitment, new { reference = (string?)null })).ShouldRefuse(
            HttpStatusCode.BadRequest, "required", "#/reference");
        (await coordinator.ChangeAsync(HttpMethod.Patch, commitment, new { characteristics = new[] { "height" } })).ShouldRefuse(
            HttpStatusCode.BadRequest, "unknown-value");
        (await coordinator.PostAsync($"{commitment}/actions", new { text = "A", crossReference = "ATLANTIS" })).ShouldRefuse(
            HttpStatusCode.BadRequest, "cross-reference-unresolved", "#/crossReference");
        (await coordinator.PostAsync($"{commitment}/actions", new { text = "A", target = "May 2040" })).ShouldRefuse(
            HttpStatusCode.BadRequest, "target-outside-period", "#/target");
        (await MoveAsync(theme, new { afterId = commitments[0].Id("themeId") })).ShouldRefuse(HttpStatusCode.BadRequest, "unknown-theme",
            "#/afterId");
        (await MoveAsync(commitment, new { themeId = theirs.Id("themeId") })).ShouldRefuse(HttpStatusCode.BadRequest, "unknown-theme",
            "#/themeId");
        (await MoveAsync(commitment, new { afterId = theirs.Id() })).ShouldRefuse(HttpStatusCode.BadRequest, "unknown-commitment",
            "#/afterId");
        (await MoveAsync(plan.Action(), new { commitmentId = theirs.Id() })).ShouldRefuse(HttpStatusCode.BadRequest, "unknown-commitment",
            "#/commitmentId");
        (await MoveAsync(plan.Action(),
            new
            {
                afterId = plan.Assignments.First(a => a.Text("reference") == "1.2/1")
                .Id("actionId")
            })).ShouldRefuse(HttpStatusCode.BadRequest, "unknown-action", "#/afterId");
        (await coordinator.PostAsync($"{commitment}/move", new { })).ShouldRefuse(HttpStatusCode.PreconditionRequired, "version-missing");
        (await coordinator.PostAsync($"{commitment}/move", new { }, "\"7-0\"")).ShouldRefuse(HttpStatusCode.PreconditionFailed,
            "version-stale");

        (await running.Database.TextsAsync("""
            select t::text from commitments t where owner_id = $1 union all select t::text from actions t where owner_id = $1 order by 1
            """, partnership.Partnership.Id)).ShouldBe(before);
    }

    [Fact]
    public async Task A_closed_plan_is_not_edited()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var plan = await partnership.HasPlanUntilAsync("2029-03-31", "closed",
            new Plan.Row("1.1", "Do it", "March 2027", Milestones: "Draft | May 2026"));
        var coordinator = partnership.Partnership.Coordinator;
        var commitment = (await coordinator.WalkAsync($"/v1/schemes/{plan.SchemeId}/commitments"))[0];
        var milestone = (await coordinator.WalkAsync($"{plan.Action()}/milestones"))[0];
        foreach (var (path, body) in new (string, object)[]
        {
            ($"/v1/schemes/{plan.SchemeId}/themes", new { title = "A" }), ($"/v1/themes/{commitment.Id("themeId")}/commitments",
                new { reference = "9" }), ($"/v1/commitments/{commitment.Id()}/actions", new { text = "A" }),
            ($"{plan.Action()}/milestones", new { text = "A" }), ($"/v1/themes/{commitment.Id("themeId")}/move", new { }),
                ($"/v1/commitments/{commitment.Id()}/move", new { }), ($"{plan.Action()}/move", new { }),
            ($"/v1/milestones/{milestone.Id()}/move", new { }), ($"/v1/milestones/{milestone.Id()}/withdraw", new { reason = "A" }),
                ($"/v1/themes/{commitment.Id("themeId")}/withdraw", new { reason = "A" }),
            ($"{plan.Of(partnership.Authorities[0])}/contest", new { reason = "A" }),
        })
        {
            (await (path.EndsWith("/contest", StringComparison.Ordinal) ? partnership.Authorities[0].Lead
                : coordinator).PostAsync(path, body, "*")).ShouldRefuse(HttpStatusCode.Conflict, "scheme-closed");
        }
    }

    [Fact]
    public async Task Two_who_add_and_move_at_once_leave_one_order_and_no_reference_twice()
    {
        var (partnership, plan) = await PlanAsync([.. Codes.Select(c => new Plan.Row(c, $"Do {c}"))]);
        var coordinator = partnership.Partnership.Coordinator;
        var commitments = await coordinator.WalkAsync($"/v1/schemes/{plan.SchemeId}/commitments");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => i % 2 == 0
            ? coordinator.PostAsync($"/v1/commitments/{commitments[0].Id()}/actions", new { text = $"Another {i}" })
            : coordinator.PostAsync($"/v1/commitments/{commitments[i % 3].Id()}/move", new { }, "*")));

        answers.ShouldAllBe(a => (int)a.Status < 300);
        (await coordinator.WalkAsync($"/v1/schemes/{plan.SchemeId}/actions", 2)).Select(a => a.Text("reference"))
            .Where(r => r!.StartsWith("1.1/", StringComparison.Ordinal)).ShouldBe(["1.1/1", "1.1/2", "1.1/3", "1.1/4", "1.1/5"]);
        (await running.Database.ReadAsync("""
            select count(distinct position) = count(*) from actions where owner_id = $1
            """, r => r.GetBoolean(0), partnership.Partnership.Id)).ShouldBe([true]);
    }

    private static async Task<JsonElement> MadeAsync(HttpClient who, string path, object body) =>
        (await who.PostAsync(path, body)).With(HttpStatusCode.Created);

    private static async Task<JsonElement> MovedAsync(HttpClient who, string path, object body) =>
        (await who.ChangeAsync(HttpMethod.Post, $"{path}/move", body, path)).With(HttpStatusCode.OK);

    private static async Task<List<int>> FiguresAsync(HttpClient who, LivePlan plan, string asOf) =>
        [.. (await who.ReadAsync($"/v1/board/progress?schemeId={plan.SchemeId}&asOf={asOf}")).Items("themes")
            .Select(t => t.GetProperty("totals").Number("expected"))];

    /// <summary>What was logged of the owner's doing since its import, each kind once.</summary>
    private async Task<List<string>> LogAsync(TestPartnership partnership, string like) => await running.Database.TextsAsync(
        """
            select distinct type from changes
              where organisation_id = $1 and type like $2 and type not like 'scheme.%' and type not like 'import.%' order by 1
            """, partnership.Partnership.Id, like);

    private async Task<(TestPartnership Partnership, LivePlan Plan)> PlanAsync(params Plan.Row[] rows)
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        return (partnership, await partnership.HasPlanAsync(rows));
    }
}
