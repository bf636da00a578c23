using PartnershipEquality.Api.Features.Reminders;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Api.Tests.Mail;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Tests.Reminders;

public sealed class DeliverMailTests(RunningApi running)
{
    private static readonly DateOnly Day = new(2026, 12, 3);
    private static readonly DateTimeOffset At = LondonDay.At(Day, JobTimes.Send);

    [Fact]
    public async Task A_mail_that_is_not_taken_now_is_tried_again_after_a_wait_that_grows()
    {
        await using var busy = new LoopbackMailServer(("RCPT", "450 4.2.1 Try again later"));
        await using var council = await RemindedCouncil.BeginAsync(running, busy.Port, null, ("Officer", "31 December 2026"));

        await council.RunAsync(Day);
        await ShouldBeAsync(council, "waiting", 1);
        await council.DeliverAsync(At.AddSeconds(59));
        await ShouldBeAsync(council, "waiting", 1);
        await council.DeliverAsync(At.AddMinutes(1));
        await ShouldBeAsync(council, "waiting", 2);
        await council.DeliverAsync(At.AddMinutes(5));
        await ShouldBeAsync(council, "waiting", 2);

        await using var ready = new LoopbackMailServer();
        await using var worker = await council.StartAnotherAsync(ready.Port);
        (await council.DeliverAsync(At.AddMinutes(6), worker)).ShouldBe(1);
        await ShouldBeAsync(council, "sent", 3);
        (await council.DeliverAsync(At.AddDays(1), worker)).ShouldBe(0);
        ready.Taken.Count.ShouldBe(1);
        (await council.RemindersAsync()).ShouldBe(["2026-12-31 -28 inDigest"]);
    }

    [Fact]
    public async Task What_an_address_can_never_take_goes_to_the_lead_on_the_next_working_day()
    {
        await using var refusing = new LoopbackMailServer(("RCPT", "550 5.1.1 No such user"));
        await using var council = await RemindedCouncil.BeginAsync(running, refusing.Port, null, ("Officer", "31 December 2026"));

        await council.RunAsync(Day);

        await ShouldBeAsync(council, "failed", 1);
        (await council.RemindersAsync()).ShouldBe(["2026-12-31 -28 owed"]);
        (await council.RunAsync(Day.AddDays(1))).ShouldBe(new DigestsMade(1, 1, 0, 0));
        (await council.SentAsync()).ShouldBe([$"{RemindedCouncil.Holder} 2026-12-03", $"{RemindedCouncil.Lead} 2026-12-04"]);
    }

    [Fact]
    public async Task A_process_killed_between_the_servers_yes_and_the_commit_repeats_that_mail_under_the_same_id()
    {
        await using var server = new LoopbackMailServer();
        await using var council = await RemindedCouncil.BeginAsync(running, server.Port, null, ("Officer", "31 December 2026"));
        await council.PlanAsync(Day);
        await council.Work.AskAsync(await council.ReachAsync(Day), new MakeDigests(Day), TestContext.Current.CancellationToken);

        // The transaction that handed it over is never committed.
        await using (var scope = council.Work.BeginAs(await council.ReachAsync(Day)))
        {
            (await Preview.OfAsync(scope.ServiceProvider, mediator => mediator.Send(new DeliverMail(At), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken)).Sent.ShouldBeTrue();
        }

        server.Taken.Count.ShouldBe(1);
        (await council.DeliverAsync(At)).ShouldBe(1);
        (await council.DeliverAsync(At.AddDays(1))).ShouldBe(0);

        server.Taken.Select(mail => ParsedMail.Read(mail)["Message-ID"]).Distinct().ShouldHaveSingleItem();
        server.Taken.Count.ShouldBe(2);
        await ShouldBeAsync(council, "sent", 1);
    }

    private static async Task ShouldBeAsync(RemindedCouncil council, string state, int attempts)
    {
        var digest = (await council.DigestsAsync()).ShouldHaveSingleItem();
        (digest.GetProperty("state").GetString(), digest.GetProperty("attempts").GetInt32()).ShouldBe((state, attempts));
    }
}
