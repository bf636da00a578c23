using System.Text.Json;
using PartnershipEquality.Api.Features.Reminders;

namespace PartnershipEquality.Api.Tests.Reminders;

public sealed class PlanChangesToldTests(RunningApi running)
{
    [Fact]
    public async Task A_day_with_nothing_due_still_tells_once_what_the_partnership_moved_and_why()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "31 December 2027"));

        await ChangeAsync(council, new { target = "30 June 2028", reason = "The census tables are late." });

        (await council.RunAsync(new(2026, 11, 24))).ShouldBe(new DigestsMade(1, 0, 0, 0));
        (await council.RunAsync(new(2026, 11, 24))).ShouldBe(new DigestsMade(0, 0, 0, 0));
        (await council.RunAsync(new(2026, 11, 25))).ShouldBe(new DigestsMade(0, 0, 0, 0));
        var digest = (await council.DigestsAsync()).ShouldHaveSingleItem();
        (digest.GetProperty("lines").GetInt32(), digest.GetProperty("changes").GetInt32()).ShouldBe((0, 1));
        var text = await TextAsync(council);
        text.ShouldContain("1 changed by the partnership: your equality actions on 24 November 2026");
        text.ShouldContain("1.1/1: date moved");
        text.ShouldContain("From “31 December 2027” to “30 June 2028”. Reason: The census tables are late.");
    }

    [Fact]
    public async Task Other_words_and_a_withdrawal_are_told_with_what_is_due()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "31 December 2026"),
            ("Officer", "31 December 2027"));
        await ChangeAsync(council, new { text = "Do it well", outcome = "It is done" });
        await WithdrawAsync(council, "1.2/1", "Covered by 1.1.");

        (await council.RunAsync(new(2026, 12, 3))).ShouldBe(new DigestsMade(1, 1, 0, 0));

        var text = await TextAsync(council);
        text.ShouldContain("1 due soon, 2 changed by the partnership");
        text.ShouldContain("It now reads: “Do it well”. Outcome: “It is done”.");
        text.ShouldContain("1.2/1: withdrawn");
        text.ShouldContain("Reason: Covered by 1.1.");
    }

    [Fact]
    public async Task What_is_taken_back_and_given_again_before_anybody_heard_is_not_told_and_afterwards_it_is()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "31 December 2027"));
        await WithdrawAsync(council, "1.1/1", "A slip of the pen.");
        await GiveAgainAsync(council);
        (await council.RunAsync(new(2026, 11, 24))).Digests.ShouldBe(0);

        await WithdrawAsync(council, "1.1/1", "Not this year.");
        (await council.RunAsync(new(2026, 11, 25))).Digests.ShouldBe(1);
        await GiveAgainAsync(council);
        (await council.RunAsync(new(2026, 11, 26))).Digests.ShouldBe(1);

        (await TextAsync(council)).ShouldContain("1.1/1: asked for again");
    }

    [Fact]
    public async Task An_authority_that_goes_by_its_own_target_does_not_hear_that_the_shared_one_moved()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "31 December 2027"));
        await council.MoveAsync("31 January 2028");

        await ChangeAsync(council, new { target = "30 June 2028", reason = "Later." });

        (await council.RunAsync(new(2026, 11, 24))).Digests.ShouldBe(0, "its own move is nobody's news, and the shared date is not its");
    }

    [Fact]
    public async Task What_came_after_the_mornings_digest_waits_for_the_next_and_what_nobody_answers_for_waits_for_somebody()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "24 November 2026"));
        (await council.RunAsync(new(2026, 11, 24))).Digests.ShouldBe(1);
        await ChangeAsync(council, new { text = "Do it better" });

        (await council.RunAsync(new(2026, 11, 24))).Digests.ShouldBe(0);
        await council.LeaveAsync("Officer", RemindedCouncil.Holder, new(2026, 11, 24));
        await council.LeaveAsync("Equality Lead", RemindedCouncil.Lead, new(2026, 11, 24));
        (await council.RunAsync(new(2026, 11, 25))).Digests.ShouldBe(0);
        await council.TakeUpAsync("Officer", "newcomer@council.example.org", new(2026, 11, 26));
        (await council.RunAsync(new(2026, 11, 26))).Digests.ShouldBe(1);

        (await TextAsync(council, "newcomer@council.example.org")).ShouldContain("“Do it better”");
    }

    [Fact]
    public async Task Settled_work_has_no_news()
    {
        await using var council = await RemindedCouncil.BeginAsync(running, ("Officer", "31 December 2027"));
        await council.ReportAsync("completed");

        await ChangeAsync(council, new { text = "Do it well", target = "30 June 2028", reason = "Later." });

        (await council.RunAsync(new(2026, 11, 24))).Digests.ShouldBe(0);
    }

    private async Task<string> TextAsync(RemindedCouncil council, string recipient = RemindedCouncil.Holder) =>
        (await running.Database.TextsAsync(
        """
            select subject || chr(10) || text from outbox where organisation_id = $1 and to_address = $2 order by id desc limit 1
            """, council.Council.Id, recipient)).Single();

    private static async Task ChangeAsync(RemindedCouncil council, object change) =>
        await RemindedCouncil.SendAsync(council.Partnership.Coordinator, HttpMethod.Patch, $"/v1/actions/{await ActionAsync(council)}",
            change);

    private static async Task WithdrawAsync(RemindedCouncil council, string reference, string reason) => await RemindedCouncil.SendAsync(
        council.Partnership.Coordinator, HttpMethod.Post,
            $"/v1/assignments/{(await council.AssignmentAsync(reference)).GetProperty("id").GetGuid()}/withdraw", new { reason });

    private static async Task GiveAgainAsync(RemindedCouncil council) => await RemindedCouncil.SendAsync(
        council.Partnership.Coordinator, HttpMethod.Put, $"/v1/actions/{await ActionAsync(council)}/cross-reference",
            new { text = "ALL", reason = "After all." });

    private static async Task<Guid> ActionAsync(RemindedCouncil council)
    {
        JsonElement assignment = (await RemindedCouncil.ListAsync(council.Other, "/v1/assignments?limit=200")).First(
            a => a.GetProperty("reference").GetString() == "1.1/1");
        return assignment.GetProperty("actionId").GetGuid();
    }
}
