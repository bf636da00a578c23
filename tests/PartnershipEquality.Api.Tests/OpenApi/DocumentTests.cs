using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;

namespace PartnershipEquality.Api.Tests.OpenApi;

/// <summary>What the document must say of every operation and every schema, walked as it is served.</summary>
public sealed class DocumentTests(RunningApi api) : IAsyncLifetime
{
    private JsonElement _document;

    private IEnumerable<(string Path, string Method, JsonElement Operation)> Operations =>
        _document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => (p.Name, o.Name, o.Value)));

    private IEnumerable<(string Path, string Method, JsonElement Operation)> V1 =>
        Operations.Where(o => o.Path.StartsWith("/v1/", StringComparison.Ordinal) && o.Path != "/v1/changelog");

    public async ValueTask InitializeAsync() =>
        _document = JsonDocument.Parse(await api.Api.Client()
            .GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken)).RootElement;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Every_endpoint_is_an_operation_with_its_name_a_summary_and_a_tag()
    {
        Operations.Select(o => o.Operation.GetProperty("operationId").GetString()).Order()
            .ShouldBe(api.Api.Endpoints.Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>() is not null)
                .Select(e => e.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName).Order());
        foreach (var (path, method, operation) in Operations)
        {
            operation.GetProperty("summary").GetString().ShouldNotBeNullOrWhiteSpace($"{method} {path}");
            operation.GetProperty("tags").GetArrayLength().ShouldBe(1, $"{method} {path}");
        }
    }

    [Fact]
    public void Every_parameter_and_form_field_says_what_it_is()
    {
        foreach (var (path, method, operation) in Operations)
        {
            foreach (var parameter in Items(operation, "parameters"))
            {
                parameter.TryGetProperty("description", out _).ShouldBeTrue($"{method} {path} {parameter.GetProperty("name")}");
            }

            foreach (var (type, body) in Content(operation, "requestBody").Where(b => b.Type == "multipart/form-data"))
            {
                foreach (var field in body.GetProperty("schema").GetProperty("properties").EnumerateObject())
                {
                    field.Value.TryGetProperty("description", out _).ShouldBeTrue($"{method} {path} {type} {field.Name}");
                }
            }
        }
    }

    [Fact]
    public void Every_json_body_sent_or_answered_has_a_schema_and_an_example_that_holds_just_its_fields()
    {
        foreach (var (path, method, operation) in Operations)
        {
            var bodies = Content(operation, "requestBody")
                .Concat(operation.GetProperty("responses").EnumerateObject().SelectMany(r => ContentOf(r.Value)));
            foreach (var (type, body) in bodies.Where(b => b.Type.EndsWith("json", StringComparison.Ordinal)))
            {
                body.GetProperty("schema").TryGetProperty("$ref", out var reference).ShouldBeTrue($"{method} {path} {type}");
                body.TryGetProperty("example", out var example).ShouldBeTrue($"{method} {path} {type}");
                Fits(example, reference.GetString()!, $"{method} {path} {type}");
            }
        }
    }

    [Fact]
    public void Every_request_example_is_one_that_the_api_takes()
    {
        foreach (var request in RequestHandlers.Requests)
        {
            var body = request.GetConstructors()[0].GetParameters()
                .FirstOrDefault(p => p.GetCustomAttribute<FromBodyAttribute>() is not null);
            if (body is null || body.ParameterType == typeof(JsonElement))
            {
                continue;
            }

            var operation = Operations.Single(o => o.Operation.GetProperty("operationId").GetString() == request.Name).Operation;
            var example = Content(operation, "requestBody").First().Body.GetProperty("example");
            Should.NotThrow(() => FieldRules.Check(example.Deserialize(body.ParameterType, JsonSettings.Options)!), request.Name);
        }
    }

    [Fact]
    public void Every_operation_of_v1_asks_for_the_credential_and_names_its_refusals()
    {
        foreach (var (path, method, operation) in V1)
        {
            // An address with a token in it is its own credential, and a client that sent its key there would give it away.
            HasSecurity(operation).ShouldBe(!path.Contains("{token}", StringComparison.Ordinal), $"{method} {path}");
            operation.GetProperty("description").GetString().ShouldNotBeNullOrWhiteSpace($"{method} {path}: who may call it");
            var responses = operation.GetProperty("responses");
            List<string> expected = ["400", "401", "403", "429", "503"];
            expected.AddRange(method == "post" ? ["409", "422"] : []);
            expected.AddRange(path.Contains('{', StringComparison.Ordinal) ? ["404"] : []);
            expected.AddRange(operation.TryGetProperty("requestBody", out _) ? ["413", "415"] : []);
            foreach (var status in expected)
            {
                responses.TryGetProperty(status, out _).ShouldBeTrue($"{method} {path} {status}");
            }

            foreach (var response in responses.EnumerateObject().Where(r => r.Name[0] is '4' or '5'))
            {
                var problem = response.Value.GetProperty("content").GetProperty("application/problem+json");
                problem.GetProperty("schema").GetProperty("$ref").GetString().ShouldBe("#/components/schemas/Problem");
                problem.GetProperty("example").GetProperty("status").GetInt32().ToString(System.Globalization.CultureInfo.InvariantCulture)
                    .ShouldBe(response.Name);
                ProblemCatalogue.Titles.Keys.ShouldContain(problem.GetProperty("example").GetProperty("code").GetString(),
                    $"{method} {path} {response.Name}");
            }

            responses.GetProperty("503").GetProperty("headers").TryGetProperty("Retry-After", out _).ShouldBeTrue($"{method} {path}");
        }

        Operations.Except(V1).ShouldAllBe(o => !HasSecurity(o.Operation));
    }

    [Fact]
    public void Every_answer_of_v1_names_the_headers_that_it_carries_and_every_post_the_key_that_it_takes()
    {
        foreach (var (path, method, operation) in Operations.Where(o => o.Path.StartsWith("/v1", StringComparison.Ordinal)))
        {
            Items(operation, "parameters").Any(p => p.GetProperty("name").GetString() == "Idempotency-Key")
                .ShouldBe(method == "post", $"{method} {path}");
            foreach (var response in operation.GetProperty("responses").EnumerateObject())
            {
                foreach (var name in new[] { "RateLimit", "RateLimit-Policy", "X-Request-Id", "traceparent" })
                {
                    response.Value.GetProperty("headers").GetProperty(name).GetProperty("$ref").GetString()
                        .ShouldBe($"#/components/headers/{name}", $"{method} {path} {response.Name}");
                }
            }

            operation.GetProperty("responses").GetProperty("429").GetProperty("headers").TryGetProperty("Retry-After", out _)
                .ShouldBeTrue($"{method} {path}");
        }

        _document.GetProperty("components").GetProperty("headers").EnumerateObject().Select(h => h.Name)
            .ShouldBe(["RateLimit", "RateLimit-Policy", "X-Request-Id", "traceparent"], ignoreOrder: true);
    }

    [Fact]
    public void Generated_clients_are_spared_what_breaks_them()
    {
        Walk(_document, "#", (value, at) =>
        {
            if (value.TryGetProperty("nullable", out var nullable) && nullable.ValueKind == JsonValueKind.True)
            {
                value.TryGetProperty("$ref", out _).ShouldBeFalse($"{at}: null or a named type");
                value.TryGetProperty("allOf", out _).ShouldBeFalse($"{at}: null or a named type");
                value.TryGetProperty("enum", out _).ShouldBeFalse($"{at}: null or an enum");
            }

            (value.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.Array).ShouldBeFalse($"{at}: several types");
            value.TryGetProperty("oneOf", out _).ShouldBeFalse($"{at}: oneOf");
        });
        foreach (var schema in _document.GetProperty("components").GetProperty("schemas").EnumerateObject())
        {
            schema.Name.ShouldMatch("^[A-Z][A-Za-z]+$");
        }
    }

    private static bool HasSecurity(JsonElement operation) =>
        operation.TryGetProperty("security", out var security) && security.GetArrayLength() > 0
            && security[0].TryGetProperty("apiKey", out _);

    /// <summary>Every field of the example is one of the schema's, and none that must be there is missing.</summary>
    private void Fits(JsonElement value, string reference, string at)
    {
        var schema = _document.GetProperty("components").GetProperty("schemas").GetProperty(reference[(reference.LastIndexOf('/') + 1)..]);
        if (schema.TryGetProperty("enum", out var names))
        {
            names.EnumerateArray().Select(n => n.GetString()).ShouldContain(value.GetString(), at);
            return;
        }

        var properties = schema.GetProperty("properties");
        foreach (var required in Items(schema, "required"))
        {
            value.TryGetProperty(required.GetString()!, out _).ShouldBeTrue($"{at} lacks {required}");
        }

        foreach (var field in value.EnumerateObject())
        {
            properties.TryGetProperty(field.Name, out var property).ShouldBeTrue($"{at} has {field.Name}");
            var allowsNull = property.TryGetProperty("nullable", out var nullable) && nullable.GetBoolean();
            (field.Value.ValueKind != JsonValueKind.Null || allowsNull).ShouldBeTrue($"{at} {field.Name} is null");
            if (RefOf(property) is { } inner)
            {
                Fits(field.Value, inner, $"{at} {field.Name}");
            }
            else if (field.Value.ValueKind == JsonValueKind.Array && RefOf(property.GetProperty("items")) is { } item)
            {
                foreach (var element in field.Value.EnumerateArray())
                {
                    Fits(element, item, $"{at} {field.Name}");
                }
            }
        }
    }

    private static string? RefOf(JsonElement schema) =>
        schema.TryGetProperty("$ref", out var reference) ? reference.GetString()
        : schema.TryGetProperty("allOf", out var all) ? all[0].GetProperty("$ref").GetString() : null;

    private static void Walk(JsonElement value, string at, Action<JsonElement, string> look)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            look(value, at);
            foreach (var inner in value.EnumerateObject().Where(p => p.Name != "example"))
            {
                Walk(inner.Value, $"{at}/{inner.Name}", look);
            }
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var inner in value.EnumerateArray())
            {
                Walk(inner, at, look);
            }
        }
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement value, string name) =>
        value.TryGetProperty(name, out var items) ? items.EnumerateArray() : default;

    private static IEnumerable<(string Type, JsonElement Body)> Content(JsonElement operation, string name) =>
        operation.TryGetProperty(name, out var body) ? ContentOf(body) : [];

    private static IEnumerable<(string Type, JsonElement Body)> ContentOf(JsonElement value) =>
        value.TryGetProperty("content", out var content) ? content.EnumerateObject().Select(c => (c.Name, c.Value)) : [];
}
