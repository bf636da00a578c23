using System.Net;
using System.Text.Json;
using PartnershipEquality.Api.Tests.Reminders;

namespace PartnershipEquality.Api.Tests.Calendars;

/// <summary>Calendars that people and authorities subscribe to, read as calendar programs read them.</summary>
public sealed class CalendarTests(RunningApi running)
{
    [Fact]
    public async Task What_is_due_stands_in_it_and_what_is_done_does_not()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        var (council, coordinator) = (partnership.Authorities[0], partnership.Partnership.Coordinator);
        var plan = await partnership.HasPlanAsync(
            new("1.1", "Publish; then, review\\refresh the \"profile\" — with the Lân community, whose name is long enough for the line to be folded more than once", "31 March 2027", Milestones: "Draft it | 10 January 2027"),
            new("1.2", "Train the cabinet", "May 2026"), new("1.3", "Keep listening", "On-going"));
        var made = (await council.Lead.PostAsync("/v1/calendars", new { name = "The equality team" })).With(HttpStatusCode.Created);
        var path = PathOf(made);
        made.GetProperty("calendar").TryGetProperty("address", out _).ShouldBeFalse();

        var events = await ReadAsync(path);

        events.Select(e => $"{e.Start:yyyy-MM-dd} {e.Summary[..Math.Min(40, e.Summary.Length)]}").ShouldBe(
            ["2026-11-22 1 equality action is overdue", "2026-05-31 1.2/1 due: Train the cabinet",
                "2027-01-10 1.1/1 due: Publish; then, review\\refresh", "2027-03-31 1.1/1 due: Publish; then, review\\refresh"]);
        events[3].Summary.ShouldBe(
            "1.1/1 due: Publish; then, review\\refresh the \"profile\" — with the Lân community, whose name is long enough for the line to be folded more than once");
        (events[1].End, events[1].AllDay).ShouldBe((new(2026, 6, 1), true));
        events[1].Description.ShouldContain("Target as written: May 2026\n");
        events[0].Description.ShouldBe("1.2/1, due 31 May 2026: Train the cabinet");

        // A date that moves keeps its event, with a higher number; one that is met leaves.
        (await coordinator.ChangeAsync(HttpMethod.Patch, plan.Action(), new { target = "30 April 2027", reason = "Late." })).With(
            HttpStatusCode.OK);
        (await council.Officer.PostAsync($"{plan.Of(council, "1.2/1")}/progress-updates",
            new { status = "completed", tier = "partnership" })).With(HttpStatusCode.Created);
        var later = await ReadAsync(path);
        later.Select(e => e.Start).ShouldBe([new(2027, 1, 10), new(2027, 4, 30)]);
        later[1].Uid.ShouldBe(events[3].Uid);
        later[1].Sequence.ShouldBeGreaterThan(events[3].Sequence);

        // The other authority's is its own.
        var others = PathOf(
            (await partnership.Authorities[1].Lead.PostAsync("/v1/calendars", new { name = "Ours" })).With(HttpStatusCode.Created));
        (await ReadAsync(others)).Select(e => e.Uid).Intersect(later.Select(e => e.Uid)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_persons_holds_the_work_of_the_posts_they_hold_that_day()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "31 December 2026"),
            ("Nobody in particular", "31 January 2027"));
        var posts = await council.Council.Lead.WalkAsync("/v1/posts");
        var holder = (await council.Council.Lead.WalkAsync(
            $"/v1/posts/{posts.Single(p => p.Text("title") == "Officer").Id()}/holders")).ShouldHaveSingleItem();
        var person = holder.Id("personId");

        var path = PathOf(
            (await council.Council.Lead.PostAsync("/v1/calendars", new { name = "Mine", personId = person })).With(HttpStatusCode.Created));

        (await ReadAsync(path, council.Api)).Select(e => e.Start).ShouldBe([new(2026, 12, 31)]);
        (await council.Council.Lead.PostAsync("/v1/calendars", new { name = "Mine", personId = Guid.NewGuid() })).ShouldRefuse(
            HttpStatusCode.BadRequest, "unknown-person", "#/personId");
        (await council.Other.Lead.PostAsync("/v1/calendars", new { name = "Mine", personId = person })).ShouldRefuse(
            HttpStatusCode.BadRequest, "unknown-person", "#/personId");
        (await council.Partnership.Admin.PostAsync("/v1/calendars", new { name = "Ours" })).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Its_address_opens_it_until_it_is_revoked_and_nothing_else()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var council = partnership.Authorities[0];
        await partnership.HasPlanAsync(new Plan.Row("1.1", "Do it", "March 2027"));
        var made = (await council.Lead.PostAsync("/v1/calendars", new { name = "Ours" })).With(HttpStatusCode.Created);
        var path = PathOf(made);
        using var nobody = running.Api.Client();
        var token = path["/v1/calendar/".Length..^".ics".Length];

        var answer = await nobody.GetAsync(path, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentType.CharSet).ShouldBe(("text/calendar", "utf-8"));
        (await nobody.AskAsync(HttpMethod.Get, path, ifNoneMatch: answer.Headers.ETag!.ToString())).Status.ShouldBe(
            HttpStatusCode.NotModified);
        foreach (var wrong in new[] { token[..^1] + (token[^1] == '0'
            ? '1' : '0'), token.ToUpperInvariant(), token[..32], token + "0", new string('0', 96), "%00", "x" })
        {
            (await nobody.GetAnswerAsync($"/v1/calendar/{wrong}.ics")).Status.ShouldBeOneOf(HttpStatusCode.Unauthorized,
                HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
        }

        // What opens the calendar is no key, and a key opens no calendar.
        using var asKey = running.Api.Client(token);
        (await asKey.GetAnswerAsync("/v1/assignments")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await council.Admin.GetAnswerAsync($"/v1/calendar/{new string('0', 96)}.ics")).Status.ShouldBe(HttpStatusCode.Unauthorized);

        var calendar = $"/v1/calendars/{made.GetProperty("calendar").Id()}";
        (await council.Lead.ChangeAsync(HttpMethod.Delete, calendar, null)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await nobody.GetAnswerAsync(path)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await council.Lead.ReadAsync(calendar)).Text("revokedAt").ShouldNotBeNull();
        (await running.Database.TextsAsync("""
            select secret_sha256::text from calendars where authority_id = $1
            """, council.Id)).ShouldHaveSingleItem().ShouldNotContain(token[32..]);
    }

    private static string PathOf(JsonElement made) => new Uri(made.Text("address")!).AbsolutePath;

    private async Task<IReadOnlyList<SeenEvent>> ReadAsync(string path, ApiInstance? api = null)
    {
        using var client = (api ?? running.Api).Client();
        return ReadCalendar.From(await client.GetStringAsync(path, TestContext.Current.CancellationToken));
    }
}
