using System.Net;
using System.Text.Json;

namespace PartnershipEquality.Client;

/// <summary>The service refused. Branch on the code, which is stable; show the message to a person, since it says what to do.</summary>
public sealed class ProblemException : Exception
{
    private ProblemException(HttpStatusCode status, Problem? problem, string message)
        : base(message)
    {
        Status = status;
        Problem = problem;
    }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>The whole of what the service said; null where something on the way answered in its place.</summary>
    public Problem? Problem { get; }

    /// <summary>Stable and kebab-case: version-stale, validation. Empty where something on the way answered.</summary>
    public string Code => Problem?.Code ?? "";

    /// <summary>The fields that are wrong; none when it is about no field.</summary>
    public IReadOnlyList<ProblemField> Errors => Problem?.Errors ?? [];

    internal static async Task<ProblemException> OfAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        var asked = $"{answer.RequestMessage?.Method} {answer.RequestMessage?.RequestUri?.AbsolutePath}";
        Problem? problem = null;
        if (answer.Content.Headers.ContentType?.MediaType == "application/problem+json")
        {
            try
            {
                problem = JsonSerializer.Deserialize<Problem>(await answer.Content.ReadAsStringAsync(ct).ConfigureAwait(false), Wire.Json);
            }
            catch (JsonException)
            {
                // Something that only looks like the service's answer: its status is all there is to say.
            }
        }

        return new ProblemException(answer.StatusCode, problem, problem is null
            ? $"{asked} was answered {(int)answer.StatusCode}, and not by the service."
            : string.Join(' ', [$"{asked}: {problem.Detail}", .. (problem.Errors ?? []).Select(e => $"{e.Pointer}: {e.Detail}")]));
    }
}
