using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using static PartnershipEquality.Api.Tests.Clients.CSharpText;

namespace PartnershipEquality.Api.Tests.Clients;

/// <summary>The methods of the C# client, one for each operation, and the filters of those that have any.</summary>
internal static partial class CSharpOperations
{
    private const string Token = "CancellationToken cancellationToken = default";

    public static string Write(JsonElement document)
    {
        var (methods, filters) = (new StringBuilder(), new StringBuilder());
        var operations = from path in document.GetProperty("paths").EnumerateObject()
                         from operation in path.Value.EnumerateObject()
                         orderby operation.Value.GetProperty("operationId").GetString()
                         select new Operation(document, path.Name, operation.Name, operation.Value);
        foreach (var operation in operations)
        {
            operation.WriteFilter(filters);
            operation.WriteMethods(methods);
        }

        return $"{Head.ReplaceLineEndings("\n")}\npublic sealed partial class " +
            $"EqualityClient\n{{\n{methods.ToString().Trim('\n')}\n}}\n{filters}";
    }

    [GeneratedRegex("\\{(\\w+)\\}")]
    private static partial Regex PathParameter();

    private sealed class Operation
    {
        private readonly string _path;
        private readonly string _method;
        private readonly string _name;
        private readonly JsonElement _json;
        private readonly IReadOnlyList<JsonElement> _parameters;
        private readonly (string Status, JsonElement Json) _success;
        private readonly string? _answer;
        private readonly JsonElement? _page;

        public Operation(JsonElement document, string path, string method, JsonElement json)
        {
            (this._path, this._method, this._json) = (path, method, json);
            _name = json.GetProperty("operationId").GetString()!;
            _parameters = json.TryGetProperty("parameters", out var all) ? [.. all.EnumerateArray()] : [];
            _success = json.GetProperty("responses").EnumerateObject().Where(r => r.Name[0] == '2').Select(r => (r.Name, r.Value)).First();
            var types = _success.Json.TryGetProperty("content", out var content) ? content.EnumerateObject().ToList() : [];
            _answer = types.Count == 0
                ? null : types is [{ Name: "application/json" } only] ? TypeOf(only.Value.GetProperty("schema")) : "FileAnswer";
            _page = _answer is not null and not "FileAnswer" && Query.Any(q => NameOf(q) == "cursor")
                ? document.GetProperty("components").GetProperty("schemas").GetProperty(_answer).GetProperty("properties")
                    .GetProperty("items") : null;
            if (_parameters.FirstOrDefault(p => p.GetProperty("in").GetString() == "header"
                && NameOf(p) is not ("If-Match" or "If-None-Match" or "Idempotency-Key" or "On-Behalf-Of" or "traceparent"
                    or "X-Request-Id")) is { ValueKind: JsonValueKind.Object } unknown)
            {
                throw new NotSupportedException($"{_name}: the client has no place for the header {NameOf(unknown)}.");
            }
        }

        private IEnumerable<JsonElement> Query => _parameters.Where(p => p.GetProperty("in").GetString() == "query");

        /// <summary>
        /// What a caller may ask for: the cursor is the walk's own affair, and a client of whole records asks for whole ones.
        /// </summary>
        private IReadOnlyList<JsonElement> Asked => [.. Query.Where(q => NameOf(q) is not ("cursor" or "fields"))];

        private bool IsVersioned =>
            _success.Json.TryGetProperty("headers", out var headers) && headers.TryGetProperty("ETag", out _)
                && _answer is not null and not "FileAnswer";

        private string? Result => _page is { } items ? TypeOf(items.GetProperty("items")) : _answer;

        public void WriteFilter(StringBuilder text)
        {
            if (Asked.Count == 0)
            {
                return;
            }

            text.Append("\n/// <summary>What to ask <see cref=\"EqualityClient.").Append(_name)
                .Append("Async\"/> for.</summary>\npublic sealed record ").Append(_name).Append("Query\n{\n");
            foreach (var (parameter, first) in Asked.Select((p, i) => (p, i == 0)))
            {
                text.Append(first ? "" : "\n");
                Comment(text, "    ", "summary", Words(parameter));
                var needed = IsRequired(parameter);
                text.Append("    public ").Append(needed ? "required " : "").Append(TypeOf(parameter.GetProperty("schema"))).Append(needed
                    ? "" : "?").Append(' ').Append(Pascal(NameOf(parameter))).Append(" { get; init; }\n");
            }

            text.Append("\n    internal IReadOnlyList<(string Name, object? Value)> Values => [")
                .AppendJoin(", ", Asked.Select(p => $"(\"{NameOf(p)}\", {Pascal(NameOf(p))})")).Append("];\n}\n");
        }

        public void WriteMethods(StringBuilder text)
        {
            WriteMethod(text, ifChanged: false);
            if (IsVersioned && _parameters.Any(p => NameOf(p) == "If-None-Match"))
            {
                WriteMethod(text, ifChanged: true);
            }
        }

        private void WriteMethod(StringBuilder text, bool ifChanged)
        {
            var (arguments, call) = (new List<string>(), new StringBuilder());
            text.Append('\n');
            Comment(text, "    ", "summary", _json.GetProperty("summary").GetString() + (ifChanged
                ? ", if it is another than the one that you hold; null while it is not." : "."));
            Comment(text, "    ", "remarks", Words(_json));
            foreach (var parameter in _parameters.Where(p => p.GetProperty("in").GetString() == "path"))
            {
                arguments.Add($"{TypeOf(parameter.GetProperty("schema"))} {Camel(NameOf(parameter))}");
                Comment(text, "    ", "param", Words(parameter), $" name=\"{Camel(NameOf(parameter)).TrimStart('@')}\"");
            }

            WriteBody(text, arguments, call);
            WriteConditions(text, arguments, call, ifChanged);
            if (Asked.Count > 0)
            {
                var needed = Asked.Any(IsRequired);
                arguments.Add($"{_name}Query{(needed ? " query" : "? query = null")}");
                call.Append(needed ? ", Query = query.Values" : ", Query = query?.Values ?? []");
            }

            if (_method != "get")
            {
                arguments.Add("RequestOptions? options = null");
                call.Append(", Options = options");
            }

            call.Append(_json.TryGetProperty("security", out var security) && security.GetArrayLength() > 0 ? "" : ", TakesKey = false");
            var made = $"new Call(HttpMethod.{Pascal(_method)}, $\"{PathParameter().Replace(_path.TrimStart('/'), m => $"{{Wire.Path({Camel(m.Groups[1].Value)})}}")}\")"
                + (call.Length > 0 ? $" {{ {call.ToString()[2..]} }}" : "");
            var paged = _page is not null;
            text.Append("    public ").Append(paged ? $"Paged<{Result}>" : ifChanged
                ? $"Task<Versioned<{Result}>?>" : IsVersioned ? $"Task<Versioned<{Result}>>" : Result is null ? "Task" : $"Task<{Result}>")
                .Append(' ').Append(_name).Append(ifChanged ? "IfChanged" : "").Append("Async(").AppendJoin(", ", paged
                    ? arguments : [.. arguments, Token]).Append(") =>\n        ")
                .Append(paged ? $"Pages<{_answer}, {Result}>({made}, page => page.Items, page => page.NextCursor);\n"
                    : (ifChanged ? $"SendIfChangedAsync<{Result}>" : IsVersioned ? $"SendVersionedAsync<{Result}>"
                        : Result is null ? "SendAsync" : Result == "FileAnswer" ? "SendForFileAsync" : $"SendAsync<{Result}>")
                        + $"({made}, cancellationToken);\n");
        }

        private void WriteBody(StringBuilder text, List<string> arguments, StringBuilder call)
        {
            if (!_json.TryGetProperty("requestBody", out var body))
            {
                return;
            }

            var content = body.GetProperty("content").EnumerateObject().First();
            var schema = content.Value.GetProperty("schema");
            if (content.Name != "multipart/form-data")
            {
                var needed = body.TryGetProperty("required", out var required) && required.GetBoolean();
                arguments.Add($"{TypeOf(schema)}{(needed ? "" : "?")} body");
                Comment(text, "    ", "param", Words(body) ?? "What to send.", " name=\"body\"");
                call.Append(", Body = body").Append(content.Name == "application/json" ? "" : $", BodyType = \"{content.Name}\"");
                return;
            }

            var fields = schema.GetProperty("properties").EnumerateObject().ToList();
            var always = schema.TryGetProperty("required", out var names)
                ? names.EnumerateArray().Select(n => n.GetString()!).ToHashSet() : [];
            foreach (var field in fields.OrderByDescending(f => always.Contains(f.Name)))
            {
                arguments.Add(
                    $"{TypeOf(field.Value)}{(always.Contains(field.Name) ? "" : "?")} " +
                    $"{Camel(field.Name)}{(always.Contains(field.Name) ? "" : " = null")}");
                Comment(text, "    ", "param", Words(field.Value), $" name=\"{Camel(field.Name).TrimStart('@')}\"");
            }

            call.Append(", Form = [").AppendJoin(", ", fields.Select(f => $"(\"{f.Name}\", {Camel(f.Name)})")).Append(']');
        }

        private void WriteConditions(StringBuilder text, List<string> arguments, StringBuilder call, bool ifChanged)
        {
            if (ifChanged)
            {
                arguments.Add("string etag");
                Comment(text, "    ", "param", "The ETag of the version that you hold.", " name=\"etag\"");
                call.Append(", IfNoneMatch = etag");
            }

            if (_parameters.FirstOrDefault(p => NameOf(p) == "If-Match") is { ValueKind: JsonValueKind.Object } match)
            {
                arguments.Add(IsRequired(match) ? "string ifMatch" : "string? ifMatch = null");
                Comment(text, "    ", "param", Words(match), " name=\"ifMatch\"");
                call.Append(", IfMatch = ifMatch");
            }
        }

        private static string NameOf(JsonElement parameter) => parameter.GetProperty("name").GetString()!;

        private static bool IsRequired(JsonElement parameter) =>
            parameter.TryGetProperty("required", out var required) && required.GetBoolean();
    }
}
