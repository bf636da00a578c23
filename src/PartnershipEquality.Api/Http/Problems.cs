using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Http;

/// <summary>
/// The one place where a refusal, a body that cannot be read or a database that is gone becomes <c>application/problem+json</c> (RFC 9457).
/// </summary>
public sealed partial class Problems(IProblemDetailsService writer, ILogger<Problems> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = 499;
            return true;
        }

        var (status, code, detail, errors) = Describe(exception, httpContext.Request);
        if (status >= 500)
        {
            logger.LogError(exception, "{Method} {Path} failed: trace {TraceId}, request {RequestId}", httpContext.Request.Method,
                httpContext.Request.Path, Activity.Current?.TraceId, httpContext.TraceIdentifier);
        }

        if (status == StatusCodes.Status503ServiceUnavailable || code == "idempotency-running")
        {
            httpContext.Response.Headers.RetryAfter = status == StatusCodes.Status503ServiceUnavailable ? "5" : "1";
        }

        httpContext.Response.StatusCode = status;
        var problem = new ProblemDetails { Status = status, Detail = detail };
        problem.Extensions["code"] = code;
        if (errors.Count > 0)
        {
            problem.Extensions["errors"] = errors;
        }

        return await writer.TryWriteAsync(
            new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem, Exception = exception });
    }

    /// <summary>What every problem carries, also those the framework makes (401, 404 of an unknown path, 405, 415).</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (!problem.Extensions.TryGetValue("code", out var code))
        {
            (code, var detail) = FrameworkWords(problem.Status);
            problem.Extensions["code"] = code;
            problem.Detail ??= detail;
        }

        problem.Type = $"/problems/{code}";
        problem.Title = ProblemCatalogue.TitleOf((string)code!);
        problem.Instance = context.HttpContext.Request.Path;
        problem.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;
    }

    private static (string Code, string Detail) FrameworkWords(int? status) => status switch
    {
        401 => ("credential-missing", "Send \"Authorization: Bearer <your API key>\" with a key that is neither revoked nor expired."),
        403 => ("permission-missing", "Your credential does not allow this."),
        404 => ("not-found", "There is nothing at this address. The paths are listed at /docs."),
        405 => ("method-not-allowed", "This address does not take that method; see the Allow header."),
        413 => ("too-large", "The request is larger than this address takes."),
        415 => ("media-type", "Send application/json, or what /docs names for this address."),
        429 => ("rate-limited",
            "You have asked more often than you may just now. Wait for as many seconds as Retry-After says; a webhook or the change feed saves asking again and again."),
        _ => ("bad-request", "The request cannot be understood."),
    };

    private static (int Status, string Code, string Detail, IReadOnlyList<FieldError> Errors) Describe(Exception exception,
        HttpRequest request)
    {
        switch (exception)
        {
            case Refusal refusal:
                return (StatusOf(refusal.Kind), refusal.Code, refusal.Message, refusal.Errors);
            case BadHttpRequestException { StatusCode: 413 }:
                return (413, "too-large", "The request is larger than this address takes.", []);
            case BadHttpRequestException { StatusCode: 415 }:
                return (415, "media-type", "Send application/json, or what /docs names for this address.", []);
            case BadHttpRequestException { InnerException: JsonException json }:
                return Unreadable(json);
            case BadHttpRequestException bad when ParameterMessage().Match(bad.Message) is { Success: true } match:
                var name = JsonNamingPolicy.CamelCase.ConvertName(match.Groups["name"].Value);
                var type = match.Groups["type"].Value;
                return (400, "validation", "One parameter needs correcting.",
                    [new FieldError(name, "format", $"\"{match.Groups["value"].Value}\" is not {Expected(type)}.")]);
            case BadHttpRequestException bad:
                return (bad.StatusCode is >= 400 and < 500 ? bad.StatusCode : 400, "bad-request",
                    bad.Message.Contains("body", StringComparison.OrdinalIgnoreCase)
                        ? "Send a body: a JSON document, as /docs shows for this address." : "The request cannot be understood.", []);
            case InvalidDataException:
                return (400, "bad-request", "The form cannot be read. Send multipart/form-data as /docs shows for this address.", []);
            case JsonException json:
                return Unreadable(json);
            case DbUpdateException { InnerException: { } inner } update:
                return Describe(inner is PostgresException or NpgsqlException
                    ? inner : new InvalidOperationException("save", update), request);
            case DbUpdateConcurrencyException:
                // Rows are locked when they are loaded, so an update that finds none was stopped by row security.
                return (403, "not-the-owner", "You may read this, but only its owner changes it.", []);
            case PostgresException { SqlState: "42501" }:
                return (403, "not-the-owner", "You may read this, but that part of it is not yours to change.", []);
            case PostgresException { SqlState: "23505" }:
                return (409, "already-there", "Something with the same key is there already.", []);
            case PostgresException { SqlState: "23503" }:
                return (409, "reference-missing", "Something that this refers to is no longer there.", []);
            case PostgresException { SqlState: { } state } when state.StartsWith("22", StringComparison.Ordinal):
                return (400, "value-out-of-range", "A value cannot be stored; check dates, numbers and characters.", []);
            case PostgresException { SqlState: { } state }
                when state.StartsWith("57", StringComparison.Ordinal) || state.StartsWith("53", StringComparison.Ordinal)
                || state.StartsWith("08", StringComparison.Ordinal) || state is "40001" or "40P01" or "25006" or "25P03" or "25P04":
                return (503, "database-unavailable", "The database cannot take the request just now. Nothing was saved; try again.", []);
            case NpgsqlException or SocketException or TimeoutException:
                return (503, "database-unavailable", "The database does not answer just now. Nothing was saved; try again.", []);
            case InvalidOperationException { InnerException: NpgsqlException inner }:
                return Describe(inner, request);
            default:
                return (500, "internal-error", "Something went wrong on our side. The trace id names it in our log.", []);
        }
    }

    private static (int Status, string Code, string Detail, IReadOnlyList<FieldError> Errors) Unreadable(JsonException json)
    {
        var path = json.Path is { Length: > 1 } at
            ? "#" + at[1..].Replace('.', '/').Replace("[", "/", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal) : "#";
        if (json is FieldException field)
        {
            return (400, "validation", "One field needs correcting.", [new FieldError(path, field.Code, field.Message)]);
        }

        if (UnknownMember().Match(json.Message) is { Success: true } unknown)
        {
            var name = $"/{unknown.Groups["name"].Value}";
            return (400, "validation", "One field is not known here.",
                [new FieldError(path.EndsWith(name, StringComparison.Ordinal)
                    ? path : path + name, "unknown-field", "There is no such field; the known ones are in /docs.")]);
        }

        if (MissingMembers().Match(json.Message) is { Success: true } missing)
        {
            var names = missing.Groups["names"].Value.Split(',', StringSplitOptions.TrimEntries).Select(n => n.Trim('\'', '"', '.', ' '))
                .ToList();
            return (400, "validation", "Required fields are missing.",
                [.. names.Select(n => new FieldError($"#/{n}", "required", "Give this field."))]);
        }

        return json.Message.Contains("could not be converted", StringComparison.Ordinal)
            ? (400, "validation", "One field needs correcting.",
                [new FieldError(path, "format", "The value is not of the type that /docs shows for this field.")])
            : (400, "malformed-json", $"The body is not well-formed JSON (line {json.LineNumber + 1}, byte {json.BytePositionInLine + 1}).",
                []);
    }

    /// <summary>The status by which a refusal of this kind is answered.</summary>
    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => 400,
        RefusalKind.NotFound => 404,
        RefusalKind.Forbidden => 403,
        RefusalKind.Conflict => 409,
        RefusalKind.Stale => 412,
        RefusalKind.VersionMissing => 428,
        RefusalKind.TooLarge => 413,
        RefusalKind.Gone => 410,
        RefusalKind.Unusable => 422,
        _ => 500,
    };

    private static string Expected(string type) => type.TrimEnd('?') switch
    {
        "Guid" => "an id (a UUID)",
        "DateOnly" or "Nullable<DateOnly>" => "a date; write YYYY-MM-DD",
        "DateTimeOffset" or "Nullable<DateTimeOffset>" => "a moment; write 2026-11-22T10:00:00Z",
        "int" or "Nullable<int>" => "a whole number",
        "bool" or "Nullable<bool>" => "true or false",
        "Nullable<Guid>" => "an id (a UUID)",
        _ => "a value that this parameter takes",
    };

    [GeneratedRegex("Failed to bind parameter \"(?<type>\\S+) (?<name>\\w+)\" from \"(?<value>.*)\"\\.", RegexOptions.Singleline)]
    private static partial Regex ParameterMessage();

    [GeneratedRegex("The JSON property '(?<name>[^']*)' could not be mapped")]
    private static partial Regex UnknownMember();

    [GeneratedRegex("missing required properties[^:]*: (?<names>.*?)\\.?$")]
    private static partial Regex MissingMembers();
}

/// <summary>A field whose text could be read but says nothing we know; thrown by converters, which alone know what it should be.</summary>
public sealed class FieldException(string code, string message) : JsonException(message)
{
    public string Code { get; } = code;
}
