using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace PartnershipEquality.Api.Tests;

/// <summary>What the API answered: its status, its JSON and its tag.</summary>
internal sealed record Answer(HttpStatusCode Status, JsonElement Json, string? Tag, string Body)
{
    public string? Code => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty("code", out var code) ? code.GetString() : null;

    public IReadOnlyList<string> ErrorCodes => [.. Errors.Select(e => e.Text("code")!)];

    public IReadOnlyList<string> Pointers => [.. Errors.Select(e => e.Text("pointer")!)];

    private IEnumerable<JsonElement> Errors => Json.TryGetProperty("errors", out var errors) ? errors.EnumerateArray() : [];

    /// <summary>Its JSON, once the status is the one expected.</summary>
    public JsonElement With(HttpStatusCode expected)
    {
        Status.ShouldBe(expected, Body);
        return Json;
    }

    /// <summary>It says no with this status and code, which is the problem's own or that of its one field.</summary>
    public void ShouldRefuse(HttpStatusCode status, string code, string? pointer = null)
    {
        Status.ShouldBe(status, Body);
        (Code == "validation" ? ErrorCodes : [Code!]).ShouldContain(code, Body);
        if (pointer is not null)
        {
            Pointers.ShouldContain(pointer, Body);
        }
    }
}

/// <summary>The requests that tests send, in a word each.</summary>
internal static class Asking
{
    public static async Task<Answer> AskAsync(this HttpClient client, HttpMethod method, string path, object? body = null,
        string? ifMatch = null, string? ifNoneMatch = null)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body as HttpContent
            ?? (body is null ? null : JsonContent.Create(body))
        };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        if (ifNoneMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var json = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true
            ? JsonSerializer.Deserialize<JsonElement>(text) : default;
        return new Answer(response.StatusCode, json, response.Headers.ETag?.ToString(), text);
    }

    public static Task<Answer> GetAnswerAsync(this HttpClient client, string path) => client.AskAsync(HttpMethod.Get, path);

    public static Task<Answer> PostAsync(this HttpClient client, string path, object? body = null, string? ifMatch = null) =>
        client.AskAsync(HttpMethod.Post, path, body, ifMatch);

    public static async Task<JsonElement> ReadAsync(this HttpClient client, string path) =>
        (await client.GetAnswerAsync(path)).With(HttpStatusCode.OK);

    /// <summary>The whole of a list, page by page to its end.</summary>
    public static async Task<List<JsonElement>> WalkAsync(this HttpClient client, string path, int limit = 200)
    {
        var items = new List<JsonElement>();
        string? cursor = null;
        do
        {
            var page = await client.ReadAsync(
                $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit={limit}{(cursor is null ? "" : $"&cursor={cursor}")}");
            page.Items().Count.ShouldBeLessThanOrEqualTo(limit);
            items.AddRange(page.Items());
            cursor = page.Text("nextCursor");
        }
        while (cursor is not null);
        return items;
    }

    /// <summary>Reads a resource for its tag, and sends a change based on it.</summary>
    public static async Task<Answer> ChangeAsync(this HttpClient client, HttpMethod method, string path, object? body,
        string? resource = null)
    {
        var tag = (await client.GetAnswerAsync(resource ?? path)).Tag;
        return await client.AskAsync(method, path, body, tag);
    }

    public static Task<Answer> UploadAsync(this HttpClient client, string csv, string? startsOn = "2026-04-01",
        string? endsOn = "2029-03-31", string? stage = null) =>
        client.UploadAsync(Encoding.UTF8.GetBytes(csv), startsOn, endsOn, stage);

    public static async Task<Answer> UploadAsync(
        this HttpClient client, byte[]? file, string? startsOn = "2026-04-01", string? endsOn = "2029-03-31", string? stage = null,
            string fileName = "plan.csv", string? columns = null, string? into = null)
    {
        using var form = new MultipartFormDataContent();
        if (file is not null)
        {
            var part = new ByteArrayContent(file);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(part, "file", fileName);
        }

        foreach (var (name, value) in new[] { ("startsOn", startsOn), ("endsOn", endsOn), ("stage", stage), ("columns", columns),
            ("intoSchemeId", into) }.Where(field => field.Item2 is not null))
        {
            form.Add(new StringContent(value!), name);
        }

        return await client.AskAsync(HttpMethod.Post, "/v1/imports", form);
    }
}

/// <summary>Short words for reading JSON.</summary>
internal static class Json
{
    public static string? Text(this JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? value.ToString() : null;

    public static Guid Id(this JsonElement json, string name = "id") => json.GetProperty(name).GetGuid();

    public static int Number(this JsonElement json, string name) => json.GetProperty(name).GetInt32();

    public static bool Flag(this JsonElement json, string name) => json.GetProperty(name).GetBoolean();

    public static DateOnly? Day(this JsonElement json, string name) =>
        json.Text(name) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd") : null;

    public static IReadOnlyList<JsonElement> Items(this JsonElement json, string name = "items") =>
        [.. json.GetProperty(name).EnumerateArray()];
}
