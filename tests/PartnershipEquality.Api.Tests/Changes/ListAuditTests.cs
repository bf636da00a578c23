using System.Net;

namespace PartnershipEquality.Api.Tests.Changes;

/// <summary>Who did what: an organisation's own acts, and others' on its part of a plan.</summary>
public sealed class ListAuditTests(RunningApi running)
{
    [Fact]
    public async Task It_holds_what_an_organisation_did_and_what_its_owner_did_to_its_work_with_what_changed()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        var (owner, council, other) = (partnership.Partnership, partnership.Authorities[0], partnership.Authorities[1]);
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "Publish the profile", "June 2027"));
        (await council.Officer.PostAsync($"{plan.Of(council)}/progress-updates",
            new { status = "onTrack", narrative = "Not in the audit" })).With(HttpStatusCode.Created);
        (await owner.Coordinator.ChangeAsync(HttpMethod.Post, $"{plan.Of(council)}/withdraw", new { reason = "Not needed" },
            plan.Of(council))).With(HttpStatusCode.OK);

        var subject = plan.Of(council)["/v1/".Length..];
        var rows = await council.Admin.WalkAsync($"/v1/audit?subject={subject}", limit: 1);
        rows.Select(r => (r.Text("type"), r.Id("organisationId")))
            .ShouldBe([("assignment.withdrawn", owner.Id), ("assignment.status_changed", council.Id), ("assignment.created", owner.Id)]);
        (rows[1].GetProperty("before").GetRawText(),
            rows[1].GetProperty("after").GetRawText()).ShouldBe(("""{"status":"notStarted"}""", """{"status":"onTrack"}"""));
        rows[1].Text("actor").ShouldStartWith("key:");
        rows.ShouldAllBe(r => !r.GetRawText().Contains("Not in the audit"));

        (await other.Admin.WalkAsync($"/v1/audit?subject={subject}")).ShouldBeEmpty();
        (await council.Admin.WalkAsync($"/v1/audit?types=progress_update.*,assignment.withdrawn")).Select(r => r.Text("type"))
            .ShouldBe(["assignment.withdrawn", "progress_update.recorded"]);
        (await owner.Admin.WalkAsync("/v1/audit?types=progress_update.*")).ShouldBeEmpty(
            "what an authority reported for itself is in its own audit");
        (await council.Lead.GetAnswerAsync("/v1/audit")).ShouldRefuse(HttpStatusCode.Forbidden, "permission-missing");
    }

    [Fact]
    public async Task It_is_walked_from_the_newest_back_without_a_gap_and_by_days()
    {
        var council = (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0];
        await running.Database.RunAsync("""
            insert into changes (id, organisation_id, authority_id, owner_id, audience, type, subject, version, actor, at)
            select gen_random_uuid(), case when n % 3 = 0 then p.partnership_id else $1 end, $1, p.partnership_id, 'parties',
              'assignment.reported', 'assignments/' || gen_random_uuid(), n, 'test',
              timestamptz '2026-06-01 22:30Z' + (n / 4) * interval '1 hour'
            from generate_series(1, 403) n, memberships p where p.authority_id = $1
            """, council.Id);

        var rows = await council.Admin.WalkAsync("/v1/audit", limit: 7);

        rows.Count.ShouldBe(403);
        rows.Select(r => r.Id()).ShouldBeUnique();
        rows.Select(r => r.GetProperty("at").GetDateTimeOffset()).ShouldBeInOrder(SortDirection.Descending);
        // 22:30 and 23:30 in UTC are the evening and the next day in London's summer.
        (await council.Admin.WalkAsync("/v1/audit?toOn=2026-06-01")).Count.ShouldBe(3);
        (await council.Admin.WalkAsync("/v1/audit?fromOn=2026-06-02&toOn=2026-06-02")).Count.ShouldBe(96);
        (await council.Admin.WalkAsync("/v1/audit?toOn=9999-12-31")).Count.ShouldBe(403);
        (await council.Admin.WalkAsync("/v1/audit?fromOn=0001-01-01")).Count.ShouldBe(403);
    }
}
