using System.Net;

namespace PartnershipEquality.Api.Tests.Reminders;

/// <summary>What would go out on a day, and what comes next: asked, and nothing kept.</summary>
public sealed class PreviewTests(RunningApi running)
{
    [Fact]
    public async Task The_messages_of_a_day_are_seen_before_they_go_and_nothing_is_kept()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "31 December 2026"));
        var lead = council.Council.Lead;

        var preview = await lead.ReadAsync("/v1/reminders/preview?date=2026-12-03");

        (preview.Flag("workingDay"), preview.Number("owed")).ShouldBe((true, 1));
        var digest = preview.Items("digests").ShouldHaveSingleItem();
        (digest.Text("recipient"), digest.Number("lines")).ShouldBe((RemindedCouncil.Holder, 1));
        digest.Text("text").ShouldNotBeNull().ShouldContain("31 December 2026");
        digest.Text("html").ShouldNotBeNull().ShouldContain("<html");
        (await council.RemindersAsync()).ShouldBeEmpty();
        (await lead.WalkAsync("/v1/digests")).ShouldBeEmpty();
        (await lead.ReadAsync("/v1/reminders/preview?date=2026-12-05")).Flag("workingDay").ShouldBeFalse();
        (await lead.GetAnswerAsync("/v1/reminders/preview?date=2026-11-22")).ShouldRefuse(HttpStatusCode.BadRequest, "out-of-range",
            "date");
        (await lead.GetAnswerAsync("/v1/reminders/preview?date=2027-03-01")).ShouldRefuse(HttpStatusCode.BadRequest, "out-of-range",
            "date");

        // What goes out on that day is what was seen.
        await council.RunAsync(new(2026, 12, 3));
        (await lead.WalkAsync("/v1/digests")).ShouldHaveSingleItem().Text("subject").ShouldBe(digest.Text("subject"));
    }

    [Fact]
    public async Task What_comes_next_is_listed_by_its_day()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "31 December 2026"), ("Officer", "31 March 2027"),
            ("Officer", "On-going"));
        await council.RunAsync(new(2026, 12, 3));

        var next = await council.Council.Viewer.WalkAsync("/v1/reminders/upcoming", limit: 1);

        next.Select(r => $"{r.Text("remindsOn")} {r.Text("kind")} {r.Text("dueBy")}")
            .ShouldBe(["2026-12-17 delivery 2026-12-31", "2026-12-24 review 2026-12-31", "2027-03-03 delivery 2027-03-31"]);
        (await council.Other.Viewer.WalkAsync("/v1/reminders/upcoming")).Select(r => r.Text("occurrenceId"))
            .Intersect(next.Select(r => r.Text("occurrenceId"))).ShouldBeEmpty();
        (await council.Council.Viewer.WalkAsync("/v1/reminders/upcoming?from=2026-12-18&to=2027-01-31")).ShouldHaveSingleItem().Text("kind")
            .ShouldBe("review");

        // A plan that is closed reminds nobody.
        var scheme = (await council.Partnership.Admin.WalkAsync("/v1/schemes")).ShouldHaveSingleItem().Text("id");
        (await council.Partnership.Admin.ChangeAsync(HttpMethod.Patch, $"/v1/schemes/{scheme}", new { stage = "closed" })).With(
            HttpStatusCode.OK);
        (await council.Council.Viewer.WalkAsync("/v1/reminders/upcoming")).ShouldBeEmpty();
    }
}
