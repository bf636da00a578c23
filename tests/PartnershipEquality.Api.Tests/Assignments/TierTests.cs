using System.Net;
using System.Text.Json;

namespace PartnershipEquality.Api.Tests.Assignments;

/// <summary>Who reads the words of a report.</summary>
public sealed class TierTests(RunningApi running)
{
    private const string Words = "Only we may read of Bramblewick.";

    [Fact]
    public async Task Private_words_are_in_no_answer_to_the_owner_though_its_figures_move()
    {
        var (partnership, plan, council) = await OneCouncilAsync();
        // An authority's default is private until its lead says otherwise.
        (await ReportAsync(council.Officer, council, plan, null)).GetProperty("update").Text("tier").ShouldBe("private");

        (await council.Viewer.ReadAsync(plan.Of(council))).Items("progressUpdates").ShouldHaveSingleItem().Text("narrative")
            .ShouldBe(Words);
        foreach (var path in Places(plan, council))
        {
            var seen = await partnership.Partnership.Admin.GetAnswerAsync(path);
            seen.Status.ShouldBe(HttpStatusCode.OK, path);
            seen.Body.ShouldNotContain("bramblewick", Case.Insensitive, path);
        }

        (await partnership.Partnership.Viewer.WalkAsync($"{plan.Of(council)}/progress-updates")).ShouldBeEmpty();
        (await partnership.Partnership.Viewer.ReadAsync($"/v1/board/progress?schemeId={plan.SchemeId}")).GetProperty("totals")
            .GetProperty("byStatus").Number("atRisk").ShouldBe(1);
        await EnsureNoWordsInTheLogAsync(partnership);
    }

    [Fact]
    public async Task Partnership_words_are_read_by_the_owner_and_by_no_other_member()
    {
        var (partnership, plan, council) = await OneCouncilAsync();
        await ReportAsync(council.Officer, council, plan, "partnership");

        (await partnership.Partnership.Viewer.ReadAsync(plan.Of(council))).Items("progressUpdates").ShouldHaveSingleItem().Text("narrative")
            .ShouldBe(Words);
        (await partnership.Authorities[1].Admin.GetAnswerAsync(plan.Of(council))).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        (await partnership.Authorities[1].Admin.GetAnswerAsync($"{plan.Of(council)}/progress-updates")).ShouldRefuse(
            HttpStatusCode.NotFound, "not-found");
        await EnsureNoWordsInTheLogAsync(partnership);
    }

    [Fact]
    public async Task A_lead_sets_the_default_and_public_words_need_approval()
    {
        var (_, plan, council) = await OneCouncilAsync();
        (await council.Officer.ChangeAsync(HttpMethod.Patch, "/v1/settings", new { defaultTier = "partnership" })).ShouldRefuse(
            HttpStatusCode.Forbidden, "permission-missing");
        (await council.Lead.ChangeAsync(HttpMethod.Patch, "/v1/settings", new { defaultTier = "public" })).ShouldRefuse(
            HttpStatusCode.BadRequest, "unknown-value", "#/defaultTier");
        (await council.Lead.ChangeAsync(HttpMethod.Patch, "/v1/settings", new { defaultTier = "partnership" })).With(HttpStatusCode.OK);

        (await ReportAsync(council.Officer, council, plan, null)).GetProperty("update").Text("tier").ShouldBe("partnership");
        (await council.Officer.PostAsync($"{plan.Of(council)}/progress-updates", new { status = "atRisk", tier = "public" })).ShouldRefuse(
            HttpStatusCode.BadRequest, "permission-missing", "#/tier");
        (await ReportAsync(council.Lead, council, plan, "public")).GetProperty("update").Text("tier").ShouldBe("public");
    }

    [Fact]
    public async Task A_retracted_update_leaves_a_trace_without_its_words()
    {
        var (partnership, plan, council) = await OneCouncilAsync();
        var id = (await ReportAsync(council.Officer, council, plan, "partnership")).GetProperty("update").Text("id");
        var path = $"{plan.Of(council)}/progress-updates/{id}";
        (await council.Officer.PostAsync($"{path}/retract", new { })).ShouldRefuse(HttpStatusCode.BadRequest, "required", "#/reason");
        (await partnership.Partnership.Admin.PostAsync($"{path}/retract", new { reason = "Wrong." })).Status.ShouldBe(
            HttpStatusCode.Forbidden);

        (await council.Officer.PostAsync($"{path}/retract", new { reason = "It named somebody." })).With(HttpStatusCode.OK);

        foreach (var reader in new[] { partnership.Partnership.Viewer, council.Viewer })
        {
            var trace = (await reader.WalkAsync($"{plan.Of(council)}/progress-updates")).ShouldHaveSingleItem();
            (trace.Text("narrative"), trace.Text("retractedReason"), trace.Text("status")).ShouldBe((null, "It named somebody.", "atRisk"));
            trace.Items("evidence").ShouldBeEmpty();
            (await reader.GetAnswerAsync(plan.Of(council))).Body.ShouldNotContain("bramblewick", Case.Insensitive);
        }

        (await council.Officer.PostAsync($"{path}/retract", new { reason = "Again." })).ShouldRefuse(HttpStatusCode.Conflict,
            "update-retracted");
        (await council.Officer.PostAsync($"{path}/narrow", new { tier = "private", reason = "Again." })).ShouldRefuse(
            HttpStatusCode.Conflict, "update-retracted");
        (await TypesAsync(partnership.Partnership.Id, "change_feed")).ShouldContain("progress_update.revoked");
    }

    [Fact]
    public async Task A_narrowed_update_is_gone_for_the_owner_which_is_told()
    {
        var (partnership, plan, council) = await OneCouncilAsync();
        var id = (await ReportAsync(council.Officer, council, plan, "partnership")).GetProperty("update").Text("id");
        var path = $"{plan.Of(council)}/progress-updates/{id}/narrow";
        (await council.Officer.PostAsync(path, new { tier = "partnership", reason = "None." })).ShouldRefuse(HttpStatusCode.BadRequest,
            "not-narrower", "#/tier");

        var narrowed = (await council.Officer.PostAsync(path, new { tier = "private", reason = "Sent too early." })).With(
            HttpStatusCode.OK);

        (narrowed.Text("tier"), narrowed.Text("narrowedReason")).ShouldBe(("private", "Sent too early."));
        (await partnership.Partnership.Viewer.WalkAsync($"{plan.Of(council)}/progress-updates")).ShouldBeEmpty();
        (await council.Viewer.WalkAsync($"{plan.Of(council)}/progress-updates")).ShouldHaveSingleItem().Text("narrative").ShouldBe(Words);
        (await TypesAsync(partnership.Partnership.Id, "change_feed")).ShouldContain("progress_update.revoked");
    }

    [Fact]
    public async Task Each_change_is_logged_and_fed_to_those_who_may_know_and_to_nobody_else()
    {
        var (partnership, plan, council) = await OneCouncilAsync();
        var (owner, other, stranger) = (partnership.Partnership, partnership.Authorities[1],
            await TestPartnership.CreateAsync(running, members: 1));
        async Task<List<string>> FedAsync(TestOrganisation reader) => await TypesAsync(reader.Id, "change_feed");
        (await FedAsync(council)).Count(t => t == "assignment.created").ShouldBe(1);
        (await FedAsync(owner)).Count(t => t == "assignment.created").ShouldBe(2);
        (await FedAsync(other)).ShouldContain("scheme.created");
        await running.Database.RunAsync("delete from change_feed where organisation_id = any ($1)",
            partnership.Everyone.Select(o => o.Id).ToArray());

        await ReportAsync(council.Officer, council, plan, "private");
        (await FedAsync(council)).ShouldBe(["assignment.status_changed", "progress_update.recorded"], ignoreOrder: true);
        (await FedAsync(owner)).ShouldBe(["assignment.status_changed"]);
        await ReportAsync(council.Officer, council, plan, "partnership");
        (await FedAsync(owner)).ShouldBe(["assignment.status_changed", "assignment.reported", "progress_update.recorded"],
            ignoreOrder: true);
        (await council.Lead.PostAsync($"{plan.Of(council)}/target-moves", new { target = "May 2027", reason = Words })).With(
            HttpStatusCode.Created);
        (await owner.Coordinator.ChangeAsync(HttpMethod.Patch, plan.Action(), new { target = "June 2027", reason = Words })).With(
            HttpStatusCode.OK);
        (await FedAsync(other)).ShouldBe(["assignment.target_moved", "action.changed"], ignoreOrder: true);
        (await FedAsync(owner)).Count(t => t == "assignment.target_moved").ShouldBe(3);
        (await owner.Coordinator.ChangeAsync(HttpMethod.Post, $"{plan.Of(council)}/withdraw", new { reason = Words },
            plan.Of(council))).With(HttpStatusCode.OK);
        (await FedAsync(council)).ShouldContain("assignment.withdrawn");
        (await FedAsync(other)).ShouldNotContain("assignment.withdrawn");

        (await FedAsync(stranger.Partnership)).ShouldBeEmpty();
        (await FedAsync(stranger.Authorities[0])).ShouldBeEmpty();
        (await TypesAsync(owner.Id, "changes")).ShouldNotContain("progress_update.recorded");
        (await running.Database.TextsAsync("""
            select actor from changes where organisation_id = $1 and type = 'assignment.withdrawn'
            """, owner.Id)).ShouldHaveSingleItem().ShouldStartWith("key:");
        await EnsureNoWordsInTheLogAsync(partnership);
    }

    private static string[] Places(LivePlan plan, TestOrganisation council) =>
    [
        plan.Of(council), $"{plan.Of(council)}/progress-updates", $"{plan.Of(council)}/occurrences", $"{plan.Of(council)}/target-moves",
            $"/v1/assignments?schemeId={plan.SchemeId}",
        plan.Action(), $"/v1/board/progress?schemeId={plan.SchemeId}", $"/v1/board/slippage?schemeId={plan.SchemeId}",
    ];

    private static async Task<JsonElement> ReportAsync(HttpClient client, TestOrganisation council, LivePlan plan, string? tier) =>
        (await client.PostAsync($"{plan.Of(council)}/progress-updates",
            new
            {
                status = "atRisk",
                narrative = Words,
                tier,
                evidence = new[] { new { title = "Bramblewick", url = "https://example.org/bramblewick" } }
            })).With(
                    HttpStatusCode.Created);

    private async Task<(TestPartnership, LivePlan, TestOrganisation)> OneCouncilAsync()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        return (partnership, await partnership.HasPlanAsync(new Plan.Row("1.1", "Do it", "March 2027")), partnership.Authorities[0]);
    }

    private Task<List<string>> TypesAsync(Guid organisationId, string table) =>
        running.Database.TextsAsync($"select type from {table} where organisation_id = $1", organisationId);

    private async Task EnsureNoWordsInTheLogAsync(TestPartnership partnership)
    {
        var log = await running.Database.TextsAsync("""
            select to_jsonb(c)::text from changes c where organisation_id = any ($1)
            """, partnership.Everyone.Select(o => o.Id).ToArray());
        log.ShouldNotBeEmpty();
        log.ShouldAllBe(row => !row.Contains("bramblewick", StringComparison.OrdinalIgnoreCase));
    }
}
