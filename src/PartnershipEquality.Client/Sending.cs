using System.Net;

namespace PartnershipEquality.Client;

/// <summary>
/// Sending until there is an answer: what the service puts off, and what is lost on the way, is sent again where that is safe.
/// </summary>
public sealed partial class EqualityClient
{
    private async Task<HttpResponseMessage> AnswerAsync(Call call, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            TimeSpan pause;
            try
            {
                var answer = await _http.SendAsync(Request(call), HttpCompletionOption.ResponseHeadersRead, ct).ConfigureAwait(false);
                if (answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.NotModified)
                {
                    return answer;
                }

                using (answer)
                {
                    var problem = await ProblemException.OfAsync(answer, ct).ConfigureAwait(false);
                    pause = PauseAfter(answer, attempt);
                    if (!IsWorthAnotherTry(call, problem) || attempt >= _options.Attempts || pause > _options.LongestPause)
                    {
                        throw problem;
                    }
                }
            }
            catch (HttpRequestException) when (call.MaySafelyRepeat && attempt < _options.Attempts)
            {
                pause = PauseOf(attempt);
            }

            await Task.Delay(pause, _options.Time, ct).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// 429 and 503 say that nothing was done. After 502 and 504 nobody knows, so only what may be repeated is. The last
    /// says that the same POST, sent before, is still being carried out.
    /// </summary>
    private static bool IsWorthAnotherTry(Call call, ProblemException problem) => problem.Status switch
    {
        HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => true,
        HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout => call.MaySafelyRepeat,
        HttpStatusCode.Conflict => problem.Code == "idempotency-running",
        _ => false,
    };

    private TimeSpan PauseAfter(HttpResponseMessage answer, int attempt) =>
        answer.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - _options.Time.GetUtcNow() is { Ticks: > 0 } until ? until : TimeSpan.Zero,
            _ => PauseOf(attempt),
        };

    /// <summary>Between half of it and the whole, so that clients that were cut off together do not come back together.</summary>
    private TimeSpan PauseOf(int attempt) =>
        TimeSpan.FromTicks(Math.Min(_options.LongestPause.Ticks,
            (long)(_options.FirstPause.Ticks * Math.Pow(2, attempt - 1) * (0.5 + (Random.Shared.NextDouble() / 2)))));
}
