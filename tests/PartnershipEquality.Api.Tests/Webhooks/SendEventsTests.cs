using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PartnershipEquality.Api.Features.Webhooks;
using PartnershipEquality.Api.Jobs;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Tests.Webhooks;

public sealed class SendEventsTests(RunningApi running)
{
    [Fact]
    public async Task Every_event_that_is_asked_for_comes_once_signed_as_the_library_verifies()
    {
        // The receiver's package knows no clock but the machine's.
        await using var hooked = await HookedCouncil.BeginAsync(running, at: DateTimeOffset.UtcNow);
        var (path, secret) = await hooked.HookAsync(to: "/all");
        await hooked.HookAsync(to: "/posts", types: ["post.*"]);
        await hooked.HookAsync(to: "/holders", types: ["post_holder.added", "webhook.deleted"]);
        await hooked.ChangeAsync(5);
        await hooked.SendUntilAsync(5, "/posts");
        await hooked.SendAsync();

        hooked.Receiver.At("/holders").ShouldBeEmpty();
        var all = hooked.Receiver.At("/all");
        all.Select(e => e.Type).Order().ShouldBe([.. Enumerable.Repeat("post.created", 5), .. Enumerable.Repeat("webhook.created", 3)]);
        all.Select(e => e.Id).Distinct().Count().ShouldBe(all.Count);
        var first = all[0];
        all.ShouldAllBe(e => StandardReceiver.Refusal(secret, e) == null);
        StandardReceiver.Refusal(Domain.Webhooks.WebhookSignature.NewSecret(), first).ShouldBe("No matching signature found");
        StandardReceiver.Refusal(secret, first with { Body = first.Body.Replace("\"1.0\"", "\"1.1\"", StringComparison.Ordinal) })
            .ShouldBe("No matching signature found");

        // One event is one event at every address, and the feed's own.
        hooked.Receiver.At("/posts").Select(e => (e.Id, e.Body)).Order()
            .ShouldBe(all.Where(e => e.Type == "post.created").Select(e => (e.Id, e.Body)).Order());
        var fed = (await hooked.Council.Admin.ReadAsync("/v1/changes?limit=200")).Items();
        all.ShouldAllBe(e => fed.Any(f => f.GetRawText() == e.Body));
        foreach (var received in all)
        {
            received.Headers["content-type"].ShouldBe("application/cloudevents+json");
            received.Headers["user-agent"].ShouldStartWith("PartnershipEquality/");
            received.Headers.Keys.Order()
                .ShouldBe(["content-length", "content-type", "host", "user-agent", "webhook-id", "webhook-signature", "webhook-timestamp"]);
            received.Json.Text("id").ShouldBe(received.Id);
            received.Json.Text("source").ShouldBe($"/v1/organisations/{hooked.Council.Id}");
            received.Body.Length.ShouldBeLessThan(20_000);
        }

        (await hooked.DeliveriesAsync(path)).Select(d => d.Text("state")).Distinct().ShouldBe(["delivered"]);
        TestContext.Current.TestOutputHelper?.WriteLine($"{hooked.Receiver.Events.Count} deliveries to 3 addresses");
    }

    [Fact]
    public async Task Nobody_is_sent_what_is_not_theirs_to_know()
    {
        await using var hooked = await HookedCouncil.BeginAsync(running);
        var live = await hooked.Partnership.HasPlanAsync(new Plan.Row("1.1", "Act", "31 March 2027"));
        await hooked.FeedIsCompleteAsync();
        var elsewhere = await TestPartnership.CreateAsync(hooked.Api, members: 1);
        var everyone = hooked.Partnership.Everyone.Concat(elsewhere.Everyone).ToList();
        foreach (var organisation in everyone)
        {
            await hooked.HookAsync(organisation, $"/{organisation.Code}", ["assignment.*", "progress_update.*", "scheme.*"]);
        }

        (await hooked.Council.Admin.PostAsync($"{live.Of(hooked.Council)}/progress-updates",
            new { status = "onTrack", narrative = "Ours alone", tier = "private" })).With(HttpStatusCode.Created);
        (await hooked.Partnership.Authorities[1].Admin.PostAsync($"{live.Of(hooked.Partnership.Authorities[1])}/progress-updates",
            new { status = "onTrack", narrative = "To share", tier = "partnership" })).With(HttpStatusCode.Created);
        await hooked.SendUntilAsync(7);
        await hooked.SendAsync();

        string Seen(TestOrganisation o) =>
            string.Join(" ", hooked.Receiver.At($"/{o.Code}").Select(e => e.Type).Order(StringComparer.Ordinal));
        Seen(hooked.Council).ShouldBe("assignment.status_changed progress_update.recorded");
        Seen(hooked.Partnership.Authorities[1]).ShouldBe("assignment.status_changed progress_update.recorded");
        Seen(hooked.Partnership.Partnership).ShouldBe("assignment.status_changed assignment.status_changed progress_update.recorded");
        elsewhere.Everyone.Select(Seen).ShouldBe(["", ""]);
        everyone.ForEach(o => hooked.Receiver.At($"/{o.Code}").ShouldAllBe(e => e.Json.Text("source") == $"/v1/organisations/{o.Id}"));
        hooked.Receiver.Events.ShouldAllBe(e => !e.Body.Contains("Ours alone") && !e.Body.Contains("To share"));
    }

    [Fact]
    public async Task While_the_secret_changes_events_carry_a_signature_under_each()
    {
        await using var hooked = await HookedCouncil.BeginAsync(running);
        var (path, old) = await hooked.HookAsync(types: ["post.*"]);
        var renewed = (await hooked.Council.Admin.PostAsync($"{path}/rotate-secret", new { overlapHours = 24 })).With(HttpStatusCode.OK)
            .Text("secret")!;
        await hooked.ChangeAsync();
        await hooked.SendUntilAsync(1);
        var during = (Event: hooked.Receiver.Events.Last(), At: hooked.Api.Clock.Now);
        hooked.Api.Clock.Advance(TimeSpan.FromHours(24));
        await hooked.ChangeAsync();
        await hooked.SendUntilAsync(2);
        var after = (Event: hooked.Receiver.Events.Last(), At: hooked.Api.Clock.Now);

        during.Event.Headers["webhook-signature"].Split(' ').Length.ShouldBe(2);
        new[] { (old, during), (renewed, during), (old, after), (renewed, after) }
            .Select(seen => StandardReceiver.IsSigned(seen.Item1, seen.Item2.Event, seen.Item2.At)).ShouldBe([true, true, false, true]);
    }

    [Fact]
    public async Task What_commits_late_is_sent_too_and_nothing_twice()
    {
        await using var hooked = await HookedCouncil.BeginAsync(running);
        await hooked.HookAsync(types: ["post.*", "settings.changed"]);
        await using var slow = await hooked.Database.Superuser.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await slow.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var change = new Npgsql.NpgsqlCommand("""
            insert into changes (id, organisation_id, audience, type, subject, version, actor, at)
              values ($1, $2, 'self', 'settings.changed', 'settings', 2, 'test', $3)
            """, slow, transaction))
        {
            foreach (var value in new object[] { Uuid.New(), hooked.Council.Id, hooked.Api.Clock.Now })
            {
                change.Parameters.Add(new() { Value = value });
            }

            await change.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await hooked.ChangeAsync(3);
        await hooked.SendAsync();
        hooked.Receiver.Events.ShouldBeEmpty("what came later waits for what is still being written");

        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        await hooked.SendUntilAsync(4);
        await hooked.SendAsync();
        hooked.Receiver.Events.Select(e => e.Type).Order().ShouldBe(["post.created", "post.created", "post.created", "settings.changed"]);
    }

    [Fact]
    public async Task A_webhook_that_is_switched_off_keeps_its_place()
    {
        await using var hooked = await HookedCouncil.BeginAsync(running);
        var (path, _) = await hooked.HookAsync(types: ["post.*"]);
        (await hooked.Council.Admin.ChangeAsync(HttpMethod.Patch, path, new { enabled = false })).With(HttpStatusCode.OK);
        await hooked.ChangeAsync(3);
        await hooked.SendAsync();
        hooked.Receiver.Events.ShouldBeEmpty();
        (await hooked.Council.Admin.PostAsync($"{path}/redeliver", new { state = "failed" })).ShouldRefuse(HttpStatusCode.Conflict,
            "webhook-disabled");

        (await hooked.Council.Admin.ChangeAsync(HttpMethod.Patch, path, new { enabled = true })).With(HttpStatusCode.OK);
        await hooked.SendUntilAsync(3);
    }

    [Fact]
    public async Task A_slow_receiver_holds_up_nobody_not_even_the_same_organisations_others()
    {
        await using var hooked = await HookedCouncil.BeginAsync(running);
        var (release, held) = (new TaskCompletionSource(), 0);
        hooked.Receiver.Answer = async (received, http) =>
        {
            if (received.Path == "/slow")
            {
                Interlocked.Increment(ref held);
                await release.Task;
            }

            http.Response.StatusCode = 204;
        };
        await hooked.HookAsync(to: "/slow", types: ["post.*"]);
        await hooked.HookAsync(to: "/fast", types: ["post.*"]);
        var other = hooked.Partnership.Authorities[1];
        await hooked.HookAsync(other, "/other", ["post.*"]);
        await hooked.ChangeAsync(10);
        Task sending = Task.CompletedTask;
        await HookedCouncil.UntilAsync(async () =>
        {
            sending = sending.IsCompleted ? hooked.SendAsync() : sending;
            await Task.WhenAny(sending, Task.Delay(100, CancellationToken.None));
            return Volatile.Read(ref held) > 0;
        }, "the slow receiver to be called");

        await hooked.ChangeAsync(2);
        await hooked.ChangeAsync(3, other);
        await HookedCouncil.UntilAsync(() => Task.FromResult(hooked.Receiver.At("/fast").Count == 12
            && hooked.Receiver.At("/other").Count == 3), "the others' events");

        sending.IsCompleted.ShouldBeFalse();
        held.ShouldBe(4, "so many are under way to one address at a time, and no more");
        release.SetResult();
        await sending;
        await hooked.SendUntilAsync(12, "/slow");
    }

    [Fact]
    public async Task Workers_share_and_send_nothing_twice()
    {
        await using var hooked = await HookedCouncil.BeginAsync(running);
        await using var another = await HookedCouncil.StartAsync(running, hooked.Database);
        var everyone = hooked.Partnership.Everyone.ToList();
        foreach (var organisation in everyone)
        {
            await hooked.HookAsync(organisation, $"/{organisation.Code}", ["post.*", "api_key.*"]);
        }

        await hooked.ChangeAsync(30);
        await hooked.ChangeAsync(30, hooked.Partnership.Authorities[1]);
        await HookedCouncil.UntilAsync(async () =>
        {
            await Task.WhenAll(hooked.SendAsync(), hooked.SendAsync(another), hooked.SendAsync());
            return hooked.Receiver.Events.Count >= 60;
        }, "60 events");

        hooked.Receiver.Events.Count.ShouldBe(60);
        hooked.Receiver.Events.Select(e => e.Id).Distinct().Count().ShouldBe(60);
    }

    [Fact]
    public async Task What_a_dead_worker_had_in_hand_is_sent_a_minute_later_under_the_same_id()
    {
        await using var hooked = await HookedCouncil.BeginAsync(running);
        var (path, _) = await hooked.HookAsync(types: ["post.*"]);
        await hooked.ChangeAsync();
        var (work, ct) = (hooked.Api.Services.GetRequiredService<OrganisationWork>(), TestContext.Current.CancellationToken);
        var reach = (await WorkDue.ScopeAsync(hooked.Api.Databases.Platform, hooked.Council.Id, LondonDay.Of(hooked.Api.Clock.Now), ct))!;
        await HookedCouncil.UntilAsync(async () =>
        {
            await work.AskAsync(reach, new FanOutEvents(), ct);
            return (await work.AskAsync(reach, new FindEventsToSend(), ct)).Due.Count > 0;
        }, "the event to be due");
        var taken = (await work.AskAsync(reach, new ClaimEvent(Guid.Parse(path.Split('/')[^1])), ct)).ShouldNotBeNull();

        await hooked.SendAsync();
        hooked.Receiver.Events.ShouldBeEmpty();
        hooked.Api.Clock.Advance(ClaimEvent.HeldFor);
        await hooked.SendUntilAsync(1);
        hooked.Receiver.Events.Single().Id.ShouldBe(taken.Outgoing.Id);
        (await work.AskAsync(reach, new RecordAttempt(taken, new(500, null, "It answered 500.", TimeSpan.Zero), hooked.Api.Clock.Now),
            ct)).ShouldBeNull("it is not the first worker's any more");
        (await hooked.DeliveriesAsync(path)).ShouldHaveSingleItem().Text("state").ShouldBe("delivered");
    }

    [Fact]
    public async Task Work_that_fails_is_seen_where_other_work_is_and_what_waits_is_measured()
    {
        await using var hooked = await HookedCouncil.BeginAsync(running);
        await hooked.HookAsync(types: ["post.*"]);
        await hooked.ChangeAsync();
        await hooked.Database.RunAsync("revoke insert on webhook_deliveries from equality_app");
        await HookedCouncil.UntilAsync(async () =>
        {
            await hooked.SendAsync();
            return (await hooked.Council.Admin.ReadAsync("/v1/work")).Items()
                .Any(w => w.Text("kind") == "webhooks" && w.Text("state") == "failing");
        }, "the work to fail");
        using var nobody = hooked.Api.Client();
        (await nobody.ReadAsync("/health/ready")).Text("status").ShouldBe("degraded");

        await hooked.Database.RunAsync("grant insert on webhook_deliveries to equality_app");
        (await hooked.Council.Admin.PostAsync("/v1/work/webhooks/run")).With(HttpStatusCode.Accepted);
        hooked.Receiver.Answer = EventReceiver.Status(500);
        await hooked.SendUntilAsync(1);
        (await nobody.ReadAsync("/health/ready")).Text("status").ShouldBe("ready");
        hooked.Api.Clock.Advance(TimeSpan.FromSeconds(90));
        var (waiting, oldest) = await WorkDue.EventsWaitingAsync(hooked.Api.Databases.Platform, hooked.Api.Clock.Now,
            TestContext.Current.CancellationToken);
        waiting.ShouldBe(1);
        (hooked.Api.Clock.Now - oldest!.Value).TotalSeconds.ShouldBeInRange(83, 86);
    }

    [Fact]
    public async Task What_is_taken_and_what_is_not_is_counted()
    {
        await using var hooked = await HookedCouncil.BeginAsync(running);
        var (seen, meters) = (new System.Collections.Concurrent.ConcurrentQueue<(string Name, double Value)>(),
            hooked.Api.Services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>());
        using var listener = new System.Diagnostics.Metrics.MeterListener
        {
            InstrumentPublished = (instrument, on) =>
            {
                // Another instance's meters in the same process are not this one's.
                if (instrument.Meter.Name == WorkMeter.Name && instrument.Meter.Scope == meters)
                {
                    on.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((i, value, _, _) => seen.Enqueue((i.Name, value)));
        listener.SetMeasurementEventCallback<double>((i, value, _, _) => seen.Enqueue((i.Name, value)));
        listener.Start();
        await hooked.HookAsync(to: "/good", types: ["post.*"]);
        await hooked.HookAsync(to: "/bad", types: ["post.*"]);
        hooked.Receiver.Answer = (received, http) => EventReceiver.Status(received.Path == "/bad" ? 500 : 204)(received, http);
        await hooked.ChangeAsync();
        await hooked.SendUntilAsync(2);
        hooked.Api.Clock.Advance(TimeSpan.FromMinutes(10));
        await hooked.Database.RunAsync("update work_due set next_at = 'infinity'");
        await hooked.SendAsync();
        listener.RecordObservableInstruments();

        seen.Count(m => m.Name == "equality.webhooks.delivered").ShouldBe(1);
        seen.Count(m => m.Name == "equality.webhooks.failed").ShouldBe(1);
        seen.ShouldContain(("equality.webhooks.waiting", 1d));
        seen.Last(m => m.Name == "equality.webhooks.oldest").Value.ShouldBeInRange(593, 596);
    }
}
