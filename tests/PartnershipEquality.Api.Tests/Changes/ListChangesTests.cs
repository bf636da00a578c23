using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PartnershipEquality.Api.Features.Changes;
using PartnershipEquality.Api.Hosting;
using PartnershipEquality.Api.Jobs;
using PartnershipEquality.Api.Tests.Jobs;
using PartnershipEquality.Data.ChangeLog;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Tests.Changes;

/// <summary>The feed as integrations meet it.</summary>
public sealed class ListChangesTests(FeedServer feed) : IClassFixture<FeedServer>
{
    [Fact]
    public async Task A_change_is_an_event_that_says_what_changed_and_where_it_can_be_read()
    {
        var partnership = await TestPartnership.CreateAsync(feed.Api, members: 2);
        var council = partnership.Authorities[0];
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "Publish the profile", "June 2027"));
        var position = await council.Viewer.NowAsync();
        (await council.Officer.PostAsync($"{plan.Of(council)}/progress-updates",
            new { status = "onTrack", narrative = "Words", tier = "partnership" })).With(HttpStatusCode.Created);

        var response = await council.Viewer.GetAsync($"/v1/changes?after={position}&limit=1", TestContext.Current.CancellationToken);
        var page = await response.ShouldBeAsync(HttpStatusCode.OK);
        var first = page.Items().ShouldHaveSingleItem();
        var assignment = plan.Of(council)["/v1/".Length..];

        first.EnumerateObject().Select(p => p.Name)
            .ShouldBe(["specversion", "id", "source", "type", "subject", "time", "datacontenttype", "position", "data"]);
        (first.Text("specversion"), first.Text("type"), first.Text("subject"), first.Text("time"), first.Text("datacontenttype"),
            first.Text("source"))
            .ShouldBe(("1.0", "assignment.status_changed", assignment, "2026-11-22T10:00:00Z", "application/json",
                $"/v1/organisations/{council.Id}"));
        first.GetProperty("data").GetRawText()
            .ShouldBe($$"""{"resource":"assignments","id":"{{assignment["assignments/".Length..]}}","version":2,"href":"{{plan.Of(council)}}"}""");
        page.Flag("hasMore").ShouldBeTrue();
        page.Text("nextCursor").ShouldBe(first.Text("position"));
        response.Headers.GetValues("Link").ShouldHaveSingleItem()
            .ShouldBe($"</v1/changes?after={first.Text("position")}&limit=1>; rel=\"next\"");

        var (rest, end) = await council.Viewer.FollowAsync(first.Text("position"));
        rest.Select(e => e.Text("type")).ShouldBe(["progress_update.recorded"]);
        (await council.Viewer.ReadAsync(rest[0].GetProperty("data").Text("href")!)).Text("narrative").ShouldBe("Words");
        (await council.Viewer.FollowAsync(end)).Events.ShouldBeEmpty();
        // Another that is told of it has an order of its own, and the same things in it.
        var (all, _) = await partnership.Partnership.Viewer.FollowAsync(types: "assignment.*,progress_update.recorded");
        all.Select(e => e.Text("type")).Distinct()
            .ShouldBe(["assignment.created", "assignment.status_changed", "progress_update.recorded"]);
    }

    [Fact]
    public async Task A_filter_moves_the_position_on_past_what_it_leaves_out_and_names_types_that_there_are()
    {
        var council = (await TestPartnership.CreateAsync(feed.Api, members: 1)).Authorities[0];
        await council.Admin.SendAsync(HttpMethod.Patch, "/v1/settings", new { mailFromName = "First" }, "*");
        var begin = await council.Viewer.NowAsync();
        await council.Admin.SendAsync(HttpMethod.Patch, "/v1/settings", new { mailFromName = "Second" }, "*");

        var (none, past) = await council.Viewer.FollowAsync(begin, "scheme.*");
        none.ShouldBeEmpty();
        past.ShouldNotBe(begin);
        (await council.Viewer.FollowAsync(past)).Events.ShouldBeEmpty("what the filter left out is behind the position");
        (await council.Viewer.FollowAsync(begin, "scheme.*,settings.changed")).Events.Count.ShouldBe(1);

        foreach (var types in new[] { "nothing", "assignment", "settings.changed,", "*", "settings.changed;scheme.*" })
        {
            (await council.Viewer.GetAnswerAsync($"/v1/changes?types={types}")).ShouldRefuse(HttpStatusCode.BadRequest, "unknown-value",
                "types");
        }

        (await council.Viewer.ReadAsync("/v1/changes/types")).Items().Select(t => t.Text("name"))
            .ShouldBe(ChangeTypes.All.Select(t => t.Name));
    }

    [Fact]
    public async Task A_position_is_its_organisations_alone_and_nothing_else_is_taken_for_one()
    {
        var partnership = await TestPartnership.CreateAsync(feed.Api, members: 2);
        var (mine, theirs) = (await partnership.Authorities[0].Viewer.NowAsync(), await partnership.Authorities[1].Viewer.NowAsync());
        foreach (var text in new[] { theirs, "", "garbage", "%FF", new string('A', 38), new string('A', 4000), mine[..^1], mine + "A",
            mine.ToUpperInvariant() })
        {
            (await partnership.Authorities[0].Viewer.GetAnswerAsync($"/v1/changes?after={text}")).ShouldRefuse(HttpStatusCode.BadRequest,
                "position-invalid", "after");
        }

        (await partnership.Authorities[0].Viewer.GetAnswerAsync($"/v1/changes?from=now&after={mine}")).ShouldRefuse(
            HttpStatusCode.BadRequest, "unknown-value", "from");
        (await partnership.Authorities[0].Viewer.GetAnswerAsync("/v1/changes?from=yesterday")).ShouldRefuse(HttpStatusCode.BadRequest,
            "unknown-value", "from");
        (await partnership.Authorities[0].Viewer.GetAnswerAsync("/v1/changes?limit=201")).ShouldRefuse(HttpStatusCode.BadRequest,
            "out-of-range", "limit");
        FeedPosition.TryRead(new FeedPosition(3, 1L << 40, 7).ToText(Guid.Empty), Guid.Empty).ShouldBe(new FeedPosition(3, 1L << 40, 7));
    }

    [Fact]
    public async Task An_owner_that_loses_sight_of_an_update_is_told_to_drop_it_and_its_authority_is_not()
    {
        var partnership = await TestPartnership.CreateAsync(feed.Api, members: 1);
        var (owner, council) = (partnership.Partnership, partnership.Authorities[0]);
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "Publish the profile", "June 2027"));
        var update = (await council.Lead.PostAsync($"{plan.Of(council)}/progress-updates",
            new { status = "onTrack", narrative = "Words", tier = "public" })).With(HttpStatusCode.Created).GetProperty("update").Id();
        var (ofOwner, ofCouncil) = (await owner.Viewer.NowAsync(), await council.Viewer.NowAsync());

        (await council.Officer.PostAsync($"{plan.Of(council)}/progress-updates/{update}/narrow",
            new { tier = "partnership", reason = "Not yet" })).With(HttpStatusCode.OK);
        (await owner.Viewer.FollowAsync(ofOwner)).Events.Select(e => e.Text("type")).ShouldBe(["progress_update.narrowed"]);
        (await council.Officer.PostAsync($"{plan.Of(council)}/progress-updates/{update}/narrow",
            new { tier = "private", reason = "Not at all" })).With(HttpStatusCode.OK);

        var told = (await owner.Viewer.FollowAsync(ofOwner)).Events;
        told.Select(e => e.Text("type")).ShouldBe(["progress_update.narrowed", "progress_update.revoked"]);
        (await owner.Viewer.GetAnswerAsync(told[1].GetProperty("data").Text("href")!)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await council.Viewer.FollowAsync(ofCouncil)).Events.Select(e => e.Text("type"))
            .ShouldBe(["progress_update.narrowed", "progress_update.narrowed"]);
        (await council.Viewer.ReadAsync($"/v1/progress-updates/{update}")).Text("tier").ShouldBe("private");

        (await council.Officer.PostAsync($"{plan.Of(council)}/progress-updates/{update}/retract", new { reason = "Wrong" })).With(
            HttpStatusCode.OK);
        (await council.Viewer.FollowAsync(ofCouncil)).Events[^1].Text("type").ShouldBe("progress_update.revoked");
        (await owner.Viewer.FollowAsync(ofOwner)).Events.Count.ShouldBe(2);
        (await council.Viewer.ReadAsync($"/v1/progress-updates/{update}")).Text("narrative").ShouldBeNull();
    }

    [Fact]
    public async Task A_membership_that_ends_with_a_day_is_told_once_to_both_as_what_they_may_see_no_more()
    {
        await using var later = await feed.StartAsync();
        var (partnership, member) = await (await TestPartnership.CreateAsync(feed.Api, members: 1)).WithMemberAsync(
            new DateOnly(2026, 4, 1), new DateOnly(2026, 11, 22));
        var (ofMember, ofPartnership) = (await member.Viewer.NowAsync(), await partnership.Partnership.Viewer.NowAsync());
        foreach (var organisation in new[] { member, partnership.Partnership })
        {
            await KeepAsync(later, organisation);
        }

        (await member.Viewer.FollowAsync(ofMember)).Events.Select(Told).ShouldBe([("membership.began", partnership.Partnership.Id)]);

        later.Clock.Advance(TimeSpan.FromDays(1));
        for (var run = 0; run < 2; run++)
        {
            await KeepAsync(later, member);
            await KeepAsync(later, partnership.Partnership);
        }

        (await member.Viewer.FollowAsync(ofMember)).Events.Select(Told)
            .ShouldBe([("membership.began", partnership.Partnership.Id), ("membership.revoked", partnership.Partnership.Id)]);
        (await partnership.Partnership.Viewer.FollowAsync(ofPartnership)).Events.Select(Told)
            .ShouldBe([("membership.began", partnership.Authorities[0].Id), ("membership.began", member.Id),
                ("membership.revoked", member.Id)], ignoreOrder: true);

        static (string? Type, Guid Other) Told(System.Text.Json.JsonElement e) => (e.Text("type"), e.GetProperty("data").Id());
    }

    [Fact]
    public async Task What_is_older_than_ninety_days_is_forgotten_and_a_position_before_it_has_expired()
    {
        await using var later = await feed.StartAsync();
        var council = (await TestPartnership.CreateAsync(feed.Api, members: 1)).Authorities[0];
        var before = await council.Viewer.NowAsync();
        await feed.Database.RunAsync("""
            insert into changes (id, organisation_id, audience, type, subject, version, actor, at)
            select gen_random_uuid(), $1, 'self', 'settings.changed', 'settings', n, 'test', $2 from generate_series(1, 6000) n
            """, council.Id, feed.Api.Clock.Now);
        var first = (await council.Viewer.ReadAsync($"/v1/changes?after={before}&limit=1")).Items()[0].Text("position");
        later.Clock.Advance(ChangeFeed.Kept - TimeSpan.FromDays(1));
        await later.RunDueAsync(WorkKind.Feed, TestContext.Current.CancellationToken);
        (await council.Viewer.ReadAsync($"/v1/changes?after={before}")).Flag("hasMore").ShouldBeTrue("it is kept for its ninety days");
        await feed.Database.RunAsync("""
            insert into changes (id, organisation_id, audience, type, subject, version, actor, at)
              values (gen_random_uuid(), $1, 'self', 'settings.changed', 'settings', 6001, 'test', $2)
            """, council.Id, later.Clock.Now);
        later.Clock.Advance(TimeSpan.FromDays(2));

        var done = await later.RunDueAsync(WorkKind.Feed, TestContext.Current.CancellationToken);

        done.ShouldBeGreaterThan(0);
        foreach (var position in new[] { before, first })
        {
            var refused = await council.Viewer.GetAnswerAsync($"/v1/changes?after={position}");
            refused.ShouldRefuse(HttpStatusCode.Gone, "position-expired", "after");
            refused.Json.Text("detail")!.ShouldContain("/v1/exports/");
        }

        (await council.Viewer.FollowAsync()).Events.Where(e => e.Text("type") == "settings.changed")
            .Select(e => e.GetProperty("data").Number("version")).ShouldBe([6001]);
        (await feed.Database.TextsAsync("""
            select count(*)::text from changes where organisation_id = $1 and type = 'settings.changed'
            """, council.Id)).Single().ShouldBe("6001", "the audit is kept");
    }

    [Fact]
    public async Task A_restored_database_begins_another_generation_and_a_position_of_the_one_before_has_expired()
    {
        await using var own = new OwnFeed();
        await own.Feed.InitializeAsync();
        var council = (await TestPartnership.CreateAsync(own.Feed.Api, members: 1)).Authorities[0];
        await council.Admin.SendAsync(HttpMethod.Patch, "/v1/settings", new { mailFromName = "Before" }, "*");
        var before = await council.Viewer.NowAsync();
        await own.Feed.Database.Roles.UpgradeAsync(own.Feed.Api.Clock.Now, TestContext.Current.CancellationToken);
        (await council.Viewer.FollowAsync(before)).Events.ShouldBeEmpty("a migration alone changes no generation");

        // As a restore leaves it: rows of transactions that this server has not come to yet.
        await own.Feed.Database.RunAsync("update change_feed set txid = txid + 1000000");
        (await council.Viewer.GetAnswerAsync($"/v1/changes?after={new FeedPosition(1, 1_000_000_000, 0).ToText(council.Id)}"))
            .ShouldRefuse(HttpStatusCode.Gone, "position-expired", "after");
        await own.Feed.Database.Roles.UpgradeAsync(own.Feed.Api.Clock.Now, TestContext.Current.CancellationToken);

        (await council.Viewer.GetAnswerAsync($"/v1/changes?after={before}")).ShouldRefuse(HttpStatusCode.Gone, "position-expired", "after");
        await council.Admin.SendAsync(HttpMethod.Patch, "/v1/settings", new { mailFromName = "After" }, "*");
        (await council.Viewer.FollowAsync()).Events.Count.ShouldBe(1);
        (await own.Feed.Database.TextsAsync("select generation::text from feed_generation")).ShouldBe(["2"]);
    }

    /// <summary>Three ways of writing for too long: waiting in a statement, doing nothing, and many short statements.</summary>
    [Fact]
    public async Task A_transaction_that_writes_for_too_long_is_ended_and_readers_go_on()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var quick = await feed.StartAsync(new Dictionary<string, string?> { ["Transactions:WriteSeconds"] = "1" });
        var partnership = await TestPartnership.CreateAsync(quick, members: 1);
        var council = partnership.Authorities[0];
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "Publish the profile", "June 2027"));
        var reach = (await WorkDue.ScopeAsync(feed.Database.Roles.Platform, council.Id, new DateOnly(2026, 11, 22), ct))!;

        await using (var holding = await feed.Database.Superuser.OpenConnectionAsync(ct))
        await using (var held = await holding.BeginTransactionAsync(ct))
        {
            await RunAsync(holding, $"select 1 from assignments where id = '{plan.Of(council)["/v1/assignments/".Length..]}' for update");
            (await council.Officer.PostAsync($"{plan.Of(council)}/progress-updates", new { status = "onTrack" })).ShouldRefuse(
                HttpStatusCode.ServiceUnavailable, "database-unavailable");
        }

        foreach (var idle in new[] { true, false })
        {
            var position = await council.Viewer.NowAsync();
            await using var writing = await feed.Database.Roles.App.OpenConnectionAsync(ct);
            await using var transaction = await writing.BeginTransactionAsync(ct);
            await using (var settings = new NpgsqlBatch(writing, transaction))
            {
                reach.Apply(settings, readOnly: false, idle ? TimeSpan.FromSeconds(1) : null);
                await settings.ExecuteNonQueryAsync(ct);
            }

            await using var watch = idle ? null : quick.Services.GetRequiredService<Pipeline.LongTransactions>().Watch(writing);
            await RunAsync(writing, $"""
                insert into changes (id, organisation_id, audience, type, subject, version, actor, at)
                  values (gen_random_uuid(), '{council.Id}', 'self', 'settings.changed', 'never', 1, 'test', '2026-11-22Z')
                """);
            await council.Admin.SendAsync(HttpMethod.Patch, "/v1/settings", new { mailFromName = $"While it writes {idle}" }, "*");
            (await council.Viewer.FollowAsync(position)).Events.ShouldBeEmpty("it waits for the transaction that began before");

            List<System.Text.Json.JsonElement> events;
            var patience = TimeProvider.System.GetTimestamp();
            do
            {
                if (!idle)
                {
                    await Record.ExceptionAsync(() => RunAsync(writing, "select 1"));
                }

                events = (await council.Viewer.FollowAsync(position)).Events;
            }
            while (events.Count == 0 && TimeProvider.System.GetElapsedTime(patience) < TimeSpan.FromSeconds(20));

            events.ShouldHaveSingleItem().Text("subject").ShouldBe("settings");
            await Should.ThrowAsync<Exception>(() => transaction.CommitAsync(ct));
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task KeepAsync(ApiInstance api, TestOrganisation organisation)
    {
        var ct = TestContext.Current.CancellationToken;
        var reach = (await WorkDue.ScopeAsync(api.Databases.Platform, organisation.Id, LondonDay.Of(api.Clock.Now), ct))!;
        (await api.Services.GetRequiredService<OrganisationWork>().AskAsync(reach, new TrimChangeFeed(), ct)).ShouldBeFalse();
    }

    private sealed class OwnFeed : IAsyncDisposable
    {
        public FeedServer Feed { get; } = new();

        public ValueTask DisposeAsync() => Feed.DisposeAsync();
    }
}
