using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Security.ApiKeys;

/// <summary>
/// Reads <c>Authorization: Bearer pe_live_&lt;id&gt;_&lt;secret&gt;</c> (<c>pe_test_</c> for a sandbox) and asks the gate. Its answer, yes
/// or no, is
/// kept for five seconds, so a revoked key dies in five seconds and a flood of wrong ones does not reach the database.
/// </summary>
public sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    Gate gate,
    IMemoryCache cache,
    KnownOrganisations organisations,
    TimeProvider time,
    IHostEnvironment environment) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";

    /// <summary>Who vouches for an API key, where credentials are named by issuer and subject; its subject is the key's id.</summary>
    public const string Issuer = "api-key";

    public const int OnBehalfOfMaxLength = 200;

    /// <summary>The officer a portal names; what is too long or not printable is dropped, since it is only an assertion.</summary>
    public static string? OnBehalfOf(HttpRequest request) =>
        request.Headers["On-Behalf-Of"].ToString() is { Length: > 0 and <= OnBehalfOfMaxLength } named && !named.Any(char.IsControl)
            ? named : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization.ToString() is not { Length: > 0 } header)
        {
            return AuthenticateResult.NoResult();
        }

        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            || PresentedKey.Read(header["Bearer ".Length..].Trim(), environment.IsDevelopment()) is not { } presented)
        {
            return AuthenticateResult.Fail("The credential is not one of ours.");
        }

        var cacheKey = (typeof(ApiKeyAuthentication), Convert.ToHexString(SHA256.HashData(presented.Secret)), presented.Id);
        if (!cache.TryGetValue<SignedIn?>(cacheKey, out var signedIn))
        {
            var answer = await gate.SignInAsync(presented.Id, presented.Secret, environment.IsDevelopment(), time.GetUtcNow(),
                Context.RequestAborted);
            signedIn = answer?.Key;
            cache.Set(cacheKey, signedIn,
                new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = KnownOrganisations.Kept, Size = 1 });
            if (answer is var (_, reach))
            {
                organisations.Remember(reach);
            }
        }

        if (signedIn is null || signedIn.ExpiresAt <= time.GetUtcNow())
        {
            return AuthenticateResult.Fail("The key is unknown, has been revoked or has expired.");
        }

        Context.Features.Set(signedIn);
        Context.Features.Set(new PresentedSecret(presented.Secret));
        var identity = new ClaimsIdentity(
            [new Claim(Caller.OrganisationClaim, signedIn.OrganisationId.ToString()),
                new Claim("sub", signedIn.KeyId.ToString(), ClaimValueTypes.String, Issuer)], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return base.HandleChallengeAsync(properties);
    }
}
