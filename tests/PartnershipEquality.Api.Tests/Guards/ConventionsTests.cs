using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Routing;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Idempotency;
using PartnershipEquality.Api.Pipeline;

namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>
/// The conventions of the API, each tried on every endpoint that it is for, as they are mapped; what is excepted is named
/// here with its reason. How each endpoint is called, <see cref="Probes"/> says.
/// </summary>
public sealed class ConventionsTests(RunningApi api, ProbeWorld world) : IClassFixture<ProbeWorld>
{
    private static readonly string[] OnEveryAnswer = ["RateLimit", "RateLimit-Policy", "X-Request-Id", "traceparent",
        "X-Content-Type-Options"];

    /// <summary>These differ from one answer to the next, or say how the body travels, which a HEAD has none of.</summary>
    private static readonly string[] OfOneAnswer = ["Date", "RateLimit", "X-Request-Id", "traceparent", "Transfer-Encoding"];

    private static readonly Dictionary<string, string> ReadWithoutTag = new()
    {
        ["GetMe"] = "who is asking, not a thing that is kept",
        ["GetSandbox"] = "who is in it, a list of a handful and no pages",
        ["GetBoardProgress"] = "figures, counted anew for each question",
        ["PreviewReminders"] = "what would be sent, tried out and taken back",
        ["GetImportDifference"] = "a comparison, with a fingerprint of its own to send back",
        ["ListWork"] = "how work stands just now; a handful of lines and no pages",
        ["ListReminderPolicies"] = "a line for each scheme at most, and no pages",
        ["ListAssignmentPosts"] = "the posts of one assignment, and no pages",
        ["ExportScheme"] = "a file, written while it is read",
        ["GetImportFile"] = "a file, sent while it is read",
        ["GetImportTemplate"] = "the same for everybody",
        ["GetPostsTemplate"] = "the same for everybody",
        ["GetCalendarFeed"] = "no version; its tag is tried where calendars are",
        ["ListChanges"] = "what has happened since a position, which stays as it is",
        ["ListChangeTypes"] = "the same for everybody",
        ["ExportCommitments"] = "a file, written while it is read",
        ["ExportAssignments"] = "a file, written while it is read",
        ["ExportProgressUpdates"] = "a file, written while it is read",
        ["ExportChanges"] = "a file, written while it is read",
        ["GetOrganisationExport"] = "a file, written while it is read",
        ["ShowSubscription"] = "a page for a person",
    };

    private static readonly Dictionary<string, string> ChangedWithoutIfMatch = new()
    {
        ["UnsnoozeAssignment"] = "it takes back what was said, whoever has said it last; a second is refused as not snoozed",
        ["MapRole"] = "it says the whole of one line, and the same again changes nothing",
        ["NameAssignmentPosts"] = "it says the whole of a list, and the same again changes nothing",
    };

    /// <summary>Lists whose order is not that of ids, and never changes all the same.</summary>
    private static readonly Dictionary<string, string> OrderedForGood = new()
    {
        ["ListWebhookDeliveries"] = "the newest first, by id",
        ["ListAudit"] = "the newest first, by a moment that stays",
        ["ListDigests"] = "by the day that a digest is of, which stays, and then by id",
        ["ListRoleMappings"] = "by the role's own text, which is its key",
    };

    private IEnumerable<RouteEndpoint> V1 =>
        api.Api.Endpoints.Where(e => e.RoutePattern.RawText!.StartsWith("/v1", StringComparison.Ordinal)
            && !EndpointsTests.ForEverybody.Contains(e.RoutePattern.RawText.TrimEnd('/')));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_POST_is_done_once_under_a_key_and_answered_as_the_first_time()
    {
        var walked = 0;
        foreach (var probe in ProbesOf("POST"))
        {
            var (prepared, owner, key) = (await probe.PrepareAsync(world), probe.Owner(world), Guid.NewGuid().ToString());
            var first = await SendAsync(owner, prepared.Request(), key);
            var answer = await first.Content.ReadAsStringAsync(Ct);
            first.IsSuccessStatusCode.ShouldBeTrue($"{probe}: {answer}");
            var kept = await world.KeptOfAsync(owner);

            var again = await SendAsync(owner, prepared.Request(), key);
            again.StatusCode.ShouldBe(first.StatusCode, $"{probe}");
            (await again.Content.ReadAsStringAsync(Ct)).ShouldBe(answer, $"{probe}");
            again.Headers.TryGetValues(IdempotentPosts.Replayed, out var replayed).ShouldBeTrue($"{probe}");
            replayed.ShouldBe(["true"]);
            HeadersOf(again).Where(h => h.Key != IdempotentPosts.Replayed).Select(h => $"{h}")
                .ShouldBe(HeadersOf(first).Select(h => $"{h}"), $"{probe}");

            var other = prepared.Request();
            other.Content = other.Content is MultipartFormDataContent
                ? new MultipartFormDataContent { { new StringContent("another"), "file", "another.csv" } }
                    : JsonContent.Create(new { another = Guid.NewGuid() });
            await (await SendAsync(owner, other, key)).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "idempotency-mismatch");
            (await world.KeptOfAsync(owner)).ShouldBe(kept, $"{probe}: it was done a second time");
            walked++;
        }

        Walked(walked, "POSTs are done once under a key");
        walked.ShouldBe(V1.Count(e => MethodOf(e) == "POST"));
    }

    [Fact]
    public async Task Every_single_resource_has_a_tag_answers_304_and_HEAD_as_it_does_GET()
    {
        var (tagged, heads) = (0, 0);
        foreach (var probe in ProbesOf("GET"))
        {
            var (prepared, owner) = (await probe.PrepareAsync(world), probe.Owner(world));
            var get = await SendAsync(owner, prepared.Request());
            get.IsSuccessStatusCode.ShouldBeTrue($"{probe}");
            var head = await SendAsync(owner, With(prepared.Request(), HttpMethod.Head));
            head.StatusCode.ShouldBe(get.StatusCode, $"{probe}");
            (await head.Content.ReadAsByteArrayAsync(Ct)).ShouldBeEmpty($"{probe}");
            HeadersOf(head).Where(h => h.Key != "Content-Length").Select(h => $"{h}")
                .ShouldBe(HeadersOf(get).Where(h => h.Key != "Content-Length").Select(h => $"{h}"), $"{probe}");
            heads++;
            if (!typeof(IVersioned).IsAssignableFrom(AnswerOf(probe.Endpoint)))
            {
                (IsList(probe.Endpoint)
                    || ReadWithoutTag.ContainsKey(probe.Endpoint)).ShouldBeTrue($"{probe} is neither a list nor a resource with a tag");
                continue;
            }

            var tag = get.Headers.ETag.ShouldNotBeNull($"{probe}").ToString();
            tag.ShouldMatch("^\"\\d+-[0-9a-f]{16}\"$");
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
            {
                var held = With(prepared.Request(), method);
                held.Headers.TryAddWithoutValidation("If-None-Match", tag);
                var unchanged = await SendAsync(owner, held);
                unchanged.StatusCode.ShouldBe(HttpStatusCode.NotModified, $"{probe}");
                unchanged.Headers.ETag?.ToString().ShouldBe(tag, $"{probe}");
                (await unchanged.Content.ReadAsByteArrayAsync(Ct)).ShouldBeEmpty($"{probe}");
            }

            tagged++;
        }

        Walked(heads, "GETs answer HEAD alike");
        Walked(tagged, "single resources have a tag and answer 304");
        heads.ShouldBe(V1.Count(e => MethodOf(e) == "GET"));
        tagged.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task Every_change_of_a_resource_asks_which_version_it_is_based_on()
    {
        var walked = 0;
        foreach (var probe in ProbesOf("PUT", "PATCH", "DELETE", "POST"))
        {
            var takesVersion = RequestOf(probe.Endpoint).GetProperty("IfMatch") is not null;
            if (!takesVersion)
            {
                // A POST makes something or says something, and is done once under its key; the others are explained.
                (MethodOf(EndpointOf(probe)) == "POST" || ChangedWithoutIfMatch.ContainsKey(probe.Endpoint)).ShouldBeTrue($"{probe}");
                continue;
            }

            var (prepared, owner) = (await probe.PrepareAsync(world), probe.Owner(world));
            if (MethodOf(EndpointOf(probe)) == "PUT")
            {
                // A PUT may make what is not there yet, and then there is no version to name.
                (await SendAsync(owner, prepared.Request())).IsSuccessStatusCode.ShouldBeTrue($"{probe}");
            }

            var kept = await world.KeptOfAsync(owner);
            await (await SendAsync(owner, WithIfMatch(prepared.Request(), null))).ShouldBeProblemAsync(HttpStatusCode.PreconditionRequired,
                "version-missing");
            await (await SendAsync(owner, WithIfMatch(prepared.Request(), "\"999999-0\""))).ShouldBeProblemAsync(
                HttpStatusCode.PreconditionFailed, "version-stale");
            await (await SendAsync(owner, WithIfMatch(prepared.Request(), "nonsense"))).ShouldBeProblemAsync(
                HttpStatusCode.PreconditionFailed, "version-stale");
            (await world.KeptOfAsync(owner)).ShouldBe(kept, $"{probe}");
            walked++;
        }

        Walked(walked, "changes ask for the version");
        walked.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Every_list_has_items_and_a_cursor_and_is_in_the_order_of_ids_or_says_that_its_order_can_change()
    {
        var walked = 0;
        foreach (var probe in Probes.All.Where(p => IsList(p.Endpoint)).DistinctBy(p => p.Endpoint))
        {
            var (prepared, owner) = (await probe.PrepareAsync(world), probe.Owner(world));
            AnswerOf(probe.Endpoint)!.GetGenericTypeDefinition().ShouldBe(typeof(Page<>), $"{probe}");
            var page = await owner.Admin.ReadAsync(prepared.Request().RequestUri!.OriginalString);
            page.EnumerateObject().Select(p => p.Name).ShouldBe(["items", "nextCursor"], $"{probe}");
            walked++;
            if (EndpointOf(probe).Metadata.GetMetadata<OrderCanChange>() is null && !OrderedForGood.ContainsKey(probe.Endpoint))
            {
                page.Items().Count.ShouldBeGreaterThan(1, $"{probe}");
                page.Items().Select(i => i.Text("id")).ShouldBe(page.Items().Select(i => i.Text("id")).Order(StringComparer.Ordinal),
                    $"{probe}: mark it with OrderCanChange");
            }
        }

        Walked(walked, "lists have items, a cursor and an order");
        var operations = (await api.Api.Client().ReadAsync("/openapi/v1.json")).GetProperty("paths");
        foreach (var endpoint in V1.Where(e => e.Metadata.GetMetadata<OrderCanChange>() is not null))
        {
            operations.EnumerateObject().SelectMany(p => p.Value.EnumerateObject())
                .Single(o => o.Value.Text("operationId") == NameOf(endpoint)).Value.Text("description").ShouldNotBeNull()
                    .ShouldContain("/v1/changes");
        }
    }

    [Fact]
    public async Task Every_answer_carries_the_headers_that_all_carry_refusals_too()
    {
        using var nobody = api.Api.Client();
        var walked = 0;
        foreach (var probe in Probes.All.DistinctBy(p => p.Endpoint))
        {
            var (prepared, owner) = (await probe.PrepareAsync(world), probe.Owner(world));
            Carries(await SendAsync(owner, prepared.Request()), $"{probe}");
            var refused = await nobody.SendAsync(prepared.Request(), Ct);
            Carries(refused, $"{probe} without a credential");
            if (!refused.IsSuccessStatusCode)
            {
                await refused.ShouldBeProblemAsync(HttpStatusCode.Unauthorized);
            }

            var odd = prepared.Request();
            odd.RequestUri = new Uri(
                $"{odd.RequestUri!.OriginalString}{(odd.RequestUri.OriginalString.Contains('?', StringComparison.Ordinal) ? '&' : '?')}notAParameter=1", UriKind.Relative);
            var wrong = await SendAsync(owner, odd);
            await wrong.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation");
            Carries(wrong, $"{probe} with an unknown parameter");
            var other = await SendAsync(owner, With(prepared.Request(), new HttpMethod("FROB")));
            await other.ShouldBeProblemAsync(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
            Carries(other, $"{probe} by another method");
            walked++;
        }

        foreach (var path in new[] { "/v1", "/v1/changelog", "/v1/nothing" })
        {
            Carries(await nobody.GetAsync(path, Ct), path);
        }

        Walked(walked, "endpoints carry the headers on an answer, a 400, a 401 and a 405");
        walked.ShouldBe(V1.Count());
    }

    [Fact]
    public async Task Every_path_says_by_OPTIONS_and_by_405_what_it_takes()
    {
        using var nobody = api.Api.Client();
        var walked = 0;
        foreach (var path in V1.GroupBy(
            e => string.Join('/', e.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(PartOf))))))
        {
            var methods = path.Select(MethodOf).ToList();
            string[] expected = [.. methods, .. methods.Contains("GET") ? ["HEAD"] : Array.Empty<string>(), "OPTIONS"];

            var options = await nobody.SendAsync(new HttpRequestMessage(HttpMethod.Options, $"/{path.Key}"), Ct);
            options.StatusCode.ShouldBe(HttpStatusCode.NoContent, path.Key);
            options.Content.Headers.Allow.ShouldBe(expected, ignoreOrder: true, path.Key);
            Carries(options, path.Key);
            foreach (var method in new[] { "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE" }.Except(expected))
            {
                var refused = await world.Council.Admin.SendAsync(new HttpRequestMessage(new HttpMethod(method), $"/{path.Key}"), Ct);
                refused.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed, $"{method} {path.Key}");
                refused.Content.Headers.Allow.ShouldBe(expected, ignoreOrder: true, $"{method} {path.Key}");
            }

            walked++;
        }

        Walked(walked, "paths answer OPTIONS and 405 with what they take");
        foreach (var path in new[] { "/v1/nothing", $"/v1/api-keys/{Guid.NewGuid()}/nothing", "/v2" })
        {
            await (await nobody.SendAsync(new HttpRequestMessage(HttpMethod.Options, path), Ct)).ShouldBeProblemAsync(
                HttpStatusCode.NotFound, "not-found");
        }
    }

    [Fact]
    public void What_is_excepted_is_there()
    {
        var names = V1.Select(NameOf).ToHashSet();
        ReadWithoutTag.Keys.Concat(ChangedWithoutIfMatch.Keys).Concat(OrderedForGood.Keys).Where(name => !names.Contains(name))
            .ShouldBeEmpty();
    }

    private IEnumerable<Probe> ProbesOf(params string[] methods) =>
        Probes.All.DistinctBy(p => p.Endpoint).Where(p => methods.Contains(MethodOf(EndpointOf(p))));

    private RouteEndpoint EndpointOf(Probe probe) => V1.Single(e => NameOf(e) == probe.Endpoint);

    private static Task<HttpResponseMessage> SendAsync(TestOrganisation owner, HttpRequestMessage request, string? key = null)
    {
        if (key is not null)
        {
            request.Headers.Add(IdempotencyKey.Header, key);
        }

        return owner.Admin.SendAsync(request, Ct);
    }

    private static HttpRequestMessage With(HttpRequestMessage request, HttpMethod method)
    {
        request.Method = method;
        return request;
    }

    private static HttpRequestMessage WithIfMatch(HttpRequestMessage request, string? tag)
    {
        request.Headers.Remove("If-Match");
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        return request;
    }

    private static void Carries(HttpResponseMessage response, string what)
    {
        foreach (var name in OnEveryAnswer)
        {
            response.Headers.Contains(name).ShouldBeTrue($"{what}: {name} on {(int)response.StatusCode}");
        }
    }

    /// <summary>
    /// What must be the same on two answers. An export's position is that of its own moment, so it counts only that there is one.
    /// </summary>
    private static SortedDictionary<string, string> HeadersOf(HttpResponseMessage response)
    {
        var position = response.Headers.TryGetValues("Export-Position", out var positions) ? positions.Single() : null;
        return new(response.Headers.Concat<KeyValuePair<string, IEnumerable<string>>>(response.Content.Headers)
            .Where(h => !OfOneAnswer.Contains(h.Key, StringComparer.OrdinalIgnoreCase)).ToDictionary(
            h => h.Key, h => position is null ? string.Join(", ", h.Value)
                : string.Join(", ", h.Value).Replace(position, "(position)", StringComparison.Ordinal)), StringComparer.Ordinal);
    }

    private static void Walked(int count, string rule) => TestContext.Current.TestOutputHelper?.WriteLine($"{count} {rule}");

    private static Type RequestOf(string endpoint) => RequestHandlers.Requests.Single(r => r.Name == endpoint);

    private static bool IsList(string endpoint) =>
        RequestHandlers.Requests.SingleOrDefault(r => r.Name == endpoint)?.GetProperty("Cursor") is not null;

    private static Type? AnswerOf(string endpoint) => RequestHandlers.Requests.SingleOrDefault(r => r.Name == endpoint)?.GetInterfaces()
        .Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(MediatR.IRequest<>)).GetGenericArguments()[0];

    private static string MethodOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single();

    private static string NameOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName;

    private static string PartOf(Microsoft.AspNetCore.Routing.Patterns.RoutePatternPart part) => part switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "format" } => "csv",
        // The same each time, so that the methods of one path come together.
        _ => Guid.Empty.ToString(),
    };
}
