using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PartnershipEquality.Api.Jobs;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain.Organisations;

namespace PartnershipEquality.Api.Tests.Jobs;

/// <summary>
/// What is asked of any engine that fires the timetable. Each in a database of its own, with real firings on a running clock.
/// </summary>
public sealed class TimetableTests(RunningApi running)
{
    private static readonly DateTimeOffset Friday = new(2026, 11, 27, 7, 10, 0, TimeSpan.Zero);
    private const string PlanWork = "plan";
    private const string EverySecondId = "every-second";

    private static readonly TimetableEntry EverySecond = new(EverySecondId, "* * * * * ?", WorkKind.Plan);

    private JobTimetable Standard => running.Api.Services.GetRequiredService<JobTimetable>();

    [Fact]
    public Task Half_past_seven_is_half_past_seven_in_London_on_either_side_of_both_clock_changes() => Task.WhenAll(new[]
    {
        ("2026-10-24T06:30:00Z", true), ("2026-10-25T06:30:00Z", false), ("2026-10-25T07:30:00Z", true),
        ("2027-03-27T07:30:00Z", true), ("2027-03-28T06:30:00Z", true), ("2027-03-28T07:30:00Z", false),
    }.Select(one => ShouldFireAsync("0 30 7 * * ?", one.Item1, one.Item2)));

    [Fact]
    public Task What_runs_every_minute_runs_through_the_hour_that_comes_twice_and_past_the_one_that_is_skipped() => Task.WhenAll(new[]
    {
        "2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z", "2026-10-25T01:01:00Z", "2026-10-25T02:00:00Z", "2027-03-28T01:00:00Z",
            "2027-03-28T01:01:00Z",
    }.Select(moment => ShouldFireAsync(Standard.Entries.Single(e => e.Id == "plan-reminders").Cron, moment, true)));

    [Fact]
    public void No_line_numbers_its_days_of_the_week_or_names_the_hour_that_clock_changes_touch()
    {
        foreach (var entry in Standard.Entries)
        {
            var fields = entry.Cron.Split(' ');
            fields.Length.ShouldBe(6, entry.Id);
            fields[5].ShouldNotMatch("[0-9]", entry.Id);
            fields[2].Split(',', '-').ShouldNotContain("1", entry.Id);
        }
    }

    [Fact]
    public async Task A_line_that_left_the_timetable_is_gone_when_the_next_worker_starts()
    {
        await using var database = await running.NewDatabaseAsync("leaving");
        var leaving = EverySecond with { Id = "leaving" };
        await using (var before = await WorkerProcess.StartAsync(database, Friday, EverySecond, leaving))
        {
            await before.UntilAsync(leaving.Id, 2);
        }

        await using var after = await WorkerProcess.StartAsync(database, Friday.AddMinutes(1), EverySecond);
        // One firing may have been under way when the other worker stopped.
        (await after.UntilAsync(EverySecond.Id, 2)).Count(f => f.Id == leaving.Id).ShouldBeLessThanOrEqualTo(1);
        (await after.UntilAsync(EverySecond.Id, 3)).ShouldAllBe(f => f.Id == EverySecond.Id && f.Done != null);
    }

    [Fact]
    public async Task A_line_whose_times_changed_fires_by_the_new_ones()
    {
        await using var database = await running.NewDatabaseAsync("changed");
        var line = new TimetableEntry("changing", "0 0 12 * * ?", WorkKind.Plan);
        await using (var before = await WorkerProcess.StartAsync(database, Friday, line, EverySecond))
        {
            (await before.UntilAsync(EverySecond.Id, 2)).ShouldAllBe(f => f.Id == EverySecond.Id);
        }

        await using var after = await WorkerProcess.StartAsync(database, Friday.AddMinutes(1), line with { Cron = "* * * * * ?" });
        await after.UntilAsync(line.Id, 2);
    }

    [Fact]
    public async Task Two_workers_do_each_piece_of_work_once()
    {
        await using var database = await running.NewDatabaseAsync("engines");
        await AddAuthoritiesAsync(database, 7);
        await using var one = await WorkerProcess.StartAsync(database, Friday, EverySecond, EverySecond with { Id = "another" });
        await using var two = await one.StartAnotherAsync(database, Friday, EverySecond, EverySecond with { Id = "another" });

        var done = 0;
        await one.UntilAsync(f => f.Id == PlanWork && (done += f.Done ?? 0) >= 7);

        done.ShouldBe(7);
        (await one.UntilAsync(EverySecond.Id, 3)).Where(f => f.Id is EverySecondId or PlanWork).ShouldAllBe(f => f.Done == 0);
        (await database.TextsAsync("select (arguments ->> 1) from hangfire.job where arguments ->> 0 = '\"plan\"'")).ShouldBeUnique();
        (await StandingAsync(database)).ShouldAllBe(row => row.Attempts == 0 && row.Error == null && row.NextAt > Friday.AddHours(1));
    }

    [Fact]
    public async Task Work_that_failed_is_tried_again_at_its_own_later_moment_and_by_no_other()
    {
        await using var database = await running.NewDatabaseAsync("retries");
        await AddAuthoritiesAsync(database, 1);
        await database.RunAsync("revoke select on occurrences from equality_app");
        await using var worker = await WorkerProcess.StartAsync(database, Friday, EverySecond);

        await UntilAsync(row => row.Attempts == 1);
        (await worker.UntilAsync(EverySecond.Id, 4)).ShouldAllBe(f => f.Done == 0,
            "an engine that retried at moments of its own would have run it again");
        (await StandingAsync(database)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            row => row.Attempts.ShouldBe(1), row => row.Error.ShouldNotBeNull().ShouldContain("permission denied"),
                row => row.NextAt.ShouldBeInRange(Friday.AddSeconds(60), Friday.AddSeconds(90)));

        await MakeDueAsync(database);
        await UntilAsync(row => row.Attempts == 2);

        await database.RunAsync("grant select on occurrences to equality_app");
        await MakeDueAsync(database);
        await worker.UntilAsync(f => f.Id == PlanWork && f.Done == 1);
        (await StandingAsync(database)).ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(row => row.Attempts.ShouldBe(0), row => row.Error.ShouldBeNull());

        async Task UntilAsync(Func<(int Attempts, string? Error, DateTimeOffset NextAt), bool> reached)
        {
            for (var looks = 0; !reached((await StandingAsync(database)).Single()); looks++)
            {
                looks.ShouldBeLessThan(30);
                await worker.UntilAsync(EverySecond.Id, 1);
            }
        }
    }

    /// <summary>A worker that begins three seconds before a moment fires the line then, and never twice, nor before.</summary>
    private async Task ShouldFireAsync(string cron, string moment, bool fires)
    {
        var at = DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
        await using var database = await running.NewDatabaseAsync("london");
        await using var worker = await WorkerProcess.StartAsync(database, at.AddSeconds(-3), EverySecond,
            new TimetableEntry("line", cron, WorkKind.Send));

        var seen = await worker.UntilAsync(f => f.Id == EverySecond.Id && f.At >= at.AddSeconds(8));

        var fired = seen.Where(f => f.Id == "line").ToList();
        fired.Count.ShouldBe(fires ? 1 : 0, moment);
        fired.ShouldAllBe(f => f.At >= at && f.At < at.AddSeconds(8));
    }

    private static async Task AddAuthoritiesAsync(Database database, int count)
    {
        foreach (var code in Enumerable.Range(1, count).Select(i => $"A{i}"))
        {
            await Provisioning.AddOrganisationAsync(database.Roles.Platform, OrganisationKind.Authority, code, $"Authority {code}", null,
                [], [], false, Friday.AddHours(-1), TestContext.Current.CancellationToken);
        }
    }

    /// <summary>For so long that nobody waits any more for the retry that its job scheduled.</summary>
    private static Task MakeDueAsync(Database database) =>
        database.RunAsync("update work_due set next_at = $1 where kind = 'plan'", Friday.AddMinutes(-5));

    private static Task<List<(int Attempts, string? Error, DateTimeOffset NextAt)>> StandingAsync(Database database) =>
        database.ReadAsync("""
            select attempts, last_error, next_at from work_due where kind = 'plan'
            """, r => (r.GetInt32(0), r.IsDBNull(1) ? null : r.GetString(1), r.GetFieldValue<DateTimeOffset>(2)));
}
