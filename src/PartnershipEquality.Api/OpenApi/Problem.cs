using System.Text.Json.Nodes;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.OpenApi;

/// <summary>Why a request was refused (RFC 9457). Branch on the code, which is stable; show the detail to a person.</summary>
/// <param name="Type">Where the code is explained: <c>/problems/{code}</c>.</param>
/// <param name="Title">The code in words, always the same.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What was wrong with this request, and what to do about it.</param>
/// <param name="Instance">The path that was asked for.</param>
/// <param name="Code">Stable and kebab-case; every code is at <c>/problems/{code}</c>.</param>
/// <param name="TraceId">Names the request in our log; quote it when you report a fault.</param>
/// <param name="Errors">The fields that are wrong; left out when the refusal is about none.</param>
public sealed record Problem(string Type, string Title, int Status, string Detail, string Instance, string Code, string TraceId,
    IReadOnlyList<ProblemField> Errors)
{
    internal static JsonNode Example(int status, string code, string detail, string path, params IReadOnlyList<FieldError> errors)
    {
        var problem = new JsonObject
        {
            ["type"] = $"/problems/{code}",
            ["title"] = ProblemCatalogue.TitleOf(code),
            ["status"] = status,
            ["detail"] = detail,
            ["instance"] = path,
            ["code"] = code,
            ["traceId"] = "4bf92f3577b34da6a3ce929d0e0e4736",
        };
        if (errors.Count > 0)
        {
            problem["errors"] = new JsonArray(
                [.. errors.Select(e => (JsonNode)new JsonObject { ["pointer"] = e.Pointer, ["code"] = e.Code, ["detail"] = e.Detail })]);
        }

        return problem;
    }
}

/// <summary>One field that is wrong.</summary>
/// <param name="Pointer">Where it stands: a JSON pointer into the body (<c>#/target</c>), or a parameter's name.</param>
/// <param name="Code">Stable and kebab-case.</param>
/// <param name="Detail">What to do about it.</param>
public sealed record ProblemField(string Pointer, string Code, string Detail);
