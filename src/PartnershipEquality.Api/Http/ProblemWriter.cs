using Microsoft.AspNetCore.Mvc;

namespace PartnershipEquality.Api.Http;

/// <summary>
/// Writes a problem whatever the client says it accepts: who asks for CSV and is refused must learn why, and the
/// framework's writer would answer plain text or, for an exception, an empty 500.
/// </summary>
public sealed class ProblemWriter : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var response = context.HttpContext.Response;
        context.ProblemDetails.Status ??= response.StatusCode;
        Problems.Complete(context);
        return new ValueTask(response.WriteAsJsonAsync<ProblemDetails>(context.ProblemDetails, JsonSettings.Options,
            "application/problem+json", context.HttpContext.RequestAborted));
    }
}
