using System.Runtime.CompilerServices;
using System.Text.Json;

namespace PartnershipEquality.Client;

/// <summary>
/// A resource, and the ETag of the version that it is: give that as <c>ifMatch</c> to change it, so that nobody's work is overwritten.
/// </summary>
/// <param name="Value">The resource.</param>
/// <param name="ETag">Names its version.</param>
public sealed record Versioned<T>(T Value, string ETag);

/// <summary>One page of a list.</summary>
/// <param name="Items">Its items.</param>
/// <param name="NextCursor">Where the next page begins; null on the last.</param>
public sealed record ItemPage<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>A list, fetched page by page while it is read: <c>await foreach (var row in client.ListAssignmentsAsync())</c>.</summary>
public sealed class Paged<T> : IAsyncEnumerable<T>
{
    private readonly Func<string?, CancellationToken, Task<ItemPage<T>>> _fetch;

    internal Paged(Func<string?, CancellationToken, Task<ItemPage<T>>> fetch) => this._fetch = fetch;

    /// <summary>One page: the first, or the one that a cursor names.</summary>
    public Task<ItemPage<T>> PageAsync(string? cursor = null, CancellationToken cancellationToken = default) =>
        _fetch(cursor, cancellationToken);

    /// <summary>The pages, from the first or from the one that a cursor names.</summary>
    public async IAsyncEnumerable<ItemPage<T>> PagesAsync(string? from = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var cursor = from;
        do
        {
            var page = await _fetch(cursor, cancellationToken).ConfigureAwait(false);
            yield return page;
            cursor = page.NextCursor;
        }
        while (cursor is not null);
    }

    /// <inheritdoc />
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var page in PagesAsync(null, cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in page.Items)
            {
                yield return item;
            }
        }
    }
}

/// <summary>A file as it arrives. Read it and dispose of it: the connection is held until then.</summary>
public sealed class FileAnswer : IAsyncDisposable
{
    private readonly HttpResponseMessage _answer;

    internal FileAnswer(HttpResponseMessage answer, Stream content)
    {
        this._answer = answer;
        Content = content;
    }

    /// <summary>Its bytes, as they come.</summary>
    public Stream Content { get; }

    /// <summary>Its media type: text/csv.</summary>
    public string? ContentType => _answer.Content.Headers.ContentType?.MediaType;

    /// <summary>The name that the service gave it.</summary>
    public string? FileName =>
        (_answer.Content.Headers.ContentDisposition?.FileNameStar ?? _answer.Content.Headers.ContentDisposition?.FileName)?.Trim('"');

    /// <summary>What a header of the answer says, or null.</summary>
    public string? Header(string name) => _answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    /// <summary>Writes it to a stream of yours.</summary>
    public Task CopyToAsync(Stream destination, CancellationToken cancellationToken = default) =>
        Content.CopyToAsync(destination, cancellationToken);

    /// <summary>Of an export: where to go on from in the feed of changes.</summary>
    public string? Position => Header("Export-Position");

    /// <summary>
    /// The rows of an .ndjson export, read as they come. One that was cut short ends with an exception, since what is missing would be
    /// missed for good.
    /// </summary>
    public async IAsyncEnumerable<T> RowsAsync<T>([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var rows = 0;
        await foreach (var line in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(Content, topLevelValues: true, Wire.Json,
            cancellationToken).ConfigureAwait(false))
        {
            if (line.TryGetProperty("end", out _) && line.TryGetProperty("count", out var count))
            {
                if (count.GetInt32() == rows)
                {
                    yield break;
                }

                break;
            }

            rows++;
            yield return line.Deserialize<T>(Wire.Json)!;
        }

        throw new IOException($"{FileName} was cut short after {rows} rows: fetch it again.");
    }

    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync().ConfigureAwait(false);
        _answer.Dispose();
    }
}
