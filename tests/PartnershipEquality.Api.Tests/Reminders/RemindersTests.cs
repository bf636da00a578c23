using PartnershipEquality.Api.Features.Reminders;

namespace PartnershipEquality.Api.Tests.Reminders;

public sealed class RemindersTests(RunningApi running)
{
    [Fact]
    public async Task What_is_reminded_of_is_told_to_webhooks_once_a_day_whoever_has_mail_of_it()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "31 December 2026"), ("Officer", "31 March 2027"));
        await council.RunAsync(new(2026, 12, 3));
        await council.RunAsync(new(2026, 12, 3));
        var told = await council.Council.Admin.WalkAsync("/v1/audit?types=reminder.due");
        var due = (await council.Council.Admin.WalkAsync("/v1/assignments")).Single(a => a.Text("dueBy") == "2026-12-31");
        told.Select(c => c.Text("subject")).ShouldBe([$"assignments/{due.Id()}"]);
        (await council.Other.Admin.WalkAsync("/v1/audit?types=reminder.due")).ShouldBeEmpty();
        (await council.Partnership.Admin.WalkAsync("/v1/audit?types=reminder.due")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Offsets_that_were_missed_collapse_into_the_latest_and_a_day_run_again_sends_nothing()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "31 December 2026"));

        // 28 days before is 3 December and 14 is the 17th: both went by unseen.
        (await council.RunAsync(new(2026, 12, 18))).Digests.ShouldBe(1);
        (await council.RunAsync(new(2026, 12, 18))).ShouldBe(new DigestsMade(0, 0, 0, 0));
        (await council.RunAsync(new(2026, 12, 17))).ShouldBe(new DigestsMade(0, 0, 0, 0), "a later run has covered it");
        (await council.RunAsync(new(2026, 12, 24))).Digests.ShouldBe(1);

        (await council.RemindersAsync()).ShouldBe(["2026-12-31 -14 inDigest", "2026-12-31 -7 inDigest"]);
        council.Mails.Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_moved_date_owes_its_own_reminders_and_only_those_still_ahead()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "31 December 2026"));
        (await council.RunAsync(new(2026, 12, 4))).Digests.ShouldBe(1);

        await council.MoveAsync("10 December 2026");

        (await council.RunAsync(new(2026, 12, 7))).Digests.ShouldBe(0, "28, 14 and 7 days before lie before the move");
        (await council.RunAsync(new(2026, 12, 9))).Digests.ShouldBe(1);
        (await council.RemindersAsync()).ShouldBe(["2026-12-10 -1 inDigest", "2026-12-31 -28 inDigest"]);
    }

    [Fact]
    public async Task Editing_the_text_re_arms_nothing()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "31 December 2026"));
        await council.RunAsync(new(2026, 12, 3));
        var actionId = (await council.Council.Viewer.ReadAsync(
            $"/v1/assignments/{(await council.AssignmentAsync()).GetProperty("id").GetGuid()}")).GetProperty("actionId").GetGuid();

        await RemindedCouncil.SendAsync(council.Partnership.Coordinator, HttpMethod.Patch, $"/v1/actions/{actionId}",
            new { text = "Do it well", outcome = "It is done" });

        (await council.RunAsync(new(2026, 12, 3))).Reminders.ShouldBe(0);
        (await council.RunAsync(new(2026, 12, 4))).Reminders.ShouldBe(0);
        (await council.RemindersAsync()).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("completed")]
    [InlineData("notApplicable")]
    [InlineData("withdrawn")]
    [InlineData("closed")]
    [InlineData("left")]
    [InlineData("nothing")]
    public async Task What_is_done_with_is_not_reminded_of_any_more(string why)
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "31 December 2026"));
        (await council.RunAsync(new(2026, 12, 3))).Digests.ShouldBe(1);
        // Planned before it is over, to be sent after: what was owed stops too.
        await council.PlanAsync(new(2026, 12, 17));
        var assignment = (await council.AssignmentAsync()).GetProperty("id").GetGuid();
        switch (why)
        {
            case "completed" or "notApplicable":
                await council.ReportAsync(why);
                break;
            case "withdrawn":
                await RemindedCouncil.SendAsync(council.Partnership.Coordinator, HttpMethod.Post, $"/v1/assignments/{assignment}/withdraw",
                    new { reason = "Not needed." });
                break;
            case "closed":
                var scheme = (await RemindedCouncil.ListAsync(council.Partnership, "/v1/schemes?stage=inForce")).Single().GetProperty("id")
                    .GetGuid();
                await RemindedCouncil.SendAsync(council.Partnership.Coordinator, HttpMethod.Patch, $"/v1/schemes/{scheme}",
                    new { stage = "closed" });
                break;
            case "left":
                await running.Database.RunAsync("update memberships set to_on = '2026-12-10' where authority_id = $1", council.Council.Id);
                break;
        }

        var made = await council.DigestAsync(new(2026, 12, 17));
        (made.Reminders, made.Stopped).ShouldBe(why == "nothing" ? (1, 0) : (0, 1));
        (await council.RunAsync(new(2026, 12, 30))).Reminders.ShouldBe(why == "nothing" ? 1 : 0);
        (await council.RemindersAsync("owed")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_membership_that_is_renewed_is_reminded_again_from_its_first_day()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "31 December 2026"));
        await council.RunAsync(new(2026, 12, 3));
        await running.Database.RunAsync("update memberships set to_on = '2026-12-10' where authority_id = $1", council.Council.Id);
        (await council.RunAsync(new(2026, 12, 17))).Reminders.ShouldBe(0);

        await running.Database.RunAsync("""
            insert into memberships (partnership_id, authority_id, from_on) select partnership_id, authority_id, '2026-12-18'
              from memberships where authority_id = $1
            """, council.Council.Id);

        (await council.RunAsync(new(2026, 12, 18))).Reminders.ShouldBe(1, "what was missed meanwhile goes as one");
    }

    [Fact]
    public async Task A_review_is_not_asked_for_once_an_update_was_given_in_its_period_or_after_it()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "On-going"), ("Officer", "On-going"));
        (await council.RunAsync(new(2026, 12, 24))).Reminders.ShouldBe(2);

        await council.ReportAsync("onTrack", "1.1/1");
        (await council.RunAsync(new(2026, 12, 31))).Reminders.ShouldBe(1, "one of the two was looked at in the period");

        await council.ReportAsync("onTrack", "1.2/1");
        council.Api.Clock.Advance(TimeSpan.FromDays(5));
        await council.ReportAsync("onTrack", "1.2/1");
        (await council.RunAsync(new(2027, 1, 14))).Reminders.ShouldBe(0);
    }

    [Fact]
    public async Task A_target_that_loses_its_date_asks_for_no_review_of_periods_gone_by()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "31 January 2028"));
        council.Api.Clock.Now = RemindedCouncil.At(new(2027, 7, 5), 9);

        await council.MoveAsync("On-going");

        (await council.RunAsync(new(2027, 7, 6))).Reminders.ShouldBe(0);
        (await council.RunAsync(new(2027, 9, 23))).Reminders.ShouldBe(1);
        (await council.RemindersAsync()).ShouldBe(["2027-09-30 -7 inDigest"]);
    }

    [Fact]
    public async Task A_target_moved_while_the_work_was_done_holds_once_it_is_reopened()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "31 December 2026"));
        await council.ReportAsync("completed");
        await council.MoveAsync("20 January 2027");

        await council.ReportAsync("onTrack");

        (await council.RunAsync(new(2027, 1, 13))).Reminders.ShouldBe(1);
        (await council.RemindersAsync()).ShouldBe(["2027-01-20 -7 inDigest"]);
    }

    [Fact]
    public async Task The_recipient_is_who_holds_the_post_when_the_digest_is_made()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "31 December 2026"));
        await council.PlanAsync(new(2026, 12, 3));

        await council.LeaveAsync("Officer", RemindedCouncil.Holder, new(2026, 12, 2));
        await council.TakeUpAsync("Officer", "newcomer@council.example.org", new(2026, 12, 3));

        (await council.DigestAsync(new(2026, 12, 3))).Digests.ShouldBe(1);
        (await council.SentAsync()).ShouldBe(["newcomer@council.example.org 2026-12-03"]);
    }

    [Fact]
    public async Task A_vacant_post_falls_to_its_deputy_then_to_the_lead_then_waits_for_somebody()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "31 December 2026"));
        await council.LeaveAsync("Officer", RemindedCouncil.Holder, new(2026, 12, 1));
        await council.TakeUpAsync("Officer", "deputy@council.example.org", new(2026, 12, 1), deputy: true);
        await council.RunAsync(new(2026, 12, 3));
        await council.LeaveAsync("Officer", "deputy@council.example.org", new(2026, 12, 4));
        await council.RunAsync(new(2026, 12, 17));
        await council.LeaveAsync("Equality Lead", RemindedCouncil.Lead, new(2026, 12, 18));

        (await council.RunAsync(new(2026, 12, 24))).ShouldBe(new DigestsMade(0, 0, 0, 1));
        (await RemindedCouncil.ListAsync(council.Council, "/v1/reminders?state=noRecipient")).ShouldHaveSingleItem()
            .GetProperty("why").GetString().ShouldBe("no holder, no deputy, no lead");

        await council.TakeUpAsync("Equality Lead", "new.lead@council.example.org", new(2026, 12, 29));
        (await council.RunAsync(new(2026, 12, 29))).Reminders.ShouldBe(1);
        (await council.SentAsync()).ShouldBe(
            ["deputy@council.example.org 2026-12-03", "lead@council.example.org 2026-12-17", "new.lead@council.example.org 2026-12-29"]);
        (await council.RemindersAsync()).ShouldBe(["2026-12-31 -14 inDigest", "2026-12-31 -28 inDigest", "2026-12-31 -7 inDigest"]);
    }

    [Fact]
    public async Task Who_holds_two_posts_that_answer_for_the_same_work_reads_one_line()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer/Adviser", "31 December 2026"));
        await council.MakePostAsync("Adviser", RemindedCouncil.Holder);
        await council.MapAsync("Adviser", "Adviser");

        (await council.RunAsync(new(2026, 12, 3))).ShouldBe(new DigestsMade(1, 2, 0, 0));

        (await council.DigestsAsync()).ShouldHaveSingleItem().GetProperty("lines").GetInt32().ShouldBe(1);
        council.Mails.Length.ShouldBe(1);
    }

    [Fact]
    public async Task Another_organisation_sees_nothing_of_it()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "31 December 2026"));
        await council.RunAsync(new(2026, 12, 3));
        (await council.RemindersAsync()).Count.ShouldBe(1);
        (await council.SentAsync()).Count.ShouldBe(1);

        foreach (var other in new[] { council.Other, council.Partnership })
        {
            (await RemindedCouncil.ListAsync(other, "/v1/reminders")).ShouldBeEmpty();
            (await RemindedCouncil.ListAsync(other, "/v1/digests")).ShouldBeEmpty();
        }
    }
}
