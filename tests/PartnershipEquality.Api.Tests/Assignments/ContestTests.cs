using System.Net;

namespace PartnershipEquality.Api.Tests.Assignments;

public sealed class ContestTests(RunningApi running)
{
    [Fact]
    public async Task What_is_contested_stays_expected_and_shown_until_the_coordinator_decides()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "Do it", "March 2027"));
        var (coordinator, council, other) = (partnership.Partnership.Coordinator, partnership.Authorities[0], partnership.Authorities[1]);
        var path = plan.Of(council);
        (await council.Lead.PostAsync($"{path}/contest", new { reason = "" })).ShouldRefuse(HttpStatusCode.BadRequest, "too-short",
            "#/reason");

        var contested = (await council.Lead.PostAsync($"{path}/contest", new { reason = "The county does this." })).With(HttpStatusCode.OK);

        contested.Flag("contested").ShouldBeTrue();
        (contested.GetProperty("contest").Text("reason"),
            contested.GetProperty("contest").Text("decidedAt")).ShouldBe(("The county does this.", null));
        (await council.Lead.PostAsync($"{path}/contest", new { reason = "Again." })).ShouldRefuse(HttpStatusCode.Conflict,
            "already-contested");
        (await coordinator.WalkAsync("/v1/assignments?contested=true")).ShouldHaveSingleItem().Id("authorityId").ShouldBe(council.Id);
        (await coordinator.WalkAsync("/v1/assignments?contested=false")).ShouldHaveSingleItem().Id("authorityId").ShouldBe(other.Id);
        (await ExpectedAsync(coordinator, plan)).ShouldBe(2);
        (await council.Officer.PostAsync($"{path}/progress-updates", new { status = "onTrack" })).With(HttpStatusCode.Created)
            .GetProperty("assignment").Flag("contested").ShouldBeTrue();

        (await DecideAsync(coordinator, path, false, "It is named in the plan.")).With(HttpStatusCode.OK).Flag("contested").ShouldBeFalse();
        var decided = (await council.Viewer.ReadAsync(path)).GetProperty("contest");
        (decided.Flag("accepted"), decided.Text("note")).ShouldBe((false, "It is named in the plan."));
        (await DecideAsync(coordinator, path, true, null)).ShouldRefuse(HttpStatusCode.Conflict, "not-contested");
        (await coordinator.WalkAsync("/v1/assignments?contested=true")).ShouldBeEmpty();

        (await council.Lead.PostAsync($"{path}/contest", new { reason = "Truly not ours." })).With(HttpStatusCode.OK).GetProperty("contest")
            .Text("note").ShouldBeNull();
        (await DecideAsync(coordinator, path, true, "Agreed.")).With(HttpStatusCode.OK).Text("withdrawnReason").ShouldBe("Truly not ours.");
        (await ExpectedAsync(coordinator, plan)).ShouldBe(1);
        (await council.Lead.PostAsync($"{path}/contest", new { reason = "Once more." })).ShouldRefuse(HttpStatusCode.Conflict,
            "assignment-withdrawn");
        (await running.Database.TextsAsync("""
            select type || ' ' || coalesce(after->>'accepted', '') from changes where subject = $1 and type ~ 'contest|withdrawn'
              order by at, id
            """, path[4..]))
            .ShouldBe(["assignment.contested ", "assignment.contest_decided false", "assignment.contested ",
                "assignment.contest_decided true", "assignment.withdrawn "]);
    }

    [Fact]
    public async Task Only_its_authority_contests_only_its_owner_decides_and_nobody_contests_a_plan_of_its_own()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "Do it", "March 2027"));
        var (council, other) = (partnership.Authorities[0], partnership.Authorities[1]);
        var path = plan.Of(council);
        (await council.Officer.PostAsync($"{path}/contest", new { reason = "A" })).ShouldRefuse(HttpStatusCode.Forbidden,
            "permission-missing");
        (await partnership.Partnership.Admin.PostAsync($"{path}/contest", new { reason = "A" })).ShouldRefuse(HttpStatusCode.Forbidden,
            "permission-missing");
        (await other.Admin.PostAsync($"{path}/contest", new { reason = "A" })).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        (await council.Lead.PostAsync($"{path}/contest", new { reason = "Not ours." })).With(HttpStatusCode.OK);
        (await council.Admin.PostAsync($"{path}/contest/decision", new { accept = true }, "*")).ShouldRefuse(HttpStatusCode.Forbidden,
            "not-the-owner");
        (await partnership.Partnership.Coordinator.PostAsync($"{path}/contest/decision", new { accept = true })).ShouldRefuse(
            HttpStatusCode.PreconditionRequired, "version-missing");
        (await partnership.Partnership.Coordinator.PostAsync($"{path}/contest/decision", new { note = "A" }, "*")).ShouldRefuse(
            HttpStatusCode.BadRequest, "required", "#/accept");

        var own = await council.ImportPlanAsync(Plan.Of(new Plan.Row("1.1", "Do it", "March 2027", "")));
        var mine = (await council.Viewer.WalkAsync($"/v1/assignments?schemeId={own}")).ShouldHaveSingleItem().Id();
        (await council.Lead.PostAsync($"/v1/assignments/{mine}/contest", new { reason = "A" })).ShouldRefuse(HttpStatusCode.Conflict,
            "contest-own-plan");
    }

    private static async Task<int> ExpectedAsync(HttpClient who, LivePlan plan) =>
        (await who.ReadAsync($"/v1/board/progress?schemeId={plan.SchemeId}")).GetProperty("totals").Number("expected");

    private static Task<Answer> DecideAsync(HttpClient coordinator, string path, bool accept, string? note) =>
        coordinator.ChangeAsync(HttpMethod.Post, $"{path}/contest/decision", new { accept, note }, path);
}
