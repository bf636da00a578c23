using System.Diagnostics;
using System.Net;
using PartnershipEquality.Api.Tests.Jobs;
using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Tests.Imports;

/// <summary>Five thousand rows for seven authorities, which come to 35,000 assignments: uploaded, read, applied and undone.</summary>
public sealed class LargeImportTests(RunningApi running)
{
    [Fact]
    public Task It_is_read_with_its_progress_shown_and_goes_live() => GoAsync(read: 60, apply: 90, undo: 90);

    /// <summary>On a machine with nothing else to do.</summary>
    [Fact(Explicit = true)]
    [Trait("Category", "Long")]
    public Task It_is_read_and_goes_live_in_seconds() => GoAsync(read: 10, apply: 15, undo: 15);

    private async Task GoAsync(int read, int apply, int undo)
    {
        await using var database = await running.NewDatabaseAsync("large");
        await using var api = await running.StartAsync("Production", database.Roles);
        var partnership = await TestPartnership.CreateAsync(api, members: 7);
        var coordinator = partnership.Partnership.Coordinator;
        await database.RunAsync("create table seen (rows int, rows_read int, at bigint generated always as identity)");
        await database.RunAsync("""
            create function see() returns trigger language plpgsql security definer as $f$ begin insert into equality.seen (rows, rows_read)
              values (new.rows, new.rows_read); return null; end $f$
            """);
        await database.RunAsync(
            "create trigger sees after update of rows_read on imports for each row when (new.status = 'reading') execute function see()");
        var file = LargePlan.Workbook();

        var (import, uploaded) = await TimedAsync(() => coordinator.UploadAsync(file, fileName: "plan.xlsx"));
        var path = $"/v1/imports/{import.With(HttpStatusCode.Accepted).Text("id")}";
        var (_, readIn) = await TimedAsync(() => api.RunDueAsync(WorkKind.Import, TestContext.Current.CancellationToken));
        var counts = (await coordinator.ReadAsync(path)).GetProperty("counts");
        var (applied, appliedIn) = await TimedAsync(() => coordinator.PostAsync($"{path}/apply"));
        applied.With(HttpStatusCode.Created);

        (counts.Number("commitments"), counts.Number("actions"),
            counts.Number("assignments")).ShouldBe((500, LargePlan.Rows, 7 * LargePlan.Rows));
        var seen = await database.ReadAsync("select rows, rows_read from seen order by at",
            r => (Rows: r.GetInt32(0), Read: r.GetInt32(1)));
        var (undone, undoneIn) = await TimedAsync(() => coordinator.PostAsync($"{path}/undo"));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{file.Length / 1024} kB uploaded in {uploaded.TotalSeconds:0.0} s, read in {readIn.TotalSeconds:0.0} s, applied in " +
            $"{appliedIn.TotalSeconds:0.0} s, undone in {undoneIn.TotalSeconds:0.0} s; seen: {string.Join(", ", seen)}");
        undone.With(HttpStatusCode.OK);
        seen.Select(s => s.Read).ShouldBeInOrder();
        seen.ShouldAllBe(s => s.Rows == LargePlan.Rows + 1 && s.Read <= s.Rows);
        seen.Count(s => s.Read > 0 && s.Read < s.Rows).ShouldBeGreaterThan(3);
        readIn.TotalSeconds.ShouldBeLessThan(read);
        appliedIn.TotalSeconds.ShouldBeLessThan(apply);
        undoneIn.TotalSeconds.ShouldBeLessThan(undo);
    }

    private static async Task<(T Result, TimeSpan Time)> TimedAsync<T>(Func<Task<T>> what)
    {
        var watch = Stopwatch.StartNew();
        return (await what(), watch.Elapsed);
    }
}
