using System.Net;
using System.Text.Json;

namespace PartnershipEquality.Api.Tests.Conventions;

/// <summary>A client is answered what it asks for of each thing, and what it would otherwise ask for one by one.</summary>
public sealed class FieldsAndExpandTests(RunningApi running)
{
    [Fact]
    public async Task Just_the_fields_asked_for_are_answered_at_the_top_and_below()
    {
        var (council, plan) = await PlannedAsync();
        var viewer = council.Viewer;

        foreach (var item in (await viewer.ReadAsync("/v1/assignments?fields=id,status,dueBy&limit=1")).Items()
            .Concat(await viewer.WalkAsync("/v1/assignments?fields=id,status,dueBy", 1)))
        {
            NamesOf(item).ShouldBe(["dueBy", "id", "status"], ignoreOrder: true);
        }

        var assignment = await viewer.ReadAsync($"{plan.Of(council)}?fields=version,sharedTargets.dueBy,sharedTargets.text,occurrences.id");
        NamesOf(assignment).ShouldBe(["version", "sharedTargets", "occurrences"], ignoreOrder: true);
        assignment.Items("sharedTargets").ShouldAllBe(t => NamesOf(t).Order().SequenceEqual(new[] { "dueBy", "text" }));
        assignment.Items("occurrences").ShouldNotBeEmpty();
        NamesOf(await viewer.ReadAsync($"{plan.Action()}?fields=crossReference.text")).ShouldBe(["crossReference"]);
        (await viewer.WalkAsync($"/v1/schemes/{plan.SchemeId}/commitments?fields=reference,actions.id")).ShouldAllBe(
            c => NamesOf(c).Count == 2 && c.Items("actions").All(a => NamesOf(a).Single() == "id"));
        (await viewer.WalkAsync($"/v1/schemes/{plan.SchemeId}/actions?fields=id,targets,targets.dueBy")).ShouldAllBe(a => a.Items("targets")
            .All(t => NamesOf(t).Count > 2));
    }

    [Fact]
    public async Task A_page_of_chosen_fields_goes_on_in_its_link()
    {
        var (council, _) = await PlannedAsync();
        var response = await council.Viewer.GetAsync("/v1/assignments?fields=reference&limit=1", TestContext.Current.CancellationToken);

        var next = response.Headers.GetValues("Link").Single().Split('<', '>')[1];
        next.ShouldContain("fields=reference");
        NamesOf((await council.Viewer.ReadAsync(next)).Items().Single()).ShouldBe(["reference"]);
    }

    [Theory]
    [InlineData("/v1/assignments?fields=id,colour", "id, reference, action")]
    [InlineData("/v1/assignments?fields=", "id, reference, action")]
    [InlineData("/v1/assignments?fields=ID", "id, reference, action")]
    [InlineData("/v1/assignments?fields=id.x", "no fields below id")]
    [InlineData("{assignment}?fields=sharedTargets.colour", "sharedTargets.text")]
    [InlineData("{assignment}?fields=sharedTargets,sharedTargets.colour", "sharedTargets.text")]
    [InlineData("{action}?fields=colour", "crossReference")]
    public async Task An_unknown_field_is_refused_with_those_there_are(string path, string says)
    {
        var (council, plan) = await PlannedAsync();
        path = path.Replace("{assignment}", plan.Of(council), StringComparison.Ordinal)
            .Replace("{action}", plan.Action(), StringComparison.Ordinal);

        var answer = await council.Viewer.GetAnswerAsync(path);

        answer.ShouldRefuse(HttpStatusCode.BadRequest, "unknown-field", "fields");
        answer.Json.Items("errors")[0].Text("detail")!.ShouldContain(says);
    }

    [Fact]
    public async Task Each_choice_of_fields_has_a_tag_of_its_own_and_all_serve_to_change_the_thing()
    {
        var (council, plan) = await PlannedAsync(forPartnership: false);
        var tags = new List<string>();
        foreach (var query in new[] { "", "?fields=id", "?fields=outcome" })
        {
            var tag = (await council.Admin.GetAnswerAsync(plan.Action() + query)).Tag!;
            tags.Add(tag);
            (await council.Admin.AskAsync(HttpMethod.Get, plan.Action() + query, ifNoneMatch: tag)).Status.ShouldBe(
                HttpStatusCode.NotModified);
        }

        tags.Distinct().Count().ShouldBe(3);
        (await council.Admin.AskAsync(HttpMethod.Get, plan.Action(), ifNoneMatch: tags[1])).Status.ShouldBe(HttpStatusCode.OK);
        (await council.Admin.AskAsync(HttpMethod.Patch, plan.Action(), new { outcome = "Another" }, tags[1])).With(HttpStatusCode.OK);
        // Of what stayed the same the body does too, and the tag tells the new version all the same.
        (await council.Admin.AskAsync(HttpMethod.Get, $"{plan.Action()}?fields=id", ifNoneMatch: tags[1])).Status.ShouldBe(
            HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_latest_update_that_the_reader_may_see_comes_along_with_each_assignment()
    {
        var (council, plan) = await PlannedAsync();
        var path = plan.Of(council);
        foreach (var (narrative, tier) in new[] { ("First", "partnership"), ("Second", "partnership"), ("Third", "private") })
        {
            (await council.Officer.PostAsync($"{path}/progress-updates", new { status = "onTrack", narrative, tier })).With(
                HttpStatusCode.Created);
        }

        async Task<List<string?>> SeenAsync(HttpClient client) =>
            [.. (await client.WalkAsync($"/v1/assignments?schemeId={plan.SchemeId}&authorityId={council.Id}&expand=latestUpdate",
                1)).Select(a => a.TryGetProperty("latestUpdate", out var update)
                    ? $"{a.Text("reference")} {update.Text("narrative")}" : null)];

        (await SeenAsync(council.Viewer)).ShouldBe(["1.1/1 Third", null]);
        (await SeenAsync(_partnershipViewer!)).ShouldBe(["1.1/1 Second", null], "what is private is the council's own");
        var last = (await council.Viewer.WalkAsync($"{path}/progress-updates"))[^1];
        (await council.Officer.PostAsync($"{path}/progress-updates/{last.Id()}/retract", new { reason = "Wrong" })).With(HttpStatusCode.OK);
        (await SeenAsync(council.Viewer)).ShouldBe(["1.1/1 Second", null]);
        (await council.Viewer.WalkAsync($"/v1/assignments?schemeId={plan.SchemeId}")).Count(a => a.TryGetProperty("latestUpdate", out _))
            .ShouldBe(0);
    }

    [Fact]
    public async Task Milestones_and_authorities_come_along_with_each_action_as_each_action_shows_them()
    {
        var (council, plan) = await PlannedAsync();
        var path = $"/v1/schemes/{plan.SchemeId}/actions";

        foreach (var viewer in new[] { council.Viewer, _partnershipViewer! })
        {
            var expanded = await viewer.WalkAsync($"{path}?expand=milestones,authorities", 1);
            expanded.Count.ShouldBe(2);
            foreach (var action in expanded)
            {
                var whole = await viewer.ReadAsync($"/v1/actions/{action.Id()}");
                action.GetProperty("milestones").ToString().ShouldBe(whole.GetProperty("milestones").ToString());
                action.GetProperty("authorities").ToString().ShouldBe(whole.GetProperty("authorities").ToString());
            }

            expanded.Sum(a => a.Items("milestones").Count).ShouldBe(1);
            expanded.Sum(a => a.Items("authorities").Count).ShouldBeGreaterThan(1);
        }

        (await council.Viewer.WalkAsync(path)).ShouldAllBe(a => a.Text("milestones") == null && a.Text("authorities") == null);
        (await council.Viewer.GetAnswerAsync($"{path}?expand=colour")).ShouldRefuse(HttpStatusCode.BadRequest, "unknown-value", "expand");
        (await council.Viewer.GetAnswerAsync("/v1/assignments?expand=")).ShouldRefuse(HttpStatusCode.BadRequest, "unknown-value", "expand");
    }

    private HttpClient? _partnershipViewer;

    private async Task<(TestOrganisation Council, LivePlan Plan)> PlannedAsync(bool forPartnership = true)
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        _partnershipViewer = partnership.Partnership.Viewer;
        Plan.Row[] rows = [new("1.1", "Publish the profile", "June 2027", Milestones: "Draft agreed by March 2027"),
            new("1.1", "Ask the forums", "July 2027")];
        if (forPartnership)
        {
            return (partnership.Authorities[0], await partnership.HasPlanAsync(rows));
        }

        var council = partnership.Authorities[0];
        var scheme = await council.ImportPlanAsync(Plan.Of(rows));
        return (council, new LivePlan(scheme, await council.Viewer.WalkAsync($"/v1/assignments?schemeId={scheme}")));
    }

    private static List<string> NamesOf(JsonElement thing) => [.. thing.EnumerateObject().Select(p => p.Name)];
}
