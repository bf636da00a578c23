using System.Net.Http.Headers;
using System.Text.Json;

namespace PartnershipEquality.Client;

/// <summary>
/// The API of PartnershipEquality, typed: a method for each operation of its document, under the operation's name.
/// Lists are sequences that fetch their pages as they are read; single resources come with their ETag; a refusal is a
/// <see cref="ProblemException"/>. Requests that the service puts off are sent again when it says so, and a POST that
/// is sent again carries the same Idempotency-Key, so it is carried out once. One client serves any number of threads.
/// </summary>
public sealed partial class EqualityClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly bool _ownsHttp;
    private readonly Uri _address;
    private readonly string? _key;
    private readonly EqualityClientOptions _options;

    /// <param name="address">Where the service is: https://equality.example.org.</param>
    /// <param name="key">An API key of your organisation; none for what is open to everybody.</param>
    /// <param name="options">How long to be patient.</param>
    /// <param name="http">A client of your own to send with, as a factory makes them; it is not disposed of here.</param>
    public EqualityClient(Uri address, string? key, EqualityClientOptions? options = null, HttpClient? http = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        this._address = address.AbsoluteUri.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
        this._key = key;
        this._options = options ?? new EqualityClientOptions();
        _ownsHttp = http is null;
        this._http = http
            ?? new HttpClient(new SocketsHttpHandler
            {
                AutomaticDecompression = System.Net.DecompressionMethods.All,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5)
            });
    }

    public void Dispose()
    {
        if (_ownsHttp)
        {
            _http.Dispose();
        }
    }

    private async Task SendAsync(Call call, CancellationToken ct) => (await AnswerAsync(call, ct).ConfigureAwait(false)).Dispose();

    private async Task<T> SendAsync<T>(Call call, CancellationToken ct)
    {
        using var answer = await AnswerAsync(call, ct).ConfigureAwait(false);
        return await ReadAsync<T>(answer, ct).ConfigureAwait(false);
    }

    private async Task<Versioned<T>> SendVersionedAsync<T>(Call call, CancellationToken ct)
    {
        using var answer = await AnswerAsync(call, ct).ConfigureAwait(false);
        return new Versioned<T>(await ReadAsync<T>(answer, ct).ConfigureAwait(false), answer.Headers.ETag?.ToString() ?? "");
    }

    /// <summary>Null when what the caller holds is still the newest (304).</summary>
    private async Task<Versioned<T>?> SendIfChangedAsync<T>(Call call, CancellationToken ct)
    {
        using var answer = await AnswerAsync(call, ct).ConfigureAwait(false);
        return answer.StatusCode == System.Net.HttpStatusCode.NotModified
            ? null : new Versioned<T>(await ReadAsync<T>(answer, ct).ConfigureAwait(false), answer.Headers.ETag?.ToString() ?? "");
    }

    private async Task<FileAnswer> SendForFileAsync(Call call, CancellationToken ct)
    {
        var answer = await AnswerAsync(call, ct).ConfigureAwait(false);
        return new FileAnswer(answer, await answer.Content.ReadAsStreamAsync(ct).ConfigureAwait(false));
    }

    private Paged<T> Pages<TPage, T>(Call call, Func<TPage, IReadOnlyList<T>> items, Func<TPage, string?> next) =>
        new(async (cursor, ct) =>
        {
            var page = await SendAsync<TPage>(cursor is null ? call : call with { Query = [.. call.Query, ("cursor", cursor)] }, ct)
                .ConfigureAwait(false);
            return new ItemPage<T>(items(page), next(page));
        });

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer, CancellationToken ct)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(ct).ConfigureAwait(false);
        return await JsonSerializer.DeserializeAsync<T>(body, Wire.Json, ct).ConfigureAwait(false)
            ?? throw new JsonException($"{answer.RequestMessage?.RequestUri?.AbsolutePath} answered null.");
    }

    private HttpRequestMessage Request(Call call)
    {
        var request = new HttpRequestMessage(call.Method,
            new Uri(_address, call.Path + Wire.Query(call.Query)))
        { Content = call.Content() };
        // An address that holds a token is its own credential: the key is not shown to it.
        request.Headers.Authorization = _key is null || !call.TakesKey ? null : new AuthenticationHeaderValue("Bearer", _key);
        request.Headers.TryAddWithoutValidation("User-Agent", "PartnershipEquality.Client");
        foreach (var (name, value) in call.Headers())
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }
}

/// <summary>How a client behaves when the service is busy or away.</summary>
public sealed record EqualityClientOptions
{
    /// <summary>How often one request is sent at most: 5 unless said, 1 for never again.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>The first pause where the service names none; each further one doubles. Half a second unless said.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// The longest pause that is waited out; where the service asks for a longer one, its refusal is thrown. Two minutes unless said.
    /// </summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The clock that pauses are measured by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
