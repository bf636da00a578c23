using Finbuckle.MultiTenant.Abstractions;
using Finbuckle.MultiTenant.AspNetCore.Extensions;
using Finbuckle.MultiTenant.Extensions;
using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Pipeline;

/// <summary>
/// Where the claim of a verified credential becomes the current tenant; no header, route or body can name one. Compiled
/// instead of our own with <c>UseFinbuckle=true</c>: Finbuckle.MultiTenant with the claim as its one strategy, so that
/// a claim naming an unknown organisation has nothing to fall through to.
/// </summary>
public static class TenantResolution
{
    public static void AddTenantResolution(this IServiceCollection services)
    {
        services.AddScoped<CurrentTenant>();
        services.AddMultiTenant<Tenant>()
            .WithClaimStrategy(Caller.OrganisationClaim)
            .WithStore<OrganisationStore>(ServiceLifetime.Singleton)
            // The strategy would run the credential's handler a second time for whoever has not been let through.
            .BypassWhen(options => options.Predicate = context => context.User.Identity is not { IsAuthenticated: true });
    }

    public static void UseTenantResolution(this IApplicationBuilder app)
    {
        app.UseMultiTenant();
        app.Use(async (context, next) =>
        {
            if (context.User.FindFirst(Caller.OrganisationClaim) is { } claim && !context.GetMultiTenantContext<Tenant>().IsResolved)
            {
                // The library logs what its store throws and goes on. Asked once more it comes out: a database that is
                // gone is a 503, and no reason to tell a caller that its credential is unknown.
                await context.RequestServices.GetRequiredService<KnownOrganisations>().FindAsync(claim.Value, context.RequestAborted);
            }

            await next();
        });
    }

    /// <summary>Makes a scope outside a request act for one organisation, and all that its caller awaits from here on.</summary>
    public static void Enter(IServiceProvider scope, TenantScope organisation) =>
        scope.GetRequiredService<IMultiTenantContextSetter>().MultiTenantContext = new MultiTenantContext<Tenant>(new Tenant(organisation));
}

/// <summary>
/// The organisation that a scope acts for, and what it may reach; null before one is resolved, and when the claim names none that is known.
/// </summary>
public sealed class CurrentTenant(IMultiTenantContextAccessor<Tenant> accessor)
{
    public TenantScope? Scope => accessor.MultiTenantContext.TenantInfo?.Scope;
}

/// <summary>An organisation as Finbuckle.MultiTenant knows it: identified by its id, as the claim does.</summary>
public sealed class Tenant(TenantScope reach) : ITenantInfo
{
    public string Id { get; } = reach.OrganisationId.ToString();

    public string Identifier => Id;

    public TenantScope Scope { get; } = reach;
}

/// <summary>Our organisations, to be looked up one at a time. They are made by the verbs, never from here.</summary>
public sealed class OrganisationStore(KnownOrganisations organisations) : IMultiTenantStore<Tenant>
{
    public async Task<Tenant?> GetByIdentifierAsync(string identifier) =>
        await organisations.FindAsync(identifier, CancellationToken.None) is { } reach ? new Tenant(reach) : null;

    public Task<Tenant?> GetAsync(string id) => GetByIdentifierAsync(id);

    public Task<IEnumerable<Tenant>> GetAllAsync() => throw new NotSupportedException();

    public Task<IEnumerable<Tenant>> GetAllAsync(int take, int skip) => throw new NotSupportedException();

    public Task<bool> AddAsync(Tenant tenantInfo) => throw new NotSupportedException();

    public Task<bool> UpdateAsync(Tenant tenantInfo) => throw new NotSupportedException();

    public Task<bool> RemoveAsync(string identifier) => throw new NotSupportedException();
}
