using System.Net;
using System.Text;
using System.Text.Json;

namespace PartnershipEquality.Api.Tests.Imports;

/// <summary>A document applied into a scheme that is live: the difference is shown first, and what was reported is never lost.</summary>
public sealed class MergeTests(RunningApi running)
{
    private static readonly Plan.Row[] Agreed =
    [
        new("1.1", "Publish a profile of our communities", "March 2027", Milestones: "Draft | May 2026"),
        new("1.1", "Train every front-line officer in equality duties", "On-going"),
        new("1.2", "Consult disabled residents on the town hall", "June 2027"),
        new("1.3", "Review the translation policy", "September 2026"),
    ];

    private static readonly Plan.Row[] Revised =
    [
        new("1.1", "Agree which data we hold", "June 2026"),
        new("1.1", "Publish a yearly profile of our communities", "March 2027", Milestones: "Draft | June 2026\nConsult | July 2026"),
        new("1.1", "Train every front-line officer in equality duties", "On-going"),
        new("1.2", "Consult disabled residents on the town hall", "December 2027", Outcome: "A hall that all can use"),
        new("1.4", "Appoint a champion", "May 2026"),
    ];

    [Fact]
    public async Task What_it_would_change_is_shown_and_then_changed_and_no_report_is_lost()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        var (coordinator, council, other) = (partnership.Partnership.Coordinator, partnership.Authorities[0], partnership.Authorities[1]);
        var plan = await partnership.HasPlanAsync(Agreed);
        var profile = plan.Of(council);
        var policy = plan.Of(council, "1.3/1");
        (await council.Officer.PostAsync($"{profile}/progress-updates",
            new { status = "onTrack", narrative = "Half done.", tier = "partnership" })).With(HttpStatusCode.Created);
        (await council.Officer.PostAsync($"{policy}/progress-updates",
            new { status = "completed", narrative = "Reviewed.", tier = "partnership" })).With(HttpStatusCode.Created);

        var import = await UploadAsync(coordinator, plan, Revised);
        var path = $"/v1/imports/{import.Text("id")}";
        (import.Text("intoSchemeId"), import.Text("title"), import.Text("stage")).ShouldBe((plan.SchemeId.ToString(), "plan", "inForce"));
        var difference = await coordinator.ReadAsync($"{path}/difference");

        Parts(difference).ShouldBe(
        [
            "action added - Agree which data we hold",
            "action changed 1.1/1 Publish a yearly profile of our communities: text",
            "milestone changed 1.1/1 Draft: target",
            "milestone added 1.1/1 Consult",
            "action changed 1.2/1 Consult disabled residents on the town hall: outcome, target",
            "commitment added 1.4 Promise 1.4",
            "action added - Appoint a champion",
            "commitment gone 1.3 Promise 1.3",
            "action gone 1.3/1 Review the translation policy",
        ], ignoreOrder: true);
        Part(difference, "1.3/1").Number("reported").ShouldBe(1);
        (Part(difference, "1.1/1").Text("matchedBy"),
            Part(difference, "1.1/1").GetProperty("likeness").GetDouble()).ShouldBe(("likeness", 0.92));
        (difference.GetProperty("counts").GetProperty("actions").Number("same"),
            difference.GetProperty("counts").GetProperty("commitments").Number("same")).ShouldBe((1, 2));

        // Nothing has happened yet, and nothing does on terms that nobody saw.
        (await coordinator.ReadAsync($"/v1/schemes/{plan.SchemeId}/actions")).Items().Count.ShouldBe(4);
        (await coordinator.PostAsync($"{path}/apply")).ShouldRefuse(HttpStatusCode.BadRequest, "required", "#/difference");
        (await coordinator.PostAsync($"{path}/apply", Terms("0123"))).ShouldRefuse(HttpStatusCode.Conflict, "difference-changed");
        (await coordinator.PostAsync($"{path}/apply", Terms(difference) with { Gone = null })).ShouldRefuse(HttpStatusCode.BadRequest,
            "required", "#/gone");
        (await coordinator.PostAsync($"{path}/apply", Terms(difference) with { Reason = "" })).ShouldRefuse(HttpStatusCode.BadRequest,
            "too-short", "#/reason");

        var applied = (await coordinator.PostAsync($"{path}/apply", Terms(difference))).With(HttpStatusCode.Created);

        (applied.Id("schemeId"), applied.GetProperty("changes").GetProperty("actions").Number("gone")).ShouldBe((plan.SchemeId, 1));
        var actions = await coordinator.WalkAsync($"/v1/schemes/{plan.SchemeId}/actions");
        actions.Select(a => $"{a.Text("reference")} {a.Text("text")}").ShouldBe(
        [
            "1.1/3 Agree which data we hold", "1.1/1 Publish a yearly profile of our communities",
                "1.1/2 Train every front-line officer in equality duties",
            "1.2/1 Consult disabled residents on the town hall", "1.4/1 Appoint a champion",
        ]);
        var mine = await council.Officer.ReadAsync(profile);
        (mine.Text("status"), mine.Text("dueBy")).ShouldBe(("onTrack", "2026-06-30"), "the milestone's new date");
        (await council.Officer.WalkAsync($"{profile}/progress-updates")).ShouldHaveSingleItem().Text("narrative").ShouldBe("Half done.");
        (await council.Officer.WalkAsync($"{profile}/target-moves")).ShouldHaveSingleItem().Text("reason").ShouldBe("Agreed in July.");
        var gone = await council.Officer.ReadAsync(policy);
        (gone.Text("status"), gone.Text("withdrawnReason")).ShouldBe(("completed", "Agreed in July."));
        (await council.Officer.WalkAsync($"{policy}/progress-updates")).ShouldHaveSingleItem().Text("narrative").ShouldBe("Reviewed.");
        (await other.Viewer.ReadAsync(plan.Of(other, "1.2/1"))).Text("dueBy").ShouldBe("2027-12-31");
        (await council.Viewer.WalkAsync($"/v1/assignments?schemeId={plan.SchemeId}")).Where(a => a.Text("withdrawnAt") is null)
            .Select(a => a.Text("reference")).ShouldBe(["1.1/1", "1.1/2", "1.1/3", "1.2/1", "1.4/1"], ignoreOrder: true);
        (await coordinator.ReadAsync($"/v1/board/progress?schemeId={plan.SchemeId}")).GetProperty("totals").Number("expected").ShouldBe(10);

        (await coordinator.PostAsync($"{path}/undo")).ShouldRefuse(HttpStatusCode.Conflict, "import-merged");
        (await coordinator.PostAsync($"{path}/apply", Terms(difference))).ShouldRefuse(HttpStatusCode.Conflict, "import-applied");
        Parts(await DifferenceAsync(coordinator, await UploadAsync(coordinator, plan, Revised))).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_not_in_the_document_may_stay()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var coordinator = partnership.Partnership.Coordinator;
        var plan = await partnership.HasPlanAsync(Agreed);
        var import = await UploadAsync(coordinator, plan, Revised);

        (await coordinator.PostAsync($"/v1/imports/{import.Text("id")}/apply",
            Terms(await DifferenceAsync(coordinator, import)) with { Gone = "keep" })).With(HttpStatusCode.Created);

        (await coordinator.WalkAsync($"/v1/schemes/{plan.SchemeId}/actions")).Select(a => a.Text("reference"))
            .ShouldBe(["1.1/3", "1.1/1", "1.1/2", "1.2/1", "1.4/1", "1.3/1"]);
    }

    [Fact]
    public async Task A_plan_that_is_counted_anew_keeps_what_was_reported_with_the_words_it_was_reported_on()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var (coordinator, council) = (partnership.Partnership.Coordinator, partnership.Authorities[0]);
        var plan = await partnership.HasPlanAsync(Agreed);
        var policy = plan.Of(council, "1.3/1");
        (await council.Officer.PostAsync($"{policy}/progress-updates", new { status = "atRisk", tier = "partnership" })).With(
            HttpStatusCode.Created);
        // 1.2 is left out; 1.3 moves up to its number and 1.1 changes places with it.
        var header = new[] { "Theme number", "Theme", "Reference", "Commitment", "Responsible officer", "Action", "Target date",
            "Cross-reference" };
        var csv = Plan.Csv(header,
            ["1", "Knowing your community", "1.1", "Promise 1.3", "Equality Officer", "Review the translation policy", "September 2026",
                "ALL"],
            ["1", "Knowing your community", "1.2", "Promise 1.1", "Equality Officer", "Train every front-line officer in equality duties",
                "On-going", "ALL"],
            ["1", "Knowing your community", "1.2", "Promise 1.1", "Equality Officer", "Publish a profile of our communities", "March 2027",
                "ALL"]);
        var import = (await coordinator.UploadAsync(Encoding.UTF8.GetBytes(csv), null, null, into: plan.SchemeId.ToString())).With(
            HttpStatusCode.Created);
        var difference = await DifferenceAsync(coordinator, import);

        Parts(difference).ShouldBe(
        [
            "commitment changed 1.1 Promise 1.3: reference", "commitment changed 1.2 Promise 1.1: reference",
            "commitment gone 1.2 (old) Promise 1.2: reference", "action gone 1.2/1 Consult disabled residents on the town hall",
        ]);
        (await coordinator.PostAsync($"/v1/imports/{import.Text("id")}/apply", Terms(difference))).With(HttpStatusCode.Created);

        (await coordinator.WalkAsync($"/v1/schemes/{plan.SchemeId}/actions")).Select(a => a.Text("reference"))
            .ShouldBe(["1.1/1", "1.2/2", "1.2/1"]);
        var mine = await council.Viewer.ReadAsync(policy);
        (mine.Text("reference"), mine.Text("status")).ShouldBe(("1.1/1", "atRisk"));
        // The columns that this document does not have said nothing, so the milestones stand.
        (await coordinator.ReadAsync(plan.Action())).Items("milestones").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_person_says_which_is_which_where_the_words_do_not()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var coordinator = partnership.Partnership.Coordinator;
        var plan = await partnership.HasPlanAsync(Agreed);
        var import = await UploadAsync(coordinator, plan,
            new("1.1", "Know who lives here", "March 2027", Milestones: "Draft | May 2026"),
                new("1.1", "Train every front-line officer in equality duties", "On-going"), Agreed[2], Agreed[3]);
        var path = $"/v1/imports/{import.Text("id")}";
        Parts(await DifferenceAsync(coordinator, import))
            .ShouldBe(["action added - Know who lives here", "action gone 1.1/1 Publish a profile of our communities"]);

        Task<Answer> SayAsync(params object[] matches) => coordinator.ChangeAsync(HttpMethod.Patch, path, new { matches });
        (await SayAsync(new { reference = "1.1/9", live = "1.1/1" })).ShouldRefuse(HttpStatusCode.BadRequest, "unknown-reference",
            "#/matches/0/reference");
        (await SayAsync(new { reference = "1.1/1", live = "1.2" })).ShouldRefuse(HttpStatusCode.BadRequest, "unknown-reference",
            "#/matches/0/live");
        (await SayAsync(new { reference = "1.1/1", live = "1.1/1" }, new { reference = "1.1/2", live = "1.1/1" })).ShouldRefuse(
            HttpStatusCode.BadRequest, "duplicate", "#/matches/1");
        (await SayAsync(new { live = "1.1/1" })).ShouldRefuse(HttpStatusCode.BadRequest, "required");
        (await SayAsync(new { reference = "1.1/1", live = "1.1/1" }, new { reference = "1.2", live = (string?)null })).With(
            HttpStatusCode.OK);

        Parts(await DifferenceAsync(coordinator, import)).ShouldBe(
            ["action changed 1.1/1 Know who lives here: text", "commitment added 1.2 Promise 1.2",
                "commitment gone 1.2 (old) Promise 1.2: reference",
                    "action changed 1.2/1 Consult disabled residents on the town hall: commitment"],
            ignoreOrder: true);
        (await coordinator.PostAsync($"{path}/apply", Terms(await DifferenceAsync(coordinator, import)))).With(HttpStatusCode.Created);
        (await coordinator.ReadAsync(plan.Action())).Text("text").ShouldBe("Know who lives here");
    }

    [Fact]
    public async Task What_was_withdrawn_comes_back_with_what_was_reported_on_it()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var (coordinator, council) = (partnership.Partnership.Coordinator, partnership.Authorities[0]);
        var plan = await partnership.HasPlanAsync(Agreed);
        (await council.Officer.PostAsync($"{plan.Of(council, "1.3/1")}/progress-updates",
            new { status = "offTrack", tier = "partnership" })).With(HttpStatusCode.Created);
        (await coordinator.ChangeAsync(HttpMethod.Post, $"{plan.Action("1.3/1")}/withdraw", new { reason = "No money." },
            plan.Action("1.3/1"))).With(HttpStatusCode.OK);
        var import = await UploadAsync(coordinator, plan, Agreed);
        var difference = await DifferenceAsync(coordinator, import);

        Parts(difference).ShouldBe(["action returned 1.3/1 Review the translation policy: authorities"]);
        (await coordinator.PostAsync($"/v1/imports/{import.Text("id")}/apply", Terms(difference))).With(HttpStatusCode.Created);

        var again = await council.Viewer.ReadAsync(plan.Of(council, "1.3/1"));
        (again.Text("status"), again.Text("withdrawnAt")).ShouldBe(("offTrack", null));
    }

    [Fact]
    public async Task It_is_applied_only_as_it_was_seen_and_only_into_an_open_scheme_of_ones_own()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var (coordinator, council) = (partnership.Partnership.Coordinator, partnership.Authorities[0]);
        var plan = await partnership.HasPlanAsync(Agreed);
        var import = await UploadAsync(coordinator, plan, Revised);
        var seen = await DifferenceAsync(coordinator, import);
        (await coordinator.ChangeAsync(HttpMethod.Patch, plan.Action(), new { outcome = "Known" })).With(HttpStatusCode.OK);
        (await coordinator.PostAsync($"/v1/imports/{import.Text("id")}/apply", Terms(seen))).ShouldRefuse(HttpStatusCode.Conflict,
            "difference-changed");

        var bytes = Encoding.UTF8.GetBytes(Plan.Of(Agreed));
        (await council.Admin.UploadAsync(bytes, into: plan.SchemeId.ToString())).ShouldRefuse(HttpStatusCode.BadRequest, "unknown-scheme",
            "intoSchemeId");
        (await council.Admin.UploadAsync(bytes, into: Guid.NewGuid().ToString())).ShouldRefuse(HttpStatusCode.BadRequest, "unknown-scheme",
            "intoSchemeId");
        (await council.Admin.UploadAsync(bytes, into: "mine")).ShouldRefuse(HttpStatusCode.BadRequest, "format", "intoSchemeId");

        var plain = (await coordinator.UploadAsync(bytes)).With(HttpStatusCode.Created);
        var path = $"/v1/imports/{plain.Text("id")}";
        (await coordinator.GetAnswerAsync($"{path}/difference")).ShouldRefuse(HttpStatusCode.Conflict, "import-makes-a-scheme");
        (await coordinator.PostAsync($"{path}/apply", Terms(seen))).ShouldRefuse(HttpStatusCode.BadRequest, "not-wanted");
        (await coordinator.ChangeAsync(HttpMethod.Patch, path,
            new { matches = new[] { new { reference = "1.1", live = "1.1" } } })).ShouldRefuse(HttpStatusCode.BadRequest, "not-wanted",
                "#/matches");
        (await coordinator.ChangeAsync(HttpMethod.Patch, path, new { intoSchemeId = plan.SchemeId })).With(HttpStatusCode.OK)
            .Text("startsOn").ShouldBe("2026-04-01");
        (await DifferenceAsync(coordinator, plain)).Items("parts").ShouldNotBeEmpty("the outcome that was written by hand");

        var first = (await coordinator.WalkAsync("/v1/imports")).First(i => i.Text("schemeId") == plan.SchemeId.ToString()).Text("id");
        (await coordinator.PostAsync($"/v1/imports/{import.Text("id")}/apply", Terms(await DifferenceAsync(coordinator, import)))).With(
            HttpStatusCode.Created);
        (await coordinator.PostAsync($"/v1/imports/{first}/undo")).ShouldRefuse(HttpStatusCode.Conflict, "import-in-use");

        (await coordinator.ChangeAsync(HttpMethod.Patch, $"/v1/schemes/{plan.SchemeId}", new { stage = "closed" })).With(HttpStatusCode.OK);
        (await coordinator.PostAsync($"{path}/apply", Terms(await DifferenceAsync(coordinator, plain)))).ShouldRefuse(
            HttpStatusCode.Conflict, "scheme-closed");
        (await coordinator.UploadAsync(bytes, into: plan.SchemeId.ToString())).ShouldRefuse(HttpStatusCode.Conflict, "scheme-closed");
    }

    [Fact]
    public async Task A_document_for_a_scheme_that_is_undone_makes_one_of_its_own()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var coordinator = partnership.Partnership.Coordinator;
        var plan = await partnership.HasPlanAsync(Agreed);
        var first = (await coordinator.WalkAsync("/v1/imports")).ShouldHaveSingleItem().Text("id");
        var import = await UploadAsync(coordinator, plan, Revised);

        (await coordinator.PostAsync($"/v1/imports/{first}/undo")).With(HttpStatusCode.OK);

        (await coordinator.ReadAsync($"/v1/imports/{import.Text("id")}")).Text("intoSchemeId").ShouldBeNull();
        (await coordinator.PostAsync($"/v1/imports/{import.Text("id")}/apply")).With(HttpStatusCode.Created).Id("schemeId")
            .ShouldNotBe(plan.SchemeId);
    }

    /// <summary>
    /// Whatever one document after another says: the plan then says just that, in that order, and every report is still there.
    /// </summary>
    [Fact]
    public async Task However_often_a_plan_is_revised_it_says_what_the_document_says_and_keeps_every_report()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        var (coordinator, council) = (partnership.Partnership.Coordinator, partnership.Authorities[0]);
        var random = new Random(20261122);
        var rows = Enumerable.Range(1, 12).Select(n => new Plan.Row($"1.{1 + (n / 4)}", Sentence(n), "June 2027")).ToList();
        var plan = await partnership.HasPlanAsync([.. rows]);
        var reports = 0;
        for (var round = 1; round <= 12; round++)
        {
            var mine = (await council.Officer.WalkAsync($"/v1/assignments?schemeId={plan.SchemeId}")).Where(
                a => a.Text("withdrawnAt") is null).ToList();
            if (mine.Count > 0)
            {
                (await council.Officer.PostAsync($"/v1/assignments/{mine[random.Next(mine.Count)].Id()}/progress-updates",
                    new { status = "onTrack", narrative = $"Round {round}", tier = "partnership" })).With(HttpStatusCode.Created);
                reports++;
            }

            rows = [.. rows.Where(_ => random.Next(8) > 0).Select(row => random.Next(6) switch
            {
                0 => row with { Action = $"{row.Action} soon" },
                1 => row with { Target = $"{random.Next(1, 29)} May 2027", Milestones = random.Next(2) == 0
                    ? "" : "Draft | April 2027\nAgree | 2 May 2027" },
                2 => row with { For = random.Next(2) == 0 ? partnership.Authorities[random.Next(2)].Code : "ALL" },
                3 => row with { Reference = $"1.{random.Next(1, 5)}" },
                _ => row,
            }).Concat(Enumerable.Range(0, random.Next(3))
                .Select(n => new Plan.Row($"1.{random.Next(1, 6)}", Sentence((100 * round) + n), "On-going")))
                    .OrderBy(row => row.Reference, StringComparer.Ordinal)];
            if (rows.Count > 1 && random.Next(2) == 0)
            {
                // Counted anew: the promises change their numbers all round.
                rows = [.. rows.Select(
                    row => row with {
                        Reference = $"1.{1 + ((int.Parse(row.Reference[2..], System.Globalization.CultureInfo.InvariantCulture) + 1) % 6)}" }).OrderBy(row => row.Reference, StringComparer.Ordinal)];
            }

            var import = await UploadAsync(coordinator, plan, [.. rows]);
            var difference = await DifferenceAsync(coordinator, import);
            (await coordinator.PostAsync($"/v1/imports/{import.Text("id")}/apply", Terms(difference))).With(HttpStatusCode.Created);

            (await coordinator.WalkAsync($"/v1/schemes/{plan.SchemeId}/actions")).Select(
                a => $"{a.Text("reference")![..3]} {a.Text("text")} {a.Text("target")}")
                    .ShouldBe(rows.Select(row => $"{row.Reference} {row.Action} {row.Target}"), $"round {round}");
            Parts(await DifferenceAsync(coordinator, await UploadAsync(coordinator, plan, [.. rows]))).ShouldBeEmpty($"round {round}");
            (await running.Database.TextsAsync("select id::text from progress_updates where owner_id = $1",
                partnership.Partnership.Id)).Count.ShouldBe(reports);
            // Assignments and their headlines name where their action stands.
            (await running.Database.TextsAsync("""
                select a.reference from assignments a join assignment_states s on s.assignment_id = a.id and s.ended_at is null
                  join actions x on x.id = a.action_id
                where a.owner_id = $1 and (s.theme_id <> x.theme_id or a.theme_id <> x.theme_id or a.commitment_id <> x.commitment_id
                  or a.reference <> x.reference or s.withdrawn <> (a.withdrawn_at is not null))
                """, partnership.Partnership.Id)).ShouldBeEmpty();
        }

        string Sentence(int n) => $"Make {string.Join(' ', Enumerable.Range(0, 6).Select(_ => $"thing{random.Next(400)}"))} {n}";
    }

    private static async Task<JsonElement> UploadAsync(HttpClient owner, LivePlan plan, params Plan.Row[] rows) =>
        (await owner.UploadAsync(Encoding.UTF8.GetBytes(Plan.Of(rows)), null, null, into: plan.SchemeId.ToString())).With(
            HttpStatusCode.Created);

    private static Task<JsonElement> DifferenceAsync(HttpClient owner, JsonElement import) =>
        owner.ReadAsync($"/v1/imports/{import.Text("id")}/difference");

    private static MergeWanted Terms(JsonElement difference) => Terms(difference.Text("fingerprint")!);

    private static MergeWanted Terms(string fingerprint) => new(fingerprint, "withdraw", "Agreed in July.");

    private static JsonElement Part(JsonElement difference, string reference) =>
        difference.Items("parts").First(p => p.Text("part") == "action" && p.Text("reference") == reference && p.Text("id") is not null);

    private static List<string> Parts(JsonElement difference) => [.. difference.Items("parts").Select(p =>
        $"{p.Text("part")} {p.Text("change")} {(p.Text("change") == "added" && p.Text("part") == "action" ? "-" : p.Text("reference"))} " +
        $"{p.Text("text")}{(p.Items("fields").Count == 0 ? "" : $": {string.Join(", ", p.Items("fields").Select(f => f.Text("field")))}")}")];

    private sealed record MergeWanted(string Difference, string? Gone, string Reason);
}
