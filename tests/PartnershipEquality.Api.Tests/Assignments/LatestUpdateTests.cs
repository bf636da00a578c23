using System.Buffers.Binary;
using System.Net;
using System.Text.Json;

namespace PartnershipEquality.Api.Tests.Assignments;

/// <summary>What is latest is what was reported last, whichever process took it and whatever the clock of its ids.</summary>
public sealed class LatestUpdateTests(RunningApi running)
{
    [Fact]
    public async Task A_look_at_a_later_day_leaves_the_ids_of_everybody_where_they_were()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "Do it", "28 February 2027"));
        var (looking, reporting) = (partnership.Authorities[0], partnership.Authorities[1]);

        (await looking.Lead.ReadAsync("/v1/reminders/preview?date=2027-02-22")).Number("owed").ShouldBe(1);
        var update = await ReportAsync(reporting, plan, "onTrack", "Reported after the look.");

        MadeAt(update.Id()).ShouldBeLessThan(TimeProvider.System.GetUtcNow().AddDays(1));
    }

    [Fact]
    public async Task The_latest_words_stand_beside_the_latest_status_in_list_detail_and_export_of_every_process()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "Do it", "31 March 2027"));
        var council = partnership.Authorities[0];
        var first = await ReportAsync(council, plan, "onTrack", "FIRST");
        await running.Database.RunAsync("update progress_updates set id = $2 where id = $1", first.Id(), Ahead(first.Id()));
        await using var later = await LaterAsync(minutes: 1);

        await ReportAsync(council, plan, "offTrack", "SECOND", later);

        foreach (var api in new[] { running.Api, later })
        {
            using var viewer = api.Client(partnership.Partnership.Keys["viewer"]);
            var row = (await viewer.ReadAsync($"/v1/assignments?schemeId={plan.SchemeId}&expand=latestUpdate")).Items()
                .ShouldHaveSingleItem();
            (row.Text("status"), row.GetProperty("latestUpdate").Text("narrative")).ShouldBe(("offTrack", "SECOND"));
            var one = await viewer.ReadAsync(plan.Of(council));
            (one.Text("status"), one.Items("progressUpdates")[0].Text("narrative")).ShouldBe(("offTrack", "SECOND"));
            (await viewer.WalkAsync($"{plan.Of(council)}/progress-updates", limit: 1)).Select(u => u.Text("narrative"))
                .ShouldBe(["FIRST", "SECOND"]);
            foreach (var format in new[] { "csv", "json" })
            {
                var text = (await viewer.GetAnswerAsync($"/v1/exports/schemes/{plan.SchemeId}.{format}")).Body;
                (text.Contains("SECOND", StringComparison.Ordinal),
                    text.Contains("FIRST", StringComparison.Ordinal)).ShouldBe((true, false), format);
            }
        }
    }

    [Fact]
    public async Task Moves_of_a_target_are_told_in_the_order_they_were_made()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var plan = await partnership.HasPlanAsync(new Plan.Row("1.1", "Do it", "31 March 2027"));
        var council = partnership.Authorities[0];
        var first = (await council.Lead.PostAsync($"{plan.Of(council)}/target-moves",
            new { target = "30 April 2027", reason = "FIRST" })).With(HttpStatusCode.Created).GetProperty("move").Id();
        await running.Database.RunAsync("update target_moves set id = $2 where id = $1", first, Ahead(first));
        await using var later = await LaterAsync(minutes: 1);
        using (var lead = later.Client(council.Keys["lead"]))
        {
            (await lead.PostAsync($"{plan.Of(council)}/target-moves", new { target = "31 May 2027", reason = "SECOND" })).With(
                HttpStatusCode.Created);
        }

        (await council.Viewer.ReadAsync(plan.Of(council))).Items("targetMoves").Select(m => m.Text("reason")).ShouldBe(["SECOND", "FIRST"]);
        (await council.Viewer.WalkAsync($"{plan.Of(council)}/target-moves", limit: 1)).Select(m => m.Text("reason"))
            .ShouldBe(["FIRST", "SECOND"]);
    }

    /// <summary>Another process over the same database, some minutes on.</summary>
    private async Task<ApiInstance> LaterAsync(int minutes)
    {
        var later = await running.StartAsync();
        later.Clock.Now = running.Api.Clock.Now.AddMinutes(minutes);
        return later;
    }

    private async Task<JsonElement> ReportAsync(TestOrganisation council, LivePlan plan, string status, string narrative,
        ApiInstance? api = null)
    {
        using var officer = (api ?? running.Api).Client(council.Keys["officer"]);
        return (await officer.PostAsync($"{plan.Of(council)}/progress-updates", new { status, narrative, tier = "partnership" })).With(
            HttpStatusCode.Created).GetProperty("update");
    }

    private static DateTimeOffset MadeAt(Guid id) =>
        DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(id.ToByteArray(bigEndian: true)) >> 16);

    /// <summary>The id that a process whose clock was three months ahead would have given.</summary>
    private static Guid Ahead(Guid id)
    {
        var bytes = id.ToByteArray(bigEndian: true);
        var stamp = BinaryPrimitives.ReadInt64BigEndian(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes, stamp + ((long)TimeSpan.FromDays(92).TotalMilliseconds << 16));
        return new Guid(bytes, bigEndian: true);
    }
}
