using System.Net;
using PartnershipEquality.Api.Features.Reminders;
using PartnershipEquality.Api.Tests.Jobs;
using PartnershipEquality.Api.Tests.Reminders;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Tests.Mail.Notify;

/// <summary>An organisation's reminders through its own account with GOV.UK Notify.</summary>
public sealed class NotifyTests(RunningApi running)
{
    private static readonly DateOnly Day = new(2026, 12, 3);
    private static readonly DateTimeOffset At = LondonDay.At(Day, JobTimes.Send);
    private static readonly Guid Template = Guid.NewGuid();

    [Fact]
    public async Task A_digest_goes_through_the_councils_own_account_and_its_arrival_is_learnt()
    {
        await using var world = await BeginAsync();

        await world.Council.RunAsync(Day);

        var message = world.Notify.Messages.ShouldHaveSingleItem();
        (message.Service, message.To, message.Template).ShouldBe((world.Service.ToString(), RemindedCouncil.Holder, Template.ToString()));
        message.Subject.ShouldContain("1 due");
        message.Body.ShouldContain("## Due soon (1)");
        message.Body.ShouldContain("* 1\\.1/1: due in 28 days\n  Do thing 1\n", Case.Sensitive, "a reference is no numbered list");
        (await world.MailAsync()).ShouldBe("sent by notify");
        (await world.Council.DeliverAsync(At.AddSeconds(59))).ShouldBe(0);

        message.Status = "delivered";
        await world.Council.DeliverAsync(At.AddMinutes(1));

        (await world.MailAsync()).ShouldBe("sent by notify, delivered");
        world.Notify.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_that_was_lost_is_looked_up_by_reference_and_nothing_is_sent_twice()
    {
        await using var world = await BeginAsync();
        world.Notify.LoseNextAnswer = true;

        await world.Council.RunAsync(Day);
        (await world.MailAsync()).ShouldBe("waiting");
        (await world.Council.DeliverAsync(At.AddMinutes(1))).ShouldBe(1);

        world.Notify.Messages.Count.ShouldBe(1);
        (await world.MailAsync()).ShouldBe("sent by notify");
    }

    [Fact]
    public async Task A_permanent_failure_marks_the_address_gives_the_reminders_back_and_tells_the_lead()
    {
        await using var world = await BeginAsync();
        await world.Council.RunAsync(Day);
        world.Notify.Messages.Single().Status = "permanent-failure";

        await world.Council.DeliverAsync(At.AddMinutes(1));
        await world.Council.DeliverAsync(At.AddMinutes(3));

        (await world.MailAsync()).ShouldBe("failed by notify");
        (await world.Council.RemindersAsync()).ShouldBe(["2026-12-31 -28 owed"]);
        var notice = world.Notify.Messages.Last();
        notice.To.ShouldBe(RemindedCouncil.Lead);
        notice.Body.ShouldStartWith($"# Reminders cannot reach {RemindedCouncil.Holder}");
        await world.Council.RunAsync(Day.AddDays(1));
        world.Notify.Messages.Select(m => m.To).ShouldBe([RemindedCouncil.Holder, RemindedCouncil.Lead, RemindedCouncil.Lead]);
    }

    [Theory]
    [InlineData("temporary-failure")]
    [InlineData("technical-failure")]
    public async Task A_failure_that_may_pass_is_tried_again_under_the_same_reference(string failure)
    {
        await using var world = await BeginAsync();
        await world.Council.RunAsync(Day);
        world.Notify.Messages.Single().Status = failure;

        await world.Council.DeliverAsync(At.AddMinutes(1));
        (await world.MailAsync()).ShouldStartWith("waiting");
        (await world.Council.DeliverAsync(At.AddMinutes(2))).ShouldBe(1);

        world.Notify.Messages.Count.ShouldBe(2);
        world.Notify.Messages.Select(m => m.Reference).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task After_72_hours_without_word_it_is_asked_no_more()
    {
        await using var world = await BeginAsync();
        await world.Council.RunAsync(Day);
        var asked = 0;
        var at = At;
        while (await world.NextAskAsync() is { } next)
        {
            next.ShouldBeGreaterThan(at);
            at = next;
            await world.Council.DeliverAsync(at);
            (++asked).ShouldBeLessThan(60);
        }

        at.ShouldBe(At.AddHours(72));
        asked.ShouldBeInRange(10, 40);
        (await world.MailAsync()).ShouldBe("sent by notify");
    }

    [Theory]
    [InlineData(400, "BadRequestError", "Template not found", false)]
    [InlineData(403, "AuthError", "Invalid token: API key not found", false)]
    [InlineData(429, "RateLimitError", "Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds", false)]
    [InlineData(500, "Exception", "Internal server error", false)]
    [InlineData(400, "ValidationError", "email_address Not a valid email address", true)]
    public async Task A_refusal_of_the_account_stops_it_with_its_reason_and_one_of_the_address_stops_that_alone(int status, string error,
        string said, bool address)
    {
        await using var world = await BeginAsync();
        world.Notify.Refusals.Enqueue((status, error, said));
        await world.WorkAsync(At);

        if (address)
        {
            (await world.MailAsync()).ShouldBe("failed");
            world.Notify.Messages.Single().To.ShouldBe(RemindedCouncil.Lead, "the lead is told at once");
            return;
        }

        (await world.MailAsync()).ShouldBe("waiting");
        (await world.DeliverStateAsync()).ShouldContain(said);
        // Somebody mends the key or the template: what waits is tried at once, whatever it was to wait.
        await world.SetAccountAsync();
        await world.WorkAsync(At.AddSeconds(1));
        (await world.MailAsync()).ShouldBe("sent by notify");
        (await world.DeliverStateAsync()).ShouldBe("");
    }

    [Fact]
    public async Task The_key_goes_in_and_never_comes_out()
    {
        await using var world = await BeginAsync();
        var admin = world.Council.Council.Admin;
        var key = NotifyStandIn.Key(world.Service);

        var shown = await admin.ReadAsync("/v1/notify-account");

        (shown.GetProperty("keyName").GetString(), shown.GetProperty("serviceId").GetGuid(),
            shown.GetProperty("templateId").GetGuid()).ShouldBe(("reminders", world.Service, Template));
        var secret = key[^36..];
        shown.GetRawText().ShouldNotContain(secret);
        (await world.Database.TextsAsync("""
            select coalesce(before::text, '') || coalesce(after::text, '') from changes
            """)).ShouldAllBe(facts => !facts.Contains(secret, StringComparison.Ordinal));
        (await admin.SendAsync(HttpMethod.Put, "/v1/notify-account", new { templateId = Guid.NewGuid() })).StatusCode.ShouldBe(
            HttpStatusCode.PreconditionRequired);
        (await admin.SendAsync(HttpMethod.Put, "/v1/notify-account", new { templateId = Guid.NewGuid() }, "*")).StatusCode.ShouldBe(
            HttpStatusCode.OK);
        (await world.Database.TextsAsync("select api_key from notify_channels")).ShouldBe([key], "left out, the key that is set stays");
        foreach (var wrong in new[] { "", "not a key", key[..^1], $"{Guid.NewGuid()}" })
        {
            await (await admin.SendAsync(HttpMethod.Put, "/v1/notify-account", new { apiKey = wrong, templateId = Template },
                "*")).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation", "#/apiKey");
        }
    }

    [Fact]
    public async Task No_transaction_is_open_while_Notify_is_waited_for()
    {
        await using var world = await BeginAsync();
        var open = new List<string>();
        world.Notify.BeforeAnswering = async () => open.AddRange(await DeliverMailTests.OpenTransactionsAsync(world.Database));

        await world.Council.RunAsync(Day);
        world.Notify.Messages.Single().Status = "delivered";
        await world.Council.DeliverAsync(At.AddMinutes(1));

        (await world.MailAsync()).ShouldBe("sent by notify, delivered");
        open.ShouldBeEmpty();
    }

    private async Task<NotifyWorld> BeginAsync()
    {
        var notify = await NotifyStandIn.StartAsync();
        var database = await running.NewDatabaseAsync("notify");
        var council = await RemindedCouncil.BeginAsync(running, null, database.Roles, [("Officer", "31 December 2026")],
            new() { ["Notify:BaseUrl"] = notify.Address, ["Notify:TimeoutSeconds"] = "5" });
        await database.RunAsync("update work_due set next_at = $1", At.AddDays(1));
        var world = new NotifyWorld(notify, database, council, Guid.NewGuid());
        await world.SetAccountAsync();
        return world;
    }

    private sealed record NotifyWorld(NotifyStandIn Notify, Database Database, RemindedCouncil Council, Guid Service) : IAsyncDisposable
    {
        public async Task SetAccountAsync() => (await Council.Council.Admin.SendAsync(
            HttpMethod.Put, "/v1/notify-account", new { apiKey = NotifyStandIn.Key(Service), templateId = Template },
                "*")).StatusCode.ShouldBe(HttpStatusCode.OK);

        /// <summary>The morning as a worker does it.</summary>
        public async Task WorkAsync(DateTimeOffset at)
        {
            Council.Api.Clock.Now = at;
            await Database.RunAsync("update work_due set next_at = least(next_at, $1) where kind <> 'deliver'", at);
            foreach (var kind in new[] { WorkKind.Send, WorkKind.Deliver })
            {
                await Council.Api.RunDueAsync(kind, TestContext.Current.CancellationToken);
            }
        }

        /// <summary>How the first digest stands.</summary>
        public async Task<string> MailAsync() => (await Database.TextsAsync(
            """
                select state || coalesce(' by ' || sent_by, '') || case when delivered_at is null then '' else ', delivered' end from outbox
                  where kind = 'digest' order by id limit 1
                """)).Single();

        public async Task<DateTimeOffset?> NextAskAsync() =>
            (await Database.ReadAsync("select poll_at from outbox where poll_at is not null",
                r => (DateTimeOffset?)r.GetFieldValue<DateTimeOffset>(0))).SingleOrDefault();

        public async Task<string> DeliverStateAsync() =>
            (await Council.Council.Admin.ReadAsync("/v1/work")).GetProperty("items").EnumerateArray()
            .Single(w => w.GetProperty("kind").GetString() == "deliver").GetProperty("lastError").GetString() ?? "";

        public async ValueTask DisposeAsync()
        {
            await Council.DisposeAsync();
            await Database.DisposeAsync();
            await Notify.DisposeAsync();
        }
    }
}
