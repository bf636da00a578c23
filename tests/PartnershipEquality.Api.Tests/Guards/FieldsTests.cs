using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PartnershipEquality.Api.Pipeline;

namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>
/// Every text field one character too long, and every query parameter with whatever anybody may type: named, never a 5xx.
/// </summary>
public sealed class FieldsTests(RunningApi api, ProbeWorld world) : IClassFixture<ProbeWorld>
{
    /// <summary>Text without a length of its own, because only certain words are taken.</summary>
    private static readonly string[] OneOfAFewWords = ["ApiKeyWanted.Role"];

    private static readonly string[] Odd =
    [
        "", " ", "%00", "%FF", "%ED%A0%80", "%F0%9F%92%A9", "null", "undefined", "-1", "0", "1e400", "99999999999999999999", "true", "TRUE",
            "2026-02-30", "0001-01-01", "9999-12-31", "10000-01-01",
        "00000000-0000-0000-0000-000000000000", "%7B00000000-0000-0000-0000-000000000000%7D", "'%3B--", "%25", "_", "%5C", "a,,b",
            "onTrack,", "%E2%80%AE", "[]", "%0D%0Ax:y",
    ];

    public static TheoryData<Probe> EachBody => ProblemsTests.EachBody;

    public static TheoryData<Probe> EachRead => [.. Probes.All.Where(p => QueryOf(p.Endpoint).Any()).DistinctBy(p => p.Endpoint)];

    [Theory]
    [MemberData(nameof(EachBody))]
    public async Task A_text_that_is_one_character_too_long_is_refused_by_name(Probe probe)
    {
        ArgumentNullException.ThrowIfNull(probe);
        var prepared = await probe.PrepareAsync(world);
        var body = await prepared.Request().Content!.ReadAsStringAsync(TestContext.Current.CancellationToken);
        foreach (var (path, max) in TextsOf(BodyOf(probe.Endpoint), []))
        {
            var json = JsonNode.Parse(body)!.AsObject();
            if (!Put(json, path, new string('x', max + 1)))
            {
                continue;
            }

            var request = prepared.Request();
            request.Content = new StringContent(json.ToJsonString(), Encoding.UTF8, "application/json");
            var problem = await (await probe.Owner(world).Admin.SendAsync(request,
                TestContext.Current.CancellationToken)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation",
                    $"#/{string.Join('/', path)}");
            problem.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("code").GetString())
                .ShouldContain("too-long", $"{probe} {string.Join('/', path)}");
        }
    }

    [Theory]
    [MemberData(nameof(EachRead))]
    public async Task Whatever_a_query_parameter_holds_is_answered_or_refused(Probe probe)
    {
        ArgumentNullException.ThrowIfNull(probe);
        var random = new Random(20261122);
        var path = (await probe.PrepareAsync(world)).Request().RequestUri!.OriginalString;
        var (route, given) = (path.Split('?')[0], path.Contains('?', StringComparison.Ordinal) ? path.Split('?')[1].Split('&') : []);
        foreach (var name in QueryOf(probe.Endpoint))
        {
            var rest = string.Concat(given.Where(g => !g.StartsWith($"{name}=", StringComparison.Ordinal)).Select(g => $"&{g}"));
            var garbage = Enumerable.Range(0, 12)
                .Select(_ => Uri.EscapeDataString(
                    new string([.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => (char)random.Next(1, 0x2FF))])));
            foreach (var value in Odd.Concat(garbage).Append(new string('9', 201)).Append(new string('x', 5000)).Append($"1&{name}=2"))
            {
                var response = await probe.Owner(world).Admin.GetAsync($"{route}?{name}={value}{rest}",
                    TestContext.Current.CancellationToken);
                if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NotFound))
                {
                    await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest);
                }
            }
        }
    }

    [Fact]
    public void Every_text_of_a_body_has_a_length()
    {
        var without = new List<string>();
        foreach (var probe in EachBody.Select(row => row.Data))
        {
            without.AddRange(Walk(BodyOf(probe.Endpoint)).Where(p => p.PropertyType == typeof(string)
                && RuleOf<MaxLengthAttribute>(p) is null).Select(p => $"{p.DeclaringType!.Name}.{p.Name}"));
        }

        without.Distinct().Order().ShouldBe(OneOfAFewWords);
    }

    private static IEnumerable<PropertyInfo> Walk(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .SelectMany(p => (IEnumerable<PropertyInfo>)(ElementOf(p.PropertyType) is { } element ? [p, .. Walk(element)] : [p]));

    /// <summary>Where each text of a body stands, and how long it may be.</summary>
    private static IEnumerable<(string[] Path, int Max)> TextsOf(Type type, string[] above)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            string[] path = [.. above, JsonNamingPolicy.CamelCase.ConvertName(property.Name)];
            if (property.PropertyType == typeof(string) && RuleOf<MaxLengthAttribute>(property) is { } rule)
            {
                yield return (path, rule.Length);
            }
            else if (ElementOf(property.PropertyType) is { } element)
            {
                foreach (var inner in TextsOf(element, [.. path, "0"]))
                {
                    yield return inner;
                }
            }
        }
    }

    /// <summary>The record that a list is of; null for lists of plain values and for everything else.</summary>
    private static Type? ElementOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            && type.GetGenericArguments()[0] is { IsClass: true } element && element != typeof(string) ? element : null;

    private static T? RuleOf<T>(PropertyInfo property)
        where T : Attribute => property.GetCustomAttribute<T>();

    /// <summary>Puts a value at a place in the body; false where the probe's body has nothing to hang it on.</summary>
    private static bool Put(JsonNode at, string[] path, string value)
    {
        if (path.Length > 1)
        {
            var next = at is JsonArray array ? array[int.Parse(path[0], System.Globalization.CultureInfo.InvariantCulture)] : at[path[0]];
            return next is not null && Put(next, path[1..], value);
        }

        at[path[0]] = value;
        return true;
    }

    private static IEnumerable<string> QueryOf(string endpoint) =>
        RequestHandlers.Requests.SingleOrDefault(r => r.Name == endpoint)?.GetConstructors()[0].GetParameters()
            .Where(p => p.GetCustomAttribute<FromHeaderAttribute>() is null && p.Name != "Body"
                && (Nullable.GetUnderlyingType(p.ParameterType) is not null || p.ParameterType == typeof(string)))
            .Where(_ => endpoint.StartsWith("List", StringComparison.Ordinal) || endpoint.StartsWith("Get", StringComparison.Ordinal))
            .Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name!)) ?? [];

    /// <summary>What the body is bound to; for a merge patch, what its result is bound to.</summary>
    private Type BodyOf(string endpoint) =>
        api.Api.Endpoints.Single(
            e => e.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == endpoint).Metadata.OfType<IAcceptsMetadata>()
            .Select(a => a.RequestType).OfType<Type>().FirstOrDefault(t => t != typeof(JsonElement))
        ?? RequestHandlers.Requests.Single(r => r.Name == endpoint).GetProperty("Body")!.PropertyType;
}
