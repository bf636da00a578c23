using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>
/// What every endpoint under <c>/v1</c> must hold to, walked as they are mapped; <see cref="Probes"/> says how each is called.
/// </summary>
public sealed class EndpointsTests(RunningApi api, ProbeWorld world) : IClassFixture<ProbeWorld>
{
    /// <summary>Downloads of a text that is the same for everybody: no request, nothing of anybody's.</summary>
    private static readonly string[] Templates = ["GetImportTemplate", "GetPostsTemplate"];

    /// <summary>What the service says of itself, and what changed in it: nothing of anybody's.</summary>
    public static readonly IReadOnlyList<string> ForEverybody = ["/v1", "/v1/changelog"];

    private IEnumerable<RouteEndpoint> V1 =>
        api.Api.Endpoints.Where(e => e.RoutePattern.RawText!.StartsWith("/v1", StringComparison.Ordinal)
            && !ForEverybody.Contains(e.RoutePattern.RawText.TrimEnd('/')));

    public static TheoryData<Probe> EachProbe => [.. Probes.All];

    [Fact]
    public void Every_endpoint_has_a_probe_and_every_probe_its_endpoint() =>
        Probes.All.Select(p => p.Endpoint).Distinct().Order().ShouldBe(V1.Select(NameOf).Order());

    [Fact]
    public void Only_these_answer_without_a_credential() =>
        api.Api.Endpoints.Except(V1).Where(e => e.Metadata.GetMetadata<IAuthorizeData>() is null)
            .Select(e => e.RoutePattern.RawText!.TrimEnd('/')).Order()
                .ShouldBe(["/health/live", "/health/ready", "/problems/{code}", .. ForEverybody]);

    [Fact]
    public void Every_endpoint_is_named_after_its_request_says_what_it_does_and_asks_for_a_credential()
    {
        var requests = RequestHandlers.Requests.ToDictionary(r => r.Name);
        foreach (var endpoint in V1)
        {
            var name = NameOf(endpoint);
            if (!Templates.Contains(name))
            {
                requests.ShouldContainKey(name);
                // A form has no record of its own: the route reads its file and fields, and makes the request of them.
                endpoint.Metadata.GetMetadata<MethodInfo>()!.GetParameters().Select(p => p.ParameterType)
                    .ShouldContain(t => t == requests[name] || t == typeof(IFormFile), name);
            }

            endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary.ShouldNotBeNullOrEmpty(name);
            endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>().ShouldNotBeNull(name);
            endpoint.Metadata.GetMetadata<ITagsMetadata>()?.Tags.ShouldNotBeEmpty(name);
            endpoint.Metadata.GetMetadata<IAuthorizeData>().ShouldNotBeNull(name);
            endpoint.Metadata.GetMetadata<IAllowAnonymous>().ShouldBeNull(name);
        }
    }

    [Fact]
    public void Every_request_carries_exactly_one_permission_and_is_reached_by_a_route_or_by_the_timetable_or_after_another_alone()
    {
        var routed = V1.Select(NameOf).ToHashSet();
        foreach (var request in RequestHandlers.Requests)
        {
            var needs = request.GetCustomAttributes<NeedsAttribute>().ToList();
            needs.Count.ShouldBe(1, request.Name);
            (needs[0].Permission is null || Permission.All.Contains(needs[0].Permission)).ShouldBeTrue(request.Name);
            routed.Contains(request.Name).ShouldBe(needs[0] is not (ForTimetableAttribute or FollowsAttribute), request.Name);
        }

        foreach (var endpoint in V1)
        {
            var reads = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.SequenceEqual(["GET"]);
            (!reads || Templates.Contains(NameOf(endpoint))
                || NeedsOf(NameOf(endpoint)).ReadOnly).ShouldBeTrue($"{NameOf(endpoint)} is a GET and opens a transaction that writes");
        }
    }

    [Fact]
    public async Task Without_a_valid_credential_every_endpoint_answers_401()
    {
        var organisation = world.Council;
        var revoked = await organisation.IssueAsync("admin", api.Api.Clock.Now.AddYears(1));
        await (await organisation.Admin.SendAsync(HttpMethod.Delete, $"/v1/api-keys/{revoked.Id}", null, "*")).ShouldBeAsync(
            HttpStatusCode.NoContent);
        var expired = await organisation.IssueAsync("admin", api.Api.Clock.Now.AddSeconds(-1));
        var right = organisation.Keys["admin"];
        string?[] headers =
        [
            null, "Bearer", "Bearer ", $"Bearer {right[..^1]}", $"Bearer {right[..^1]}{(right[^1] == '0' ? '1' : '0')}",
                $"Bearer {right}{right}", $"Basic {right}",
            $"Bearer pe_live_{Guid.NewGuid():N}_{new string('0', 64)}", $"Bearer pe_dev_{organisation.Code}", $"Bearer {revoked.Shown}",
                $"Bearer {expired.Shown}",
            $"Bearer {new string('x', 8000)}", "Bearer pe_live_'; drop table api_keys; --",
        ];
        foreach (var endpoint in V1)
        {
            foreach (var header in headers)
            {
                using var client = api.Api.Client();
                var request = new HttpRequestMessage(new HttpMethod(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]),
                    PathOf(endpoint));
                if (header is not null)
                {
                    request.Headers.TryAddWithoutValidation("Authorization", header);
                }

                var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
                await response.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "credential-missing");
                response.Headers.WwwAuthenticate.ShouldNotBeEmpty("a 401 names the scheme to use (RFC 9110)");
            }
        }
    }

    [Theory]
    [MemberData(nameof(EachProbe))]
    public async Task Exactly_the_roles_with_the_permission_get_through(Probe probe)
    {
        ArgumentNullException.ThrowIfNull(probe);
        var ct = TestContext.Current.CancellationToken;
        var permission = PermissionOf(probe.Endpoint);
        var owner = probe.Owner(world);
        foreach (var organisation in new[] { world.Council, world.Partnership }.OrderBy(o => o == owner))
        {
            foreach (var role in Role.Of(organisation.Kind))
            {
                var may = permission is null || role.Permissions.Contains(permission);
                // What succeeds uses up what it was made for, so each of the owner's roles has its own.
                var response = await organisation.As(role.Name).SendAsync((await probe.PrepareAsync(world)).Request(), ct);
                if (!may)
                {
                    await response.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "permission-missing");
                    continue;
                }

                var text = await response.Content.ReadAsStringAsync(ct);
                text.ShouldNotContain("permission-missing", Case.Sensitive, $"{probe} as {organisation.Kind} {role.Name}");
                (response.IsSuccessStatusCode || organisation != owner).ShouldBeTrue($"{probe} as {role.Name}: {text}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(EachProbe))]
    public async Task What_succeeds_for_its_owner_gives_nothing_of_it_to_any_other_organisation(Probe probe)
    {
        ArgumentNullException.ThrowIfNull(probe);
        var ct = TestContext.Current.CancellationToken;
        var owner = probe.Owner(world);
        var first = await owner.Admin.SendAsync((await probe.PrepareAsync(world)).Request(), ct);
        first.IsSuccessStatusCode.ShouldBeTrue($"{probe}: {await first.Content.ReadAsStringAsync(ct)}");

        var prepared = await probe.PrepareAsync(world);
        var before = await world.KeptOfAsync(owner);
        foreach (var other in world.Everyone.Where(o => o != owner))
        {
            await ShouldGetAsync(probe, prepared, other);
        }

        (await world.KeptOfAsync(owner)).ShouldBe(before, $"{probe}: somebody's attempt changed what is the owner's");
        // Last, so that it shows that the ids were real, and the version still the one that was read before.
        var again = await owner.Admin.SendAsync(prepared.Request(), ct);
        var answer = await again.Content.ReadAsStringAsync(ct);
        again.IsSuccessStatusCode.ShouldBeTrue($"{probe}: {answer}");
        prepared.Marks.Where(mark => !answer.Contains(mark, StringComparison.Ordinal))
            .ShouldBeEmpty($"{probe}: a mark that its owner does not see proves nothing");
    }

    [Theory]
    [MemberData(nameof(EachProbe))]
    public async Task A_query_parameter_that_is_not_known_is_refused_by_name(Probe probe)
    {
        ArgumentNullException.ThrowIfNull(probe);
        var request = (await probe.PrepareAsync(world)).Request();
        var path = request.RequestUri!.OriginalString;
        request.RequestUri = new Uri(
            $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}organisationIdd={world.Theirs.Partnership.Id}",
                UriKind.Relative);

        await (await probe.Owner(world).Admin.SendAsync(request, TestContext.Current.CancellationToken)).ShouldBeProblemAsync(
            HttpStatusCode.BadRequest, "validation", "organisationIdd");
    }

    [Fact]
    public async Task Every_list_holds_its_limits_and_takes_no_cursor_but_its_own()
    {
        var lists = new List<(Probe Probe, string Path)>();
        foreach (var probe in Probes.All.Where(IsList).DistinctBy(p => p.Endpoint))
        {
            lists.Add((probe, (await probe.PrepareAsync(world)).Request().RequestUri!.OriginalString));
        }

        foreach (var (probe, path) in lists)
        {
            var (route, rest) = (path.Split('?')[0], path.Contains('?', StringComparison.Ordinal)
                ? string.Concat(path.Split('?')[1].Split('&').Where(p => !p.StartsWith("limit=", StringComparison.Ordinal))
                    .Select(p => $"&{p}")) : "");
            var owner = probe.Owner(world).Admin;
            foreach (var limit in new[] { "0", "201", "-1", "99999999999", "ten", "", "%00", "1e2" })
            {
                await (await owner.GetAsync($"{route}?limit={limit}{rest}", TestContext.Current.CancellationToken)).ShouldBeProblemAsync(
                    HttpStatusCode.BadRequest, "validation", "limit");
            }

            foreach (var cursor in new[] { "", "garbage", "%00", "%FF%FE", "e30", "W10", "bnVsbA", "W251bGwsbnVsbF0",
                new string('A', 4000) })
            {
                await (await owner.GetAsync($"{route}?cursor={cursor}{rest}", TestContext.Current.CancellationToken)).ShouldBeProblemAsync(
                    HttpStatusCode.BadRequest, null, "cursor");
            }

            var page = await owner.ReadAsync($"{route}?limit=1{rest}");
            page.GetProperty("items").GetArrayLength().ShouldBe(1, $"{probe}: a list's probe has two rows or more");
            var mine = page.GetProperty("nextCursor").GetString().ShouldNotBeNull($"{probe}: a list's probe has two rows or more");
            (await owner.ReadAsync($"{route}?limit=1&cursor={mine}{rest}")).GetProperty("items").GetArrayLength().ShouldBe(1, $"{probe}");
            foreach (var other in world.Everyone.Where(o => o != probe.Owner(world)))
            {
                var response = await other.Admin.GetAsync($"{route}?limit=1&cursor={mine}{rest}", TestContext.Current.CancellationToken);
                if (Role.Find(other.Kind, "admin")!.Permissions.Contains(PermissionOf(probe.Endpoint)))
                {
                    await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "cursor-invalid");
                }
            }

            foreach (var (_, otherPath) in lists.Where(l => l.Probe != probe))
            {
                await (await owner.GetAsync($"{otherPath}{(otherPath.Contains('?', StringComparison.Ordinal) ? '&' : '?')}cursor={mine}",
                    TestContext.Current.CancellationToken))
                    .ShouldBeProblemAsync(HttpStatusCode.BadRequest, "cursor-invalid");
            }
        }

        lists.Count.ShouldBe(RequestHandlers.Requests.Count(r => r.GetProperty("Cursor") is not null));
    }

    private async Task ShouldGetAsync(Probe probe, Prepared prepared, TestOrganisation other)
    {
        var response = await other.Admin.SendAsync(prepared.Request(), TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var gets = probe.For(world, other);
        if (gets != Others.SeeIt)
        {
            // A problem names the path that was asked for, which whoever asked knows.
            prepared.Marks.Where(text.Replace(response.RequestMessage!.RequestUri!.AbsolutePath, "", StringComparison.Ordinal).Contains)
                .ShouldBeEmpty($"{probe} as {other.Kind} {other.Code}");
        }

        if (PermissionOf(probe.Endpoint) is { } needed && !Role.Find(other.Kind, "admin")!.Permissions.Contains(needed))
        {
            await response.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "permission-missing");
            return;
        }

        switch (gets)
        {
            case Others.FindNothing:
                await response.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not-found");
                break;
            case Others.MayNot:
                await response.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "not-the-owner");
                break;
            case Others.HaveNone:
                await response.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "authorities-only");
                break;
            case Others.MayNotName:
                (await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "validation")).GetProperty("errors")[0].GetProperty(
                    "pointer").GetString().ShouldEndWith("Id", Case.Sensitive, $"{probe}: {text}");
                break;
            default:
                response.IsSuccessStatusCode.ShouldBeTrue($"{probe} as {other.Kind}: {text}");
                break;
        }
    }

    private static bool IsList(Probe probe) =>
        RequestHandlers.Requests.SingleOrDefault(r => r.Name == probe.Endpoint)?.GetProperty("Cursor") is not null;

    private static string? PermissionOf(string endpoint) => Templates.Contains(endpoint) ? null : NeedsOf(endpoint).Permission;

    private static string NameOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName
            ?? throw new InvalidOperationException($"{endpoint.RoutePattern.RawText} has no name.");

    private static Type RequestOf(string endpoint) => RequestHandlers.Requests.Single(r => r.Name == endpoint);

    private static NeedsAttribute NeedsOf(string endpoint) => RequestOf(endpoint).GetCustomAttribute<NeedsAttribute>()!;

    private static string PathOf(RouteEndpoint endpoint) =>
        "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "format" } => "csv",
        _ => Guid.NewGuid().ToString(),
    }))));
}
