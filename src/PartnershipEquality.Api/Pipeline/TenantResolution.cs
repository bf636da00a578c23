using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Pipeline;

/// <summary>
/// Where the claim of a verified credential becomes the current tenant; no header, route or body can name one.
/// </summary>
public static class TenantResolution
{
    public static void AddTenantResolution(this IServiceCollection services) => services.AddScoped<CurrentTenant>();

    public static void UseTenantResolution(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.User.Identity is { IsAuthenticated: true })
        {
            var claim = context.User.FindFirst(Caller.OrganisationClaim)?.Value;
            context.RequestServices.GetRequiredService<CurrentTenant>().Scope =
                await context.RequestServices.GetRequiredService<KnownOrganisations>().FindAsync(claim, context.RequestAborted);
        }

        await next();
    });

    /// <summary>Makes a scope outside a request act for one organisation.</summary>
    public static void Enter(IServiceProvider scope, TenantScope organisation) =>
        scope.GetRequiredService<CurrentTenant>().Scope = organisation;
}

/// <summary>
/// The organisation that a scope acts for, and what it may reach; null before one is resolved, and when the claim names none that is known.
/// </summary>
public sealed class CurrentTenant
{
    public TenantScope? Scope { get; set; }
}
