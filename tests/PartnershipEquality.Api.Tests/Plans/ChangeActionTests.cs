using System.Net;

namespace PartnershipEquality.Api.Tests.Plans;

public sealed class ChangeActionTests(RunningApi running)
{
    [Fact]
    public async Task A_field_left_out_stays_and_one_that_is_null_is_cleared()
    {
        var (partnership, plan) = await OnePlanAsync();
        var (coordinator, path) = (partnership.Partnership.Coordinator, plan.Action());
        var before = await coordinator.GetAnswerAsync(path);

        var changed = await coordinator.AskAsync(HttpMethod.Patch, path,
            new { text = "Do it well", outcome = (string?)null, responsible = "Chief Executive / HR Manager" }, before.Tag);

        var action = changed.With(HttpStatusCode.OK);
        (action.Text("text"), action.Text("outcome"), action.Text("responsible"),
            action.Text("target")).ShouldBe(("Do it well", null, "Chief Executive / HR Manager", "March 2027"));
        changed.Tag.ShouldNotBe(before.Tag);
        (await running.Database.TextsAsync("""
            select role from action_roles where action_id = $1 order by position
            """, action.Id())).ShouldBe(["chief executive", "hr manager"]);
        var council = partnership.Authorities[0];
        (await council.Viewer.ReadAsync(plan.Of(council))).Text("action").ShouldBe("Do it well");

        // The same role written again, and one more: the old rows are replaced, not added to.
        (await coordinator.ChangeAsync(HttpMethod.Patch, path, new { responsible = "HR managers; Town Clerk" })).With(HttpStatusCode.OK);
        (await running.Database.TextsAsync("""
            select role from action_roles where action_id = $1 order by position
            """, action.Id())).ShouldBe(["hr manager", "town clerk"]);
        (await coordinator.ChangeAsync(HttpMethod.Patch, path, new { responsible = (string?)null })).With(HttpStatusCode.OK)
            .Text("responsible").ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"text":null}""", "required", "#/text")]
    [InlineData("""{"text":""}""", null, "#/text")]
    [InlineData("""{"target":"some day, maybe never","reason":"Why."}""", "target-unreadable", "#/target")]
    [InlineData("""{"target":"May 2040","reason":"Why."}""", "target-outside-period", "#/target")]
    [InlineData("""{"target":"May 2027","reason":" "}""", "required", "#/reason")]
    [InlineData("""{"colour":"red"}""", null, null)]
    [InlineData("""[]""", "format", "#")]
    [InlineData("""{"text":""", null, null)]
    public async Task A_change_that_cannot_be_made_names_the_field_and_changes_nothing(string body, string? code, string? pointer)
    {
        var (partnership, plan) = await OnePlanAsync();
        var coordinator = partnership.Partnership.Coordinator;
        var before = await coordinator.GetAnswerAsync(plan.Action());
        using var content = new StringContent(body, null, "application/merge-patch+json");

        var refused = await coordinator.AskAsync(HttpMethod.Patch, plan.Action(), content, before.Tag);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest, refused.Body);
        if (pointer is not null)
        {
            refused.Pointers.ShouldContain(pointer, refused.Body);
        }

        if (code is not null)
        {
            refused.ErrorCodes.ShouldContain(code, refused.Body);
        }

        (await coordinator.GetAnswerAsync(plan.Action())).Body.ShouldBe(before.Body);
    }

    [Fact]
    public async Task Nobody_s_change_is_lost_and_what_has_not_changed_is_not_sent_again()
    {
        var (partnership, plan) = await OnePlanAsync();
        var (coordinator, path) = (partnership.Partnership.Coordinator, plan.Action());
        var first = (await coordinator.GetAnswerAsync(path)).Tag!;
        (await coordinator.AskAsync(HttpMethod.Get, path, ifNoneMatch: first)).Status.ShouldBe(HttpStatusCode.NotModified);
        (await coordinator.AskAsync(HttpMethod.Patch, path, new { text = "A" })).ShouldRefuse(HttpStatusCode.PreconditionRequired,
            "version-missing");

        var answers = await Task.WhenAll(coordinator.AskAsync(HttpMethod.Patch, path, new { text = "A" }, first),
            coordinator.AskAsync(HttpMethod.Patch, path, new { text = "B" }, first));

        answers.Select(a => a.Status).ShouldBe([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed], ignoreOrder: true);
        answers.Single(a => a.Status == HttpStatusCode.PreconditionFailed).Code.ShouldBe("version-stale");
        var second = await coordinator.AskAsync(HttpMethod.Get, path, ifNoneMatch: first);
        (second.With(HttpStatusCode.OK).Text("text"),
            second.Json.Number("version")).ShouldBe((answers.Single(a => a.Status == HttpStatusCode.OK).Json.Text("text"), 2));
        (await coordinator.AskAsync(HttpMethod.Patch, path, new { text = "C" }, "\"2\"")).Status.ShouldBe(
            HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task A_member_may_read_the_plan_but_not_change_it_and_others_do_not_find_it()
    {
        var (partnership, plan) = await OnePlanAsync();
        var stranger = await TestPartnership.CreateAsync(running, members: 1);
        var (member, path) = (partnership.Authorities[0], plan.Action());
        (await partnership.Partnership.Viewer.ChangeAsync(HttpMethod.Patch, path, new { text = "A" })).ShouldRefuse(
            HttpStatusCode.Forbidden, "permission-missing");
        (await member.Viewer.ReadAsync(path)).Text("text").ShouldBe("Do it");

        foreach (var (method, to, body) in new (HttpMethod, string, object)[]
        {
            (HttpMethod.Patch, path, new { text = "A" }), (HttpMethod.Post, $"{path}/withdraw", new { reason = "A" }), (HttpMethod.Put,
                $"{path}/cross-reference", new { text = "ALL" }),
            (HttpMethod.Patch, $"/v1/schemes/{plan.SchemeId}", new { title = "A" }), (HttpMethod.Post, $"{plan.Of(member)}/withdraw",
                new { reason = "A" }),
        })
        {
            var resource = method == HttpMethod.Patch ? to : to[..to.LastIndexOf('/')];
            (await member.Admin.ChangeAsync(method, to, body, resource)).ShouldRefuse(HttpStatusCode.Forbidden, "not-the-owner");
            (await stranger.Partnership.Admin.AskAsync(method, to, body, "\"1-0\"")).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
            (await stranger.Authorities[0].Admin.AskAsync(method, to, body, "*")).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        }
    }

    [Fact]
    public async Task A_withdrawn_action_takes_its_assignments_with_it_and_changes_no_more()
    {
        var (partnership, plan) = await OnePlanAsync();
        var (coordinator, path, council) = (partnership.Partnership.Coordinator, plan.Action(), partnership.Authorities[0]);
        (await coordinator.ChangeAsync(HttpMethod.Post, $"{path}/withdraw", new { }, path)).ShouldRefuse(HttpStatusCode.BadRequest,
            "required", "#/reason");

        (await coordinator.ChangeAsync(HttpMethod.Post, $"{path}/withdraw", new { reason = "Done elsewhere." }, path)).With(
            HttpStatusCode.OK).Text("withdrawnReason").ShouldBe("Done elsewhere.");

        (await council.Viewer.ReadAsync(plan.Of(council))).Text("withdrawnReason").ShouldBe("Done elsewhere.");
        (await coordinator.ReadAsync($"/v1/board/progress?schemeId={plan.SchemeId}")).GetProperty("totals").Number("expected").ShouldBe(0);
        (await coordinator.ChangeAsync(HttpMethod.Patch, path, new { text = "A" })).ShouldRefuse(HttpStatusCode.Conflict,
            "action-withdrawn");
        (await coordinator.ChangeAsync(HttpMethod.Put, $"{path}/cross-reference", new { text = "ALL" }, path)).ShouldRefuse(
            HttpStatusCode.Conflict, "action-withdrawn");
    }

    private async Task<(TestPartnership, LivePlan)> OnePlanAsync()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        return (partnership, await partnership.HasPlanAsync(new Plan.Row("1.1", "Do it", "March 2027", Outcome: "It is done")));
    }
}
