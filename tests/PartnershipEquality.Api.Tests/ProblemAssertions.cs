using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace PartnershipEquality.Api.Tests;

/// <summary>What every refusal must be: <c>application/problem+json</c> that a program can branch on and a person can act on.</summary>
public static class ProblemAssertions
{
    public static async Task<JsonElement> ShouldBeProblemAsync(this HttpResponseMessage response, HttpStatusCode status,
        string? code = null, string? pointer = null)
    {
        ArgumentNullException.ThrowIfNull(response);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var what = $"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri?.PathAndQuery}: {(int)response.StatusCode} " +
            $"{text}";
        response.StatusCode.ShouldBe(status, what);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json", what);
        var problem = JsonDocument.Parse(text).RootElement;
        var said = problem.GetProperty("code").GetString();
        said.ShouldNotBeNullOrEmpty(what);
        problem.GetProperty("type").GetString().ShouldBe($"/problems/{said}", what);
        problem.GetProperty("title").GetString().ShouldNotBeNullOrEmpty(what);
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty(what);
        problem.GetProperty("status").GetInt32().ShouldBe((int)status, what);
        problem.GetProperty("traceId").GetString().ShouldNotBeNullOrEmpty(what);
        if (code is not null)
        {
            said.ShouldBe(code, what);
        }

        if (pointer is not null)
        {
            problem.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("pointer").GetString()).ShouldContain(pointer, what);
        }

        if (problem.TryGetProperty("errors", out var errors))
        {
            foreach (var error in errors.EnumerateArray())
            {
                error.GetProperty("code").GetString().ShouldNotBeNullOrEmpty(what);
                error.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty(what);
            }
        }

        return problem;
    }

    public static async Task<JsonElement> ShouldBeAsync(this HttpResponseMessage response, HttpStatusCode status)
    {
        ArgumentNullException.ThrowIfNull(response);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(status,
            $"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri?.PathAndQuery}: {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Sends a body as JSON, under a version where one is named.</summary>
    public static Task<HttpResponseMessage> SendAsync(this HttpClient client, HttpMethod method, string path, object? body,
        string? ifMatch = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
