using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace PartnershipEquality.Api.Tests.Conventions;

/// <summary>Text is compressed for who accepts it; what holds a secret never is.</summary>
public sealed class CompressionTests(RunningApi running)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task What_is_text_is_compressed_and_reads_the_same(string encoding)
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 1);
        var (council, plan) = (partnership.Authorities[0],
            await partnership.HasPlanAsync(new Plan.Row("1.1", "Publish the profile", "June 2027")));
        var calendar = new Uri((await council.Lead.PostAsync("/v1/calendars", new { name = "Calendar" })).With(HttpStatusCode.Created)
            .Text("address")!).AbsolutePath;
        foreach (var (path, type) in new[]
        {
            ("/v1/assignments", "application/json"), (plan.Of(council), "application/json"), ("/v1/nothing", "application/problem+json"),
                ("/v1/imports/template.csv", "text/csv"),
            ($"/v1/exports/schemes/{plan.SchemeId}.csv", "text/csv"), (calendar, "text/calendar"), ("/openapi/v1.json", "application/json"),
        })
        {
            var (plain, small) = (await GetAsync(council.Viewer, path, null), await GetAsync(council.Viewer, path, encoding));

            plain.Content.Headers.ContentEncoding.ShouldBeEmpty(path);
            small.Content.Headers.ContentType?.MediaType.ShouldBe(type, path);
            small.Content.Headers.ContentEncoding.ShouldBe([encoding], path);
            small.Headers.Vary.ShouldContain("Accept-Encoding", path);
            if (path != "/v1/nothing")
            {
                (await ReadAsync(small, encoding)).ShouldBe(await plain.Content.ReadAsStringAsync(Ct), path);
            }
        }
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_compressed_answer_has_a_tag_of_its_own_that_serves_like_the_plain_one(string encoding)
    {
        var council = (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0];
        var plain = (await GetAsync(council.Admin, "/v1/settings", null)).Headers.ETag!.ToString();

        var tag = (await GetAsync(council.Admin, "/v1/settings", encoding)).Headers.ETag!.ToString();

        tag.ShouldBe($"{plain[..^1]}-{encoding}\"");
        foreach (var held in new[] { plain, tag, $"W/{plain}", $"\"1-0\", {tag}" })
        {
            var unchanged = await GetAsync(council.Admin, "/v1/settings", encoding, held);
            unchanged.StatusCode.ShouldBe(HttpStatusCode.NotModified, held);
            held.ShouldContain(unchanged.Headers.ETag!.Tag);
        }

        (await GetAsync(council.Admin, "/v1/settings", encoding, "\"1-0\"")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await council.Admin.AskAsync(HttpMethod.Patch, "/v1/settings", new { mailReplyTo = "a@example.org" }, tag)).Status.ShouldBe(
            HttpStatusCode.OK);
        (await council.Admin.AskAsync(HttpMethod.Patch, "/v1/settings", new { mailReplyTo = "b@example.org" }, tag)).Status.ShouldBe(
            HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task What_holds_a_secret_is_not_compressed_and_kept_by_nobody_also_when_it_is_answered_again()
    {
        var council = (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0];
        foreach (var (path, body) in new (string, object)[] { ("/v1/api-keys", new { name = "Portal", role = "viewer" }),
            ("/v1/calendars", new { name = "Calendar" }) })
        {
            for (var i = 0; i < 2; i++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
                request.Headers.Add("Accept-Encoding", "br, gzip");
                request.Headers.Add("Idempotency-Key", $"secret {path}");
                var made = await council.Admin.SendAsync(request, Ct);
                made.StatusCode.ShouldBe(HttpStatusCode.Created);
                made.Headers.Contains("Idempotent-Replayed").ShouldBe(i == 1);
                made.Content.Headers.ContentEncoding.ShouldBeEmpty(path);
                made.Headers.CacheControl!.ToString().ShouldBe("no-store");
            }
        }
    }

    private static async Task<HttpResponseMessage> GetAsync(HttpClient client, string path, string? encoding, string? held = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in new[] { ("Accept-Encoding", encoding), ("If-None-Match", held) }.Where(h => h.Item2 is not null))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request, Ct);
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response, string encoding)
    {
        var body = await response.Content.ReadAsStreamAsync(Ct);
        await using Stream plain = encoding == "br"
            ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return await reader.ReadToEndAsync(Ct);
    }
}
