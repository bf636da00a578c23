using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PartnershipEquality.Api.Tests.OpenApi;

/// <summary>
/// What the document promises of every answer: its status, its media type, its headers, and the shape of its JSON.
/// Each answer that any test gets is held to it (<see cref="ContractHandler"/>).
/// </summary>
internal sealed partial class Contract
{
    /// <summary>What any answer may carry by HTTP itself, whatever the operation.</summary>
    private static readonly HashSet<string> OfHttp = new(StringComparer.OrdinalIgnoreCase)
    {
        "Allow", "Cache-Control", "Connection", "Content-Disposition", "Content-Encoding", "Content-Language", "Content-Length",
            "Content-Type", "Date", "Keep-Alive", "Pragma",
        "Strict-Transport-Security", "Transfer-Encoding", "Vary", "X-Content-Type-Options",
    };

    private readonly ConcurrentDictionary<string, Schema> _named = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _seen = new(StringComparer.Ordinal);
    private readonly JsonElement _document;
    private readonly IReadOnlyList<Operation> _operations;
    private readonly Schema _problem;

    public Contract(JsonElement document)
    {
        this._document = document;
        _operations =
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
               from method in path.Value.EnumerateObject()
               where method.Value.ValueKind == JsonValueKind.Object && method.Value.TryGetProperty("responses", out _)
               orderby PathParameter().Replace(path.Name, "").Length descending
               select new Operation(path.Name, method.Name.ToUpperInvariant(), method.Value, Named, Resolved),
        ];
        _problem = Named("#/components/schemas/Problem");
    }

    /// <summary>How many answers of how many operations have been held to it.</summary>
    public string Summary =>
        $"{_seen.Values.Sum()} answers of {_seen.Count(s => s.Key[0] != '/')} of {_operations.Count} operations were held to the document.";

    /// <summary>What the answer says that the document does not, or leaves out that it promises; none when it is as documented.</summary>
    /// <param name="method">How was asked.</param>
    /// <param name="path">The path that was asked for.</param>
    /// <param name="answer">The answer's status and headers.</param>
    /// <param name="body">Its body, where that is JSON.</param>
    /// <param name="partly">Only some fields were asked for, so the others are rightly missing.</param>
    public IReadOnlyList<string> Faults(HttpMethod method, string path, HttpResponseMessage answer, byte[] body, bool partly = false)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (body.Length == 0
            && answer.StatusCode is (HttpStatusCode.BadRequest or HttpStatusCode.RequestUriTooLong
                or HttpStatusCode.RequestHeaderFieldsTooLarge) && answer.Headers.ConnectionClose == true)
        {
            // What is no HTTP is turned away by the socket's own server, before there is a request that could be answered.
            return [];
        }

        var at = _operations.Where(o => o.Path.IsMatch(path.TrimEnd('/'))).ToList();
        var asked = method == HttpMethod.Head ? "GET" : method.Method;
        // What stands there word for word comes before what may stand there, and takes its own methods alone.
        if (at.Count > 0 && answer.StatusCode == HttpStatusCode.MethodNotAllowed
            && at.Where(o => o.Template == at[0].Template).All(o => o.Method != asked))
        {
            at = [.. at.Where(o => o.Template == at[0].Template)];
        }

        if (at.FirstOrDefault(o => o.Method == asked) is { } operation)
        {
            _seen.AddOrUpdate(operation.Name, 1, (_, count) => count + 1);
            return [.. operation.Faults(answer, body, bodiless: method == HttpMethod.Head)
                .Where(fault => !partly || !fault.Contains("#/", StringComparison.Ordinal)
                    || !fault.EndsWith(Schema.Missing, StringComparison.Ordinal)).Select(fault => $"{operation.Name}: {fault}")];
        }

        if (at.Count == 0 && !path.StartsWith("/v1/", StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        if (method == HttpMethod.Options)
        {
            // What it takes is said by HTTP and not by the document; a refusal is a problem all the same.
            return answer.IsSuccessStatusCode ? [] : _problem.Faults(JsonDocument.Parse(body).RootElement);
        }

        // Neither the path nor the method is in the document: the answer is a refusal that says so.
        _seen.AddOrUpdate("/", 1, (_, count) => count + 1);
        var expected = at.Count == 0 ? HttpStatusCode.NotFound : HttpStatusCode.MethodNotAllowed;
        return answer.StatusCode != expected ? [$"answered {(int)answer.StatusCode}, and is not documented"]
            : method == HttpMethod.Head ? []
            : [.. _problem.Faults(JsonDocument.Parse(body).RootElement)];
    }

    private Schema Named(string reference) => _named.GetOrAdd(reference, path =>
        new Schema(At(path), Named));

    private JsonElement At(string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate(_document, (value, name) => value.GetProperty(name));

    /// <summary>What stands there, or what it refers to.</summary>
    private JsonElement Resolved(JsonElement json) => json.TryGetProperty("$ref", out var reference) ? At(reference.GetString()!) : json;

    [GeneratedRegex("\\{[^}]+\\}")]
    private static partial Regex PathParameter();

    private sealed class Operation
    {
        private readonly Dictionary<string, Answer> _answers;

        public Operation(string path, string method, JsonElement json, Func<string, Schema> named, Func<JsonElement, JsonElement> resolved)
        {
            Name = json.GetProperty("operationId").GetString()!;
            Method = method;
            Template = path;
            Path = new Regex($"^{PathParameter().Replace(Regex.Escape(path).Replace("\\{", "{", StringComparison.Ordinal), "[^/]+")}$",
                RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
            _answers = json.GetProperty("responses").EnumerateObject()
                .ToDictionary(r => r.Name, r => new Answer(resolved(r.Value), named, resolved));
        }

        public string Name { get; }

        public string Method { get; }

        public string Template { get; }

        public Regex Path { get; }

        public IEnumerable<string> Faults(HttpResponseMessage answer, byte[] body, bool bodiless)
        {
            var status = ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
            return _answers.TryGetValue(status, out var documented)
                ? documented.Faults(answer, body, bodiless).Select(fault => $"{status}: {fault}")
                : [$"answered {status}, and documents {string.Join(", ", _answers.Keys)}"];
        }
    }

    private sealed class Answer
    {
        private readonly Dictionary<string, Schema> _content = new(StringComparer.OrdinalIgnoreCase);
        private readonly Dictionary<string, (bool Required, Schema Schema)> _headers = new(StringComparer.OrdinalIgnoreCase);

        public Answer(JsonElement json, Func<string, Schema> named, Func<JsonElement, JsonElement> resolved)
        {
            if (json.TryGetProperty("content", out var types))
            {
                _content = types.EnumerateObject()
                    .ToDictionary(t => t.Name, t => new Schema(t.Value.GetProperty("schema"), named), StringComparer.OrdinalIgnoreCase);
            }

            if (json.TryGetProperty("headers", out var names))
            {
                _headers = names.EnumerateObject().Select(h => (h.Name, Json: resolved(h.Value))).ToDictionary(
                    h => h.Name, h => (h.Json.TryGetProperty("required", out var required)
                        && required.GetBoolean(), new Schema(h.Json.GetProperty("schema"), named)), StringComparer.OrdinalIgnoreCase);
            }
        }

        public IEnumerable<string> Faults(HttpResponseMessage answer, byte[] body, bool bodiless) =>
            HeaderFaults(answer).Concat(bodiless ? [] : BodyFaults(answer.Content.Headers.ContentType?.MediaType, body));

        private IEnumerable<string> HeaderFaults(HttpResponseMessage answer)
        {
            foreach (var (name, (required, schema)) in _headers)
            {
                if (!answer.Headers.TryGetValues(name, out var values))
                {
                    if (required)
                    {
                        yield return $"the header {name} is missing";
                    }

                    continue;
                }

                foreach (var fault in values.SelectMany(v => schema.Faults(AsJson(v))))
                {
                    yield return $"the header {name}: {fault}";
                }
            }

            foreach (var header in answer.Headers.Where(h => !_headers.ContainsKey(h.Key) && !OfHttp.Contains(h.Key)
                && !h.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase)))
            {
                yield return $"the header {header.Key} is not documented";
            }
        }

        private IEnumerable<string> BodyFaults(string? type, byte[] body)
        {
            if (_content.Count == 0)
            {
                return body.Length == 0 && type is null ? [] : [$"has a body ({type}), and none is documented"];
            }

            return type is null || !_content.TryGetValue(type, out var schema)
                ? [$"is {type ?? "without a body"}, and documented as {string.Join(", ", _content.Keys)}"]
                : ContractHandler.IsJson(type) ? schema.Faults(JsonDocument.Parse(body).RootElement)
                : [];
        }

        /// <summary>A number is read as one, so that a header documented as an integer can be held to it.</summary>
        private static JsonElement AsJson(string text) =>
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? JsonSerializer.SerializeToElement(number) : JsonSerializer.SerializeToElement(text);
    }
}
