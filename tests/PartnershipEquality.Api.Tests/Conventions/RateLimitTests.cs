using System.Net;

namespace PartnershipEquality.Api.Tests.Conventions;

/// <summary>How much may be asked, and how each answer says what is left.</summary>
public sealed class RateLimitTests(RunningApi running)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_answer_counts_down_and_beyond_the_limit_comes_429_until_the_window_ends()
    {
        await using var api = await StartAsync(perCredential: 4);
        var council = (await TestPartnership.CreateAsync(api, members: 1)).Authorities[0];
        var tag = (await GetAsync(council.Admin, "/v1/settings", 3, 60)).Headers.ETag!.ToString();
        api.Clock.Advance(TimeSpan.FromSeconds(18));
        using var held = new HttpRequestMessage(HttpMethod.Get, "/v1/settings");
        held.Headers.TryAddWithoutValidation("If-None-Match", tag);
        var unchanged = await council.Admin.SendAsync(held, Ct);
        unchanged.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        Says(unchanged, 2, 42);
        await (await GetAsync(council.Admin, "/v1/nothing", 1, 42)).ShouldBeProblemAsync(HttpStatusCode.NotFound);
        await (await GetAsync(council.Admin, "/v1/api-keys?limit=0", 0, 42)).ShouldBeProblemAsync(HttpStatusCode.BadRequest);

        var beyond = await GetAsync(council.Admin, "/v1/settings", 0, 42);
        await beyond.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "rate-limited");
        beyond.Headers.RetryAfter?.Delta.ShouldBe(TimeSpan.FromSeconds(42));
        await (await council.Admin.PostAsync("/v1/api-keys", null, Ct)).ShouldBeProblemAsync(HttpStatusCode.TooManyRequests,
            "rate-limited");
        (await GetAsync(council.Viewer, "/v1/settings", 3, 60)).StatusCode.ShouldBe(HttpStatusCode.OK,
            "another credential has a limit of its own");

        api.Clock.Advance(TimeSpan.FromSeconds(42));
        (await GetAsync(council.Admin, "/v1/settings", 3, 60)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_guesses_is_stopped_by_address_before_the_gate_is_asked_and_whoever_was_let_in_goes_on()
    {
        await using var api = await StartAsync(perAddress: 3);
        var council = (await TestPartnership.CreateAsync(api, members: 1)).Authorities[0];
        (await council.Admin.GetAsync("/v1/me", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var left in new[] { 2, 1, 0 })
        {
            using var wrong = api.Client($"pe_live_{Guid.NewGuid():N}_{new string('0', 64)}");
            var refused = await wrong.GetAsync("/v1/me", Ct);
            await refused.ShouldBeProblemAsync(HttpStatusCode.Unauthorized);
            Says(refused, left, 60, "address", 3);
        }

        using var guess = api.Client($"pe_live_{Guid.NewGuid():N}_{new string('0', 64)}");
        var stopped = await guess.GetAsync("/v1/me", Ct);
        await stopped.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "rate-limited");
        Says(stopped, 0, 60, "address", 3);
        // A right guess would not show itself either.
        await (await council.Viewer.GetAsync("/v1/me", Ct)).ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "rate-limited");
        (await council.Admin.GetAsync("/v1/me", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK,
            "it was let in a moment ago, and does not pay for its neighbours");

        api.Clock.Advance(TimeSpan.FromMinutes(1));
        (await council.Viewer.GetAsync("/v1/me", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_readers_of_a_portal_do_not_use_up_their_address_by_asking_beforehand()
    {
        await using var api = await StartAsync(perAddress: 2);
        var (council, origin) = ((await TestPartnership.CreateAsync(api, members: 1)).Authorities[0],
            $"https://{Guid.NewGuid():N}.example.org");
        (await council.Admin.PostAsync("/v1/portal-origins", new { origin })).With(HttpStatusCode.Created);
        using var nobody = api.Client();
        async Task<HttpStatusCode> AskAsync(string from)
        {
            using var preflight = new HttpRequestMessage(HttpMethod.Options, "/v1/me");
            preflight.Headers.Add("Origin", from);
            preflight.Headers.Add("Access-Control-Request-Method", "GET");
            return (await nobody.SendAsync(preflight, Ct)).StatusCode;
        }

        for (var i = 0; i < 5; i++)
        {
            (await AskAsync(origin)).ShouldBe(HttpStatusCode.NoContent);
        }

        (await AskAsync("https://a.example.org")).ShouldBe(HttpStatusCode.NoContent);
        (await AskAsync("https://b.example.org")).ShouldBe(HttpStatusCode.NoContent);
        (await AskAsync("https://c.example.org")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await AskAsync(origin)).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task What_is_not_under_v1_is_not_counted()
    {
        await using var api = await StartAsync(perAddress: 1);
        using var nobody = api.Client();
        for (var i = 0; i < 3; i++)
        {
            var live = await nobody.GetAsync("/health/live", Ct);
            live.StatusCode.ShouldBe(HttpStatusCode.OK);
            live.Headers.Contains("RateLimit").ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Unless_told_otherwise_a_credential_has_600_a_minute()
    {
        var limits = new Http.RateLimitOptions();
        (limits.PerCredential, limits.PerAddress, limits.WindowSeconds).ShouldBe((600, 120, 60));
        await using var api = await StartAsync(perCredential: 7, perAddress: 5);
        using var nobody = api.Client();
        (await nobody.ReadAsync("/v1")).GetProperty("rateLimits").ToString()
            .ShouldBe("""{"perCredential":7,"perAddress":5,"windowSeconds":60}""");
    }

    private Task<ApiInstance> StartAsync(int perCredential = 600, int perAddress = 600) =>
        running.StartAsync(configuration: new Dictionary<string, string?>
        {
            ["RateLimits:PerCredential"] = $"{perCredential}",
            ["RateLimits:PerAddress"] = $"{perAddress}",
        });

    private static async Task<HttpResponseMessage> GetAsync(HttpClient client, string path, int left, int resets)
    {
        var response = await client.GetAsync(path, Ct);
        Says(response, left, resets);
        return response;
    }

    private static void Says(HttpResponseMessage response, int left, int resets, string policy = "default", int quota = 4)
    {
        response.Headers.GetValues("RateLimit-Policy").ShouldBe([$"\"{policy}\";q={quota};w=60"]);
        response.Headers.GetValues("RateLimit").ShouldBe([$"\"{policy}\";r={left};t={resets}"]);
    }
}
