using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PartnershipEquality.Api.Http;

namespace PartnershipEquality.Api.Tests.Conventions;

/// <summary>A route that is going says so on each answer and in the manual. None is, so these are mapped for the test.</summary>
public sealed class DeprecationTests(RunningApi running)
{
    private static readonly DateOnly Since = new(2027, 1, 1);

    [Fact]
    public async Task Every_answer_of_a_deprecated_route_says_since_when_until_when_and_where_to_read_why()
    {
        await using var api = await ApiInstance.StartAsync("Production", running.Database.Roles, routes: Map);
        using var nobody = api.Client();

        foreach (var path in new[] { "/v1/old", "/v1/old?fail=true" })
        {
            var response = await nobody.GetAsync(path, TestContext.Current.CancellationToken);
            response.StatusCode.ShouldBe(path == "/v1/old" ? HttpStatusCode.OK : HttpStatusCode.Conflict);
            response.Headers.GetValues("Deprecation").ShouldBe(["@1798761600"]);
            response.Headers.GetValues("Sunset").ShouldBe(["Sat, 01 Jan 2028 00:00:00 GMT"]);
            response.Headers.GetValues("Link").ShouldBe(["</v1/changelog>; rel=\"deprecation\""]);
        }

        var current = await nobody.GetAsync("/v1/new", TestContext.Current.CancellationToken);
        current.Headers.Contains("Deprecation").ShouldBeFalse();
        current.Headers.Contains("Sunset").ShouldBeFalse();
    }

    [Fact]
    public async Task The_manual_shows_it_as_deprecated()
    {
        await using var api = await ApiInstance.StartAsync("Production", running.Database.Roles, routes: Map);
        using var nobody = api.Client();

        var paths = JsonDocument.Parse(
            await nobody.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken)).RootElement.GetProperty("paths");

        paths.GetProperty("/v1/old").GetProperty("get").GetProperty("deprecated").GetBoolean().ShouldBeTrue();
        paths.GetProperty("/v1/old").GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("headers")
            .TryGetProperty("Sunset", out _).ShouldBeTrue();
        paths.GetProperty("/v1/new").GetProperty("get").TryGetProperty("deprecated", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_route_stays_for_twelve_months_after_it_is_deprecated()
    {
        var routes = WebApplication.CreateSlimBuilder().Build();
        Should.Throw<ArgumentException>(() => routes.MapGet("/", () => "").Deprecated(Since, Since.AddMonths(12).AddDays(-1), "/"));
        Should.NotThrow(() => routes.MapGet("/", () => "").Deprecated(Since, Since.AddMonths(12), "/"));
    }

    private static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/old", (bool? fail) => fail == true ? throw Domain.Refusal.Conflict("already-there", "There.") : Results.Text("old"))
            .Deprecated(Since, new DateOnly(2028, 1, 1), "/v1/changelog")
            .WithName("GetOld").WithSummary("Old").WithTags("Service").Produces<string>(200, "text/plain").ProducesProblem(409);
        app.MapGet("/v1/new", () => Results.Text("new")).WithName("GetNew").WithSummary("New").WithTags("Service")
            .Produces<string>(200, "text/plain");
    }
}
