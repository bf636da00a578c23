using System.Net;
using System.Text.Json;

namespace PartnershipEquality.Api.Tests.Conventions;

/// <summary>The way in, for whoever has nothing but the address.</summary>
public sealed class ServiceTests(RunningApi running)
{
    [Theory]
    [InlineData("/v1")]
    [InlineData("/v1/")]
    public async Task Whoever_asks_learns_what_this_is_and_where_to_go(string path)
    {
        using var nobody = running.Api.Client();
        var service = await nobody.ReadAsync(path);

        (service.Text("name"), service.Text("version")).ShouldBe(("PartnershipEquality", "v1"));
        foreach (var link in service.GetProperty("links").EnumerateObject())
        {
            var response = await nobody.GetAsync(link.Value.GetString(), TestContext.Current.CancellationToken);
            response.StatusCode.ShouldBeOneOf(link.Name switch
            {
                "me" => [HttpStatusCode.Unauthorized],
                "docs" or "limits" =>
                [HttpStatusCode.MovedPermanently],
                _ => [HttpStatusCode.OK]
            });
        }

        (await nobody.GetAnswerAsync($"{path}?x=1")).ShouldRefuse(HttpStatusCode.BadRequest, "unknown-parameter");
    }

    [Fact]
    public async Task What_changed_is_told_by_day_the_newest_first_and_the_manual_leads_there()
    {
        using var nobody = running.Api.Client();
        var days = (await nobody.ReadAsync("/v1/changelog")).Items();

        days.ShouldNotBeEmpty();
        days.Select(d => d.Day("on")).ShouldBe(days.Select(d => d.Day("on")).OrderDescending());
        days.SelectMany(d => d.Items("changes")).ShouldAllBe(c => c.Text("text")!.Length > 10 && c.Text("text")!.EndsWith('.'));
        days.SelectMany(d => d.Items("changes")).Select(c => c.Text("kind")).Distinct()
            .ShouldBeSubsetOf(["added", "changed", "deprecated", "removed"]);
        (await nobody.ReadAsync("/v1")).Day("changedOn").ShouldBe(days[0].Day("on"));
        JsonDocument.Parse(await nobody.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken)).RootElement.GetProperty(
            "info").GetProperty("description").GetString().ShouldNotBeNull().ShouldContain("/v1/changelog");
    }
}
