using System.Net;
using System.Text;
using System.Text.Json;

namespace PartnershipEquality.Api.Tests.OpenApi;

/// <summary>What every answer of every test is held to would be worth nothing if it let wrong answers by: here it refuses them.</summary>
public sealed class ContractTests
{
    private const string Document = """
        {
          "paths": {
            "/v1/things": { "get": { "operationId": "ListThings", "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/ThingPage" } } } } } } },
            "/v1/things/{thingId}": {
              "get": { "operationId": "GetThing", "responses": {
                "200": { "headers": { "ETag": { "required": true, "schema": { "type": "string" } }, "Link": { "schema": { "type": "string" } } }, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } },
                "304": {},
                "503": { "headers": { "Retry-After": { "required": true, "schema": { "type": "integer" } } }, "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } } } } },
              "delete": { "operationId": "RemoveThing", "responses": { "204": {} } }
            },
            "/v1/things/newest": { "get": { "operationId": "GetNewest", "responses": { "200": { "content": { "text/csv": { "schema": { "type": "string", "format": "binary" } } } } } } }
          },
          "components": { "schemas": {
            "Kind": { "type": "string", "enum": ["big", "small"] },
            "ThingPage": { "type": "object", "required": ["items", "nextCursor"], "properties": { "items": { "type": "array", "items": { "$ref": "#/components/schemas/Thing" } }, "nextCursor": { "type": "string", "nullable": true } } },
            "Thing": { "type": "object", "required": ["id", "version"], "properties": {
              "id": { "type": "string", "format": "uuid" }, "version": { "type": "integer", "format": "int32", "minimum": 1, "maximum": 9 }, "dueBy": { "type": "string", "format": "date", "nullable": true },
              "madeAt": { "type": "string", "format": "date-time" }, "kind": { "allOf": [{ "$ref": "#/components/schemas/Kind" }] }, "name": { "type": "string", "minLength": 1, "maxLength": 4, "pattern": "^[a-z]*$" },
              "share": { "type": "number", "format": "double" }, "done": { "type": "boolean" }, "size": { "type": "integer", "format": "int32" }, "tags": { "type": "array", "maxItems": 2, "items": { "type": "string" } },
              "counts": { "type": "object", "additionalProperties": { "type": "integer" } }, "inner": { "$ref": "#/components/schemas/Thing" }, "either": { "type": ["string", "null"] },
              "one": { "oneOf": [{ "type": "string" }, { "type": "integer" }] }, "any": { "anyOf": [{ "type": "string", "maxLength": 1 }, { "type": "boolean" }] } } },
            "Problem": { "type": "object", "required": ["code"], "properties": { "code": { "type": "string" } } }
          } }
        }
        """;

    private const string Id = "019aaf7b-5393-7faf-83d6-3cd9183e436b";

    private readonly Contract _contract = new(JsonDocument.Parse(Document).RootElement);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "dueBy": null, "either": null, "one": 3, "any": true }""")]
    [InlineData(
        """{ "dueBy": "2026-11-23", "madeAt": "2026-11-23T09:00:00.5Z", "kind": "big", "name": "abcd", "share": 2, "done": false, "tags": ["a", "b"], "counts": { "x": 1, "y": 2 }, "either": "e", "one": "1", "any": "a" }""")]
    [InlineData($$"""{ "inner": { "id": "{{Id}}", "version": 9, "inner": { "id": "{{Id}}", "version": 1 } } }""")]
    public void A_body_as_documented_is_taken(string fields) => Faults(fields).ShouldBeEmpty();

    [Theory]
    [InlineData("""{ "colour": "red" }""", "#/colour")]
    [InlineData("""{ "id": "1" }""", "#/id")]
    [InlineData("""{ "id": null }""", "#/id")]
    [InlineData("""{ "version": "1" }""", "#/version")]
    [InlineData("""{ "version": 1.5 }""", "#/version")]
    [InlineData("""{ "version": 0 }""", "#/version")]
    [InlineData("""{ "version": 10 }""", "#/version")]
    [InlineData("""{ "size": 3000000000 }""", "#/size")]
    [InlineData("""{ "dueBy": "23/11/2026" }""", "#/dueBy")]
    [InlineData("""{ "madeAt": "2026-11-23T09:00:00" }""", "#/madeAt")]
    [InlineData("""{ "madeAt": "2026-11-23T09:00:00+01:00" }""", "#/madeAt")]
    [InlineData("""{ "kind": "Big" }""", "#/kind")]
    [InlineData("""{ "kind": null }""", "#/kind")]
    [InlineData("""{ "name": "" }""", "#/name")]
    [InlineData("""{ "name": "abcde" }""", "#/name")]
    [InlineData("""{ "name": "ABC" }""", "#/name")]
    [InlineData("""{ "share": "2" }""", "#/share")]
    [InlineData("""{ "done": 1 }""", "#/done")]
    [InlineData("""{ "tags": "a" }""", "#/tags")]
    [InlineData("""{ "tags": ["a", 1] }""", "#/tags/1")]
    [InlineData("""{ "tags": ["a", "b", "c"] }""", "#/tags")]
    [InlineData("""{ "counts": { "x": "1" } }""", "#/counts/x")]
    [InlineData("""{ "inner": { "version": 1 } }""", "#/inner/id")]
    [InlineData($$"""{ "inner": { "id": "{{Id}}", "version": 1, "colour": 1 } }""", "#/inner/colour")]
    [InlineData("""{ "either": 1 }""", "#/either")]
    [InlineData("""{ "one": true }""", "#/one")]
    [InlineData("""{ "any": "ab" }""", "#/any")]
    public void A_body_that_is_not_as_documented_is_refused_with_the_place(string fields, string place) =>
        Faults(fields).ShouldHaveSingleItem().ShouldStartWith($"GetThing: 200: {place} ");

    [Fact]
    public void A_field_that_must_be_there_is_missed() =>
        _contract.Faults(HttpMethod.Get, "/v1/things", Answer(200, "application/json"), "{\"items\":[]}"u8.ToArray())
            .ShouldBe(["ListThings: 200: #/nextCursor is missing"]);

    [Fact]
    public void Only_what_is_documented_of_status_media_type_headers_and_paths_is_taken()
    {
        var thing = Encoding.UTF8.GetBytes($$"""{"id":"{{Id}}","version":1}""");
        var problem = """{"code":"not-found"}"""u8.ToArray();
        Of("GET", $"/v1/things/{Id}", Answer(200, "application/json", ("ETag", "\"1\"")), thing).ShouldBeEmpty();
        Of("GET", $"/v1/things/{Id}/", Answer(200, "application/json; charset=utf-8", ("ETag", "\"1\""), ("Link", "</>; rel=\"next\"")),
            thing).ShouldBeEmpty();
        Of("HEAD", $"/v1/things/{Id}", Answer(200, "application/json", ("ETag", "\"1\"")), []).ShouldBeEmpty();
        Of("GET", $"/v1/things/{Id}", Answer(304, null), []).ShouldBeEmpty();
        Of("GET", "/v1/things/newest", Answer(200, "text/csv"), []).ShouldBeEmpty();
        Of("GET", $"/v1/things/{Id}", Answer(503, "application/problem+json", ("Retry-After", "5")), problem).ShouldBeEmpty();
        Of("GET", "/v1/nothing", Answer(404, "application/problem+json"), problem).ShouldBeEmpty();
        Of("POST", "/v1/things", Answer(405, "application/problem+json"), problem).ShouldBeEmpty();
        Of("OPTIONS", "/v1/things", Answer(204, null), []).ShouldBeEmpty();
        Of("OPTIONS", "/v1/things", Answer(429, "application/problem+json"), problem).ShouldBeEmpty();
        Of("GET", "/docs", Answer(200, "text/html"), []).ShouldBeEmpty();

        Of("GET", $"/v1/things/{Id}", Answer(418, "application/json"), thing).ShouldHaveSingleItem().ShouldContain("answered 418");
        Of("GET", $"/v1/things/{Id}", Answer(200, "text/plain", ("ETag", "\"1\"")), thing).ShouldHaveSingleItem()
            .ShouldContain("is text/plain");
        Of("GET", $"/v1/things/{Id}", Answer(200, "application/json"), thing).ShouldHaveSingleItem().ShouldContain("ETag is missing");
        Of("GET", $"/v1/things/{Id}", Answer(200, "application/json", ("ETag", "\"1\""), ("X-Colour", "red")), thing).ShouldHaveSingleItem()
            .ShouldContain("X-Colour is not documented");
        Of("GET", $"/v1/things/{Id}", Answer(503, "application/problem+json", ("Retry-After", "soon")), problem).ShouldHaveSingleItem()
            .ShouldContain("Retry-After: #");
        Of("DELETE", $"/v1/things/{Id}", Answer(204, "application/json"), thing).ShouldHaveSingleItem().ShouldContain("has a body");
        Of("GET", "/v1/nothing", Answer(200, "application/json"), thing).ShouldHaveSingleItem().ShouldContain("is not documented");
        Of("POST", "/v1/things", Answer(200, "application/json"), thing).ShouldHaveSingleItem().ShouldContain("is not documented");
        Of("GET", "/v1/nothing", Answer(404, "application/problem+json"), "{}"u8.ToArray()).ShouldHaveSingleItem()
            .ShouldContain("#/code is missing");
    }

    [Theory]
    [InlineData("""{ "type": "string", "format": "isbn" }""")]
    [InlineData("""{ "type": "string", "not": {} }""")]
    public void A_schema_that_the_check_does_not_understand_is_an_error(string schema) =>
        Should.Throw<NotSupportedException>(
            () => new Schema(JsonDocument.Parse(schema).RootElement, _ => throw new InvalidOperationException()));

    private static HttpResponseMessage Answer(int status, string? type, params (string Name, string Value)[] headers)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent([]) };
        if (type is not null)
        {
            answer.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        foreach (var (name, value) in headers)
        {
            answer.Headers.TryAddWithoutValidation(name, value);
        }

        return answer;
    }

    /// <summary>What is said of a thing with these fields, in place of or beside those that it must have.</summary>
    private IReadOnlyList<string> Faults(string fields)
    {
        var thing = new Dictionary<string, JsonElement>
        {
            ["id"] = JsonSerializer.SerializeToElement(Id),
            ["version"] = JsonSerializer.SerializeToElement(1)
        };
        foreach (var field in JsonDocument.Parse(fields).RootElement.EnumerateObject())
        {
            thing[field.Name] = field.Value;
        }

        return Of("GET", $"/v1/things/{Id}", Answer(200, "application/json", ("ETag", "\"1\"")),
            JsonSerializer.SerializeToUtf8Bytes(thing));
    }

    private IReadOnlyList<string> Of(string method, string path, HttpResponseMessage answer, byte[] body) =>
        _contract.Faults(new HttpMethod(method), path, answer, body);
}
