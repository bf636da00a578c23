using PartnershipEquality.Api.Http;
using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Pipeline;

/// <summary>
/// The seam where a verified credential becomes the caller's organisation. This is the Core set's: the reach that
/// the gate answered with the credential is the tenant, and nothing else can name one.
/// </summary>
public static class TenantResolution
{
    public static IServiceCollection AddTenantResolution(this IServiceCollection services) => services;

    public static IApplicationBuilder UseTenantResolution(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Features.Get<SignedIn>() is { } key)
        {
            context.RequestServices.GetRequiredService<Caller>().LetIn(key, ApiKeyAuthentication.OnBehalfOf(context.Request));
        }

        await next();
    });

    /// <summary>Makes a job's scope act as one organisation.</summary>
    public static void WorkAs(IServiceProvider scope, Reach organisation) => scope.GetRequiredService<Caller>().Work(organisation);
}
