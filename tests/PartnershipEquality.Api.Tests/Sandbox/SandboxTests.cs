using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PartnershipEquality.Api.Jobs;
using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Tests.Sandbox;

/// <summary>
/// A sandbox is tenants of their own: what a scheme says is copied into it, and nothing leaves it or enters it otherwise.
/// </summary>
public sealed class SandboxTests(RunningApi running)
{
    private static readonly Plan.Row[] Rows =
    [
        new("1.1", "Publish the policy", "31 December 2026", Responsible: "Policy Officer"),
        new("1.2", "Train the staff", "on-going"),
    ];

    [Fact]
    public async Task A_copied_scheme_holds_the_plan_and_nothing_that_was_reported()
    {
        var world = await TestPartnership.CreateAsync(running, members: 2);
        var live = await world.HasPlanAsync(Rows);
        var council = world.Authorities[0];
        await (await council.Admin.SendAsync(HttpMethod.Post, $"{live.Of(council)}/progress-updates",
            new { status = "onTrack", narrative = "Said in earnest.", tier = "partnership" })).ShouldBeAsync(HttpStatusCode.Created);

        (await council.Admin.ReadAsync("/v1/sandbox")).GetProperty("organisations").GetArrayLength().ShouldBe(0);
        var copy = await CopyAsync(council, live.SchemeId);
        using var test = await KeyAsync(world.Api, council);
        var me = await test.ReadAsync("/v1/me");
        me.GetProperty("sandbox").GetBoolean().ShouldBeTrue();
        me.GetProperty("organisation").Text("code").ShouldBe(council.Code);
        me.GetProperty("organisation").Id().ShouldNotBe(council.Id);
        (await council.Admin.ReadAsync("/v1/me")).GetProperty("sandbox").GetBoolean().ShouldBeFalse();

        var schemeId = copy.Id("schemeId");
        var actions = await test.WalkAsync($"/v1/schemes/{schemeId}/actions");
        actions.Select(a => (a.Text("reference"), a.Text("text")))
            .ShouldBe([("1.1/1", "Publish the policy"), ("1.2/1", "Train the staff")]);
        var assignments = await test.WalkAsync($"/v1/assignments?schemeId={schemeId}");
        assignments.Count.ShouldBe(2);
        assignments.ShouldAllBe(a => a.Text("status") == "notStarted");
        assignments[0].GetRawText().ShouldNotContain("Said in earnest.");

        // The partnership's side of the same sandbox sees both members' parts.
        using var board = await KeyAsync(world.Api, council, world.Partnership.Code, "coordinator");
        (await board.WalkAsync($"/v1/assignments?schemeId={schemeId}")).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Nothing_done_in_a_sandbox_is_seen_in_earnest_nor_the_other_way()
    {
        var world = await TestPartnership.CreateAsync(running, members: 2);
        var live = await world.HasPlanAsync(Rows);
        var council = world.Authorities[0];
        var copy = await CopyAsync(council, live.SchemeId);
        using var test = await KeyAsync(world.Api, council);
        var inSandbox = (await test.WalkAsync($"/v1/assignments?schemeId={copy.Id("schemeId")}"))[0];
        await (await test.SendAsync(HttpMethod.Post, $"/v1/assignments/{inSandbox.Id()}/progress-updates",
            new { status = "onTrack", narrative = "Only a trial.", tier = "partnership" })).ShouldBeAsync(HttpStatusCode.Created);

        await (await test.GetAsync(live.Of(council), TestContext.Current.CancellationToken)).ShouldBeProblemAsync(HttpStatusCode.NotFound,
            "not-found");
        (await test.WalkAsync("/v1/schemes")).Select(s => s.Id()).ShouldBe([copy.Id("schemeId")]);
        foreach (var other in world.Everyone)
        {
            await (await other.Admin.GetAsync($"/v1/assignments/{inSandbox.Id()}",
                TestContext.Current.CancellationToken)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not-found");
            (await other.Admin.WalkAsync("/v1/schemes")).Select(s => s.Id()).ShouldBe([live.SchemeId]);
            (await other.Admin.WalkAsync("/v1/organisations")).Count(o => o.Text("name")!.Contains("sandbox", StringComparison.Ordinal))
                .ShouldBe(0);
        }

        // Another member that copies the same scheme has a sandbox of its own.
        await CopyAsync(world.Authorities[1], live.SchemeId);
        using var others = await KeyAsync(world.Api, world.Authorities[1]);
        await (await others.GetAsync($"/v1/assignments/{inSandbox.Id()}", TestContext.Current.CancellationToken)).ShouldBeProblemAsync(
            HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_sandbox_owes_no_mail_whatever_is_due()
    {
        var world = await TestPartnership.CreateAsync(running, members: 1);
        var live = await world.HasPlanAsync(Rows);
        var council = world.Authorities[0];
        await CopyAsync(council, live.SchemeId);
        using var test = await KeyAsync(world.Api, council);
        var twin = (await test.ReadAsync("/v1/me")).GetProperty("organisation").Id();

        var due = new DateOnly(2026, 12, 31);
        (await PlanAsync(council.Id, due)).ShouldBeGreaterThan(0, "the same day owes reminders in earnest");
        (await PlanAsync(twin, due)).ShouldBe(0);
        // Whoever wrote one all the same, the database would not keep it, nor any work to send it.
        await running.Database.RunAsync("""
            insert into equality.work_due (organisation_id, kind, next_at)
              values ($1, 'deliver', '2026-01-01Z'), ($1, 'send', '2026-01-01Z')
            """, twin);
        (await running.Database.TextsAsync("""
            select kind from equality.work_due where organisation_id = $1 order by kind
            """, twin)).ShouldBe(["feed", "plan"]);
    }

    [Fact]
    public async Task A_test_key_says_so_is_no_live_key_and_makes_only_its_like()
    {
        var world = await TestPartnership.CreateAsync(running, members: 1);
        var live = await world.HasPlanAsync(Rows);
        var council = world.Authorities[0];
        var created = await (await council.Admin.SendAsync(HttpMethod.Post, "/v1/sandbox/keys",
            new { name = "CI", role = "admin" })).ShouldBeAsync(HttpStatusCode.Created);
        var secret = created.Text("secret")!;
        secret.ShouldStartWith("pe_test_");
        created.GetProperty("key").Text("expiresAt").ShouldBe("2027-02-20T10:00:00Z");
        using var dressedUp = world.Api.Client(secret.Replace("pe_test_", "pe_live_", StringComparison.Ordinal));
        await (await dressedUp.GetAsync("/v1/me", TestContext.Current.CancellationToken)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized,
            "credential-missing");

        using var test = world.Api.Client(secret);
        var another = await (await test.SendAsync(HttpMethod.Post, "/v1/api-keys", new { name = "portal", role = "viewer" })).ShouldBeAsync(
            HttpStatusCode.Created);
        another.Text("secret")!.ShouldStartWith("pe_test_");
        (await test.WalkAsync("/v1/api-keys")).Count.ShouldBe(2);
        (await council.Admin.WalkAsync("/v1/api-keys")).Select(k => k.Id()).ShouldNotContain(created.GetProperty("key").Id());
        await (await test.SendAsync(HttpMethod.Post, "/v1/sandbox/schemes", new { schemeId = live.SchemeId })).ShouldBeProblemAsync(
            HttpStatusCode.Conflict, "sandbox-already");
        await (await council.Officer.SendAsync(HttpMethod.Post, "/v1/sandbox/keys",
            new { name = "CI", role = "admin" })).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "permission-missing");
    }

    [Theory]
    [InlineData("/v1/sandbox/schemes", "{}", "#/schemeId")]
    [InlineData("/v1/sandbox/schemes", "{\"schemeId\":\"0190a000-0000-7000-8000-000000000000\"}", "#/schemeId")]
    [InlineData("/v1/sandbox/keys", "{\"name\":\"\",\"role\":\"admin\"}", "#/name")]
    [InlineData("/v1/sandbox/keys", "{\"name\":\"CI\"}", "#/role")]
    [InlineData("/v1/sandbox/keys", "{\"name\":\"CI\",\"role\":\"admin\",\"organisation\":\"NOBODY\"}", "#/organisation")]
    [InlineData("/v1/sandbox/keys", "{\"name\":\"CI\",\"role\":\"admin\",\"expiresAt\":\"2020-01-01T00:00:00Z\"}", "#/expiresAt")]
    public async Task What_cannot_be_copied_or_made_is_refused_by_field(string path, string body, string pointer)
    {
        var world = await TestPartnership.CreateAsync(running, members: 1);
        var live = await world.HasPlanAsync(Rows);
        await CopyAsync(world.Authorities[0], live.SchemeId);
        var response = await world.Authorities[0].Admin.SendAsync(HttpMethod.Post, path, JsonDocument.Parse(body).RootElement);
        (await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation")).GetProperty("errors")[0].Text("pointer")
            .ShouldBe(pointer);
    }

    [Fact]
    public async Task A_copy_and_a_key_under_an_idempotency_key_are_made_once()
    {
        var world = await TestPartnership.CreateAsync(running, members: 1);
        var live = await world.HasPlanAsync(Rows);
        var council = world.Authorities[0];

        var copies = new[] { await UnderKeyAsync(council, "copy", "/v1/sandbox/schemes", new { schemeId = live.SchemeId }),
            await UnderKeyAsync(council, "copy", "/v1/sandbox/schemes", new { schemeId = live.SchemeId }) };
        var keys = new[] { await UnderKeyAsync(council, "key", "/v1/sandbox/keys", new { name = "CI", role = "admin" }),
            await UnderKeyAsync(council, "key", "/v1/sandbox/keys", new { name = "CI", role = "admin" }) };

        foreach (var twice in new[] { copies, keys })
        {
            twice.Select(t => t.Status).ShouldBe([HttpStatusCode.Created, HttpStatusCode.Created]);
            twice[0].Body.ShouldBe(twice[1].Body);
            twice.Select(t => t.Replayed).ShouldBe([false, true]);
        }

        using var test = world.Api.Client(JsonDocument.Parse(keys[0].Body).RootElement.Text("secret"));
        (await test.WalkAsync("/v1/schemes")).Count.ShouldBe(1);
        (await test.WalkAsync("/v1/api-keys")).Count.ShouldBe(1);
        (await council.Admin.ReadAsync("/v1/audit?types=sandbox.scheme_copied,sandbox.key_created")).Items().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_copy_that_fails_on_its_way_leaves_nothing_and_may_be_asked_for_again_under_the_same_key()
    {
        await using var database = await running.NewDatabaseAsync("halfway");
        await using var api = await running.StartAsync(databases: database.Roles);
        var world = await TestPartnership.CreateAsync(api, members: 1);
        var live = await world.HasPlanAsync(Rows);
        var council = world.Authorities[0];
        await database.RunAsync("""
            create function no_more() returns trigger language plpgsql as $$ begin raise exception 'no more schemes'; end $$;
            create trigger no_more before insert on schemes for each row execute function no_more()
            """);

        ((int)(await UnderKeyAsync(council, "copy", "/v1/sandbox/schemes",
            new { schemeId = live.SchemeId })).Status).ShouldBeGreaterThanOrEqualTo(500);

        (await database.TextsAsync("""
            select i.status from imports i join organisations o on o.id = i.organisation_id where o.sandbox_of is not null
            """)).ShouldBe(["abandoned"]);
        (await council.Admin.ReadAsync("/v1/audit?types=sandbox.scheme_copied")).Items().ShouldBeEmpty();
        await database.RunAsync("drop trigger no_more on schemes");
        (await UnderKeyAsync(council, "copy", "/v1/sandbox/schemes", new { schemeId = live.SchemeId })).Status.ShouldBe(
            HttpStatusCode.Created);
    }

    private static async Task<(HttpStatusCode Status, string Body, bool Replayed)> UnderKeyAsync(TestOrganisation organisation, string key,
        string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        using var response = await organisation.Admin.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            response.Headers.Contains("Idempotent-Replayed"));
    }

    private async Task<int> PlanAsync(Guid organisation, DateOnly day)
    {
        var ct = TestContext.Current.CancellationToken;
        return await running.Api.Services.GetRequiredService<OrganisationWork>()
            .PlanAsync((await WorkDue.ScopeAsync(running.Database.Roles.Platform, organisation, day, ct))!, day, ct);
    }

    private static async Task<JsonElement> CopyAsync(TestOrganisation organisation, Guid schemeId) =>
        await (await organisation.Admin.SendAsync(HttpMethod.Post, "/v1/sandbox/schemes", new { schemeId })).ShouldBeAsync(
            HttpStatusCode.Created);

    private static async Task<HttpClient> KeyAsync(ApiInstance api, TestOrganisation organisation, string? actsAs = null,
        string role = "admin") =>
        api.Client((await (await organisation.Admin.SendAsync(HttpMethod.Post, "/v1/sandbox/keys",
            new { name = "A trial", role, organisation = actsAs })).ShouldBeAsync(HttpStatusCode.Created)).Text("secret"));
}
