using System.Net;
using System.Text.Json;
using PartnershipEquality.Api.Features.Reminders;

namespace PartnershipEquality.Api.Tests.Reminders;

public sealed class PausedRemindersTests(RunningApi running)
{
    private const string Why = "Our officer is away until then.";

    [Fact]
    public async Task Nobody_is_reminded_of_what_is_snoozed_and_what_was_missed_goes_as_one_on_the_day()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "30 November 2026"));
        await council.RunAsync(new(2026, 11, 30));

        await SnoozeAsync(council, new(2027, 1, 11));

        foreach (var day in new DateOnly[] { new(2026, 12, 7), new(2026, 12, 14), new(2026, 12, 24), new(2027, 1, 8) })
        {
            (await council.RunAsync(day)).ShouldBe(new DigestsMade(0, 0, 0, 0), $"{day}: neither the officer nor the lead");
        }

        (await council.RunAsync(new(2027, 1, 11))).ShouldBe(new DigestsMade(2, 2, 0, 1));
        (await OwedAsync(council)).ShouldBe(["group 28 noRecipient", "lead 42 inDigest", "responsible 0 inDigest",
            "responsible 42 inDigest"]);
    }

    [Fact]
    public async Task Only_the_authority_reads_why_and_the_board_still_counts_it_as_overdue()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "30 November 2026"));
        council.Api.Clock.Now = RemindedCouncil.At(new(2026, 12, 29), 9);
        await SnoozeAsync(council, new(2027, 2, 1));
        var id = await IdAsync(council);

        var snooze = (await council.Council.Viewer.ReadAsync($"/v1/assignments/{id}")).GetProperty("snooze");
        (snooze.GetProperty("until").GetString(), snooze.GetProperty("reason").GetString()).ShouldBe(("2027-02-01", Why));
        (await council.Partnership.Admin.GetAnswerAsync($"/v1/assignments/{id}")).Body.ShouldNotContain(Why);
        (await running.Database.TextsAsync("""
            select coalesce(before::text, '') || coalesce(after::text, '') from changes where subject = $1 and type = 'assignment.snoozed'
            """, $"assignments/{id}"))
            .ShouldHaveSingleItem().ShouldNotContain("away");
        (await running.Database.TextsAsync("""
            select type from change_feed where subject = $1 and type = 'assignment.snoozed' and organisation_id = $2
            """, $"assignments/{id}", council.Partnership.Id))
            .ShouldBeEmpty("that it is put off is the authority's own business");

        var scheme = (await RemindedCouncil.ListAsync(council.Council, "/v1/schemes?stage=inForce")).Single().GetProperty("id").GetGuid();
        var slip = (await RemindedCouncil.ListAsync(council.Partnership,
            $"/v1/board/slippage?schemeId={scheme}&authorityId={council.Council.Id}")).ShouldHaveSingleItem();
        (slip.GetProperty("daysOverdue").GetInt32(), slip.GetProperty("escalatedOn").GetString()).ShouldBe((29, "2026-12-28"));
    }

    [Theory]
    [InlineData("2026-11-23", "today")]
    [InlineData("2026-11-22", "the past")]
    [InlineData("2027-02-24", "more than 92 days")]
    public async Task A_snooze_has_its_limits(string until, string why)
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "30 November 2026"));

        (await council.Council.Officer.PostAsync($"/v1/assignments/{await IdAsync(council)}/snooze",
            new { until, reason = Why })).ShouldRefuse(HttpStatusCode.BadRequest, "out-of-range", "#/until");
        why.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("unsnoozed")]
    [InlineData("moved")]
    [InlineData("moved by the partnership")]
    public async Task It_ends_when_it_is_taken_back_and_when_the_date_moves(string how)
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "1 December 2026"));
        await SnoozeAsync(council, new(2027, 1, 11));
        (await council.RunAsync(new(2026, 11, 30))).Digests.ShouldBe(0);
        var id = await IdAsync(council);
        var action = (await council.Council.Viewer.ReadAsync($"/v1/assignments/{id}")).GetProperty("actionId").GetGuid();

        switch (how)
        {
            case "unsnoozed":
                (await council.Council.Officer.AskAsync(HttpMethod.Delete, $"/v1/assignments/{id}/snooze")).Status.ShouldBe(
                    HttpStatusCode.NoContent);
                (await council.Council.Officer.AskAsync(HttpMethod.Delete, $"/v1/assignments/{id}/snooze")).ShouldRefuse(
                    HttpStatusCode.Conflict, "not-snoozed");
                break;
            case "moved":
                await council.MoveAsync("2 December 2026");
                break;
            default:
                await RemindedCouncil.SendAsync(council.Partnership.Coordinator, HttpMethod.Patch, $"/v1/actions/{action}",
                    new { target = "2 December 2026", reason = "Later." });
                break;
        }

        (await council.Council.Viewer.ReadAsync($"/v1/assignments/{id}")).TryGetProperty("snooze", out var snooze)
            .ShouldBe(snooze.ValueKind == JsonValueKind.Null);
        (await council.RunAsync(new(2026, 12, 1))).Reminders.ShouldBe(1);
    }

    [Fact]
    public async Task Settled_work_ends_it_and_cannot_be_snoozed()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "1 December 2026"));
        await SnoozeAsync(council, new(2027, 1, 11));
        await council.ReportAsync("completed");
        (await council.Council.Officer.PostAsync($"/v1/assignments/{await IdAsync(council)}/snooze",
            new { until = "2027-01-11", reason = Why })).ShouldRefuse(HttpStatusCode.Conflict, "nothing-asked");
        (await council.Council.Officer.PostAsync($"/v1/assignments/{await IdAsync(council)}/acknowledge",
            new { reason = Why })).ShouldRefuse(HttpStatusCode.Conflict, "nothing-asked");

        await council.ReportAsync("onTrack");

        (await council.RunAsync(new(2026, 12, 1))).Reminders.ShouldBe(1, "reopened, it is not snoozed any more");
    }

    [Fact]
    public async Task What_was_owed_when_it_was_snoozed_does_not_go_out()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "30 November 2026"));
        await council.PlanAsync(new(2026, 11, 23));
        await SnoozeAsync(council, new(2026, 12, 1));

        (await council.DigestAsync(new(2026, 11, 23))).ShouldBe(new DigestsMade(0, 0, 1, 0));

        (await RemindedCouncil.ListAsync(council.Council, "/v1/reminders")).ShouldHaveSingleItem().GetProperty("why").GetString()
            .ShouldBe("it is snoozed until 1 December 2026");
    }

    [Fact]
    public async Task An_officer_who_has_seen_it_is_left_alone_until_it_is_passed_on_to_the_lead()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "30 November 2026"));
        council.Api.Clock.Now = RemindedCouncil.At(new(2026, 12, 2), 9);

        var acknowledged = (await council.Council.Officer.PostAsync($"/v1/assignments/{await IdAsync(council)}/acknowledge",
            new { reason = Why })).With(HttpStatusCode.OK);

        acknowledged.GetProperty("acknowledgement").GetProperty("until").GetString().ShouldBe("2026-12-14");
        (await council.RunAsync(new(2026, 12, 7))).Digests.ShouldBe(0);
        (await council.RunAsync(new(2026, 12, 14))).Digests.ShouldBe(2);
        (await OwedAsync(council)).ShouldBe(["lead 14 inDigest", "responsible 14 inDigest"]);
    }

    [Fact]
    public async Task Having_seen_it_keeps_nothing_from_the_lead_and_lasts_four_weeks_at_most()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "31 March 2027"));
        var path = $"/v1/assignments/{await IdAsync(council)}/acknowledge";
        (await council.Council.Officer.PostAsync(path, new { reason = Why })).With(HttpStatusCode.OK).GetProperty("acknowledgement")
            .GetProperty("until").GetString().ShouldBe("2026-12-21");

        council.Api.Clock.Now = RemindedCouncil.At(new(2027, 3, 20), 9);
        (await council.Council.Officer.PostAsync(path, new { reason = Why })).With(HttpStatusCode.OK).GetProperty("acknowledgement")
            .GetProperty("until").GetString().ShouldBe("2027-03-31");

        (await council.RunAsync(new(2027, 3, 24))).Digests.ShouldBe(0);
        (await council.RunAsync(new(2027, 3, 31))).Reminders.ShouldBe(1);
        (await council.Partnership.Admin.GetAnswerAsync($"/v1/assignments/{await IdAsync(council)}")).Body.ShouldNotContain(Why);
    }

    private static async Task<Guid> IdAsync(RemindedCouncil council) => (await council.AssignmentAsync()).GetProperty("id").GetGuid();

    private static async Task SnoozeAsync(RemindedCouncil council, DateOnly until) =>
        (await council.Council.Officer.PostAsync($"/v1/assignments/{await IdAsync(council)}/snooze", new { until, reason = Why })).With(
            HttpStatusCode.OK);

    private static async Task<List<string>> OwedAsync(RemindedCouncil council) =>
        [.. (await RemindedCouncil.ListAsync(council.Council, "/v1/reminders?limit=200"))
        .Select(r =>
            $"{r.GetProperty("audience").GetString()} {r.GetProperty("daysFromDue").GetInt32()} {r.GetProperty("state").GetString()}")
                .Order(StringComparer.Ordinal)];
}
