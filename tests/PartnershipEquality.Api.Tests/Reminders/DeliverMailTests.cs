using Microsoft.Extensions.DependencyInjection;
using PartnershipEquality.Api.Features.Mail;
using PartnershipEquality.Api.Features.Reminders;
using PartnershipEquality.Api.Tests.Jobs;
using PartnershipEquality.Api.Tests.Mail;
using PartnershipEquality.Data.Tenancy;
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
        await using var refusing = new LoopbackMailServer(HolderIsUnknown);
        await using var council = await RemindedCouncil.BeginAsync(running, refusing.Port, null, ("Officer", "31 December 2026"));

        await council.RunAsync(Day);

        await ShouldBeAsync(council, "failed", 1);
        (await council.RemindersAsync()).ShouldBe(["2026-12-31 -28 owed"]);
        (await council.RunAsync(Day.AddDays(1))).ShouldBe(new DigestsMade(1, 1, 0, 0));
        (await council.SentAsync()).ShouldBe([$"{RemindedCouncil.Holder} 2026-12-03", $"{RemindedCouncil.Lead} 2026-12-04"]);
    }

    [Fact]
    public async Task The_lead_is_told_once_of_an_address_that_was_refused_and_the_others_get_theirs()
    {
        await using var server = new LoopbackMailServer(HolderIsUnknown);
        await using var council = await RemindedCouncil.BeginAsync(running, server.Port, null, ("Officer", "31 December 2026"),
            ("Manager", "31 December 2026"));
        await council.MakePostAsync("Manager", "manager@council.example.org");
        await council.MapAsync("Manager", "Manager");

        await council.RunAsync(Day);

        (await OutboxAsync(council)).ShouldBe(
            [$"digest {RemindedCouncil.Holder} failed given back", "digest manager@council.example.org sent",
                $"notice {RemindedCouncil.Lead} sent"], ignoreOrder: true);
        var notice = ParsedMail.Read(
            server.Taken.Single(mail => ParsedMail.Read(mail)["To"].Contains(RemindedCouncil.Lead, StringComparison.Ordinal)));
        notice["Subject"].ShouldContain(RemindedCouncil.Holder);
        foreach (var part in notice.Parts)
        {
            part.Content.ShouldContain("No such user", Case.Sensitive, "what the server said");
            part.Content.ShouldContain("name another holder for: Officer");
            part.Content.ShouldContain("/v1/posts");
        }
    }

    [Fact]
    public async Task A_lead_whose_own_address_was_refused_is_written_to_no_more_and_it_is_seen_in_the_list()
    {
        await using var refusing = new LoopbackMailServer(("RCPT", "550 5.1.1 No such user"));
        await using var council = await RemindedCouncil.BeginAsync(running, refusing.Port, null, ("Officer", "31 December 2026"));

        await council.RunAsync(Day);

        (await OutboxAsync(council)).ShouldBe([$"digest {RemindedCouncil.Holder} failed given back",
            $"notice {RemindedCouncil.Lead} failed"], ignoreOrder: true);
    }

    [Fact]
    public async Task While_the_mail_server_is_gone_mails_keep_their_tries_and_the_work_says_why_it_waits()
    {
        var gone = new LoopbackMailServer();
        await gone.DisposeAsync();
        await using var database = await running.NewDatabaseAsync("mailgone");
        await using var council = await RemindedCouncil.BeginAsync(running, gone.Port, database.Roles, ("Officer", "31 December 2026"));
        await database.RunAsync("update work_due set next_at = $1", At.AddHours(-1));
        council.Api.Clock.Now = At.AddMinutes(1);
        foreach (var kind in new[] { WorkKind.Send, WorkKind.Deliver })
        {
            await council.Api.RunDueAsync(kind, TestContext.Current.CancellationToken);
        }

        await ShouldBeAsync(council, "waiting", 0);
        var deliver = (await council.Council.Admin.ReadAsync("/v1/work")).GetProperty("items").EnumerateArray()
            .Single(w => w.GetProperty("kind").GetString() == "deliver");
        (deliver.GetProperty("state").GetString(), deliver.GetProperty("attempts").GetInt32()).ShouldBe(("failing", 1));
        deliver.GetProperty("lastError").GetString().ShouldNotBeNull().ShouldContain("refused");

        await using var back = new LoopbackMailServer();
        await using var worker = await council.StartAnotherAsync(back.Port);
        worker.Clock.Now = At.AddMinutes(3);
        await worker.RunDueAsync(WorkKind.Deliver, TestContext.Current.CancellationToken);
        await ShouldBeAsync(council, "sent", 1);
    }

    [Fact]
    public async Task The_mails_of_a_run_share_one_connection()
    {
        await using var server = new LoopbackMailServer();
        await using var council = await RemindedCouncil.BeginAsync(running, server.Port, null, ("Officer", "31 December 2026"),
            ("Manager", "31 December 2026"), ("Clerk", "31 December 2026"));
        foreach (var role in new[] { "Manager", "Clerk" })
        {
            await council.MakePostAsync(role, $"{role.ToLowerInvariant()}@council.example.org");
            await council.MapAsync(role, role);
        }

        await council.RunAsync(Day);

        server.Taken.Count.ShouldBe(3);
        server.Commands.Count(c => c.StartsWith("EHLO", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_mail_that_was_given_up_is_sent_again_when_an_admin_asks_but_not_one_that_was_sent_or_given_back()
    {
        await using var refusing = new LoopbackMailServer(("content", "554 5.6.0 Content refused"));
        await using var council = await RemindedCouncil.BeginAsync(running, refusing.Port, null, ("Officer", "31 December 2026"));
        await council.RunAsync(Day);
        await ShouldBeAsync(council, "failed", 1);
        var mail = (await RemindedCouncil.ListAsync(council.Council, "/v1/outbox?state=failed")).ShouldHaveSingleItem();
        mail.GetProperty("lastError").GetString().ShouldNotBeNull().ShouldContain("Content refused");
        var again = $"/v1/outbox/{mail.GetProperty("id").GetGuid()}/send-again";

        (await council.Council.Admin.SendAsync(HttpMethod.Post, again, null)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Accepted);
        await using var ready = new LoopbackMailServer();
        await using var worker = await council.StartAnotherAsync(ready.Port);
        (await council.DeliverAsync(At.AddMinutes(1), worker)).ShouldBe(1);
        await (await council.Council.Admin.SendAsync(HttpMethod.Post, again, null)).ShouldBeProblemAsync(System.Net.HttpStatusCode.Conflict,
            "mail-sent");
    }

    [Fact]
    public async Task A_process_killed_between_the_servers_yes_and_the_commit_repeats_that_mail_under_the_same_id()
    {
        await using var server = new LoopbackMailServer();
        await using var council = await RemindedCouncil.BeginAsync(running, server.Port, null, ("Officer", "31 December 2026"));
        await council.PlanAsync(Day);
        await council.Work.AskAsync(await council.ScopeAsync(Day), new MakeDigests(Day), TestContext.Current.CancellationToken);

        // Whoever took it up hands it over, and is killed before what the server said is noted.
        var taken = (await council.Work.AskAsync(await council.ScopeAsync(Day), new ClaimMail(At),
            TestContext.Current.CancellationToken)).Mail.ShouldNotBeNull();
        var handOver = council.Api.Services.GetRequiredService<MailHandOver>();
        (await handOver.SendAsync(taken, TestContext.Current.CancellationToken)).Refused.ShouldBeNull();

        server.Taken.Count.ShouldBe(1);
        (await council.DeliverAsync(At)).ShouldBe(0, "it is held for as long as a try can take");
        council.Api.Clock.Advance(TimeSpan.FromMinutes(1));
        (await council.DeliverAsync(At)).ShouldBe(1);
        (await council.DeliverAsync(At.AddDays(1))).ShouldBe(0);

        server.Taken.Select(mail => ParsedMail.Read(mail)["Message-ID"]).Distinct().ShouldHaveSingleItem();
        server.Taken.Count.ShouldBe(2);
        await ShouldBeAsync(council, "sent", 1);
    }

    [Fact]
    public async Task Whoever_is_killed_before_handing_a_mail_over_repeats_nothing_and_what_came_late_of_it_is_not_noted()
    {
        await using var server = new LoopbackMailServer();
        await using var council = await RemindedCouncil.BeginAsync(running, server.Port, null, ("Officer", "31 December 2026"));
        await council.PlanAsync(Day);
        await council.Work.AskAsync(await council.ScopeAsync(Day), new MakeDigests(Day), TestContext.Current.CancellationToken);
        var taken = (await council.Work.AskAsync(await council.ScopeAsync(Day), new ClaimMail(At),
            TestContext.Current.CancellationToken)).Mail.ShouldNotBeNull();
        council.Api.Clock.Advance(TimeSpan.FromMinutes(1));

        (await council.DeliverAsync(At)).ShouldBe(1);
        var late = new HandedOver(null, new Outside.Mail.MailRefusedException(true, Outside.Mail.MailFault.Address, "No such user"));
        (await council.Work.AskAsync(await council.ScopeAsync(Day), new RecordHandOver(taken, late, At),
            TestContext.Current.CancellationToken)).Sent.ShouldBeFalse();

        server.Taken.Count.ShouldBe(1);
        await ShouldBeAsync(council, "sent", 1);
    }

    [Fact]
    public async Task No_transaction_is_open_while_the_mail_server_is_waited_for()
    {
        await using var database = await running.NewDatabaseAsync("handover");
        var open = new List<string>();
        await using var server = new LoopbackMailServer { BeforeYes = async () => open.AddRange(await OpenTransactionsAsync(database)) };
        await using var council = await RemindedCouncil.BeginAsync(running, server.Port, database.Roles, ("Officer", "31 December 2026"),
            ("Manager", "31 December 2026"));
        await council.MakePostAsync("Manager", "manager@council.example.org");
        await council.MapAsync("Manager", "Manager");

        await council.RunAsync(Day);

        server.Taken.Count.ShouldBe(2);
        open.ShouldBeEmpty();
    }

    /// <summary>What the program's own roles have open in a database of the test's own.</summary>
    internal static Task<List<string>> OpenTransactionsAsync(Database database) => database.TextsAsync(
        """
            select usename || ': ' || query from pg_stat_activity
              where datname = current_database() and usename like 'equality%' and xact_start is not null
            """);

    private static readonly (string, string) HolderIsUnknown = ($"RCPT TO:<{RemindedCouncil.Holder}>", "550 5.1.1 No such user");

    /// <summary>"kind recipient state", and whether what it said is owed again.</summary>
    private static async Task<List<string>> OutboxAsync(RemindedCouncil council) =>
        [.. (await RemindedCouncil.ListAsync(council.Council, "/v1/outbox?limit=200")).Select(m =>
        $"{m.GetProperty("kind").GetString()} {m.GetProperty("recipient").GetString()} " +
        $"{m.GetProperty("state").GetString()}{(m.GetProperty("givenBack").GetBoolean() ? " given back" : "")}")];

    private static async Task ShouldBeAsync(RemindedCouncil council, string state, int attempts)
    {
        var digest = (await council.DigestsAsync()).ShouldHaveSingleItem();
        (digest.GetProperty("state").GetString(), digest.GetProperty("attempts").GetInt32()).ShouldBe((state, attempts));
    }
}
