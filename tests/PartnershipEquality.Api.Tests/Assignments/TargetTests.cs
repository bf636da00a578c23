using System.Net;
using System.Text.Json;

namespace PartnershipEquality.Api.Tests.Assignments;

/// <summary>Targets that move, by whom, and what stays on record of it.</summary>
public sealed class TargetTests(RunningApi running)
{
    [Fact]
    public async Task An_authority_moves_its_own_target_and_back_and_the_slip_stays_on_record()
    {
        var (partnership, plan, council) = await CouncilsAsync(2, new Plan.Row("1.1", "Do it", "March 2027"));

        var moved = await MoveAsync(council, plan, "30 June 2027", "The consultant left.");
        (moved.GetProperty("move").Text("fromDueBy"), moved.GetProperty("move").Text("toDueBy"),
            moved.GetProperty("move").Number("daysSlipped"), moved.GetProperty("move").Id("movedBy"))
            .ShouldBe(("2027-03-31", "2027-06-30", 91, council.Id));
        Dates(moved.GetProperty("assignment")).ShouldBe(("2027-06-30", "2027-03-31", 91, 1));
        moved.GetProperty("assignment").Items("ownTargets").ShouldHaveSingleItem().Text("text").ShouldBe("30 June 2027");

        Dates((await MoveAsync(council, plan, "30 September 2027", "Nobody came.")).GetProperty("assignment"))
            .ShouldBe(("2027-09-30", "2027-03-31", 183, 2));
        var slip = (await partnership.Partnership.Viewer.ReadAsync($"/v1/board/slippage?schemeId={plan.SchemeId}")).Items()
            .ShouldHaveSingleItem();
        (slip.Number("daysSlipped"), slip.Number("timesMoved"), slip.Text("lastReason")).ShouldBe((183, 2, "Nobody came."));

        var back = (await MoveAsync(council, plan, null, "It was found.")).GetProperty("assignment");
        Dates(back).ShouldBe(("2027-03-31", "2027-03-31", 0, 3));
        back.Text("ownTargets").ShouldBeNull();
        (await council.Viewer.WalkAsync($"{plan.Of(council)}/target-moves")).Select(m => m.Text("reason"))
            .ShouldBe(["The consultant left.", "Nobody came.", "It was found."]);
        (await council.Viewer.WalkAsync($"{plan.Of(council)}/occurrences")).ShouldHaveSingleItem().Text("baselineDueBy")
            .ShouldBe("2027-03-31");
        Dates(await partnership.Authorities[1].Viewer.ReadAsync(plan.Of(partnership.Authorities[1])))
            .ShouldBe(("2027-03-31", "2027-03-31", 0, 0));
    }

    [Fact]
    public async Task Giving_a_date_up_first_does_not_hide_the_slip()
    {
        var (partnership, plan, council) = await CouncilsAsync(1, new Plan.Row("1.1", "Do it", "December 2026"));

        var givenUp = (await MoveAsync(council, plan, "On-going", "It never ends.")).GetProperty("assignment");
        (givenUp.Text("dueBy"), givenUp.Text("baselineDueBy"), givenUp.Text("reviewBy")).ShouldBe((null, "2026-12-31", "2026-12-31"));

        Dates((await MoveAsync(council, plan, "March 2028", "It does.")).GetProperty("assignment"))
            .ShouldBe(("2028-03-31", "2026-12-31", 456, 2));
        (await partnership.Partnership.Viewer.ReadAsync($"/v1/board/slippage?schemeId={plan.SchemeId}")).Items().ShouldHaveSingleItem()
            .Number("daysSlipped").ShouldBe(456);
    }

    [Theory]
    [InlineData("a fortnight after the moon", "Why.", "target-unreadable", "#/target")]
    [InlineData("March 2035", "Why.", "target-outside-period", "#/target")]
    [InlineData("March 2028", null, "required", "#/reason")]
    [InlineData("March 2028", "", "min-length", "#/reason")]
    public async Task An_own_target_can_be_read_lies_within_the_scheme_and_says_why(string target, string? reason, string code,
        string pointer)
    {
        var (_, plan, council) = await CouncilsAsync(1, new Plan.Row("1.1", "Do it", "March 2027"));

        var refused = await council.Lead.PostAsync($"{plan.Of(council)}/target-moves", new { target, reason });

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Pointers.ShouldContain(pointer);
        if (code != "min-length")
        {
            refused.ErrorCodes.ShouldContain(code);
        }

        (await council.Officer.PostAsync($"{plan.Of(council)}/target-moves", new { target = "May 2027", reason = "Why." })).ShouldRefuse(
            HttpStatusCode.Forbidden, "permission-missing");
        (await council.Viewer.WalkAsync($"{plan.Of(council)}/target-moves")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_owner_s_move_reaches_those_without_a_target_of_their_own()
    {
        var (partnership, plan, own) = await CouncilsAsync(3, new Plan.Row("1.1", "Do it", "March 2027"));
        var (plain, done) = (partnership.Authorities[1], partnership.Authorities[2]);
        await MoveAsync(own, plan, "May 2027", "Ours.");
        (await done.Officer.PostAsync($"{plan.Of(done)}/progress-updates", new { status = "completed" })).With(HttpStatusCode.Created);
        var coordinator = partnership.Partnership.Coordinator;
        (await coordinator.ChangeAsync(HttpMethod.Patch, plan.Action(), new { target = "September 2027" })).ShouldRefuse(
            HttpStatusCode.BadRequest, "required", "#/reason");

        (await coordinator.ChangeAsync(HttpMethod.Patch, plan.Action(), new
        {
            target = "September 2027",
            reason = "The board agreed."
        })).With(HttpStatusCode.OK).Text("target").ShouldBe("September 2027");

        Dates(await plain.Viewer.ReadAsync(plan.Of(plain))).ShouldBe(("2027-09-30", "2027-03-31", 183, 1));
        var kept = await own.Viewer.ReadAsync(plan.Of(own));
        Dates(kept).ShouldBe(("2027-05-31", "2027-03-31", 61, 1));
        kept.Items("sharedTargets").ShouldHaveSingleItem().Text("text").ShouldBe("September 2027");
        (await done.Viewer.ReadAsync(plan.Of(done))).Text("status").ShouldBe("completed");
        var closed = (await done.Viewer.WalkAsync($"{plan.Of(done)}/occurrences")).ShouldHaveSingleItem();
        (closed.Text("status"), closed.Text("dueBy")).ShouldBe(("completed", "2027-03-31"));

        // What was closed is due again where the target lies now.
        (await done.Officer.PostAsync($"{plan.Of(done)}/progress-updates", new { status = "atRisk" })).With(HttpStatusCode.Created)
            .GetProperty("assignment").Text("dueBy").ShouldBe("2027-09-30");
        Dates((await MoveAsync(own, plan, null, "Theirs after all.")).GetProperty("assignment"))
            .ShouldBe(("2027-09-30", "2027-03-31", 183, 2));
    }

    [Fact]
    public async Task Groups_of_authorities_keep_dates_of_their_own()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 3);
        var (a, b, c) = (partnership.Authorities[0], partnership.Authorities[1], partnership.Authorities[2]);
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "Do it", "March 2027\nMay 2027", $"{a.Code}; {b.Code}\n{c.Code}"));
        async Task<string> DueAsync() =>
            string.Join(' ', await Task.WhenAll(new[] { a, b, c }.Select(async x => (await x.Viewer.ReadAsync(plan.Of(x))).Text("dueBy"))));
        (await DueAsync()).ShouldBe("2027-03-31 2027-03-31 2027-05-31");

        (await partnership.Partnership.Coordinator.ChangeAsync(HttpMethod.Patch, plan.Action(),
            new { target = "March 2027\nJuly 2027", reason = "The second group is late." })).With(HttpStatusCode.OK);

        (await DueAsync()).ShouldBe("2027-03-31 2027-03-31 2027-07-31");
        (await a.Viewer.WalkAsync($"{plan.Of(a)}/target-moves")).ShouldBeEmpty();
        (await c.Viewer.WalkAsync($"{plan.Of(c)}/target-moves")).ShouldHaveSingleItem().Text("reason")
            .ShouldBe("The second group is late.");
    }

    [Fact]
    public async Task A_cross_reference_withdraws_who_is_named_no_longer_and_takes_up_again_where_it_stopped()
    {
        var (partnership, plan, council) = await CouncilsAsync(2, new Plan.Row("1.1", "Do it", "March 2027"));
        var (other, coordinator, path) = (partnership.Authorities[1], partnership.Partnership.Coordinator, plan.Action());
        (await council.Officer.PostAsync($"{plan.Of(council)}/progress-updates",
            new { status = "atRisk", narrative = "Begun.", tier = "partnership" })).With(HttpStatusCode.Created);
        Task<Answer> NameAsync(string? text, string? reason = null) =>
            coordinator.ChangeAsync(HttpMethod.Put, $"{path}/cross-reference", new { text, reason }, path);
        (await NameAsync(other.Code)).ShouldRefuse(HttpStatusCode.BadRequest, "required", "#/reason");
        (await NameAsync("ATLANTIS", "Why.")).ShouldRefuse(HttpStatusCode.BadRequest, "cross-reference-unresolved", "#/text");

        (await NameAsync(other.Code, "Not theirs.")).With(HttpStatusCode.OK).Items("authorities").Select(a => a.Text("code"))
            .ShouldBe([other.Code]);
        var withdrawn = await council.Viewer.ReadAsync(plan.Of(council));
        (withdrawn.Text("withdrawnReason"), withdrawn.Items("progressUpdates").Count,
            withdrawn.Text("dueBy")).ShouldBe(("Not theirs.", 1, null));
        (await council.Viewer.WalkAsync("/v1/assignments")).ShouldBeEmpty();
        (await council.Viewer.WalkAsync("/v1/assignments?withdrawn=true&sort=dueBy")).ShouldHaveSingleItem().Text("statusLabel")
            .ShouldBe("Withdrawn (at risk)");

        (await NameAsync($"{other.Code}; pilot - {council.Code}")).With(HttpStatusCode.OK);
        var again = await council.Viewer.ReadAsync(plan.Of(council));
        (again.Text("withdrawnAt"), again.Text("status"), again.Text("dueBy"), again.Text("qualifier"),
            again.Items("progressUpdates").Count).ShouldBe((null, "atRisk", "2027-03-31", "pilot", 1));
        (await NameAsync(null, "Nobody's.")).With(HttpStatusCode.OK).Flag("unassigned").ShouldBeTrue();
    }

    private static async Task<JsonElement> MoveAsync(TestOrganisation council, LivePlan plan, string? target, string reason) =>
        (await council.Lead.PostAsync($"{plan.Of(council)}/target-moves", new { target, reason })).With(HttpStatusCode.Created);

    private static (string? Due, string? Baseline, int Slipped, int Moved) Dates(JsonElement a) =>
        (a.Text("dueBy"), a.Text("baselineDueBy"), a.Number("daysSlipped"), a.Number("timesMoved"));

    private async Task<(TestPartnership, LivePlan, TestOrganisation)> CouncilsAsync(int members, params Plan.Row[] rows)
    {
        var partnership = await TestPartnership.CreateAsync(running, members);
        return (partnership, await partnership.HasPlanAsync(rows), partnership.Authorities[0]);
    }
}
