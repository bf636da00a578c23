using System.Diagnostics;
using System.Net;

namespace PartnershipEquality.Api.Tests.Assignments;

/// <summary>Many reports in one request: each by the rules of a single one, and an answer for each.</summary>
public sealed class RecordManyProgressTests(RunningApi running)
{
    private const string Path = "/v1/progress-updates/bulk";

    [Fact]
    public async Task Each_report_is_recorded_or_refused_by_itself_and_says_where_and_why()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        var (council, other) = (partnership.Authorities[0], partnership.Authorities[1]);
        var plan = await partnership.HasPlanAsync(
            [.. Enumerable.Range(1, 8).Select(i => new Plan.Row($"1.{i}", $"Action {i}", "June 2027"))]);
        Guid Of(int i, TestOrganisation? who = null) => Guid.Parse(plan.Of(who ?? council, $"1.{i}/1")["/v1/assignments/".Length..]);
        (await partnership.Partnership.Coordinator.ChangeAsync(HttpMethod.Post, $"/v1/assignments/{Of(6)}/withdraw",
            new { reason = "Not needed" }, $"/v1/assignments/{Of(6)}")).With(HttpStatusCode.OK);
        object[] items =
        [
            new { assignmentId = Of(1), version = 1, update = new { status = "onTrack", narrative = "First", tier = "partnership" } },
            new { schemeId = plan.SchemeId, reference = "1.2/1", update = new { status = "completed", finished = true } },
            new { assignmentId = Of(3), version = 7, update = new { status = "onTrack" } },
            new { assignmentId = Of(3, other), update = new { status = "onTrack" } },
            new { assignmentId = Of(4), update = new { status = "notApplicable" } },
            new { assignmentId = Of(1), update = new { status = "atRisk" } },
            new { assignmentId = Of(6), update = new { status = "atRisk" } },
            new { assignmentId = Of(7), update = new { status = "onTrack", tier = "public" } },
            new { assignmentId = Of(8), update = new { status = "completed", occurrenceId = Guid.NewGuid() } },
            new { schemeId = plan.SchemeId, reference = "9.9/9", update = new { status = "onTrack" } },
            new { update = new { status = "onTrack" } },
        ];

        var answer = (await council.Officer.PostAsync(Path, new { items })).With(HttpStatusCode.OK);

        (answer.Number("recorded"), answer.Number("refused")).ShouldBe((2, 9));
        answer.Items().Select(r => r.Number("index")).ShouldBe(Enumerable.Range(0, items.Length));
        answer.Items().Select(r => (r.Number("status"), r.TryGetProperty("problem", out var p) ? p.Text("code") : null)).ShouldBe([
            (201, null), (201, null), (412, "version-stale"), (404, "not-found"), (400, "validation"), (400, "named-twice"),
                (409, "assignment-withdrawn"), (400, "validation"), (400, "validation"), (404, "not-found"), (400, "validation")]);
        answer.Items().Where(r => r.Number("status") != 201).Select(r => r.GetProperty("problem").Items("errors")[0].Text("pointer"))
            .ShouldBe([
            "#/items/2/version", "#/items/3", "#/items/4/update/reason", "#/items/5", "#/items/6", "#/items/7/update/tier",
                "#/items/8/update/occurrenceId", "#/items/9", "#/items/10/assignmentId"]);
        (answer.Items()[0].Text("assignmentStatus"), answer.Items()[0].Number("version"),
            answer.Items()[0].Id("assignmentId")).ShouldBe(("onTrack", 2, Of(1)));

        (await council.Viewer.ReadAsync($"/v1/progress-updates/{answer.Items()[0].Id("updateId")}")).Text("narrative").ShouldBe("First");
        (await council.Viewer.ReadAsync($"/v1/assignments/{Of(2)}")).Text("status").ShouldBe("completed");
        foreach (var untouched in new[] { Of(3), Of(4), Of(7), Of(8) })
        {
            var kept = await council.Viewer.ReadAsync($"/v1/assignments/{untouched}");
            (kept.Text("status"), kept.Number("version"), kept.Items("progressUpdates").Count).ShouldBe(("notStarted", 1, 0));
        }

        (await running.Database.TextsAsync("""
            select type from changes where organisation_id = $1 and type ~ 'assignment|progress' order by id
            """, council.Id))
            .ShouldBe(["assignment.status_changed", "progress_update.recorded", "assignment.status_changed", "progress_update.recorded"]);
        (await partnership.Partnership.Viewer.ReadAsync($"/v1/assignments/{Of(1)}")).Items("states").Single(s => s.Text("endedAt") is null)
            .Text("status").ShouldBe("onTrack");
    }

    [Fact]
    public async Task All_or_nothing_records_nothing_where_one_is_refused()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var council = partnership.Authorities[0];
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "One", "June 2027"), new Plan.Row("1.2", "Two", "June 2027"));
        object Item(string reference, string status) => new { schemeId = plan.SchemeId, reference, update = new { status } };

        var refused = await council.Officer.PostAsync(Path,
            new { atomic = true, items = new[] { Item("1.1/1", "onTrack"), Item("1.2/1", "notApplicable") } });
        refused.ShouldRefuse(HttpStatusCode.Conflict, "items-refused", "#/items/1/update/reason");
        (await council.Viewer.ReadAsync(plan.Of(council))).Number("version").ShouldBe(1);

        (await council.Officer.PostAsync(Path, new
        {
            atomic = true,
            items = new[] { Item("1.1/1", "onTrack"), Item("1.2/1", "atRisk") }
        })).With(HttpStatusCode.OK).Number("recorded").ShouldBe(2);
        (await council.Viewer.GetAnswerAsync(plan.Of(council))).Json.Text("status").ShouldBe("onTrack");
    }

    [Fact]
    public async Task A_body_that_breaks_a_fields_rule_is_refused_as_a_whole()
    {
        var council = (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0];
        object Item(object update) => new { assignmentId = Guid.NewGuid(), update };

        (await council.Officer.PostAsync(Path, new { items = Array.Empty<object>() })).ShouldRefuse(HttpStatusCode.BadRequest, "too-short",
            "#/items");
        (await council.Officer.PostAsync(Path, new { items = Enumerable.Repeat(Item(new { status = "onTrack" }), 501) })).ShouldRefuse(
            HttpStatusCode.BadRequest, "too-long", "#/items");
        (await council.Officer.PostAsync(Path,
            new { items = new[] { Item(new { status = "onTrack" }), Item(new { narrative = "No status" }) } })).ShouldRefuse(
                HttpStatusCode.BadRequest, "required", "#/items/1/update/status");
        (await council.Officer.PostAsync(Path, new { items = new[] { new { assignmentId = Guid.NewGuid() } } })).Status.ShouldBe(
            HttpStatusCode.BadRequest);
        (await council.Officer.PostAsync(Path, new { items = new object?[] { null } })).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("{\"items\":[{\"status\":\"onTrack\"}]}", "#/items/0/status")]
    [InlineData("{\"items\":[{\"update\":{\"state\":\"onTrack\"}}]}", "#/items/0/update/state")]
    [InlineData("{\"reports\":[]}", "#/reports")]
    public async Task A_field_that_is_not_known_is_named_where_it_stands(string body, string pointer)
    {
        var council = (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0];
        var response = await council.Officer.SendAsync(HttpMethod.Post, "/v1/progress-updates/bulk",
            System.Text.Json.JsonDocument.Parse(body).RootElement);
        (await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation")).GetProperty("errors")[0].Text("pointer")
            .ShouldBe(pointer);
    }

    [Fact]
    public async Task Five_hundred_are_recorded_in_one_request()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var council = partnership.Authorities[0];
        var plan = await partnership.HasPlanAsync(
            [.. Enumerable.Range(1, 500).Select(i => new Plan.Row($"{1 + (i / 50)}.{1 + (i % 50)}", $"Action {i}", "June 2027"))]);
        var items = plan.Assignments.Select(a => new
        {
            assignmentId = a.Id(),
            update = new { status = "onTrack", narrative = "As planned.", tier = "partnership" }
        }).ToList();
        var watch = Stopwatch.StartNew();

        var answer = (await council.Officer.PostAsync(Path, new { items })).With(HttpStatusCode.OK);

        TestContext.Current.TestOutputHelper?.WriteLine($"500 reports in {watch.Elapsed.TotalSeconds:0.00} s");
        answer.Number("recorded").ShouldBe(500);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20), "one after another they take longer");
        (await council.Viewer.WalkAsync($"/v1/assignments?schemeId={plan.SchemeId}&status=onTrack")).Count.ShouldBe(500);
    }
}
