using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartnershipEquality.Api.Jobs;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Tests.Tenancy;

/// <summary>What is asked of any way to the current tenant: from the credential's claim, from nothing else, and for nobody else.</summary>
public sealed class TenantResolutionTests(RunningApi running)
{
    [Fact]
    public async Task A_claim_that_names_no_known_organisation_is_401_whatever_else_the_request_names()
    {
        await using var api = await StartAsync();
        var partnership = await TestPartnership.CreateAsync(api, members: 2);
        var (mine, other) = (partnership.Authorities[0], partnership.Authorities[1]);
        (await WhoAsync(mine, mine.Id.ToString())).ShouldBe(mine.Id, "the claim is the one that the credential brings");

        foreach (var claim in new[] { Guid.NewGuid().ToString(), Guid.Empty.ToString(), mine.Code, "", "no-id", "*", "__tenant__",
            new string('9', 4000) })
        {
            foreach (var path in new[] { "/v1/me", $"/v1/organisations/{mine.Id}", $"/v1/assignments?authorityId={other.Id}",
                "/v1/imports/template.csv" })
            {
                var response = await mine.Admin.SendAsync(Naming(path, claim, other.Id), TestContext.Current.CancellationToken);
                await response.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "credential-missing");
            }
        }

        await (await mine.Admin.SendAsync(Naming("/v1/me", "(none)", other.Id),
            TestContext.Current.CancellationToken)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "credential-missing");
        (await mine.Admin.SendAsync(Naming("/health/live", Guid.NewGuid().ToString(), other.Id),
            TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK, "who needs no credential is not asked for one");
    }

    [Fact]
    public async Task No_header_query_host_or_cookie_names_the_organisation()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 2);
        var (mine, other) = (partnership.Authorities[0], partnership.Authorities[1]);

        (await (await mine.Admin.SendAsync(Naming("/v1/me", null, other.Id), TestContext.Current.CancellationToken)).ShouldBeAsync(
            HttpStatusCode.OK))
            .GetProperty("organisation").Id().ShouldBe(mine.Id);
    }

    [Fact]
    public async Task Requests_and_jobs_side_by_side_each_stay_in_their_own_organisation()
    {
        var partnership = await TestPartnership.CreateAsync(running, members: 6);
        var everyone = partnership.Everyone.ToList();
        var reaches = new Dictionary<Guid, TenantScope>();
        foreach (var organisation in everyone)
        {
            reaches.Add(organisation.Id,
                (await WorkDue.ScopeAsync(running.Api.Databases.Platform, organisation.Id, LondonDay.Of(running.Api.Clock.Now),
                    TestContext.Current.CancellationToken))!);
        }

        var work = running.Api.Services.GetRequiredService<OrganisationWork>();
        await Parallel.ForAsync(0, 400,
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = TestContext.Current.CancellationToken }, async (i, ct) =>
        {
            var organisation = everyone[i % everyone.Count];
            if (i % 2 == 0)
            {
                (await WhoAsync(organisation, null)).ShouldBe(organisation.Id);
                return;
            }

            var neighbour = everyone[(i + 1) % everyone.Count];
            await using var scope = work.BeginAs(reaches[organisation.Id]);
            await ShouldBeAsync(scope.ServiceProvider, organisation.Id, ct);
            // A job within a job, a request within a job, and then the first goes on as itself.
            await NestedAsync(neighbour);
            (await WhoAsync(neighbour, null)).ShouldBe(neighbour.Id);
            await ShouldBeAsync(scope.ServiceProvider, organisation.Id, ct);
        });

        await using var stranger = running.Api.Services.CreateAsyncScope();
        stranger.ServiceProvider.GetRequiredService<CurrentTenant>().Scope.ShouldBeNull("what a job entered ends with it");

        async Task NestedAsync(TestOrganisation organisation)
        {
            await using var scope = work.BeginAs(reaches[organisation.Id]);
            await ShouldBeAsync(scope.ServiceProvider, organisation.Id, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_scope_that_nobody_let_in_is_nobody_even_inside_an_organisations_job()
    {
        var organisation = (await TestPartnership.CreateAsync(running, members: 1)).Authorities[0];
        var reach = (await WorkDue.ScopeAsync(running.Api.Databases.Platform, organisation.Id, LondonDay.Of(running.Api.Clock.Now),
            TestContext.Current.CancellationToken))!;
        await using var job = running.Api.Services.GetRequiredService<OrganisationWork>().BeginAs(reach);
        await using var stranger = running.Api.Services.CreateAsyncScope();

        job.ServiceProvider.GetRequiredService<Caller>().OrganisationId.ShouldBe(organisation.Id);
        stranger.ServiceProvider.GetRequiredService<Caller>().IsKnown.ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => stranger.ServiceProvider.GetRequiredService<Caller>().Scope);
    }

    /// <summary>The code and the database agree on who this is.</summary>
    private static async Task ShouldBeAsync(IServiceProvider scope, Guid organisationId, CancellationToken ct)
    {
        await Task.Yield();
        scope.GetRequiredService<Caller>().OrganisationId.ShouldBe(organisationId);
        (await Preview.OfAsync(scope, async _ => await scope.GetRequiredService<EqualityDb>().Database
            .SqlQuery<string>($"select current_setting('app.organisation_id') as \"Value\"")
                .SingleAsync(ct), ct)).ShouldBe(organisationId.ToString());
    }

    private static async Task<Guid> WhoAsync(TestOrganisation organisation, string? claim)
    {
        using var request = Naming("/v1/me", claim, null);
        return (await (await organisation.Viewer.SendAsync(request, TestContext.Current.CancellationToken)).ShouldBeAsync(
            HttpStatusCode.OK)).GetProperty("organisation").Id();
    }

    /// <summary>
    /// A request whose claim is made to say something, and which names an organisation wherever else one might be looked for.
    /// </summary>
    private static HttpRequestMessage Naming(string path, string? claim, Guid? elsewhere)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (claim is not null)
        {
            request.Headers.Add(ClaimFromHeader.Name, claim);
        }

        foreach (var name in elsewhere is null
            ? [] : new[] { "X-Tenant", "X-Tenant-Id", "__tenant__", "tenant", "organisation", "Organisation-Id" })
        {
            request.Headers.Add(name, elsewhere.ToString());
        }

        if (elsewhere is not null)
        {
            request.Headers.Host = $"{elsewhere}.example.org";
            request.Headers.Add("Cookie", $"__tenant__={elsewhere}; organisation={elsewhere}");
        }

        return request;
    }

    private Task<ApiInstance> StartAsync() => ApiInstance.StartAsync("Production", running.Database.Roles, null, ClaimFromHeader.Add);
}
