using Microsoft.Extensions.DependencyInjection;
using PartnershipEquality.Api.Jobs;
using PartnershipEquality.Api.Tests.Jobs;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Tests.Reminders;

/// <summary>Each in a database of its own: the worker looks at every organisation's row.</summary>
public sealed class WorkFinderTests(RunningApi running)
{
    private static readonly DateTimeOffset Friday = new(2026, 11, 27, 7, 10, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_row_that_has_waited_longest_is_claimed_first_and_one_claimed_by_a_lost_worker_comes_back()
    {
        await using var database = await running.NewDatabaseAsync("claims");
        await using var api = await StartAsync(database);
        var partnership = await TestPartnership.CreateAsync(api, members: 3);
        var order = new[] { 2, 0, 1 }.Select(i => partnership.Authorities[i].Id).ToList();
        foreach (var (id, place) in order.Select((id, i) => (id, i)))
        {
            await database.RunAsync("""
                update work_due set next_at = $1 where organisation_id = $2 and kind = 'plan'
                """, Friday.AddMinutes(place - 5), id);
        }

        var ct = TestContext.Current.CancellationToken;
        var claimed = new List<WorkClaim?>();
        for (var i = 0; i < 4; i++)
        {
            claimed.Add(await ClaimAsync(api, Friday));
        }

        claimed.Select(c => c?.OrganisationId).ShouldBe([.. order, null]);
        (await WorkDue.FinishAsync(api.Databases.Platform, claimed[0]!, Friday.AddDays(1), ct)).ShouldBeTrue();
        (await WorkDue.ExtendAsync(api.Databases.Platform, claimed[1]!, Friday.AddMinutes(4), FiveMinutes, ct)).ShouldBeTrue();
        (await ClaimAsync(api, Friday.AddMinutes(4))).ShouldBeNull();
        (await ClaimAsync(api, Friday.AddMinutes(6))).ShouldNotBeNull().OrganisationId.ShouldBe(order[2]);
        (await ClaimAsync(api, Friday.AddMinutes(6))).ShouldBeNull("the one whose worker said that it lives is left alone");
    }

    [Fact]
    public async Task A_worker_that_outlived_its_claim_ends_nobody_elses()
    {
        await using var database = await running.NewDatabaseAsync("tokens");
        await using var api = await StartAsync(database);
        await TestPartnership.CreateAsync(api, members: 1);
        await database.RunAsync("update work_due set next_at = $1", Friday.AddHours(-1));
        var ct = TestContext.Current.CancellationToken;
        var (slow, platform) = ((await ClaimAsync(api, Friday)).ShouldNotBeNull(), api.Databases.Platform);
        var next = (await ClaimAsync(api, Friday.AddMinutes(6))).ShouldNotBeNull();

        (await WorkDue.FinishAsync(platform, slow, Friday.AddDays(1), ct)).ShouldBeFalse();
        (await WorkDue.FailAsync(platform, slow, Friday.AddMinutes(6), FiveMinutes, "too slow", ct)).ShouldBeNull();
        (await WorkDue.ReleaseAsync(platform, slow, ct)).ShouldBeFalse();
        (await WorkDue.ExtendAsync(platform, slow, Friday.AddMinutes(6), FiveMinutes, ct)).ShouldBeFalse();

        (await ClaimAsync(api, Friday.AddMinutes(7))).ShouldBeNull("the second worker's claim stands");
        (await WorkDue.FinishAsync(platform, next, Friday.AddDays(1), ct)).ShouldBeTrue();
        await ShouldStandAsync(database, WorkKind.Plan, Friday.AddDays(1), 0, null);
    }

    [Fact]
    public async Task Failing_and_forgotten_work_is_named_on_the_health_page_without_saying_whose()
    {
        await using var database = await running.NewDatabaseAsync("health");
        await using var api = await StartAsync(database);
        await TestPartnership.CreateAsync(api, members: 2);
        using var nobody = api.Client();
        await database.RunAsync("update work_due set next_at = $1", Friday.AddMinutes(-1));
        (await nobody.ReadAsync("/health/ready")).GetProperty("status").GetString().ShouldBe("ready");

        await database.RunAsync("""
            update work_due set next_at = $1, attempts = 3, last_error = 'SecretException: of one council' where kind = 'send'
            """, Friday.AddMinutes(5));
        await database.RunAsync("update work_due set next_at = $1 where kind = 'plan'", Friday.AddMinutes(-16));

        var ready = await nobody.ReadAsync("/health/ready");
        ready.GetProperty("status").GetString().ShouldBe("degraded");
        ready.GetProperty("work").EnumerateArray()
            .Select(w => $"{w.GetProperty("kind").GetString()} {w.GetProperty("failing").GetInt32()} {w.GetProperty("late").GetInt32()}")
            .ShouldBe(["plan 0 2", "send 2 0"]);
        ready.GetRawText().ShouldNotContain("Secret");
    }

    [Fact]
    public async Task An_admin_sees_why_work_fails_and_has_it_done_again_at_once()
    {
        await using var database = await running.NewDatabaseAsync("again");
        await using var api = await StartAsync(database);
        var partnership = await TestPartnership.CreateAsync(api, members: 2);
        var council = partnership.Authorities[0];
        await database.RunAsync("update work_due set next_at = $1", Friday.AddHours(-1));
        await database.RunAsync("revoke select on occurrences from equality_app");
        await RunAsync(api, WorkKind.Plan);
        var failing = await PlanOfAsync(council);
        (failing.GetProperty("state").GetString(), failing.GetProperty("attempts").GetInt32()).ShouldBe(("failing", 1));
        failing.GetProperty("lastError").GetString().ShouldNotBeNull().ShouldContain("permission denied");

        await database.RunAsync("grant select on occurrences to equality_app");
        var asked = await council.Admin.SendAsync(HttpMethod.Post, "/v1/work/plan/run", null);

        asked.StatusCode.ShouldBe(System.Net.HttpStatusCode.Accepted);
        (await RunAsync(api, WorkKind.Plan)).ShouldBe(1, "the other council's goes on waiting");
        var done = await PlanOfAsync(council);
        (done.GetProperty("state").GetString(), done.GetProperty("attempts").GetInt32(),
            done.GetProperty("lastError").GetString()).ShouldBe(("waiting", 0, null));
        (await PlanOfAsync(partnership.Authorities[1])).GetProperty("state").GetString().ShouldBe("failing");
        (await council.Admin.SendAsync(HttpMethod.Post, "/v1/work/dance/run", null)).StatusCode.ShouldBe(
            System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_done_and_what_failed_is_measured_by_kind()
    {
        await using var database = await running.NewDatabaseAsync("measured");
        await using var api = await StartAsync(database);
        await TestPartnership.CreateAsync(api, members: 2);
        var seen = new System.Collections.Concurrent.ConcurrentQueue<(string Name, double Value, object? Kind)>();
        var meters = api.Services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>();
        using var listener = new System.Diagnostics.Metrics.MeterListener
        {
            InstrumentPublished = (instrument, on) =>
            {
                // Another instance's meters in the same process are not this one's.
                if (instrument.Meter.Name == WorkMeter.Name && instrument.Meter.Scope == meters)
                {
                    on.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>(
            (i, value, tags, _) => seen.Enqueue((i.Name, value, tags.ToArray().FirstOrDefault(t => t.Key == "kind").Value)));
        listener.SetMeasurementEventCallback<double>(
            (i, value, tags, _) => seen.Enqueue((i.Name, value, tags.ToArray().FirstOrDefault(t => t.Key == "kind").Value)));
        listener.Start();
        await database.RunAsync("update work_due set next_at = $1", Friday.AddSeconds(-90));

        await RunAsync(api, WorkKind.Plan);
        await database.RunAsync("revoke select on outbox from equality_app");
        await RunAsync(api, WorkKind.Deliver);
        listener.RecordObservableInstruments();

        seen.Count(m => m is ("equality.work.done", 1, "plan")).ShouldBe(2);
        seen.Where(m => m.Name == "equality.work.lag" && m.Kind is "plan").Select(m => m.Value).ShouldBe([90, 90]);
        seen.Count(m => m is ("equality.work.failed", 1, "deliver")).ShouldBe(2);
        seen.ShouldContain(("equality.outbox.waiting", 0d, null));
    }

    [Fact]
    public async Task Two_workers_at_once_share_the_rows_and_do_none_twice()
    {
        await using var database = await running.NewDatabaseAsync("workers");
        await using var one = await StartAsync(database);
        await using var two = await StartAsync(database);
        await TestPartnership.CreateAsync(one, members: 7);
        await database.RunAsync("update work_due set next_at = $1", Friday.AddHours(-1));

        var done = await Task.WhenAll(new[] { one, two }.Select(api => Task.Run(() => RunAsync(api, WorkKind.Plan))));

        done.Sum().ShouldBe(7);
        (await database.TextsAsync("select last_error from work_due where last_error is not null")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Work_that_fails_is_seen_and_tried_again_ever_later_and_the_others_work_is_done()
    {
        await using var database = await running.NewDatabaseAsync("failing");
        await using var api = await StartAsync(database);
        await TestPartnership.CreateAsync(api, members: 1);
        await database.RunAsync("update work_due set next_at = $1", Friday.AddHours(-1));
        await database.RunAsync("revoke select on occurrences from equality_app");

        (await RunAsync(api, WorkKind.Plan)).ShouldBe(1);
        await ShouldStandAsync(database, WorkKind.Plan, Friday.AddMinutes(1), 1, "permission denied");
        api.Clock.Now = Friday.AddSeconds(59);
        (await RunAsync(api, WorkKind.Plan)).ShouldBe(0);
        api.Clock.Now = Friday.AddMinutes(1);
        (await RunAsync(api, WorkKind.Plan)).ShouldBe(1);
        await ShouldStandAsync(database, WorkKind.Plan, Friday.AddMinutes(3), 2, "permission denied");

        await database.RunAsync("grant select on occurrences to equality_app");
        api.Clock.Now = Friday.AddMinutes(3);
        (await RunAsync(api, WorkKind.Plan)).ShouldBe(1);
        await ShouldStandAsync(database, WorkKind.Plan, new(2026, 11, 28, 7, 0, 0, TimeSpan.Zero), 0, null);
    }

    [Fact]
    public async Task After_each_kind_of_work_the_row_says_when_there_is_more_of_it()
    {
        await using var database = await running.NewDatabaseAsync("moments");
        await using var api = await StartAsync(database);
        await TestPartnership.CreateAsync(api, members: 1);
        await database.RunAsync("update work_due set next_at = $1", Friday.AddHours(-1));

        foreach (var kind in new[] { WorkKind.Plan, WorkKind.Send, WorkKind.Deliver })
        {
            (await RunAsync(api, kind)).ShouldBe(1);
        }

        await ShouldStandAsync(database, WorkKind.Plan, new(2026, 11, 28, 7, 0, 0, TimeSpan.Zero), 0, null);
        await ShouldStandAsync(database, WorkKind.Send, new(2026, 11, 27, 7, 30, 0, TimeSpan.Zero), 0, null);
        await ShouldStandAsync(database, WorkKind.Deliver, Friday.AddDays(1), 0, null);
        api.Clock.Now = new(2026, 11, 27, 7, 31, 0, TimeSpan.Zero);
        (await RunAsync(api, WorkKind.Send)).ShouldBe(1);
        await ShouldStandAsync(database, WorkKind.Send, new(2026, 11, 30, 7, 30, 0, TimeSpan.Zero), 0, null);
    }

    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    private static Task<WorkClaim?> ClaimAsync(ApiInstance api, DateTimeOffset at) =>
        WorkDue.ClaimAsync(api.Databases.Platform, WorkKind.Plan, at, FiveMinutes, TestContext.Current.CancellationToken);

    private static async Task<System.Text.Json.JsonElement> PlanOfAsync(TestOrganisation council) =>
        (await council.Admin.ReadAsync("/v1/work")).GetProperty("items").EnumerateArray()
            .Single(w => w.GetProperty("kind").GetString() == "plan");

    private static Task<int> RunAsync(ApiInstance api, WorkKind kind) => api.RunDueAsync(kind, TestContext.Current.CancellationToken);

    private static async Task ShouldStandAsync(Database database, WorkKind kind, DateTimeOffset nextAt, int attempts, string? error)
    {
        var row = (await database.ReadAsync("select next_at, attempts, last_error, claimed_until from work_due where kind = $1",
            r => (NextAt: r.GetFieldValue<DateTimeOffset>(0), Attempts: r.GetInt32(1), Error: r.IsDBNull(2)
                ? null : r.GetString(2), Free: r.IsDBNull(3)), EnumText.Of(kind))).ShouldHaveSingleItem();
        (row.NextAt, row.Attempts, row.Free).ShouldBe((nextAt, attempts, true));
        if (error is null)
        {
            row.Error.ShouldBeNull();
        }
        else
        {
            row.Error.ShouldNotBeNull().ShouldContain(error);
        }
    }

    private async Task<ApiInstance> StartAsync(Database database)
    {
        var api = await running.StartAsync("Production", database.Roles);
        api.Clock.Now = Friday;
        return api;
    }
}
