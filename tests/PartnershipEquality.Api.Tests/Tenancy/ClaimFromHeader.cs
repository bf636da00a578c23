using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PartnershipEquality.Api.Pipeline;

namespace PartnershipEquality.Api.Tests.Tenancy;

/// <summary>An identity provider that says of a credential whatever the test's request asks for: another organisation, or none.</summary>
internal sealed class ClaimFromHeader(IHttpContextAccessor http) : IClaimsTransformation
{
    public const string Name = "Test-Claim";

    public static void Add(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddTransient<IClaimsTransformation, ClaimFromHeader>();
    }

    public Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
    {
        if (http.HttpContext!.Request.Headers[Name] is not [{ } said] || principal.Identity is not { IsAuthenticated: true })
        {
            return Task.FromResult(principal);
        }

        var kept = principal.Claims.Where(c => c.Type != Caller.OrganisationClaim);
        return Task.FromResult(new ClaimsPrincipal(new ClaimsIdentity(said == "(none)"
            ? kept : kept.Append(new Claim(Caller.OrganisationClaim, said)), "test")));
    }
}
