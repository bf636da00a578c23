using System.Net;
using System.Text.Json;

namespace PartnershipEquality.Api.Tests.Assignments;

public sealed class RecordProgressTests(RunningApi running)
{
    private static readonly Plan.Row Monthly = new("1.1", "Report each month", "December 2026 and monthly thereafter");

    [Theory]
    [InlineData("notApplicable", null, null, "required", "#/reason")]
    [InlineData("onTrack", true, null, "finished-needs-completed", "#/finished")]
    [InlineData("atRisk", null, "first", "occurrence-needs-completed", "#/occurrenceId")]
    [InlineData("completed", null, "another's", "unknown-occurrence", "#/occurrenceId")]
    [InlineData(null, null, null, "required", "#/status")]
    public async Task A_report_that_does_not_make_sense_is_refused_by_its_field(string? status, bool? finished, string? occurrence,
        string code, string pointer)
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "Do it", "March 2027"));
        var (council, other) = (partnership.Authorities[0], partnership.Authorities[1]);
        var occurrenceId = occurrence is null ? null
            : (await (occurrence == "first" ? council
                : other).Viewer.ReadAsync($"{plan.Of(occurrence == "first" ? council : other)}/occurrences")).Items()[0].Text("id");

        (await council.Officer.PostAsync($"{plan.Of(council)}/progress-updates", new { status, finished, occurrenceId })).ShouldRefuse(
            HttpStatusCode.BadRequest, code, pointer);

        (await council.Viewer.WalkAsync($"{plan.Of(council)}/progress-updates")).ShouldBeEmpty();
        (await council.Viewer.ReadAsync(plan.Of(council))).Number("version").ShouldBe(1);
    }

    [Theory]
    [InlineData("draft", "scheme-not-approved")]
    [InlineData("inConsultation", "scheme-not-approved")]
    [InlineData("closed", "scheme-closed")]
    public async Task Work_is_reported_on_once_the_scheme_is_approved_and_until_it_is_closed(string stage, string code)
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var plan = await partnership.HasPlanUntilAsync("2029-03-31", stage, new Plan.Row("1.1", "Do it", "March 2027"));
        var council = partnership.Authorities[0];

        (await council.Lead.PostAsync($"{plan.Of(council)}/progress-updates", new { status = "onTrack" })).ShouldRefuse(
            HttpStatusCode.Conflict, code);
        (await council.Lead.PostAsync($"{plan.Of(council)}/target-moves", new { target = "May 2027", reason = "Late." })).ShouldRefuse(
            HttpStatusCode.Conflict, code);
    }

    [Fact]
    public async Task A_withdrawn_assignment_refuses_progress_and_so_does_one_whose_membership_has_ended()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "Do it", "March 2027"));
        var (council, gone) = (partnership.Authorities[0], partnership.Authorities[1]);
        (await partnership.Partnership.Coordinator.ChangeAsync(HttpMethod.Post, $"{plan.Of(council)}/withdraw",
            new { reason = "Not theirs." }, plan.Of(council))).With(HttpStatusCode.OK);
        await running.Database.RunAsync("update memberships set to_on = '2026-11-21' where authority_id = $1", gone.Id);

        (await council.Officer.PostAsync($"{plan.Of(council)}/progress-updates", new { status = "onTrack" })).ShouldRefuse(
            HttpStatusCode.Conflict, "assignment-withdrawn");
        (await council.Lead.PostAsync($"{plan.Of(council)}/target-moves", new { target = "May 2027", reason = "Late." })).ShouldRefuse(
            HttpStatusCode.Conflict, "assignment-withdrawn");
        (await gone.Officer.PostAsync($"{plan.Of(gone)}/progress-updates", new { status = "onTrack" })).ShouldRefuse(
            HttpStatusCode.Conflict, "membership-ended");
    }

    [Fact]
    public async Task A_one_off_is_completed_and_reopened()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "Do it", "March 2027"));
        var council = partnership.Authorities[0];

        var done = await ReportAsync(council, plan, new { status = "completed", narrative = "All done." });
        (done.GetProperty("assignment").Text("status"), done.GetProperty("assignment").Text("dueBy")).ShouldBe(("completed", null));
        var occurrence = (await council.Viewer.WalkAsync($"{plan.Of(council)}/occurrences")).ShouldHaveSingleItem();
        (occurrence.Text("status"), occurrence.Text("updateId")).ShouldBe(("completed", done.GetProperty("update").Text("id")));
        done.GetProperty("update").Text("occurrenceId").ShouldBe(occurrence.Text("id"));

        var reopened = await ReportAsync(council, plan, new { status = "offTrack" });
        (reopened.GetProperty("assignment").Text("status"),
            reopened.GetProperty("assignment").Text("dueBy")).ShouldBe(("offTrack", "2027-03-31"));
        (await council.Viewer.WalkAsync($"{plan.Of(council)}/occurrences")).ShouldHaveSingleItem().Text("status").ShouldBe("open");
        (await council.Viewer.WalkAsync($"{plan.Of(council)}/progress-updates")).Select(u => u.Text("status"))
            .ShouldBe(["completed", "offTrack"]);
    }

    [Fact]
    public async Task A_recurring_delivery_is_closed_by_name_or_as_the_earliest_and_the_others_stand()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var plan = await partnership.HasPlanUntilAsync("2027-03-31", null, Monthly);
        var council = partnership.Authorities[0];
        async Task<string> OccurrencesAsync() => string.Join(' ', (await council.Viewer.WalkAsync($"{plan.Of(council)}/occurrences"))
            .Where(o => o.Text("kind") == "delivery").OrderBy(o => o.Text("dueBy"), StringComparer.Ordinal)
                .Select(o => $"{o.Text("dueBy")}:{o.Text("status")}"));
        (await OccurrencesAsync()).ShouldBe("2026-12-31:open 2027-01-31:open 2027-02-28:open 2027-03-31:open");
        var february = (await council.Viewer.WalkAsync($"{plan.Of(council)}/occurrences")).Single(o => o.Text("dueBy") == "2027-02-28")
            .Text("id");

        var named = await ReportAsync(council, plan, new { status = "completed", occurrenceId = february });
        (await OccurrencesAsync()).ShouldBe("2026-12-31:open 2027-01-31:open 2027-02-28:completed 2027-03-31:open");
        // The report said completed, and is kept so; the work as a whole goes on.
        (named.GetProperty("update").Text("status"), named.GetProperty("assignment").Text("status")).ShouldBe(("completed", "onTrack"));
        (await council.Officer.PostAsync($"{plan.Of(council)}/progress-updates",
            new { status = "completed", occurrenceId = february })).ShouldRefuse(HttpStatusCode.Conflict, "occurrence-closed");

        await ReportAsync(council, plan, new { status = "completed" });
        (await OccurrencesAsync()).ShouldBe("2026-12-31:completed 2027-01-31:open 2027-02-28:completed 2027-03-31:open");
        await ReportAsync(council, plan, new { status = "completed" });
        var last = await ReportAsync(council, plan, new { status = "completed" });
        (await OccurrencesAsync()).ShouldBe("2026-12-31:completed 2027-01-31:completed 2027-02-28:completed 2027-03-31:completed");
        last.GetProperty("assignment").Text("status").ShouldBe("completed");
    }

    [Fact]
    public async Task Finished_completes_a_recurring_assignment_whatever_lies_ahead()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var plan = await partnership.HasPlanUntilAsync("2027-03-31", null, Monthly);
        var council = partnership.Authorities[0];

        var done = (await ReportAsync(council, plan, new { status = "completed", finished = true })).GetProperty("assignment");

        (done.Text("status"), done.Text("dueBy"), done.Flag("overdue")).ShouldBe(("completed", null, false));
        (await BoardAsync(partnership, plan, "2026-11-22")).GetProperty("byStatus").Number("completed").ShouldBe(1);
    }

    [Fact]
    public async Task A_yearly_date_that_was_met_does_not_count_as_late_before_the_next_is_laid_down()
    {
        await using var api = await running.StartAsync();
        var partnership = await TestPartnership.CreateAsync(api, members: 1);
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "Report each year", "December 2026 and yearly thereafter"));
        var council = partnership.Authorities[0];
        await ReportAsync(council, plan, new { status = "completed" });

        api.Clock.Now = new DateTimeOffset(2027, 1, 10, 9, 0, 0, TimeSpan.Zero);

        var flags = (await BoardAsync(partnership, plan, "2027-01-10")).GetProperty("flags");
        (flags.Number("overdue"), flags.Number("overdueAgainstBaseline")).ShouldBe((0, 0));
        (await partnership.Partnership.Viewer.ReadAsync($"/v1/board/slippage?schemeId={plan.SchemeId}")).Items().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_review_is_met_by_any_update_in_its_period_and_a_period_without_one_is_missed()
    {
        await using var api = await running.StartAsync();
        var partnership = await TestPartnership.CreateAsync(api, members: 1);
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "Keep at it", "On-going"));
        var council = partnership.Authorities[0];
        await ReportAsync(council, plan, new { status = "onTrack" });
        (await council.Viewer.WalkAsync($"{plan.Of(council)}/occurrences")).Select(Shown).ShouldBe(["2026-10-01 2026-12-31 completed"]);

        api.Clock.Now = new DateTimeOffset(2027, 4, 1, 0, 30, 0, TimeSpan.Zero);
        (await BoardAsync(partnership, plan, "2027-03-31")).GetProperty("flags").Number("notUpdated").ShouldBe(0);
        (await BoardAsync(partnership, plan, "2027-04-01")).GetProperty("flags").Number("notUpdated").ShouldBe(1);
        var row = (await council.Viewer.WalkAsync("/v1/assignments?notUpdated=true")).ShouldHaveSingleItem();
        (row.Flag("notUpdated"), row.Flag("overdue"), row.Text("statusLabel"),
            row.Text("reviewBy")).ShouldBe((true, false, "On track, not updated", "2027-03-31"));

        api.Clock.Now = new DateTimeOffset(2027, 7, 5, 9, 0, 0, TimeSpan.Zero);
        await ReportAsync(council, plan, new { status = "atRisk" });
        (await council.Viewer.WalkAsync($"{plan.Of(council)}/occurrences")).Select(Shown)
            .ShouldBe(["2026-10-01 2026-12-31 completed", "2027-01-01 2027-03-31 missed", "2027-04-01 2027-06-30 missed",
                "2027-07-01 2027-09-30 completed"], ignoreOrder: true);
        (await BoardAsync(partnership, plan, "2027-07-05")).GetProperty("flags").Number("notUpdated").ShouldBe(0);
    }

    [Fact]
    public async Task An_exception_is_expected_until_the_owner_accepts_it()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "Do it", "March 2027"));
        var (council, coordinator) = (partnership.Authorities[0], partnership.Partnership.Coordinator);
        (await coordinator.ChangeAsync(HttpMethod.Post, $"{plan.Of(council)}/accept-exception", new { }, plan.Of(council))).ShouldRefuse(
            HttpStatusCode.Conflict, "not-an-exception");
        await ReportAsync(council, plan, new { status = "notApplicable", reason = "We have no such service." });
        (await coordinator.ReadAsync(plan.Of(council))).Text("notApplicableReason").ShouldBe("We have no such service.");
        (await BoardAsync(partnership, plan, "2026-11-22")).Number("expected").ShouldBe(2);
        (await council.Admin.ChangeAsync(HttpMethod.Post, $"{plan.Of(council)}/accept-exception", new { }, plan.Of(council))).ShouldRefuse(
            HttpStatusCode.Forbidden, "not-the-owner");
        (await coordinator.PostAsync($"{plan.Of(council)}/accept-exception")).ShouldRefuse(HttpStatusCode.PreconditionRequired,
            "version-missing");

        (await coordinator.ChangeAsync(HttpMethod.Post, $"{plan.Of(council)}/accept-exception", new { }, plan.Of(council))).With(
            HttpStatusCode.OK);

        (await BoardAsync(partnership, plan, "2026-11-22")).Number("expected").ShouldBe(1);
        (await coordinator.ChangeAsync(HttpMethod.Post, $"{plan.Of(council)}/accept-exception", new { }, plan.Of(council))).ShouldRefuse(
            HttpStatusCode.Conflict, "already-accepted");
        await ReportAsync(council, plan, new { status = "onTrack" });
        (await BoardAsync(partnership, plan, "2026-11-22")).Number("expected").ShouldBe(2);
    }

    [Fact]
    public async Task A_closed_scheme_accepts_no_exception_and_takes_nothing_back()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "Do it", "March 2027"));
        var (council, coordinator) = (partnership.Authorities[0], partnership.Partnership.Coordinator);
        await ReportAsync(council, plan, new { status = "notApplicable", reason = "We have no such service." });
        (await coordinator.ChangeAsync(HttpMethod.Patch, $"/v1/schemes/{plan.SchemeId}", new { stage = "closed" })).With(HttpStatusCode.OK);

        (await coordinator.ChangeAsync(HttpMethod.Post, $"{plan.Of(council)}/accept-exception", new { }, plan.Of(council))).ShouldRefuse(
            HttpStatusCode.Conflict, "scheme-closed");
        (await coordinator.ChangeAsync(HttpMethod.Post, $"{plan.Of(council)}/withdraw", new { reason = "Over." },
            plan.Of(council))).ShouldRefuse(HttpStatusCode.Conflict, "scheme-closed");
        (await coordinator.ChangeAsync(HttpMethod.Patch, plan.Action(), new { text = "Else" })).ShouldRefuse(HttpStatusCode.Conflict,
            "scheme-closed");
        (await coordinator.ChangeAsync(HttpMethod.Patch, $"/v1/schemes/{plan.SchemeId}", new { stage = "inForce" })).ShouldRefuse(
            HttpStatusCode.Conflict, "scheme-closed");
    }

    [Fact]
    public async Task Two_reports_at_once_are_both_recorded()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var plan = await partnership.HasPlanUntilAsync("2027-03-31", null, Monthly);
        var council = partnership.Authorities[0];

        await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(i => ReportAsync(council, plan, new { status = "completed", narrative = $"Part {i}" })));

        (await council.Viewer.WalkAsync($"{plan.Of(council)}/progress-updates")).Select(u => u.Text("narrative"))
            .ShouldBe(["Part 0", "Part 1", "Part 2", "Part 3"], ignoreOrder: true);
        var after = await council.Viewer.ReadAsync(plan.Of(council));
        (after.Text("status"), after.Number("version")).ShouldBe(("completed", 5));
        (await council.Viewer.WalkAsync($"{plan.Of(council)}/occurrences")).Select(o => o.Text("updateId")).Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public async Task The_owner_and_other_councils_cannot_report_and_a_viewer_may_not()
    {
        var (partnership, stranger) = (await TestPartnership.CreateAsync(running, members: 2),
            await TestPartnership.CreateAsync(running, members: 1));
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "Do it"));
        var path = $"{plan.Of(partnership.Authorities[0])}/progress-updates";
        var body = new { status = "onTrack" };

        (await partnership.Authorities[0].Viewer.PostAsync(path, body)).ShouldRefuse(HttpStatusCode.Forbidden, "permission-missing");
        (await partnership.Partnership.Admin.PostAsync(path, body)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await partnership.Authorities[1].Admin.PostAsync(path, body)).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        (await stranger.Authorities[0].Admin.PostAsync(path, body)).ShouldRefuse(HttpStatusCode.NotFound, "not-found");
        (await partnership.Authorities[0].Officer.PostAsync(path, body)).With(HttpStatusCode.Created);
    }

    private static async Task<JsonElement> ReportAsync(TestOrganisation council, LivePlan plan, object body) =>
        (await council.Officer.PostAsync($"{plan.Of(council)}/progress-updates", body)).With(HttpStatusCode.Created);

    private static async Task<JsonElement> BoardAsync(TestPartnership partnership, LivePlan plan, string asOf) =>
        (await partnership.Partnership.Viewer.ReadAsync($"/v1/board/progress?schemeId={plan.SchemeId}&asOf={asOf}")).GetProperty("totals");

    private static string Shown(JsonElement o) => $"{o.Text("periodStart")} {o.Text("dueBy")} {o.Text("status")}";
}
