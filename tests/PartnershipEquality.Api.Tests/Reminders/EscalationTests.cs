using System.Net;
using System.Text;
using System.Text.Json;
using PartnershipEquality.Api.Features.Reminders;

namespace PartnershipEquality.Api.Tests.Reminders;

public sealed class EscalationTests(RunningApi running)
{
    private const string Member = "member@council.example.org";

    [Fact]
    public async Task What_stays_overdue_goes_to_the_lead_then_to_the_group_and_to_each_again_with_every_repeat()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "30 November 2026"));
        await GroupAsync(council, "Service Manager", Member);

        // 30 November and 14 December 2026 are Mondays; 28 December is a bank holiday, and so goes out on Christmas Eve.
        foreach (var day in new DateOnly[] { new(2026, 11, 30), new(2026, 12, 7), new(2026, 12, 14), new(2026, 12, 24), new(2027, 1, 11),
            new(2027, 1, 25), new(2027, 2, 8) })
        {
            (await council.RunAsync(day)).Digests.ShouldBeGreaterThan(0, $"{day}");
            (await council.RunAsync(day)).ShouldBe(new DigestsMade(0, 0, 0, 0), "a day run again");
        }

        (await OwedAsync(council)).ShouldBe(
            ["group 28 inDigest", "group 56 inDigest", "lead 14 inDigest", "lead 42 inDigest", "lead 70 inDigest", "responsible 0 inDigest",
                "responsible 14 inDigest", "responsible 42 inDigest", "responsible 7 inDigest", "responsible 70 inDigest"]);
        (await council.SentAsync()).Where(s => s.StartsWith(Member, StringComparison.Ordinal))
            .ShouldBe([$"{Member} 2026-12-24", $"{Member} 2027-01-25"]);
        (await council.SentAsync()).Where(s => s.StartsWith(RemindedCouncil.Lead, StringComparison.Ordinal))
            .ShouldBe([$"{RemindedCouncil.Lead} 2026-12-14", $"{RemindedCouncil.Lead} 2027-01-11", $"{RemindedCouncil.Lead} 2027-02-08"]);
    }

    [Fact]
    public async Task After_an_outage_each_hears_the_latest_alone()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "30 November 2026"));
        await GroupAsync(council, "Service Manager", Member);

        (await council.RunAsync(new(2027, 1, 29))).Digests.ShouldBe(3);

        (await OwedAsync(council)).ShouldBe(["group 56 inDigest", "lead 42 inDigest", "responsible 42 inDigest"]);
    }

    [Fact]
    public async Task A_lead_who_answers_for_the_work_as_well_reads_one_line_that_says_both()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Somebody", "30 November 2026"));

        (await council.RunAsync(new(2026, 12, 14))).ShouldBe(new DigestsMade(1, 2, 0, 0));

        (await council.DigestsAsync()).ShouldHaveSingleItem().GetProperty("lines").GetInt32().ShouldBe(1);
        var text = await TextAsync(council);
        text.ShouldContain("OVERDUE (1)");
        text.ShouldContain("Escalated to you as equality lead: not done 14 days after it was due.");
        text.ShouldContain("You receive this because no post answers for 'Somebody' at your council; you are the equality lead.");
    }

    [Fact]
    public async Task What_is_passed_on_stands_under_its_own_heading_and_names_who_answers_for_it()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "30 November 2026"));
        await council.RunAsync(new(2026, 12, 14));

        var text = await TextAsync(council, RemindedCouncil.Lead);

        text.ShouldContain("1 escalated to you");
        text.ShouldContain("ESCALATED TO YOU (1)");
        text.ShouldContain("Escalated to you as equality lead: not done 14 days after it was due.");
        text.ShouldContain("Responsible: Officer.");
        text.ShouldNotContain("You receive this because");
    }

    [Fact]
    public async Task Without_a_lead_or_a_group_it_waits_and_says_why_until_there_is_one()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "30 November 2026"));
        await council.LeaveAsync("Equality Lead", RemindedCouncil.Lead, new(2026, 12, 1));
        await council.RunAsync(new(2026, 12, 24));

        (await WhyAsync(council)).ShouldBe(["group: no post belongs to the equality group", "lead: no lead"]);

        await council.TakeUpAsync("Equality Lead", "new.lead@council.example.org", new(2026, 12, 29));
        await GroupAsync(council, "Service Manager", Member);
        await GroupAsync(council, "Board Member", null);
        (await council.RunAsync(new(2026, 12, 29))).Digests.ShouldBe(2);

        (await council.SentAsync()).ShouldContain($"{Member} 2026-12-29");
        (await council.SentAsync()).ShouldContain("new.lead@council.example.org 2026-12-29");
        (await WhyAsync(council)).ShouldBe(["group: equality group: no holder, no deputy"]);
        (await OwedAsync(council)).ShouldBe(["group 28 inDigest", "group 28 noRecipient", "group 28 stopped", "lead 14 inDigest",
            "responsible 14 inDigest"]);
    }

    [Fact]
    public async Task What_waits_for_somebody_gives_way_to_the_next_repeat()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "30 November 2026"));
        await council.RunAsync(new(2026, 12, 24));

        (await council.RunAsync(new(2027, 1, 25))).NoRecipient.ShouldBe(1);

        (await OwedAsync(council)).Where(r => r.StartsWith("group", StringComparison.Ordinal))
            .ShouldBe(["group 28 stopped", "group 56 noRecipient"]);
    }

    [Fact]
    public async Task A_policy_says_after_how_many_days_or_never()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "30 November 2026"));
        await GroupAsync(council, "Service Manager", Member);
        var scheme = (await RemindedCouncil.ListAsync(council.Council, "/v1/schemes?stage=inForce")).Single().GetProperty("id").GetGuid();
        await RemindedCouncil.SendAsync(council.Council.Admin, HttpMethod.Put, "/v1/reminder-policies",
            new
            {
                schemeId = scheme,
                deliveryOffsets = new[] { 0 },
                reviewOffsets = Array.Empty<int>(),
                leadAfterDays = 3,
                groupAfterDays = (int?)null
            });

        await council.RunAsync(new(2026, 12, 3));
        await council.RunAsync(new(2027, 1, 29));

        (await OwedAsync(council)).ShouldBe(["lead 3 inDigest", "responsible 0 inDigest"]);
    }

    [Fact]
    public async Task The_group_does_not_hear_before_the_lead()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "30 November 2026"));

        (await council.Council.Admin.AskAsync(HttpMethod.Put, "/v1/reminder-policies",
            new { deliveryOffsets = new[] { 0 }, reviewOffsets = Array.Empty<int>(), leadAfterDays = 20, groupAfterDays = 10 }))
            .ShouldRefuse(HttpStatusCode.BadRequest, "out-of-range", "#/groupAfterDays");
    }

    [Fact]
    public async Task Offsets_left_out_of_a_policy_are_the_usual_ones()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "30 November 2026"));

        var policy = await RemindedCouncil.SendAsync(council.Council.Admin, HttpMethod.Put, "/v1/reminder-policies",
            new { deliveryOffsets = new[] { 0 }, reviewOffsets = new[] { 0 } });

        (policy.GetProperty("leadAfterDays").GetInt32(), policy.GetProperty("groupAfterDays").GetInt32()).ShouldBe((14, 28));
    }

    [Fact]
    public async Task The_board_takes_it_up_after_28_days_whatever_the_authority_is_told()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "30 November 2026"));
        var scheme = (await RemindedCouncil.ListAsync(council.Council, "/v1/schemes?stage=inForce")).Single().GetProperty("id").GetGuid();
        council.Api.Clock.Now = RemindedCouncil.At(new(2026, 12, 27), 9);
        (await SlipAsync()).GetProperty("escalatedOn").ValueKind.ShouldBe(JsonValueKind.Null);

        council.Api.Clock.Now = RemindedCouncil.At(new(2026, 12, 28), 9);

        (await SlipAsync()).GetProperty("escalatedOn").GetString().ShouldBe("2026-12-28");

        async Task<JsonElement> SlipAsync() =>
            (await RemindedCouncil.ListAsync(council.Partnership,
                $"/v1/board/slippage?schemeId={scheme}&authorityId={council.Council.Id}")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_file_of_posts_marks_the_equality_group()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "30 November 2026"));
        using var form = new MultipartFormDataContent { { new ByteArrayContent(
            Encoding.UTF8.GetBytes("Post,Equality group\nOfficer,yes\nEqualities Adviser,yes\n")), "file", "posts.csv" } };

        await (await council.Council.Lead.PostAsync("/v1/posts/import", form, TestContext.Current.CancellationToken)).ShouldBeAsync(
            HttpStatusCode.OK);

        (await RemindedCouncil.ListAsync(council.Council, "/v1/posts?limit=200")).Where(p => p.GetProperty("equalityGroup").GetBoolean())
            .Select(p => p.GetProperty("title").GetString()).Order(StringComparer.Ordinal).ShouldBe(["Equalities Adviser", "Officer"]);
    }

    private async Task<string> TextAsync(RemindedCouncil council, string recipient = RemindedCouncil.Lead) =>
        (await running.Database.TextsAsync(
        """
            select subject || chr(10) || text from outbox where organisation_id = $1 and to_address = $2 order by id desc limit 1
            """, council.Council.Id, recipient)).Single();

    private static async Task GroupAsync(RemindedCouncil council, string title, string? member)
    {
        await council.MakePostAsync(title, member);
        await RemindedCouncil.SendAsync(council.Council.Lead, HttpMethod.Patch, $"/v1/posts/{await council.PostIdAsync(title)}",
            new { equalityGroup = true });
    }

    private static async Task<List<string>> OwedAsync(RemindedCouncil council) =>
        [.. (await RemindedCouncil.ListAsync(council.Council, "/v1/reminders?limit=200"))
        .Select(r =>
            $"{r.GetProperty("audience").GetString()} {r.GetProperty("daysFromDue").GetInt32()} {r.GetProperty("state").GetString()}")
                .Order(StringComparer.Ordinal)];

    private static async Task<List<string>> WhyAsync(RemindedCouncil council) =>
        [.. (await RemindedCouncil.ListAsync(council.Council, "/v1/reminders?state=noRecipient"))
        .Select(r => $"{r.GetProperty("audience").GetString()}: {r.GetProperty("why").GetString()}").Order(StringComparer.Ordinal)];
}
