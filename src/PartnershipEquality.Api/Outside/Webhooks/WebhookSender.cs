using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using PartnershipEquality.Domain.Webhooks;

namespace PartnershipEquality.Api.Outside.Webhooks;

/// <summary>One event on its way to one address.</summary>
/// <param name="Id">The event's id, the same on every try.</param>
/// <param name="Secrets">What to sign with, the newest first.</param>
public sealed record OutgoingEvent(string Url, string Id, string Body, IReadOnlyList<string> Secrets);

/// <summary>What one try came to.</summary>
/// <param name="Status">The status of the answer; null where there was none.</param>
/// <param name="RetryAfter">How long the answer asks to be left alone.</param>
/// <param name="Error">What went wrong, in our words: nothing that the other side wrote is kept. Null where it went well.</param>
public sealed record SendingOutcome(int? Status, TimeSpan? RetryAfter, string? Error, TimeSpan Took);

/// <summary>
/// Sends events as Standard Webhooks 1.0.0 says. Where they go was chosen by others, so nothing of ours goes along: no
/// proxy, no cookie, no credential, no trace; a redirect is an answer like any other, and is never followed.
/// </summary>
public sealed class WebhookSender : IDisposable
{
    public const string MediaType = "application/cloudevents+json";

    /// <summary>An answer's status is all that is asked for; of its body this much is read to keep the connection, and no more.</summary>
    private const int MostOfAnAnswer = 2048;

    private readonly HttpClient _client;
    private readonly WebhookOptions _options;
    private readonly TimeProvider _time;

    public WebhookSender(WebhookOptions options, PublicConnections connections, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(connections);
        (this._options, this._time) = (options, time);
        _client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = connections.OpenAsync,
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            MaxResponseHeadersLength = 8,
            MaxResponseDrainSize = MostOfAnAnswer,
            ResponseDrainTimeout = TimeSpan.FromSeconds(1),
            MaxConnectionsPerServer = 64,
            // A name is looked up and checked at least this often.
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public async Task<SendingOutcome> SendAsync(OutgoingEvent outgoing, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(outgoing);
        var at = _time.GetUtcNow();
        using var request = new HttpRequestMessage(HttpMethod.Post,
            outgoing.Url)
        { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(outgoing.Body)) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(MediaType);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("PartnershipEquality", "1.0"));
        request.Headers.Add("webhook-id", outgoing.Id);
        request.Headers.Add("webhook-timestamp", at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Sign(outgoing.Secrets, outgoing.Id, at, outgoing.Body));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(_options.Timeout);
        var watch = Stopwatch.StartNew();
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var status = (int)response.StatusCode;
            return new SendingOutcome(status, WaitOf(response.Headers.RetryAfter, at), WordsOf(status), watch.Elapsed);
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException or IOException or SocketException
            && !ct.IsCancellationRequested)
        {
            return new SendingOutcome(null, null, e is OperationCanceledException
                ? $"There was no answer within {_options.Timeout.TotalSeconds:0} seconds." : WordsOf(e), watch.Elapsed);
        }
    }

    public void Dispose() => _client.Dispose();

    private static TimeSpan? WaitOf(RetryConditionHeaderValue? retryAfter, DateTimeOffset now) =>
        retryAfter?.Delta ?? (retryAfter?.Date is { } date ? date - now : null);

    private static string? WordsOf(int status) => status switch
    {
        >= 200 and < 300 => null,
        >= 300 and < 400 => $"It answered {status}; a redirect is not followed. Give the address that it leads to.",
        410 => "It answered 410: it is gone.",
        _ => $"It answered {status}.",
    };

    private static string WordsOf(Exception error)
    {
        for (var inner = error; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case NotPublicException:
                    return "Its name leads to no address of the public internet.";
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }:
                    return "Its name cannot be found.";
                case SocketException:
                    return "It cannot be connected to.";
                case System.Security.Authentication.AuthenticationException:
                    return "Its certificate is not trusted, or no encrypted connection could be agreed on.";
            }
        }

        return error is HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConfigurationLimitExceeded
            or HttpRequestError.InvalidResponse
        }
            ? "Its answer is no HTTP that can be read." : "The connection ended before there was an answer.";
    }
}
