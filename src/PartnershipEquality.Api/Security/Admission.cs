using System.Security.Claims;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Api.Security.ApiKeys;
using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Security;

/// <summary>
/// Lets in whoever brings a verified credential of an organisation that is known. Everybody else is nobody, and authorization answers 401.
/// </summary>
public static class Admission
{
    public static void UseAdmission(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.RequestServices.GetRequiredService<CurrentTenant>().Scope is null)
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity());
        }
        else if (context.Features.Get<SignedIn>() is { } key)
        {
            context.RequestServices.GetRequiredService<Caller>().LetIn(key, ApiKeyAuthentication.OnBehalfOf(context.Request));
        }
        else if (context.Features.Get<Opened>() is { } opened)
        {
            context.RequestServices.GetRequiredService<Caller>().LetIn(opened);
        }

        await next();
    });
}
