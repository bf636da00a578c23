using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace PartnershipEquality.Client;

/// <summary>What may go with a request that changes something.</summary>
public sealed record RequestOptions
{
    /// <summary>
    /// Names one intended change: the same key with the same body is carried out once, however often it is sent. Each
    /// POST has one made for it; give your own where the intention outlives the process, as a row in a queue does.
    /// </summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The officer that you act for: kept beside the change as what you said, giving no right.</summary>
    public string? OnBehalfOf { get; init; }
}

/// <summary>A file to upload.</summary>
/// <param name="Name">Its name with its extension: plan.docx.</param>
/// <param name="Content">Its bytes, whole, so that it can be sent again.</param>
public sealed record FileToSend(string Name, ReadOnlyMemory<byte> Content);

/// <summary>One intended request, from which as many messages are made as it takes.</summary>
internal sealed record Call(HttpMethod Method, string Path)
{
    private readonly string _idempotencyKey = Guid.CreateVersion7().ToString();

    public IReadOnlyList<(string Name, object? Value)> Query { get; init; } = [];

    public object? Body { get; init; }

    public string BodyType { get; init; } = "application/json";

    public IReadOnlyList<(string Name, object? Value)>? Form { get; init; }

    public string? IfMatch { get; init; }

    public string? IfNoneMatch { get; init; }

    public bool TakesKey { get; init; } = true;

    public RequestOptions? Options { get; init; }

    /// <summary>
    /// Reading changes nothing, and a POST carries its key. What an If-Match guards would be refused the second time, as changed by
    /// somebody else.
    /// </summary>
    public bool MaySafelyRepeat => Method == HttpMethod.Get || Method == HttpMethod.Post;

    public IEnumerable<(string Name, string Value)> Headers()
    {
        if (Method == HttpMethod.Post)
        {
            yield return ("Idempotency-Key", Options?.IdempotencyKey ?? _idempotencyKey);
        }

        foreach (var (name, value) in new[] { ("If-Match", IfMatch), ("If-None-Match", IfNoneMatch),
            ("On-Behalf-Of", Options?.OnBehalfOf) })
        {
            if (value is not null)
            {
                yield return (name, value);
            }
        }
    }

    public HttpContent? Content()
    {
        if (Form is null)
        {
            return Body is null ? null : JsonContent.Create(Body, Body.GetType(), new MediaTypeHeaderValue(BodyType), Wire.Json);
        }

        var form = new MultipartFormDataContent();
        foreach (var (name, value) in Form.Where(f => f.Value is not null))
        {
            if (value is FileToSend file)
            {
                form.Add(new ReadOnlyMemoryContent(file.Content)
                {
                    Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") }
                }, name, file.Name);
            }
            else
            {
                form.Add(new StringContent(Wire.Text(value!)), name);
            }
        }

        return form;
    }
}
