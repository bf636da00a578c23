using System.Net;

namespace PartnershipEquality.Api.Tests.Conventions;

/// <summary>Pages of registered portals read answers in a browser, and no others do.</summary>
public sealed class PortalOriginTests(RunningApi running)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_preflight_passes_for_an_origin_that_anybody_has_registered()
    {
        var (_, _, origin) = await RegisteredAsync(running.Api);
        using var nobody = running.Api.Client();

        var passed = await AskAsync(nobody, HttpMethod.Options, $"/v1/posts/{Guid.NewGuid()}", origin, preflight: true);

        passed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        Header(passed, "Access-Control-Allow-Origin").ShouldBe(origin);
        Header(passed, "Access-Control-Allow-Methods")!.Split(", ").ShouldBe(["GET", "PATCH"], ignoreOrder: true);
        new[] { "Authorization", "Content-Type", "Idempotency-Key",
            "If-Match" }.ShouldBeSubsetOf(Header(passed, "Access-Control-Allow-Headers")!.Split(", "));
        Header(passed, "Access-Control-Max-Age").ShouldBe("7200");
        passed.Headers.Contains("Access-Control-Allow-Credentials").ShouldBeFalse();
        passed.Headers.Vary.ShouldContain("Origin");

        var unknown = await AskAsync(nobody, HttpMethod.Options, $"/v1/posts/{Guid.NewGuid()}", "https://nobody.example.org",
            preflight: true);
        unknown.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        unknown.Headers.ShouldNotContain(h => h.Key.StartsWith("Access-Control", StringComparison.Ordinal));
        unknown.Headers.Vary.ShouldContain("Origin");
    }

    [Fact]
    public async Task An_answer_is_opened_to_the_origins_of_the_credentials_own_organisation_alone()
    {
        var (partnership, council, origin) = await RegisteredAsync(running.Api);

        var own = await AskAsync(council.Viewer, HttpMethod.Get, "/v1/me", origin);
        own.StatusCode.ShouldBe(HttpStatusCode.OK);
        Header(own, "Access-Control-Allow-Origin").ShouldBe(origin);
        foreach (var name in new[] { "ETag", "Link", "Location", "RateLimit", "RateLimit-Policy", "Retry-After", "Idempotent-Replayed",
            "X-Request-Id", "traceparent", "Deprecation", "Sunset", "Content-Disposition" })
        {
            Header(own, "Access-Control-Expose-Headers")!.Split(", ").ShouldContain(name);
        }

        var others = await AskAsync(partnership.Authorities[1].Viewer, HttpMethod.Get, "/v1/me", origin);
        others.StatusCode.ShouldBe(HttpStatusCode.OK, "the origin is no credential: the browser withholds the answer");
        Header(others, "Access-Control-Allow-Origin").ShouldBeNull();
        others.Headers.Vary.ShouldContain("Origin");

        // A portal can tell its reader why: refusals are opened too.
        Header(await AskAsync(council.Viewer, HttpMethod.Get, "/v1/nothing", origin), "Access-Control-Allow-Origin").ShouldBe(origin);
        using var nobody = running.Api.Client();
        var without = await AskAsync(nobody, HttpMethod.Get, "/v1/me", origin);
        without.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        Header(without, "Access-Control-Allow-Origin").ShouldBe(origin);
    }

    [Fact]
    public async Task An_origin_that_is_removed_reads_no_more_within_five_seconds()
    {
        await using var api = await running.StartAsync();
        var (_, council, origin) = await RegisteredAsync(api);
        Header(await AskAsync(council.Viewer, HttpMethod.Get, "/v1/me", origin), "Access-Control-Allow-Origin").ShouldBe(origin);
        var id = (await council.Admin.WalkAsync("/v1/portal-origins")).Single().Id();

        (await council.Admin.ChangeAsync(HttpMethod.Delete, $"/v1/portal-origins/{id}", null)).Status.ShouldBe(HttpStatusCode.NoContent);
        api.Clock.Advance(TimeSpan.FromSeconds(5));

        Header(await AskAsync(council.Viewer, HttpMethod.Get, "/v1/me", origin), "Access-Control-Allow-Origin").ShouldBeNull();
        (await council.Admin.GetAnswerAsync($"/v1/portal-origins/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await council.Admin.PostAsync("/v1/portal-origins", new { origin })).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("https://Portal.Example.ORG", "https://portal.example.org")]
    [InlineData("https://portal.example.org/", "https://portal.example.org")]
    [InlineData("https://portal.example.org:443", "https://portal.example.org")]
    [InlineData("https://portal.example.org:8443", "https://portal.example.org:8443")]
    [InlineData("https://bücher.example.org", "https://xn--bcher-kva.example.org")]
    [InlineData("http://localhost:3000", "http://localhost:3000")]
    [InlineData("http://127.0.0.1:3000", "http://127.0.0.1:3000")]
    [InlineData("http://[::1]:3000", "http://[::1]:3000")]
    public async Task An_origin_is_kept_as_browsers_write_it(string given, string kept)
    {
        var council = (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0];
        (await council.Admin.PostAsync("/v1/portal-origins", new { origin = given })).With(HttpStatusCode.Created).Text("origin")
            .ShouldBe(kept);
        (await council.Admin.PostAsync("/v1/portal-origins", new { origin = kept })).ShouldRefuse(HttpStatusCode.Conflict, "already-there");
    }

    [Theory]
    [InlineData("http://portal.example.org")]
    [InlineData("https://portal.example.org/path")]
    [InlineData("https://portal.example.org?x=1")]
    [InlineData("https://portal.example.org#x")]
    [InlineData("https://user@portal.example.org")]
    [InlineData("portal.example.org")]
    [InlineData("*")]
    [InlineData("null")]
    [InlineData("https://")]
    [InlineData("file:///etc/passwd")]
    public async Task What_is_no_origin_is_refused(string given)
    {
        var council = (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0];
        (await council.Admin.PostAsync("/v1/portal-origins", new { origin = given })).ShouldRefuse(HttpStatusCode.BadRequest, "format",
            "#/origin");
    }

    private static async Task<(TestPartnership Partnership, TestOrganisation Council, string Origin)> RegisteredAsync(ApiInstance api)
    {
        var (partnership, origin) = (await TestPartnership.CreateAsync(api, members: 2), $"https://{Guid.NewGuid():N}.example.org");
        (await partnership.Authorities[0].Admin.PostAsync("/v1/portal-origins", new { origin })).With(HttpStatusCode.Created);
        return (partnership, partnership.Authorities[0], origin);
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, HttpMethod method, string path, string origin,
        bool preflight = false)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Origin", origin);
        if (preflight)
        {
            request.Headers.Add("Access-Control-Request-Method", "PATCH");
            request.Headers.Add("Access-Control-Request-Headers", "authorization,if-match");
        }

        return await client.SendAsync(request, Ct);
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.Single() : null;
}
