using Microsoft.Extensions.DependencyInjection;
using PartnershipEquality.Api.Jobs;
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
            await database.RunAsync("update work_due set next_at = $1 where organisation_id = $2 and kind = 'plan'", Friday.AddMinutes(place - 5), id);
        }

        var ct = TestContext.Current.CancellationToken;
        var claimed = new List<Guid?>();
        for (var i = 0; i < 4; i++)
        {
            claimed.Add(await WorkDue.ClaimAsync(api.Databases.Platform, OrganisationWork.Plan, Friday, ct));
        }

        claimed.ShouldBe([.. order, null]);
        await WorkDue.FinishAsync(api.Databases.Platform, order[0], OrganisationWork.Plan, Friday.AddDays(1), ct);
        (await WorkDue.ClaimAsync(api.Databases.Platform, OrganisationWork.Plan, Friday.AddMinutes(4), ct)).ShouldBeNull();
        var again = new[] { await WorkDue.ClaimAsync(api.Databases.Platform, OrganisationWork.Plan, Friday.AddMinutes(6), ct), await WorkDue.ClaimAsync(api.Databases.Platform, OrganisationWork.Plan, Friday.AddMinutes(6), ct) };
        again.ShouldBe([order[1], order[2]], ignoreOrder: true);
    }

    [Fact]
    public async Task Two_workers_at_once_share_the_rows_and_do_none_twice()
    {
        await using var database = await running.NewDatabaseAsync("workers");
        await using var one = await StartAsync(database);
        await using var two = await StartAsync(database);
        await TestPartnership.CreateAsync(one, members: 7);
        await database.RunAsync("update work_due set next_at = $1", Friday.AddHours(-1));

        var done = await Task.WhenAll(new[] { one, two }.Select(api => Task.Run(() => RunAsync(api, OrganisationWork.Plan))));

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

        (await RunAsync(api, OrganisationWork.Plan)).ShouldBe(1);
        await ShouldStandAsync(database, OrganisationWork.Plan, Friday.AddMinutes(1), 1, "permission denied");
        api.Clock.Now = Friday.AddSeconds(59);
        (await RunAsync(api, OrganisationWork.Plan)).ShouldBe(0);
        api.Clock.Now = Friday.AddMinutes(1);
        (await RunAsync(api, OrganisationWork.Plan)).ShouldBe(1);
        await ShouldStandAsync(database, OrganisationWork.Plan, Friday.AddMinutes(3), 2, "permission denied");

        await database.RunAsync("grant select on occurrences to equality_app");
        api.Clock.Now = Friday.AddMinutes(3);
        (await RunAsync(api, OrganisationWork.Plan)).ShouldBe(1);
        await ShouldStandAsync(database, OrganisationWork.Plan, new(2026, 11, 28, 7, 0, 0, TimeSpan.Zero), 0, null);
    }

    [Fact]
    public async Task After_each_kind_of_work_the_row_says_when_there_is_more_of_it()
    {
        await using var database = await running.NewDatabaseAsync("moments");
        await using var api = await StartAsync(database);
        await TestPartnership.CreateAsync(api, members: 1);
        await database.RunAsync("update work_due set next_at = $1", Friday.AddHours(-1));

        foreach (var kind in new[] { OrganisationWork.Plan, OrganisationWork.Send, OrganisationWork.Deliver })
        {
            (await RunAsync(api, kind)).ShouldBe(1);
        }

        await ShouldStandAsync(database, OrganisationWork.Plan, new(2026, 11, 28, 7, 0, 0, TimeSpan.Zero), 0, null);
        await ShouldStandAsync(database, OrganisationWork.Send, new(2026, 11, 27, 7, 30, 0, TimeSpan.Zero), 0, null);
        await ShouldStandAsync(database, OrganisationWork.Deliver, Friday.AddDays(1), 0, null);
        api.Clock.Now = new(2026, 11, 27, 7, 31, 0, TimeSpan.Zero);
        (await RunAsync(api, OrganisationWork.Send)).ShouldBe(1);
        await ShouldStandAsync(database, OrganisationWork.Send, new(2026, 11, 30, 7, 30, 0, TimeSpan.Zero), 0, null);
    }

    private static Task<int> RunAsync(ApiInstance api, string kind) => api.Services.GetRequiredService<WorkFinder>().RunDueAsync(kind, TestContext.Current.CancellationToken);

    private static async Task ShouldStandAsync(Database database, string kind, DateTimeOffset nextAt, int attempts, string? error)
    {
        var row = (await database.ReadAsync("select next_at, attempts, last_error, claimed_until from work_due where kind = $1",
            r => (NextAt: r.GetFieldValue<DateTimeOffset>(0), Attempts: r.GetInt32(1), Error: r.IsDBNull(2) ? null : r.GetString(2), Free: r.IsDBNull(3)), kind)).ShouldHaveSingleItem();
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
