using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using PartnershipEquality.Api.Idempotency;
using PartnershipEquality.Api.Jobs;
using PartnershipEquality.Api.Security.ApiKeys;
using PartnershipEquality.Api.Tests.Jobs;
using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Tests.Conventions;

/// <summary>A POST under a key is done once, and answered as often as it is sent, whatever falls in between.</summary>
public sealed class IdempotencyTests(RunningApi running)
{
    private static readonly string Replayed = IdempotentPosts.Replayed;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_request_again_is_answered_as_the_first_time_and_done_once()
    {
        var council = await CouncilAsync();
        var body = new { title = "Equality Officer", aliases = new[] { "Lead officer" } };

        var first = await SendAsync(council.Lead, "/v1/posts", body, "a-key");
        var again = await SendAsync(council.Lead, "/v1/posts", body, "a-key");

        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        first.Headers.Contains(Replayed).ShouldBeFalse();
        again.StatusCode.ShouldBe(HttpStatusCode.Created);
        again.Headers.GetValues(Replayed).ShouldBe(["true"]);
        (await again.Content.ReadAsStringAsync(Ct)).ShouldBe(await first.Content.ReadAsStringAsync(Ct));
        (again.Headers.Location, again.Headers.ETag, again.Content.Headers.ContentType?.ToString(), again.Headers.CacheControl?.ToString())
            .ShouldBe((first.Headers.Location, first.Headers.ETag, first.Content.Headers.ContentType?.ToString(),
                first.Headers.CacheControl?.ToString()));
        first.Headers.ETag.ShouldNotBeNull();
        (await council.Lead.WalkAsync("/v1/posts")).Count.ShouldBe(1);
        (await running.Database.TextsAsync("""
            select type from changes where organisation_id = $1 and type like 'post.%'
            """, council.Id)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_key_in_quotes_names_the_same_as_one_without()
    {
        var council = await CouncilAsync();
        var key = "it said \"go\" \\ then stopped";

        (await SendAsync(council.Lead, "/v1/posts", new { title = "One" }, key)).StatusCode.ShouldBe(HttpStatusCode.Created);
        var quoted = await SendAsync(council.Lead, "/v1/posts", new { title = "One" }, "\"it said \\\"go\\\" \\\\ then stopped\"");

        quoted.Headers.GetValues(Replayed).ShouldBe(["true"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\"\"")]
    [InlineData("\"never closed")]
    [InlineData("\"")]
    [InlineData("\"ends in an escape\\\"")]
    [InlineData("\"two\" \"strings\"")]
    [InlineData("\"escapes \\n nothing\"")]
    [InlineData("a\tb")]
    public async Task A_key_that_is_none_is_refused_by_the_name_of_its_header(string key)
    {
        var council = await CouncilAsync();

        await (await SendAsync(council.Lead, "/v1/posts", new { title = "One" }, key)).ShouldBeProblemAsync(HttpStatusCode.BadRequest,
            "validation", IdempotencyKey.Header);
        (await council.Lead.WalkAsync("/v1/posts")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_has_255_characters_at_most_and_there_is_one()
    {
        var council = await CouncilAsync();
        await (await SendAsync(council.Lead, "/v1/posts", new { title = "One" }, new string('k', 256))).ShouldBeProblemAsync(
            HttpStatusCode.BadRequest, "validation", IdempotencyKey.Header);
        (await SendAsync(council.Lead, "/v1/posts", new { title = "One" }, new string('k', 255))).StatusCode.ShouldBe(
            HttpStatusCode.Created);
        Should.Throw<Domain.Refusal>(() => IdempotencyKey.Read(new(["one", "two"]))).Errors.Single().Pointer.ShouldBe(
            IdempotencyKey.Header);
    }

    [Fact]
    public async Task A_key_that_was_used_for_another_request_is_refused_and_nothing_is_done()
    {
        var council = await CouncilAsync();
        (await SendAsync(council.Lead, "/v1/posts", new { title = "One" }, "k")).StatusCode.ShouldBe(HttpStatusCode.Created);

        foreach (var (path, body) in new (string, object)[] { ("/v1/posts", new { title = "Two" }), ("/v1/calendars",
            new { title = "One" }), ("/v1/posts?x=1", new { title = "One" }), ("/v1/target-dates/read", new { text = "May" }) })
        {
            await (await SendAsync(council.Lead, path, body, "k")).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity,
                "idempotency-mismatch");
        }

        (await council.Lead.WalkAsync("/v1/posts")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_refusal_is_not_remembered_so_the_corrected_request_may_use_the_key()
    {
        var council = await CouncilAsync();
        await (await SendAsync(council.Lead, "/v1/posts", new { title = "" }, "k")).ShouldBeProblemAsync(HttpStatusCode.BadRequest,
            "validation");
        await (await SendAsync(council.Viewer, "/v1/posts", new { title = "One" }, "k")).ShouldBeProblemAsync(HttpStatusCode.Forbidden,
            "permission-missing");
        (await KeptAsync(council)).ShouldBeEmpty();

        var right = await SendAsync(council.Lead, "/v1/posts", new { title = "One" }, "k");

        right.StatusCode.ShouldBe(HttpStatusCode.Created);
        right.Headers.Contains(Replayed).ShouldBeFalse();
    }

    [Fact]
    public async Task While_the_first_runs_the_second_is_told_to_wait()
    {
        var council = await CouncilAsync();
        var actor = $"key:{PresentedKey.Read(council.Keys["lead"], development: false)!.Id}";
        await using var holder = await running.Database.Superuser.OpenConnectionAsync(Ct);
        await using (var first = await holder.BeginTransactionAsync(Ct))
        {
            await using var hold = holder.CreateCommand();
            hold.CommandText = "select pg_advisory_xact_lock($1)";
            hold.Parameters.Add(new() { Value = IdempotentPosts.LockOf(council.Id, actor, "k") });
            await hold.ExecuteScalarAsync(Ct);

            var second = await SendAsync(council.Lead, "/v1/posts", new { title = "One" }, "k");
            await second.ShouldBeProblemAsync(HttpStatusCode.Conflict, "idempotency-running");
            second.Headers.RetryAfter?.Delta.ShouldBe(TimeSpan.FromSeconds(1));
            (await SendAsync(council.Lead, "/v1/posts", new { title = "Other" }, "another key")).StatusCode.ShouldBe(
                HttpStatusCode.Created);
            await first.RollbackAsync(Ct);
        }

        (await SendAsync(council.Lead, "/v1/posts", new { title = "One" }, "k")).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Twenty_at_once_make_one_thing()
    {
        var council = await CouncilAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(_ => SendAsync(council.Lead, "/v1/posts", new { title = "One" }, "k")));

        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.Created || a.StatusCode == HttpStatusCode.Conflict);
        answers.Count(a => a.StatusCode == HttpStatusCode.Created && !a.Headers.Contains(Replayed)).ShouldBe(1);
        (await council.Lead.WalkAsync("/v1/posts")).Count.ShouldBe(1);
        (await SendAsync(council.Lead, "/v1/posts", new { title = "One" }, "k")).Headers.GetValues(Replayed).ShouldBe(["true"]);
    }

    [Fact]
    public async Task What_was_done_before_the_answer_was_lost_is_answered_and_not_done_again()
    {
        await using var api = await ApiInstance.StartAsync("Production", running.Database.Roles,
            services: s => s.AddSingleton<IStartupFilter, LostAnswers>());
        var council = (await TestPartnership.CreateAsync(api, members: 1)).Authorities[0];
        using var falls = new HttpRequestMessage(HttpMethod.Post, "/v1/posts") { Content = JsonContent.Create(new { title = "One" }) };
        falls.Headers.Add(IdempotencyKey.Header, "k");
        falls.Headers.Add(LostAnswers.Header, "yes");

        await Should.ThrowAsync<HttpRequestException>(() => council.Lead.SendAsync(falls, Ct));
        (await running.Database.TextsAsync("select title from posts where authority_id = $1", council.Id)).ShouldBe(["One"],
            "the connection was cut after the commit");

        var again = await SendAsync(council.Lead, "/v1/posts", new { title = "One" }, "k");
        again.StatusCode.ShouldBe(HttpStatusCode.Created);
        again.Headers.GetValues(Replayed).ShouldBe(["true"]);
        (await council.Lead.WalkAsync("/v1/posts")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_fell_before_its_commit_was_not_done_and_is_done_by_the_next()
    {
        await using var api = await ApiInstance.StartAsync("Production", running.Database.Roles);
        var council = (await TestPartnership.CreateAsync(api, members: 1)).Authorities[0];
        await using (var holder = await running.Database.Superuser.OpenConnectionAsync(Ct))
        await using (var held = await holder.BeginTransactionAsync(Ct))
        {
            // The row that the request will want to write is held, so that it stands still with its change made and nothing committed.
            await using var hold = holder.CreateCommand();
            hold.CommandText = """
                insert into idempotency_keys (organisation_id, credential, key, fingerprint, answer, expires_at)
                  values ($1, $2, 'k', '', '', '2000-01-01Z')
                """;
            hold.Parameters.Add(new() { Value = council.Id });
            hold.Parameters.Add(new() { Value = $"key:{PresentedKey.Read(council.Keys["lead"], development: false)!.Id}" });
            await hold.ExecuteNonQueryAsync(Ct);
            using var falling = CancellationTokenSource.CreateLinkedTokenSource(Ct);
            var waiting = SendAsync(council.Lead, "/v1/posts", new { title = "One" }, "k", falling.Token);
            const string StandingStill = """
                select pid::text from pg_stat_activity
                  where wait_event_type = 'Lock' and query like '%idempotency_keys%' and datname = current_database()
                """;
            while ((await running.Database.TextsAsync(StandingStill)).Count == 0)
            {
                waiting.IsCompleted.ShouldBeFalse(waiting.IsCompletedSuccessfully ? (await waiting).ToString() : null);
            }

            await falling.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => waiting);
            // The server hears of it a little later than we do, and must before the way is free.
            while ((await running.Database.TextsAsync(StandingStill)).Count > 0)
            {
            }

            await held.RollbackAsync(Ct);
        }

        (await running.Database.TextsAsync("select title from posts where authority_id = $1", council.Id)).ShouldBeEmpty();
        HttpResponseMessage next;
        do
        {
            // The server may still be taking back what was cut off, and says so.
            next = await SendAsync(council.Lead, "/v1/posts", new { title = "One" }, "k");
        }
        while (next.StatusCode == HttpStatusCode.Conflict);
        next.StatusCode.ShouldBe(HttpStatusCode.Created);
        next.Headers.Contains(Replayed).ShouldBeFalse();
    }

    [Fact]
    public async Task After_24_hours_a_key_is_free_again_and_what_was_kept_is_cleared_by_the_timetable()
    {
        await using var database = await running.NewDatabaseAsync("forgotten");
        await using var api = await running.StartAsync(databases: database.Roles);
        var council = (await TestPartnership.CreateAsync(api, members: 1)).Authorities[0];
        (await SendAsync(council.Lead, "/v1/posts", new { title = "One" }, "k")).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await SendAsync(council.Lead, "/v1/posts", new { title = "Three" }, "l")).StatusCode.ShouldBe(HttpStatusCode.Created);

        api.Clock.Advance(IdempotentPosts.Kept - TimeSpan.FromSeconds(1));
        (await SendAsync(council.Lead, "/v1/posts", new { title = "One" }, "k")).Headers.GetValues(Replayed).ShouldBe(["true"]);
        await (await SendAsync(council.Lead, "/v1/posts", new { title = "Two" }, "k")).ShouldBeProblemAsync(
            HttpStatusCode.UnprocessableEntity, "idempotency-mismatch");
        api.Clock.Advance(TimeSpan.FromSeconds(1));
        var two = await SendAsync(council.Lead, "/v1/posts", new { title = "Two" }, "k");
        two.StatusCode.ShouldBe(HttpStatusCode.Created);
        two.Headers.Contains(Replayed).ShouldBeFalse();

        (await database.TextsAsync("select count(*)::text from idempotency_keys")).ShouldBe(["2"]);
        (await database.ReadAsync("""
            select next_at from work_due where organisation_id = $1 and kind = 'tidy'
            """, r => r.GetFieldValue<DateTimeOffset>(0), council.Id)).Single().ShouldBe(api.Clock.Now);
        (await api.RunDueAsync(WorkKind.Tidy, Ct)).ShouldBe(1);
        (await database.TextsAsync("select key from idempotency_keys")).ShouldBe(["k"]);
        (await database.ReadAsync("""
            select next_at from work_due where organisation_id = $1 and kind = 'tidy'
            """, r => r.GetFieldValue<DateTimeOffset>(0), council.Id)).Single().ShouldBe(api.Clock.Now + IdempotentPosts.Kept);
    }

    [Fact]
    public async Task Many_that_have_expired_are_cleared_batch_by_batch()
    {
        await using var database = await running.NewDatabaseAsync("forgotten");
        await using var api = await running.StartAsync(databases: database.Roles);
        var council = (await TestPartnership.CreateAsync(api, members: 1)).Authorities[0];
        await database.RunAsync("""
            insert into idempotency_keys select $1, 'key', n::text, '', '', $2::timestamptz - n * interval '1 second'
              from generate_series(0, 1200) n
            """, council.Id, api.Clock.Now);
        var reach = (await WorkDue.ScopeAsync(database.Roles.Platform, council.Id, new DateOnly(2026, 11, 22), Ct))!;

        var next = (await api.Services.GetServices<WorkJob>().Single(job => job.Kind == WorkKind.Tidy)
            .RunAsync(reach, api.Clock.Now, Ct)).NextAt;

        (await database.TextsAsync("select count(*)::text from idempotency_keys")).ShouldBe(["0"]);
        next.ShouldBe(api.Clock.Now.AddDays(1));
    }

    [Fact]
    public async Task Credentials_and_organisations_do_not_meet_in_a_key()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        foreach (var client in new[] { partnership.Authorities[0].Lead, partnership.Authorities[0].Admin, partnership.Authorities[1].Lead })
        {
            var made = await SendAsync(client, "/v1/calendars", new { name = "Calendar" }, "the same key");
            made.StatusCode.ShouldBe(HttpStatusCode.Created);
            made.Headers.Contains(Replayed).ShouldBeFalse();
        }

        (await partnership.Authorities[0].Lead.WalkAsync("/v1/calendars")).Count.ShouldBe(2);
        (await partnership.Authorities[1].Lead.WalkAsync("/v1/calendars")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_secret_that_was_answered_is_answered_again_and_the_table_holds_nothing_readable()
    {
        var council = await CouncilAsync();
        var wanted = new { name = "Reporting portal", role = "viewer" };
        var first = await (await SendAsync(council.Admin, "/v1/api-keys", wanted, "k")).ShouldBeAsync(HttpStatusCode.Created);

        var again = await (await SendAsync(council.Admin, "/v1/api-keys", wanted, "k")).ShouldBeAsync(HttpStatusCode.Created);

        again.Text("secret").ShouldBe(first.Text("secret"));
        using var made = running.Api.Client(again.Text("secret"));
        (await made.GetAsync("/v1/me", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var kept = (await running.Database.ReadAsync("""
            select fingerprint || answer from idempotency_keys where organisation_id = $1
            """, r => r.GetFieldValue<byte[]>(0), council.Id)).Single();
        foreach (var readable in new[] { first.Text("secret")!, "pe_live_", "Reporting", "secret", "/v1/api-keys", "application/json" })
        {
            kept.AsSpan().IndexOf(Encoding.UTF8.GetBytes(readable)).ShouldBe(-1, readable);
            kept.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(readable))[..8]))
                .ShouldBe(-1, readable);
        }
    }

    [Fact]
    public void A_seal_is_opened_by_its_own_credential_and_key_alone()
    {
        var (organisation, secret) = (Guid.NewGuid(), "a secret"u8.ToArray());
        using var seal = new ResponseSeal(secret, organisation, "key:1", "k");
        var closed = seal.Close("an answer"u8.ToArray());

        seal.Open(closed).ShouldBe("an answer"u8.ToArray());
        seal.Close("an answer"u8.ToArray()).ShouldNotBe(closed);
        foreach (var other in new[] { new ResponseSeal("another"u8.ToArray(), organisation, "key:1", "k"),
            new(secret, Guid.NewGuid(), "key:1", "k"), new(secret, organisation, "key:2", "k"), new(secret, organisation, "key:1", "l") })
        {
            using (other)
            {
                Should.Throw<System.Security.Cryptography.AuthenticationTagMismatchException>(() => other.Open(closed));
            }
        }
    }

    [Fact]
    public async Task An_upload_counts_by_its_parts_and_not_by_what_stands_between_them()
    {
        var council = await CouncilAsync();

        var first = await UploadAsync(council, "one", "Plan", "plan.csv", "k");
        var again = await UploadAsync(council, "another-boundary", "Plan", "plan.csv", "k");

        (await again.ShouldBeAsync(HttpStatusCode.Created)).Text("id")
            .ShouldBe((await first.ShouldBeAsync(HttpStatusCode.Created)).Text("id"));
        again.Headers.GetValues(Replayed).ShouldBe(["true"]);
        await (await UploadAsync(council, "one", "Plan B", "plan.csv", "k")).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity,
            "idempotency-mismatch");
        await (await UploadAsync(council, "one", "Plan", "other.csv", "k")).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity,
            "idempotency-mismatch");
        await (await UploadAsync(council, "one", "Plan", "plan.csv", "k", target: "July 2027")).ShouldBeProblemAsync(
            HttpStatusCode.UnprocessableEntity, "idempotency-mismatch");
        (await council.Admin.WalkAsync("/v1/imports")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_plan_is_applied_once_however_often_it_is_asked_for()
    {
        var council = await CouncilAsync();
        var import = (await (await UploadAsync(council, "b", "Plan", "plan.csv", "upload")).ShouldBeAsync(HttpStatusCode.Created)).Id();

        var first = await SendAsync(council.Admin, $"/v1/imports/{import}/apply", null, "apply");
        var again = await SendAsync(council.Admin, $"/v1/imports/{import}/apply", null, "apply");

        (await again.ShouldBeAsync(HttpStatusCode.Created)).ToString()
            .ShouldBe((await first.ShouldBeAsync(HttpStatusCode.Created)).ToString());
        again.Headers.Location.ShouldBe(first.Headers.Location);
        await (await SendAsync(council.Admin, $"/v1/imports/{import}/apply", null, "another")).ShouldBeProblemAsync(HttpStatusCode.Conflict,
            "import-applied");
        (await council.Admin.WalkAsync("/v1/schemes")).Count.ShouldBe(1);
    }

    private async Task<TestOrganisation> CouncilAsync() => (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0];

    private Task<List<string>> KeptAsync(TestOrganisation organisation) => running.Database.TextsAsync("""
        select key from idempotency_keys where organisation_id = $1 order by key
        """, organisation.Id);

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string path, object? body, string key,
        CancellationToken? ct = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation(IdempotencyKey.Header, key).ShouldBeTrue();
        return client.SendAsync(request, ct ?? Ct);
    }

    private static Task<HttpResponseMessage> UploadAsync(TestOrganisation council, string boundary, string title, string fileName,
        string key, string target = "June 2027")
    {
        var csv = Plan.Of(new Plan.Row("1.1", "Publish the profile", target));
        var form = new MultipartFormDataContent(boundary) { { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", fileName } };
        foreach (var (name, value) in new[] { ("title", title), ("startsOn", "2026-04-01"), ("endsOn", "2029-03-31") })
        {
            form.Add(new StringContent(value), name);
        }

        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/imports") { Content = form };
        request.Headers.Add(IdempotencyKey.Header, key);
        return council.Admin.SendAsync(request, Ct);
    }

    /// <summary>
    /// Cuts the connection at the first byte of an answer: a process that falls when it has committed, as its client sees it.
    /// </summary>
    private sealed class LostAnswers : IStartupFilter
    {
        public const string Header = "X-Lose-The-Answer";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, go) =>
            {
                if (context.Request.Headers.ContainsKey(Header))
                {
                    context.Response.OnStarting(() =>
                    {
                        context.Abort();
                        throw new OperationCanceledException("The answer is lost.");
                    });
                }

                return go(context);
            });
            next(app);
        };
    }
}
