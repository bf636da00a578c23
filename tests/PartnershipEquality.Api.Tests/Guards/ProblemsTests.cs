using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;

namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>
/// Whatever is sent, the answer is a problem that a program can branch on, never a 5xx; tried on every endpoint that takes JSON.
/// </summary>
public sealed partial class ProblemsTests(RunningApi api, ProbeWorld world) : IClassFixture<ProbeWorld>
{
    private Prepared? _prepared;

    /// <summary>The probes whose request carries a JSON body.</summary>
    public static TheoryData<Probe> EachBody => [.. Probes.All.Where(p => BodyOf(p) is not null).DistinctBy(p => p.Endpoint)];

    [Theory]
    [MemberData(nameof(EachBody))]
    public async Task A_body_that_cannot_be_read_is_refused(Probe probe)
    {
        ArgumentNullException.ThrowIfNull(probe);
        foreach (var text in new[] { "", " ", "{", "{\"a\":1", "[1", "nul", "{\"a\":1}}", "{'a':1}", "{\"name\":\"\\ud800\"}",
            "{\"name\":\"a\",\"name\":\"b\"}", "\"text\"", "[]", "[{}]", "1", "null", "true", new string('[', 5000),
                string.Concat(Enumerable.Repeat("{\"a\":", 5000)) })
        {
            await (await SendAsync(probe, new StringContent(text, Encoding.UTF8, "application/json"))).ShouldBeProblemAsync(
                HttpStatusCode.BadRequest);
        }

        await (await SendAsync(probe, null)).ShouldBeProblemAsync(HttpStatusCode.BadRequest);
        foreach (var bytes in new byte[][] { [0xFF, 0xFE, 0x00], [(byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)':', (byte)'1',
            (byte)'}'], [0], [.. "{\"name\":\""u8, 0xFF, .. "\",\"text\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8] })
        {
            await (await SendAsync(probe,
                new ByteArrayContent(bytes) { Headers = { ContentType = new("application/json") } })).ShouldBeProblemAsync(
                    HttpStatusCode.BadRequest);
        }
    }

    [Theory]
    [MemberData(nameof(EachBody))]
    public async Task A_media_type_that_is_not_taken_is_415(Probe probe)
    {
        ArgumentNullException.ThrowIfNull(probe);
        foreach (var type in new[] { "text/plain", "application/xml", "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x" })
        {
            await (await SendAsync(probe,
                new ByteArrayContent("{}"u8.ToArray())
                {
                    Headers = { ContentType = MediaTypeHeaderValue.Parse(type) }
                })).ShouldBeProblemAsync(
                        HttpStatusCode.UnsupportedMediaType, "media-type");
        }

        await (await SendAsync(probe, new ByteArrayContent("{}"u8.ToArray()))).ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType,
            "media-type");
    }

    [Theory]
    [MemberData(nameof(EachBody))]
    public async Task A_body_over_the_limit_is_413_however_its_length_is_told(Probe probe)
    {
        ArgumentNullException.ThrowIfNull(probe);
        // Blank until the end, so that nothing else can be found wrong with it before.
        var large = Encoding.UTF8.GetBytes($"{new string(' ', (int)BodyLimits.Json)}{{}}");
        await (await SendAsync(probe, new ByteArrayContent(large) { Headers = { ContentType = new("application/json") } },
            asksFirst: true)).ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too-large");
        await (await SendAsync(probe, new UnmeasuredContent(large))).ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge,
            "too-large");
    }

    [Theory]
    [MemberData(nameof(EachBody))]
    public async Task A_field_that_is_unknown_of_the_wrong_type_or_not_text_is_named(Probe probe)
    {
        ArgumentNullException.ThrowIfNull(probe);
        var body = (await (await probe.PrepareAsync(world)).Request().Content!.ReadAsStringAsync(
            TestContext.Current.CancellationToken)).TrimEnd('}');
        await (await SendAsync(probe, Json($"{body},\"organisationId\":\"{world.Theirs.Partnership.Id}\"}}"))).ShouldBeProblemAsync(
            HttpStatusCode.BadRequest, "validation", "#/organisationId");
        foreach (var field in JsonDocument.Parse(body + "}").RootElement.EnumerateObject())
        {
            var wrong = field.Value.ValueKind == JsonValueKind.String ? "{\"a\":1}" : "\"\\u0000\"";
            var problem = await (await SendAsync(probe, Json($"{{\"{field.Name}\":{wrong}}}"))).ShouldBeProblemAsync(
                HttpStatusCode.BadRequest);
            problem.GetProperty("errors").GetArrayLength().ShouldBeGreaterThan(0);
            if (field.Value.ValueKind == JsonValueKind.String)
            {
                await (await SendAsync(probe, Json($"{{\"{field.Name}\":\"a\\u0000b\"}}"))).ShouldBeProblemAsync(HttpStatusCode.BadRequest);
            }
        }
    }

    [Fact]
    public async Task Paths_and_methods_that_there_are_not_are_404_and_405()
    {
        var client = world.Council.Admin;
        foreach (var path in new[] { "/", "/v2", "/v2/me", "/v1/nothing", "/v1/api-keys/1",
            "/v1/api-keys/00000000-0000-0000-0000-00000000000g", $"/v1/api-keys/{Guid.NewGuid()}", "/problems/nothing", "/v1/%2e%2e/me%2f",
                "/v1/api-keys/%FF", $"/{new string('a', 5000)}" })
        {
            await (await client.GetAsync(path, TestContext.Current.CancellationToken)).ShouldBeProblemAsync(HttpStatusCode.NotFound,
                "not-found");
        }

        foreach (var (method, path) in new[] { ("DELETE", "/v1/me"), ("PUT", "/v1/settings"), ("POST", "/health/live"), ("TRACE", "/v1/me"),
            ("FROB", "/v1/api-keys") })
        {
            var response = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path),
                TestContext.Current.CancellationToken);
            await response.ShouldBeProblemAsync(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
            response.Content.Headers.Allow.ShouldNotBeEmpty();
        }
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/csv")]
    [InlineData("application/pdf;q=0.5, image/*")]
    [InlineData("nonsense")]
    public async Task A_problem_is_a_problem_whatever_the_client_says_it_accepts(string accept)
    {
        foreach (var (method, path, status) in new[] { ("GET", "/v1/nothing", 404), ("GET", $"/v1/api-keys/{Guid.NewGuid()}", 404),
            ("GET", "/v1/api-keys?limit=0", 400), ("POST", "/v1/api-keys", 400), ("DELETE", "/v1/me", 405) })
        {
            var request = new HttpRequestMessage(new HttpMethod(method), path);
            request.Headers.TryAddWithoutValidation("Accept", accept);
            await (await world.Council.Admin.SendAsync(request, TestContext.Current.CancellationToken)).ShouldBeProblemAsync(
                (HttpStatusCode)status);
        }

        using var nobody = api.Api.Client();
        var unknown = new HttpRequestMessage(HttpMethod.Get, "/v1/me");
        unknown.Headers.TryAddWithoutValidation("Accept", accept);
        await (await nobody.SendAsync(unknown, TestContext.Current.CancellationToken)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized,
            "credential-missing");
    }

    [Fact]
    public async Task The_type_of_every_problem_answers_what_it_means()
    {
        using var nobody = api.Api.Client();
        foreach (var (code, title) in ProblemCatalogue.Titles)
        {
            var kind = await nobody.ReadAsync($"/problems/{code}");
            kind.GetProperty("code").GetString().ShouldBe(code);
            kind.GetProperty("title").GetString().ShouldBe(title);
        }
    }

    [Fact]
    public async Task Every_code_that_the_source_refuses_with_is_in_the_catalogue()
    {
        var used = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Folder, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)))
        {
            used.UnionWith(RefusedWith().Matches(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))
                .Select(m => m.Groups["code"].Value));
        }

        used.Count.ShouldBeGreaterThan(10);
        used.Except(ProblemCatalogue.Titles.Keys).ShouldBeEmpty();
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static ParameterInfo? BodyOf(Probe probe) =>
        RequestHandlers.Requests.SingleOrDefault(r => r.Name == probe.Endpoint)?.GetConstructors()[0].GetParameters()
        .SingleOrDefault(p => p.GetCustomAttribute<FromBodyAttribute>() is not null);

    /// <summary>
    /// Sends a body to where the probe's own would succeed. What is refused uses nothing up, so the probe is prepared once.
    /// </summary>
    private async Task<HttpResponseMessage> SendAsync(Probe probe, HttpContent? content, bool asksFirst = false)
    {
        _prepared ??= await probe.PrepareAsync(world);
        var request = _prepared.Request();
        request.Content = content;
        request.Headers.ExpectContinue = asksFirst;
        return await probe.Owner(world).Admin.SendAsync(request, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(
        "(?:new Refusal\\(\\s*RefusalKind\\.\\w+,\\s*|Refusal\\.(?:Conflict|Forbidden|Invalid)\\(\\s*|return \\(\\d{3}, |\\d{3} => " +
        "\\()\"(?<code>[^\"]+)\"")]
    private static partial Regex RefusedWith();

    /// <summary>A body sent in chunks, whose length nobody tells beforehand.</summary>
    private sealed class UnmeasuredContent : HttpContent
    {
        private readonly byte[] _bytes;

        public UnmeasuredContent(byte[] bytes)
        {
            this._bytes = bytes;
            Headers.ContentType = new("application/json");
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(_bytes).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
