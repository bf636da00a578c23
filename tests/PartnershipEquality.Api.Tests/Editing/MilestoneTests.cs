using System.Net;
using System.Text.Json;
using PartnershipEquality.Api.Tests.Mail;
using PartnershipEquality.Api.Tests.Reminders;

namespace PartnershipEquality.Api.Tests.Editing;

public sealed class MilestoneTests(RunningApi running)
{
    [Fact]
    public async Task A_milestone_falls_due_at_each_authority_which_does_it_for_itself()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "Do it", "March 2027"));
        var (coordinator, a, b) = (partnership.Partnership.Coordinator, partnership.Authorities[0], partnership.Authorities[1]);
        var milestone = (await coordinator.PostAsync($"{plan.Action()}/milestones",
            new { text = "Draft agreed", target = "October 2026" })).With(HttpStatusCode.Created);
        foreach (var council in new[] { a, b })
        {
            Due(await council.Viewer.ReadAsync(plan.Of(council))).ShouldBe(("2026-10-31", true));
            Occurrences(await council.Viewer.ReadAsync(plan.Of(council))).ShouldBe(["2026-10-31 milestone open", "2027-03-31 action open"]);
        }

        (await BoardAsync(coordinator, plan)).ShouldBe((2, 2));
        (await a.Viewer.WalkAsync("/v1/assignments?overdue=true")).ShouldHaveSingleItem();
        (await coordinator.WalkAsync($"/v1/board/slippage?schemeId={plan.SchemeId}")).Count.ShouldBe(2);

        (await a.Officer.PostAsync($"{plan.Of(a)}/progress-updates",
            new { status = "completed", occurrenceId = await OccurrenceAsync(a, plan, milestone) })).With(HttpStatusCode.Created);

        Due(await a.Viewer.ReadAsync(plan.Of(a))).ShouldBe(("2027-03-31", false));
        (await a.Viewer.ReadAsync(plan.Of(a))).Text("status").ShouldBe("onTrack");
        Occurrences(await a.Viewer.ReadAsync(plan.Of(a))).ShouldBe(["2027-03-31 action open", "2026-10-31 milestone completed"]);
        Due(await b.Viewer.ReadAsync(plan.Of(b))).ShouldBe(("2026-10-31", true), "each does it for itself");
        (await BoardAsync(coordinator, plan)).ShouldBe((2, 1));
        (await a.Officer.PostAsync($"{plan.Of(a)}/progress-updates", new { status = "completed" })).With(HttpStatusCode.Created)
            .GetProperty("assignment").Text("status").ShouldBe("completed");
    }

    [Fact]
    public async Task On_going_work_goes_on_when_its_last_milestone_is_done()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "Do it", "On-going", Milestones: "Draft agreed | January 2027"));
        var (council, milestone) = (partnership.Authorities[0],
            (await partnership.Partnership.Coordinator.WalkAsync($"{plan.Action()}/milestones"))[0]);

        var after = (await council.Officer.PostAsync($"{plan.Of(council)}/progress-updates",
            new { status = "completed", occurrenceId = await OccurrenceAsync(council, plan, milestone) }))
            .With(HttpStatusCode.Created).GetProperty("assignment");

        (after.Text("status"), after.Text("dueBy"), after.Text("reviewBy")).ShouldBe(("onTrack", null, "2027-03-31"));
    }

    [Fact]
    public async Task A_moved_milestone_dates_what_is_open_and_is_on_record_and_a_withdrawn_one_falls_away()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "Do it", "March 2027", Milestones: "Draft agreed | October 2026"));
        var (coordinator, open, done) = (partnership.Partnership.Coordinator, partnership.Authorities[0], partnership.Authorities[1]);
        var milestone = (await coordinator.WalkAsync($"{plan.Action()}/milestones")).ShouldHaveSingleItem();
        var path = $"/v1/milestones/{milestone.Id()}";
        (await done.Officer.PostAsync($"{plan.Of(done)}/progress-updates",
            new { status = "completed", occurrenceId = await OccurrenceAsync(done, plan, milestone) })).With(HttpStatusCode.Created);
        (await coordinator.ChangeAsync(HttpMethod.Patch, path, new { target = "December 2026" })).ShouldRefuse(HttpStatusCode.BadRequest,
            "required", "#/reason");
        (await coordinator.ChangeAsync(HttpMethod.Patch, path, new { text = "The draft is agreed", target = "October 2026" })).With(
            HttpStatusCode.OK);
        (await coordinator.ChangeAsync(HttpMethod.Patch, path, new { text = "Draft agreed" })).With(HttpStatusCode.OK);
        (await coordinator.ChangeAsync(HttpMethod.Patch, path, new { target = "May 2040", reason = "Why." })).ShouldRefuse(
            HttpStatusCode.BadRequest, "target-outside-period", "#/target");

        (await coordinator.ChangeAsync(HttpMethod.Patch, path, new { target = "December 2026", reason = "The group meets later." })).With(
            HttpStatusCode.OK).Text("target").ShouldBe("December 2026");

        var slipped = await open.Viewer.ReadAsync(plan.Of(open));
        (slipped.Text("dueBy"), slipped.Text("baselineDueBy"), slipped.Number("timesMoved")).ShouldBe(("2026-12-31", "2026-10-31", 1));
        var move = (await open.Viewer.WalkAsync($"{plan.Of(open)}/target-moves")).ShouldHaveSingleItem();
        (move.Text("fromText"), move.Text("toText"), move.Text("reason"), move.Number("daysSlipped")).ShouldBe(
            ("Draft agreed: October 2026", "Draft agreed: December 2026", "The group meets later.", 61));
        Occurrences(await done.Viewer.ReadAsync(plan.Of(done))).ShouldBe(["2027-03-31 action open", "2026-10-31 milestone completed"]);

        (await coordinator.ChangeAsync(HttpMethod.Post, $"{path}/withdraw", new { reason = "Not needed." }, path)).With(HttpStatusCode.OK);

        Due(await open.Viewer.ReadAsync(plan.Of(open))).ShouldBe(("2027-03-31", false));
        Occurrences(await open.Viewer.ReadAsync(plan.Of(open))).ShouldBe(["2027-03-31 action open", "2026-12-31 milestone cancelled"]);
        Occurrences(await done.Viewer.ReadAsync(plan.Of(done))).ShouldBe(["2027-03-31 action open", "2026-10-31 milestone completed"]);
        (await coordinator.WalkAsync($"{plan.Action()}/milestones")).ShouldBeEmpty();
        (await coordinator.ReadAsync(plan.Action())).Items("milestones").ShouldBeEmpty();
        (await coordinator.ChangeAsync(HttpMethod.Patch, path, new { text = "A" })).ShouldRefuse(HttpStatusCode.Conflict,
            "milestone-withdrawn");
    }

    [Fact]
    public async Task Milestones_are_read_in_the_order_they_are_put_in()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var plan = await partnership.HasPlanAsync(
            new Plan.Row("1.1", "Do it", "March 2027", Milestones: "A | October 2026\nB | November 2026\nC | December 2026"));
        var coordinator = partnership.Partnership.Coordinator;
        var ids = (await coordinator.WalkAsync($"{plan.Action()}/milestones")).ConvertAll(m => m.Id());
        async Task<string> OrderAsync() =>
            string.Concat((await coordinator.WalkAsync($"{plan.Action()}/milestones", 1)).Select(m => m.Text("text")));

        (await coordinator.ChangeAsync(HttpMethod.Post, $"/v1/milestones/{ids[2]}/move", new { }, $"/v1/milestones/{ids[2]}")).With(
            HttpStatusCode.OK);
        (await OrderAsync()).ShouldBe("CAB");
        (await coordinator.ChangeAsync(HttpMethod.Post, $"/v1/milestones/{ids[2]}/move", new { afterId = ids[0] },
            $"/v1/milestones/{ids[2]}")).With(HttpStatusCode.OK);
        (await OrderAsync()).ShouldBe("ACB");
        (await coordinator.PostAsync($"{plan.Action()}/milestones", new { text = "D" })).With(HttpStatusCode.Created);
        (await OrderAsync()).ShouldBe("ACBD");
        (await coordinator.ChangeAsync(HttpMethod.Post, $"/v1/milestones/{ids[2]}/move", new { afterId = ids[2] },
            $"/v1/milestones/{ids[2]}")).ShouldRefuse(HttpStatusCode.BadRequest, "unknown-milestone", "#/afterId");
        (await coordinator.ReadAsync(plan.Action())).Items("milestones").Select(m => m.Text("text")).ShouldBe(["A", "C", "B", "D"]);
    }

    [Fact]
    public async Task A_milestone_is_reminded_of_like_a_delivery_and_in_its_own_words()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "31 March 2028"));
        var assignment = (await council.AssignmentAsync()).Id();
        var action = (await council.AssignmentAsync()).Id("actionId");
        await RemindedCouncil.SendAsync(council.Partnership.Coordinator, HttpMethod.Post, $"/v1/actions/{action}/milestones",
            new { text = "Draft agreed", target = "31 December 2026" });

        (await council.RunAsync(new(2026, 12, 3))).Digests.ShouldBe(1);

        (await council.RemindersAsync()).ShouldBe(["2026-12-31 -28 inDigest"]);
        var mail = ParsedMail.Read(await File.ReadAllTextAsync(council.Mails.Single(), TestContext.Current.CancellationToken));
        mail.Parts.ShouldAllBe(part => part.Content.Contains("Do thing 1: Draft agreed", StringComparison.Ordinal));
        var occurrence = (await council.Council.Viewer.WalkAsync($"/v1/assignments/{assignment}/occurrences")).Single(
            o => o.Text("milestoneId") is not null);
        await RemindedCouncil.SendAsync(council.Council.Officer, HttpMethod.Post, $"/v1/assignments/{assignment}/progress-updates",
            new { status = "completed", occurrenceId = occurrence.Id() });
        (await council.RunAsync(new(2026, 12, 17))).Digests.ShouldBe(0, "it is done, and the action's own date is far ahead");
    }

    private static (string? DueBy, bool Overdue) Due(JsonElement assignment) => (assignment.Text("dueBy"), assignment.Flag("overdue"));

    private static List<string> Occurrences(JsonElement assignment) =>
        [.. assignment.Items("occurrences")
            .Select(o => $"{o.Text("dueBy")} {(o.Text("milestoneId") is null ? "action" : "milestone")} {o.Text("status")}")];

    private static async Task<Guid> OccurrenceAsync(TestOrganisation council, LivePlan plan, JsonElement milestone) =>
        (await council.Viewer.WalkAsync($"{plan.Of(council)}/occurrences")).Single(o => o.Text("milestoneId") == milestone.Text("id")).Id();

    private static async Task<(int Expected, int Overdue)> BoardAsync(HttpClient who, LivePlan plan)
    {
        var totals = (await who.ReadAsync($"/v1/board/progress?schemeId={plan.SchemeId}")).GetProperty("totals");
        return (totals.Number("expected"), totals.GetProperty("flags").Number("overdue"));
    }
}
