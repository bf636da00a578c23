using System.Net;
using PartnershipEquality.Api.Hosting;
using PartnershipEquality.Api.Tests.Tenancy;
using PartnershipEquality.Domain.Organisations;

namespace PartnershipEquality.Api.Tests;

/// <summary>The database goes away under a running API and comes back: the API says so meanwhile, and needs no restart.</summary>
public sealed class DatabaseGoneTests
{
    [Fact]
    public async Task While_the_database_is_gone_the_answer_is_503_and_when_it_is_back_the_same_process_goes_on()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var server = await TestServer.StartAsync();
        await OpenDatabases.MakeAsync(server.Postgres.Address, "equality", ct);
        await using var databases = OpenDatabases.Of(server.Postgres.Address, "equality");
        await databases.UpgradeAsync(StoppedClock.Start, ct);
        await using var api = await ApiInstance.StartAsync("Production", databases, null, ClaimFromHeader.Add);
        var council = await TestOrganisation.CreateAsync(api, OrganisationKind.Authority, "BDC");
        using var nobody = api.Client();
        await council.Admin.ReadAsync("/v1/settings");
        await nobody.ReadAsync("/health/ready");

        await server.StopAsync();

        // The admin's key is still kept from before, so its request reaches the database; the lead's is asked of the gate.
        foreach (var request in new Func<Task<HttpResponseMessage>>[]
        {
            () => council.Admin.GetAsync("/v1/settings", ct), () => council.Lead.GetAsync("/v1/me", ct),
            () => council.Admin.SendAsync(HttpMethod.Patch, "/v1/settings", new { mailFromName = "Lost" }, "*"),
            () => council.Admin.SendAsync(HttpMethod.Post, "/v1/api-keys", new { name = "lost", role = "viewer" }),
        })
        {
            var response = await request();
            await response.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "database-unavailable");
            response.Headers.RetryAfter.ShouldNotBeNull();
        }

        // Whether this organisation exists cannot be told just now, which is no reason to call its credential unknown.
        using (var another = new HttpRequestMessage(HttpMethod.Get,
            "/v1/me")
        { Headers = { { ClaimFromHeader.Name, Guid.NewGuid().ToString() } } })
        {
            await (await council.Admin.SendAsync(another, ct)).ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable,
                "database-unavailable");
        }

        (await (await nobody.GetAsync("/health/ready", ct)).ShouldBeAsync(HttpStatusCode.ServiceUnavailable)).GetProperty("status")
            .GetString().ShouldBe("notReady");
        await nobody.ReadAsync("/health/live");
        await (await nobody.GetAsync("/v1/me", ct)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized);

        await server.ComeBackAsync();

        (await council.Admin.ReadAsync("/v1/settings")).GetProperty("mailFromName").GetString()
            .ShouldBeNull("nothing of a refused request was saved");
        await council.Lead.ReadAsync("/v1/me");
        (await nobody.ReadAsync("/health/ready")).GetProperty("status").GetString().ShouldBe("ready");
    }
}
