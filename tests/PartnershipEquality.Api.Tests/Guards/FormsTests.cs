using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>The two endpoints that take a form: whatever is in it, a problem that names what to correct, and nothing half-saved.</summary>
public sealed class FormsTests(ProbeWorld world) : IClassFixture<ProbeWorld>
{
    private static readonly string[] Paths = ["/v1/imports", "/v1/posts/import"];

    [Fact]
    public async Task What_is_no_form_is_refused()
    {
        foreach (var path in Paths)
        {
            foreach (var type in new[] { "application/json", "text/csv", "application/xml" })
            {
                await (await SendAsync(path,
                    new ByteArrayContent("{}"u8.ToArray())
                    {
                        Headers = { ContentType = MediaTypeHeaderValue.Parse(type) }
                    })).ShouldBeProblemAsync(
                            HttpStatusCode.UnsupportedMediaType, "media-type");
            }

            foreach (var type in new[] { "multipart/form-data", "multipart/form-data; boundary=x",
                $"multipart/form-data; boundary={new string('x', 500)}", "application/x-www-form-urlencoded" })
            {
                foreach (var text in new[] { "", "--x", "--x\r\n\r\n", "file=a&title=%00",
                    "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nno end" })
                {
                    (await RefusedAsync(path,
                        new ByteArrayContent(Encoding.UTF8.GetBytes(text))
                        {
                            Headers = { ContentType = MediaTypeHeaderValue.Parse(type) }
                        })).ShouldBeOneOf(400, 415);
                }
            }

            (await RefusedAsync(path, null)).ShouldBeOneOf(400, 415);
        }
    }

    [Fact]
    public async Task A_field_of_an_upload_that_cannot_be_taken_is_named()
    {
        var before = await world.KeptOfAsync(world.Council);
        foreach (var (name, value) in new[]
        {
            ("startsOn", null), ("startsOn", "soon"), ("startsOn", "2026-02-30"), ("startsOn", "0001-01-01"), ("startsOn", "9999-12-31"),
                ("endsOn", null), ("endsOn", "2020-01-01"), ("endsOn", "9999-12-31"),
            ("planYear", "x"), ("planYear", "-1"), ("planYear", "99999999999"), ("stage", "begun"), ("stage", "99"), ("title",
                new string('x', 1001)), ("title", "a\0b"), ("file", null),
        })
        {
            var form = new MultipartFormDataContent();
            foreach (var (field, good) in new[] { ("title", "Plan"), ("startsOn", "2026-04-01"),
                ("endsOn", "2029-03-31") }.Where(f => f.Item1 != name))
            {
                form.Add(new StringContent(good), field);
            }

            if (value is not null)
            {
                form.Add(new StringContent(value), name);
            }

            if (name != "file")
            {
                form.Add(new ByteArrayContent("Theme\n"u8.ToArray()), "file", "plan.csv");
            }

            var problem = await (await SendAsync("/v1/imports", form)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation");
            var pointers = problem.GetProperty("errors").EnumerateArray()
                .Select(e => e.GetProperty("pointer").GetString()!.TrimStart('#', '/')).ToList();
            // A first day far ahead is answered by the last day that does not follow it.
            pointers.ShouldContain(p => p == name || name == "startsOn" && p == "endsOn", $"{name}={value}: {string.Join(", ", pointers)}");
        }

        (await world.KeptOfAsync(world.Council)).ShouldBe(before);
    }

    [Fact]
    public async Task A_file_that_is_no_table_is_refused_or_read_with_its_problems()
    {
        var random = new Random(20261122);
        var noise = new byte[4000];
        random.NextBytes(noise);
        foreach (var bytes in new[]
        {
            [], noise, "\0\0\0"u8.ToArray(), "\"never closed"u8.ToArray(), "Post\n\"a"u8.ToArray(), [0xFF, 0xFE, 0x41, 0x00], [0xEF, 0xBB,
                0xBF], "Theme,Theme\n1,2\n"u8.ToArray(),
            Encoding.UTF8.GetBytes(new string(',', 5000)), Encoding.UTF8.GetBytes($"Post\n{new string('x', 5000)}\n"),
                Encoding.UTF8.GetBytes($"Theme,Reference,Action\n{new string('x', 50000)},1,a\n"),
            Encoding.UTF8.GetBytes($"Post\n{string.Concat(Enumerable.Range(0, 2001).Select(i => $"Post {i}\n"))}"),
                "Post,From\na,9999-12-31\nb,0001-01-01\n"u8.ToArray(), "PK\u0003\u0004"u8.ToArray(),
        })
        {
            foreach (var path in Paths)
            {
                foreach (var fileName in new[] { "plan.csv", "../../etc/passwd", new string('n', 500), "a\u202Eb.csv" })
                {
                    var form = new MultipartFormDataContent { { new StringContent("2026-04-01"), "startsOn" },
                        { new StringContent("2029-03-31"), "endsOn" } };
                    form.Add(new ByteArrayContent(bytes), "file", fileName);
                    var response = await SendAsync(path, form);
                    if (!response.IsSuccessStatusCode)
                    {
                        ((int)response.StatusCode).ShouldBe(400,
                            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
                        await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest);
                    }
                }
            }
        }
    }

    private Task<HttpResponseMessage> SendAsync(string path, HttpContent? content) =>
        world.Council.Admin.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = content },
            TestContext.Current.CancellationToken);

    private async Task<int> RefusedAsync(string path, HttpContent? content)
    {
        var response = await SendAsync(path, content);
        await response.ShouldBeProblemAsync(response.StatusCode);
        return (int)response.StatusCode;
    }
}
