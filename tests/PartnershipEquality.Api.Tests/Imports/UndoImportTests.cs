using System.Net;
using PartnershipEquality.Api.Tests.Reminders;

namespace PartnershipEquality.Api.Tests.Imports;

public sealed class UndoImportTests(RunningApi running)
{
    private static readonly string[] Tables =
        ["schemes", "themes", "commitments", "actions", "milestones", "cross_references", "action_roles", "assignments",
            "assignment_states", "occurrences", "reminders", "assignment_posts"];

    [Fact]
    public async Task It_is_as_if_it_had_never_been_applied_and_can_be_applied_again()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        var coordinator = partnership.Partnership.Coordinator;
        var import = (await coordinator.UploadAsync(Plan.Of(new("1.1", "Do it", "March 2027", Milestones: "Draft | May 2026"),
            new("1.2", "Do more", "On-going")))).With(HttpStatusCode.Created);
        var path = $"/v1/imports/{import.Text("id")}";
        (await coordinator.PostAsync($"{path}/undo")).ShouldRefuse(HttpStatusCode.Conflict, "import-not-applied");
        var applied = (await coordinator.PostAsync($"{path}/apply")).With(HttpStatusCode.Created);
        (await partnership.Authorities[0].Lead.PostAsync("/v1/posts", new { title = "Equality Officer" })).With(HttpStatusCode.Created);
        (await RowsAsync(partnership)).ShouldBeGreaterThan(20);
        // What was edited by hand since goes with it.
        (await coordinator.PostAsync($"/v1/schemes/{applied.Text("schemeId")}/themes", new { title = "New" })).With(HttpStatusCode.Created);

        var undone = (await coordinator.PostAsync($"{path}/undo")).With(HttpStatusCode.OK);

        (undone.Text("status"), undone.Text("schemeId"), undone.Text("appliedAt")).ShouldBe(("read", null, null));
        (await RowsAsync(partnership)).ShouldBe(0);
        (await coordinator.GetAnswerAsync($"/v1/schemes/{applied.Text("schemeId")}")).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        (await partnership.Authorities[0].Viewer.WalkAsync("/v1/assignments")).ShouldBeEmpty();
        (await running.Database.TextsAsync("""
            select distinct type from changes where organisation_id = $1 and type in ('import.undone', 'scheme.deleted', 'scheme.created')
              order by 1
            """, partnership.Partnership.Id))
            .ShouldBe(["import.undone", "scheme.created", "scheme.deleted"]);
        (await running.Database.TextsAsync("""
            select type from change_feed where organisation_id = $1 and type = 'scheme.deleted'
            """, partnership.Authorities[0].Id)).Count.ShouldBe(1);

        var again = (await coordinator.PostAsync($"{path}/apply")).With(HttpStatusCode.Created);
        again.Text("reference").ShouldBe(applied.Text("reference"));
        (await partnership.Authorities[0].Viewer.WalkAsync("/v1/assignments")).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("reported")]
    [InlineData("reported privately")]
    [InlineData("own target moved")]
    [InlineData("shared target moved")]
    [InlineData("milestone moved")]
    [InlineData("exception accepted")]
    [InlineData("closed")]
    public async Task Once_work_has_begun_on_it_it_stays(string what)
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        var (coordinator, council) = (partnership.Partnership.Coordinator, partnership.Authorities[1]);
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "Do it", "March 2027", Milestones: "Draft | January 2027"));
        var import = (await coordinator.WalkAsync("/v1/imports")).ShouldHaveSingleItem().Text("id");
        var before = await RowsAsync(partnership);
        var answer = what switch
        {
            "reported" =>
                await council.Officer.PostAsync($"{plan.Of(council)}/progress-updates", new { status = "onTrack", tier = "partnership" }),
            "reported privately" =>
                await council.Officer.PostAsync($"{plan.Of(council)}/progress-updates", new { status = "onTrack", tier = "private" }),
            "own target moved" =>
                await council.Lead.PostAsync($"{plan.Of(council)}/target-moves", new { target = "May 2027", reason = "Late." }),
            "shared target moved" =>
                await coordinator.ChangeAsync(HttpMethod.Patch, plan.Action(), new { target = "May 2027", reason = "Late." }),
            "milestone moved" => await MoveMilestoneAsync(coordinator, plan),
            "exception accepted" => await AcceptAsync(coordinator, council, plan),
            _ => await coordinator.ChangeAsync(HttpMethod.Patch, $"/v1/schemes/{plan.SchemeId}", new { stage = "closed" }),
        };
        ((int)answer.Status).ShouldBeLessThan(300, answer.Body);

        (await coordinator.PostAsync($"/v1/imports/{import}/undo")).ShouldRefuse(HttpStatusCode.Conflict, what == "closed"
            ? "scheme-closed" : "import-in-use");

        (await RowsAsync(partnership)).ShouldBeGreaterThanOrEqualTo(before);
        (await coordinator.ReadAsync($"/v1/imports/{import}")).Text("status").ShouldBe("applied");
    }

    [Fact]
    public async Task A_plan_that_came_in_closed_is_taken_back()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        await partnership.HasPlanUntilAsync("2029-03-31", "closed", new Plan.Row("1.1", "Do it", "March 2027"));
        var import = (await partnership.Partnership.Coordinator.WalkAsync("/v1/imports")).ShouldHaveSingleItem().Text("id");

        (await partnership.Partnership.Coordinator.PostAsync($"/v1/imports/{import}/undo")).With(HttpStatusCode.OK).Text("status")
            .ShouldBe("read");
        (await RowsAsync(partnership)).ShouldBe(0);
    }

    [Fact]
    public async Task A_reminder_that_is_owed_goes_and_one_that_was_sent_stays_with_its_plan()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "31 December 2026"));
        var import = (await council.Partnership.Coordinator.WalkAsync("/v1/imports")).ShouldHaveSingleItem().Text("id");
        await council.PlanAsync(new(2026, 12, 3));
        (await council.RemindersAsync()).ShouldBe(["2026-12-31 -28 owed"]);
        (await council.Partnership.Coordinator.PostAsync($"/v1/imports/{import}/undo")).With(HttpStatusCode.OK);
        (await council.RemindersAsync()).ShouldBeEmpty();
        (await council.Partnership.Coordinator.PostAsync($"/v1/imports/{import}/apply")).With(HttpStatusCode.Created);

        (await council.RunAsync(new(2026, 12, 4))).Digests.ShouldBe(1);

        (await council.Partnership.Coordinator.PostAsync($"/v1/imports/{import}/undo")).ShouldRefuse(HttpStatusCode.Conflict,
            "import-in-use");
        (await council.RemindersAsync()).ShouldBe(["2026-12-31 -28 inDigest"]);
        (await council.Partnership.Coordinator.ReadAsync($"/v1/imports/{import}")).Text("status").ShouldBe("applied");
    }

    [Fact]
    public async Task A_report_and_an_undo_at_once_leave_the_one_or_the_other()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        var (coordinator, council) = (partnership.Partnership.Coordinator, partnership.Authorities[0]);
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "Do it", "March 2027"));
        var import = (await coordinator.WalkAsync("/v1/imports")).ShouldHaveSingleItem().Text("id");

        var (undo, report) = (coordinator.PostAsync($"/v1/imports/{import}/undo"),
            council.Officer.PostAsync($"{plan.Of(council)}/progress-updates", new { status = "onTrack" }));
        var answers = await Task.WhenAll(undo, report);

        string.Join(' ', answers.Select(a => a.Status)).ShouldBeOneOf("OK NotFound", "Conflict Created");
    }

    private static async Task<Answer> MoveMilestoneAsync(HttpClient coordinator, LivePlan plan)
    {
        var milestone = (await coordinator.WalkAsync($"{plan.Action()}/milestones")).ShouldHaveSingleItem().Id();
        return await coordinator.ChangeAsync(HttpMethod.Patch, $"/v1/milestones/{milestone}",
            new { target = "February 2027", reason = "Late." });
    }

    private static async Task<Answer> AcceptAsync(HttpClient coordinator, TestOrganisation council, LivePlan plan)
    {
        (await council.Officer.PostAsync($"{plan.Of(council)}/progress-updates",
            new { status = "notApplicable", reason = "Not here." })).With(HttpStatusCode.Created);
        var tag = (await coordinator.GetAnswerAsync(plan.Of(council))).Tag;
        return await coordinator.PostAsync($"{plan.Of(council)}/accept-exception", null, tag);
    }

    private async Task<long> RowsAsync(TestPartnership partnership)
    {
        var union = string.Join(" union all ", Tables.Select(table => $"select owner_id from {table}"));
        return (await running.Database.ReadAsync($"select count(*) from ({union}) rows where owner_id = $1", r => r.GetInt64(0),
            partnership.Partnership.Id)).Single();
    }
}
