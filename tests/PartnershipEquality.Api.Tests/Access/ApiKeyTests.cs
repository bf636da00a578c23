using System.Net;
using System.Net.Http.Headers;
using System.Text;
using PartnershipEquality.Api.Security.ApiKeys;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Organisations;

namespace PartnershipEquality.Api.Tests.Access;

public sealed class ApiKeyTests(RunningApi api)
{
    [Fact]
    public async Task A_key_is_shown_once_works_at_once_and_is_kept_without_its_secret()
    {
        var council = await CouncilAsync(api.Api);
        var response = await council.Admin.SendAsync(HttpMethod.Post, "/v1/api-keys", new { name = "Board portal", role = "officer" });
        var created = await response.ShouldBeAsync(HttpStatusCode.Created);
        var secret = created.GetProperty("secret").GetString()!;
        var id = created.GetProperty("key").GetProperty("id").GetGuid();

        response.Headers.Location!.OriginalString.ShouldBe($"/v1/api-keys/{id}");
        secret.ShouldStartWith("pe_live_");
        created.GetProperty("key").GetProperty("createdAt").GetString().ShouldBe("2026-11-22T10:00:00Z");
        using var client = api.Api.Client(secret);
        var me = await client.ReadAsync("/v1/me");
        me.GetProperty("credential").GetProperty("id").GetGuid().ShouldBe(id);
        me.GetProperty("credential").GetProperty("role").GetString().ShouldBe("officer");
        me.GetProperty("organisation").GetProperty("id").GetGuid().ShouldBe(council.Id);

        var random = secret.Split('_')[^1];
        (await council.Admin.ReadAsync($"/v1/api-keys/{id}")).GetRawText().ShouldNotContain(random);
        var listed = await council.Admin.ReadAsync("/v1/api-keys");
        listed.GetRawText().ShouldNotContain(random);
        listed.GetProperty("items").EnumerateArray().Select(k => k.GetProperty("id").GetGuid()).ShouldContain(id);
        (await api.Database.TextsAsync("""
            select to_jsonb(k)::text from equality.api_keys k where id = $1
            """, id)).Single().ShouldNotContain(random);
        (await api.Database.TextsAsync("""
            select coalesce(before::text, '') || coalesce(after::text, '') from equality.changes where subject = $1
            """, $"api-keys/{id}")).Single().ShouldNotContain(random);
    }

    [Fact]
    public async Task A_keys_scopes_never_exceed_its_makers()
    {
        var partnership = await TestOrganisation.CreateAsync(api.Api, OrganisationKind.Partnership, $"P{Guid.NewGuid():N}"[..18]);
        var carried = Role.Find(OrganisationKind.Partnership, "admin")!.Permissions;
        foreach (var scope in Permission.All)
        {
            var response = await partnership.Admin.SendAsync(HttpMethod.Post, "/v1/api-keys",
                new { name = "one", scopes = new[] { Permission.PlanRead, scope } });
            if (carried.Contains(scope))
            {
                await response.ShouldBeAsync(HttpStatusCode.Created);
            }
            else
            {
                await response.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "permission-missing");
            }
        }

        var narrow = await (await partnership.Admin.SendAsync(HttpMethod.Post, "/v1/api-keys",
            new { name = "keys alone", scopes = new[] { Permission.KeysManage } })).ShouldBeAsync(HttpStatusCode.Created);
        using var keysAlone = api.Api.Client(narrow.GetProperty("secret").GetString());
        await (await keysAlone.SendAsync(HttpMethod.Post, "/v1/api-keys", new { name = "more", role = "viewer" })).ShouldBeProblemAsync(
            HttpStatusCode.Forbidden, "permission-missing");
        await (await keysAlone.SendAsync(HttpMethod.Post, "/v1/api-keys",
            new { name = "same", scopes = new[] { Permission.KeysManage } })).ShouldBeAsync(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("{\"role\":\"viewer\"}", "#/name")]
    [InlineData("{\"name\":\"\",\"role\":\"viewer\"}", "#/name")]
    [InlineData("{\"name\":\"a\"}", "#/role")]
    [InlineData("{\"name\":\"a\",\"role\":\"viewer\",\"scopes\":[\"plan:read\"]}", "#/role")]
    [InlineData("{\"name\":\"a\",\"role\":\"coordinator\"}", "#/role")]
    [InlineData("{\"name\":\"a\",\"scopes\":[]}", "#/scopes")]
    [InlineData("{\"name\":\"a\",\"scopes\":[\"plan:reed\"]}", "#/scopes")]
    [InlineData("{\"name\":\"a\",\"scopes\":[null]}", "#/scopes/0")]
    [InlineData("{\"name\":\"a\",\"role\":\"viewer\",\"expiresAt\":\"2026-11-22T10:00:00Z\"}", "#/expiresAt")]
    [InlineData("{\"name\":\"a\",\"role\":\"viewer\",\"expiresAt\":\"2028-11-22T10:00:01Z\"}", "#/expiresAt")]
    [InlineData("{\"name\":\"a\",\"role\":\"viewer\",\"expiresAt\":\"9999-12-31T23:59:59-14:00\"}", "#/expiresAt")]
    [InlineData("{\"name\":\"a\",\"role\":\"viewer\",\"expiresAt\":\"soon\"}", "#/expiresAt")]
    [InlineData("{\"name\":\"a\",\"role\":\"viewer\",\"expiresAt\":\"2027-01-01T00:00:00\"}", "#/expiresAt")]
    [InlineData("{\"name\":\"a\",\"role\":\"viewer\",\"expiresAt\":20270101}", "#/expiresAt")]
    public async Task What_makes_no_key_is_refused_by_field(string body, string pointer)
    {
        var council = await CouncilAsync(api.Api);
        var response = await council.Admin.PostAsync("/v1/api-keys", new StringContent(body, Encoding.UTF8, "application/json"),
            TestContext.Current.CancellationToken);

        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation", pointer);
        (await council.Admin.ReadAsync("/v1/api-keys")).GetProperty("items").GetArrayLength()
            .ShouldBe(council.Keys.Count, "nothing of a refused request is saved");
    }

    [Fact]
    public async Task A_revoked_key_is_dead_within_five_seconds_and_its_successor_lives()
    {
        await using var own = await api.StartAsync();
        var council = await CouncilAsync(own);
        var old = await MakeAsync(council, "admin");
        var successor = await MakeAsync(council, "admin");
        using var oldClient = own.Client(old.Secret);
        using var newClient = own.Client(successor.Secret);
        await oldClient.ReadAsync("/v1/me");
        await newClient.ReadAsync("/v1/me");

        await (await newClient.SendAsync(HttpMethod.Delete, $"/v1/api-keys/{old.Id}", null,
            await TagAsync(newClient, old.Id))).ShouldBeAsync(HttpStatusCode.NoContent);
        own.Clock.Advance(TimeSpan.FromSeconds(5));

        await (await oldClient.GetAsync("/v1/me", TestContext.Current.CancellationToken)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized,
            "credential-missing");
        await newClient.ReadAsync("/v1/me");
        (await newClient.ReadAsync($"/v1/api-keys/{old.Id}")).GetProperty("revokedAt").GetDateTimeOffset()
            .ShouldBe(own.Clock.Now.AddSeconds(-5));
        // Revoking what is revoked already changes nothing and is no error: a client may repeat itself.
        await (await newClient.SendAsync(HttpMethod.Delete, $"/v1/api-keys/{old.Id}", null,
            await TagAsync(newClient, old.Id))).ShouldBeAsync(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_key_ends_at_its_expiry_to_the_second_although_it_was_just_let_in()
    {
        await using var own = await api.StartAsync();
        var council = await CouncilAsync(own);
        var key = await MakeAsync(council, "viewer", own.Clock.Now.AddSeconds(3));
        using var client = own.Client(key.Secret);
        own.Clock.Advance(TimeSpan.FromSeconds(2));
        await client.ReadAsync("/v1/me");

        own.Clock.Advance(TimeSpan.FromSeconds(1));

        await (await client.GetAsync("/v1/me", TestContext.Current.CancellationToken)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized,
            "credential-missing");
    }

    [Fact]
    public async Task The_last_key_that_can_manage_keys_is_kept_also_when_two_revoke_each_other_at_once()
    {
        var council = await CouncilAsync(api.Api);
        var first = (await council.Admin.ReadAsync("/v1/me")).GetProperty("credential").GetProperty("id").GetGuid();
        await (await council.Admin.SendAsync(HttpMethod.Delete, $"/v1/api-keys/{first}", null, "*")).ShouldBeProblemAsync(
            HttpStatusCode.Conflict, "no-key-left");

        var second = await MakeAsync(council, "admin");
        using var client = api.Api.Client(second.Secret);
        // Both are let in before either acts; only the keys' locks stand between them.
        await client.ReadAsync("/v1/me");
        var answers = await Task.WhenAll(
            council.Admin.SendAsync(HttpMethod.Delete, $"/v1/api-keys/{second.Id}", null, "*"),
            client.SendAsync(HttpMethod.Delete, $"/v1/api-keys/{first}", null, "*"));

        answers.Select(a => a.StatusCode).Order().ShouldBe([HttpStatusCode.NoContent, HttpStatusCode.Conflict]);
    }

    [Fact]
    public async Task A_version_must_be_named_to_revoke_and_saves_reading_again_what_has_not_changed()
    {
        var council = await CouncilAsync(api.Api);
        var key = await MakeAsync(council, "viewer");
        var path = $"/v1/api-keys/{key.Id}";
        var tag = await TagAsync(council.Admin, key.Id);

        var unchanged = new HttpRequestMessage(HttpMethod.Get, path);
        unchanged.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(tag));
        var answer = await council.Admin.SendAsync(unchanged, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        answer.Headers.ETag!.ToString().ShouldBe(tag);
        (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();

        await (await council.Admin.SendAsync(HttpMethod.Delete, path, null)).ShouldBeProblemAsync(HttpStatusCode.PreconditionRequired,
            "version-missing");
        foreach (var stale in new[] { "\"0-0000000000000000\"", "\"99\"", "nonsense", "\"\"", "\"-\"", "W/\"x\"" })
        {
            await (await council.Admin.SendAsync(HttpMethod.Delete, path, null, stale)).ShouldBeProblemAsync(
                HttpStatusCode.PreconditionFailed, "version-stale");
        }

        await (await council.Admin.SendAsync(HttpMethod.Delete, path, null, tag)).ShouldBeAsync(HttpStatusCode.NoContent);
        await (await council.Admin.SendAsync(HttpMethod.Delete, path, null, tag)).ShouldBeProblemAsync(HttpStatusCode.PreconditionFailed,
            "version-stale");
        (await TagAsync(council.Admin, key.Id)).ShouldNotBe(tag);
    }

    [Fact]
    public async Task The_list_is_paged_without_a_gap_or_a_repeat_and_names_the_next_page_in_a_link()
    {
        var council = await CouncilAsync(api.Api);
        var made = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            made.Add((await MakeAsync(council, "viewer")).Id);
        }

        var (seen, next) = (new List<Guid>(), (string?)"/v1/api-keys?limit=2");
        while (next is not null)
        {
            var response = await council.Admin.GetAsync(next, TestContext.Current.CancellationToken);
            seen.AddRange((await response.ShouldBeAsync(HttpStatusCode.OK)).GetProperty("items").EnumerateArray()
                .Select(k => k.GetProperty("id").GetGuid()));
            next = response.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
        }

        seen.Count.ShouldBe(made.Count + council.Keys.Count);
        seen.Distinct().Count().ShouldBe(seen.Count);
        made.ShouldBeSubsetOf(seen);
    }

    [Fact]
    public async Task The_fixed_development_keys_open_nothing_outside_development()
    {
        var code = $"D{Guid.NewGuid():N}"[..18].ToUpperInvariant();
        var council = await TestOrganisation.CreateAsync(api.Api, OrganisationKind.Authority, code);
#pragma warning disable CA1308 // A fixed key is written in lower case.
        var text = $"pe_dev_{code.ToLowerInvariant()}";
#pragma warning restore CA1308
        var key = new PresentedKey(PresentedKey.DevelopmentId(text), Encoding.UTF8.GetBytes(text));
        await council.IssueAsync("admin", api.Api.Clock.Now.AddYears(1), development: true, key);

        await using var development = await api.StartAsync("Development");
        using var open = development.Client(text);
        (await open.ReadAsync("/v1/me")).GetProperty("organisation").GetProperty("code").GetString().ShouldBe(code);

        foreach (var environment in new[] { "Production", "Staging" })
        {
            await using var instance = await api.StartAsync(environment);
            // The second carries a fixed key's id and text in the form of a live one, which every environment reads.
            foreach (var presented in new[] { text, $"pe_live_{key.Id:N}_{text}",
                $"pe_live_{key.Id:N}_{text.Replace("_", "", StringComparison.Ordinal)}" })
            {
                using var shut = instance.Client(presented);
                await (await shut.GetAsync("/v1/me", TestContext.Current.CancellationToken)).ShouldBeProblemAsync(
                    HttpStatusCode.Unauthorized, "credential-missing");
            }
        }

        // The row itself is refused at the door, whatever secret is presented.
        await using var door = api.Database.Roles.App.CreateCommand("select count(*) from gate.sign_in($1, $2, false, $3)");
        door.Parameters.Add(new() { Value = key.Id });
        door.Parameters.Add(new() { Value = key.Secret });
        door.Parameters.Add(new() { Value = api.Api.Clock.Now });
        (await door.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(0L);
    }

    private static Task<TestOrganisation> CouncilAsync(ApiInstance instance) =>
        TestOrganisation.CreateAsync(instance, OrganisationKind.Authority, $"A{Guid.NewGuid():N}"[..18]);

    private static async Task<(Guid Id, string Secret)> MakeAsync(TestOrganisation council, string role, DateTimeOffset? expiresAt = null)
    {
        var created = await (await council.Admin.SendAsync(HttpMethod.Post, "/v1/api-keys",
            new { name = "another", role, expiresAt })).ShouldBeAsync(HttpStatusCode.Created);
        return (created.GetProperty("key").GetProperty("id").GetGuid(), created.GetProperty("secret").GetString()!);
    }

    private static async Task<string> TagAsync(HttpClient client, Guid key)
    {
        var response = await client.GetAsync($"/v1/api-keys/{key}", TestContext.Current.CancellationToken);
        await response.ShouldBeAsync(HttpStatusCode.OK);
        return response.Headers.ETag!.ToString();
    }
}
