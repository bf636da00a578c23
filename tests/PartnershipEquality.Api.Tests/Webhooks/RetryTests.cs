using System.Net;
using PartnershipEquality.Domain.Webhooks;

namespace PartnershipEquality.Api.Tests.Webhooks;

public sealed class RetryTests(RunningApi running)
{
    [Fact]
    public async Task An_event_that_is_never_taken_is_tried_ten_times_and_then_the_webhook_is_off_and_somebody_is_written_to()
    {
        await using var hooked = await HookedCouncil.BeginAsync(running);
        var (path, secret) = await hooked.HookAsync(types: ["post.created"], contact: "it@council.example.org",
            description: "Reporting portal");
        await hooked.HookAsync(to: "/watch", types: ["webhook.disabled"]);
        hooked.Receiver.Answer = (received, http) => EventReceiver.Status(received.Path == "/watch" ? 200 : 500)(received, http);
        await hooked.ChangeAsync();
        await hooked.SendUntilAsync(1, "/");
        var moments = new List<DateTimeOffset> { hooked.Api.Clock.Now };
        for (var tries = 1; tries < WebhookRetries.MaxTries; tries++)
        {
            var wait = WebhookRetries.Waits[tries - 1];
            hooked.Api.Clock.Advance(wait - TimeSpan.FromSeconds(1));
            await hooked.SendAsync();
            hooked.Receiver.At("/").Count.ShouldBe(tries, "not before its time");
            var next = (await hooked.DeliveriesAsync(path)).Single().GetProperty("nextAt").GetDateTimeOffset();
            (next - moments[^1]).ShouldBeInRange(wait, wait * (1 + WebhookRetries.Jitter));
            hooked.Api.Clock.Now = next;
            await hooked.SendAsync();
            hooked.Receiver.At("/").Count.ShouldBe(tries + 1);
            moments.Add(next);
        }

        var sent = hooked.Receiver.At("/");
        sent.Select(e => (e.Id, e.Body)).Distinct().Count().ShouldBe(1);
        sent.Select(e => e.Headers["webhook-timestamp"]).ShouldBe(moments.Select(m => $"{m.ToUnixTimeSeconds()}"));
        sent.Zip(moments).ShouldAllBe(tried => StandardReceiver.IsSigned(secret, tried.First, tried.Second));

        var delivery = (await hooked.DeliveriesAsync(path, "?state=failed")).ShouldHaveSingleItem();
        delivery.Items("attempts").Select(a => (a.Number("status"), a.Text("error"), a.GetProperty("at").GetDateTimeOffset()))
            .ShouldBe(moments.Select(m => (500, (string?)"It answered 500.", m)));
        delivery.Text("nextAt").ShouldBeNull();
        var webhook = await hooked.ReadAsync(path);
        (webhook.Flag("enabled"), webhook.Text("disabledReason"), webhook.Number("failures"),
            webhook.Text("lastError")).ShouldBe((false, "exhausted", 10, "It answered 500."));
        await hooked.SendUntilAsync(1, "/watch");

        var mail = (await hooked.Database.ReadAsync("select kind, to_address, subject, text, html from outbox where organisation_id = $1",
            r => (Kind: r.GetString(0), To: r.GetString(1), Subject: r.GetString(2), Text: r.GetString(3), Html: r.GetString(4)),
                hooked.Council.Id)).ShouldHaveSingleItem();
        var host = new Uri(hooked.Receiver.Address).Authority;
        (mail.Kind, mail.To, mail.Subject).ShouldBe(("notice", "it@council.example.org", $"Events no longer go to {host}"));
        mail.Text.ShouldContain("\"Reporting portal\"");
        mail.Text.ShouldContain("The last try: It answered 500.");
        mail.Text.ShouldContain($"https://equality.example.org{path}");
        mail.Html.ShouldContain($"https://equality.example.org{path}");
        (await hooked.Council.Admin.ReadAsync("/v1/work")).Items()
            .ShouldContain(w => w.Text("kind") == "deliver" && w.Text("state") == "due");

        await hooked.ChangeAsync();
        hooked.Api.Clock.Advance(TimeSpan.FromDays(2));
        await hooked.SendAsync();
        hooked.Receiver.At("/").Count.ShouldBe(10, "it is off");
        TestContext.Current.TestOutputHelper?.WriteLine($"10 tries over {moments[^1] - moments[0]}");
    }

    [Fact]
    public async Task One_event_that_a_receiver_cannot_take_does_not_keep_the_others_from_it()
    {
        await using var hooked = await HookedCouncil.BeginAsync(running);
        var (path, _) = await hooked.HookAsync(types: ["post.*"]);
        await hooked.ChangeAsync();
        await hooked.SendUntilAsync(1);
        var sour = hooked.Receiver.Events.Single().Id;
        hooked.Receiver.Answer = (received, http) => EventReceiver.Status(received.Id == sour ? 400 : 204)(received, http);
        (await hooked.Council.Admin.PostAsync($"{path}/deliveries/{(await hooked.DeliveriesAsync(path)).Single().Id()}/redeliver")).With(
            HttpStatusCode.Accepted);
        for (var i = 0; i < WebhookRetries.MaxTries; i++)
        {
            await hooked.SendAsync();
            if (i == 4)
            {
                await hooked.ChangeAsync();
                hooked.Api.Clock.Advance(TimeSpan.FromMinutes(1));
                await HookedCouncil.UntilAsync(async () =>
                {
                    await hooked.SendAsync();
                    return hooked.Receiver.Events.Any(e => e.Id != sour);
                }, "the other event");
            }

            hooked.Api.Clock.Advance(TimeSpan.FromHours(30));
        }

        hooked.Receiver.Events.Count(e => e.Id == sour).ShouldBe(1 + WebhookRetries.MaxTries);
        (await hooked.DeliveriesAsync(path)).Select(d => d.Text("state")).ShouldBe(["delivered", "failed"]);
        (await hooked.ReadAsync(path)).Flag("enabled").ShouldBeTrue();
        (await hooked.Database.TextsAsync("select subject from outbox")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Gone_is_gone_at_once_and_the_lead_is_told()
    {
        await using var hooked = await HookedCouncil.BeginAsync(running);
        var post = (await hooked.Council.Admin.PostAsync("/v1/posts", new { title = "Equality Officer", equalityLead = true })).With(
            HttpStatusCode.Created).Id();
        (await hooked.Council.Admin.PostAsync($"/v1/posts/{post}/holders",
            new { name = "Robin", address = "robin@council.example.org", fromOn = "2026-04-01" })).With(HttpStatusCode.Created);
        var (path, _) = await hooked.HookAsync(types: ["post.created"]);
        hooked.Receiver.Answer = EventReceiver.Status(410);
        await hooked.ChangeAsync();
        await hooked.SendUntilAsync(1);

        var webhook = await hooked.ReadAsync(path);
        (webhook.Flag("enabled"), webhook.Text("disabledReason"),
            webhook.Text("disabledAt")).ShouldBe((false, "gone", "2026-11-22T10:00:00Z"));
        (await hooked.Database.TextsAsync("select to_address from outbox")).ShouldBe(["robin@council.example.org"]);
        hooked.Api.Clock.Advance(TimeSpan.FromDays(1));
        await hooked.SendAsync();
        hooked.Receiver.Events.Count.ShouldBe(1);

        // Put right and switched on, it takes what failed and what it missed.
        hooked.Receiver.Answer = EventReceiver.Status(204);
        await hooked.ChangeAsync();
        (await hooked.Council.Admin.ChangeAsync(HttpMethod.Patch, path, new { enabled = true })).With(HttpStatusCode.OK);
        (await hooked.Council.Admin.PostAsync($"{path}/redeliver", new { state = "failed" })).With(HttpStatusCode.Accepted)
            .Number("deliveries").ShouldBe(1);
        await hooked.SendUntilAsync(3);
        hooked.Receiver.Events.Select(e => e.Id).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Who_asks_to_be_left_alone_is_left_alone_by_all_that_waits()
    {
        await using var hooked = await HookedCouncil.BeginAsync(running);
        var (path, _) = await hooked.HookAsync(types: ["post.*"]);
        hooked.Receiver.Answer = EventReceiver.Status(429, "3600");
        await hooked.ChangeAsync();
        await hooked.SendUntilAsync(1);
        hooked.Receiver.Answer = EventReceiver.Status(204);
        await hooked.ChangeAsync(3);
        await hooked.FeedIsCompleteAsync();
        await hooked.SendAsync();
        hooked.Api.Clock.Advance(TimeSpan.FromSeconds(3599));
        await hooked.SendAsync();
        hooked.Receiver.Events.Count.ShouldBe(1);

        hooked.Api.Clock.Advance(TimeSpan.FromSeconds(1));
        await hooked.SendUntilAsync(5);
        (await hooked.DeliveriesAsync(path)).Select(d => d.Text("state")).Distinct().ShouldBe(["delivered"]);
    }

    [Fact]
    public async Task A_redirect_is_an_answer_that_is_not_followed()
    {
        await using var hooked = await HookedCouncil.BeginAsync(running);
        var (path, _) = await hooked.HookAsync(types: ["post.*"]);
        hooked.Receiver.Answer = (received, http) =>
        {
            http.Response.Headers.Location = $"{hooked.Receiver.Address}/elsewhere";
            return EventReceiver.Status(308)(received, http);
        };
        await hooked.ChangeAsync();
        await hooked.SendUntilAsync(1);

        hooked.Receiver.At("/elsewhere").ShouldBeEmpty();
        var delivery = (await hooked.DeliveriesAsync(path)).Single();
        (delivery.Text("state"), delivery.Number("lastStatus")).ShouldBe(("waiting", 308));
        delivery.Text("lastError").ShouldNotBeNull().ShouldContain("not followed");
    }

    [Fact]
    public async Task What_is_sent_again_is_the_same_event_one_or_many()
    {
        await using var hooked = await HookedCouncil.BeginAsync(running);
        var (path, _) = await hooked.HookAsync(types: ["post.*"]);
        await hooked.ChangeAsync(3);
        await hooked.SendUntilAsync(3);
        var first = (await hooked.DeliveriesAsync(path, "?type=post.created&state=delivered")).Last();
        (await hooked.Council.Admin.PostAsync($"{path}/deliveries/{first.Id()}/redeliver")).With(HttpStatusCode.Accepted).Text("state")
            .ShouldBe("waiting");
        await hooked.SendUntilAsync(4);
        hooked.Receiver.Events.Count(e => e.Id == first.Text("eventId")).ShouldBe(2);
        (await hooked.Council.Admin.ReadAsync($"{path}/deliveries/{first.Id()}")).Items("attempts").Count.ShouldBe(2);

        var before = hooked.Api.Clock.Now;
        hooked.Api.Clock.Advance(TimeSpan.FromHours(1));
        await hooked.ChangeAsync(2);
        await hooked.SendUntilAsync(6);
        (await hooked.Council.Admin.PostAsync($"{path}/redeliver", new { from = before, to = before.AddMinutes(1) })).With(
            HttpStatusCode.Accepted).Number("deliveries").ShouldBe(3);
        await hooked.SendUntilAsync(9);
        hooked.Receiver.Events.Select(e => e.Id).Distinct().Count().ShouldBe(5);
        hooked.Receiver.Events.GroupBy(e => e.Id).ShouldAllBe(g => g.Select(e => e.Body).Distinct().Count() == 1);

        (await hooked.Council.Admin.PostAsync($"{path}/redeliver", new { })).ShouldRefuse(HttpStatusCode.BadRequest, "required", "#/from");
        (await hooked.Council.Admin.PostAsync($"{path}/redeliver", new { from = before, to = before })).ShouldRefuse(
            HttpStatusCode.BadRequest, "out-of-range", "#/to");
        (await hooked.Council.Admin.GetAnswerAsync($"{path}/deliveries?state=lost")).ShouldRefuse(HttpStatusCode.BadRequest,
            "unknown-value", "state");
    }

    [Fact]
    public async Task A_trial_is_sent_once_also_to_what_is_switched_off()
    {
        await using var hooked = await HookedCouncil.BeginAsync(running);
        var (path, secret) = await hooked.HookAsync(types: ["scheme.created"]);
        (await hooked.Council.Admin.ChangeAsync(HttpMethod.Patch, path, new { enabled = false })).With(HttpStatusCode.OK);
        hooked.Receiver.Answer = EventReceiver.Status(500);
        var asked = (await hooked.Council.Admin.PostAsync($"{path}/test")).With(HttpStatusCode.Accepted);
        await hooked.SendUntilAsync(1);
        hooked.Api.Clock.Advance(TimeSpan.FromDays(5));
        await hooked.SendAsync();

        var received = hooked.Receiver.Events.ShouldHaveSingleItem();
        received.Type.ShouldBe("webhook.test");
        StandardReceiver.IsSigned(secret, received, hooked.Api.Clock.Now.AddDays(-5)).ShouldBeTrue();
        (await hooked.Council.Admin.ReadAsync($"{path}/deliveries/{asked.Id()}")).Text("state").ShouldBe("failed");
        (await hooked.ReadAsync(path)).Text("disabledReason").ShouldBe("asked");
    }

    [Fact]
    public async Task The_log_is_cleared_after_thirty_days()
    {
        await using var hooked = await HookedCouncil.BeginAsync(running);
        var (path, _) = await hooked.HookAsync(types: ["post.*"]);
        await hooked.ChangeAsync(2);
        await hooked.SendUntilAsync(2);
        hooked.Api.Clock.Advance(TimeSpan.FromDays(29));
        await hooked.ChangeAsync();
        await hooked.SendUntilAsync(3);
        (await hooked.DeliveriesAsync(path)).Count.ShouldBe(3);
        hooked.Api.Clock.Advance(TimeSpan.FromDays(2));
        await hooked.SendAsync();

        (await hooked.DeliveriesAsync(path)).Count.ShouldBe(1);
        (await hooked.Database.ReadAsync("select count(*)::int from webhook_attempts", r => r.GetInt32(0))).ShouldBe([1]);
    }
}
