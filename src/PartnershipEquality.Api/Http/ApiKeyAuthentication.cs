using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Http;

/// <summary>
/// Reads <c>Authorization: Bearer pe_live_&lt;id&gt;_&lt;secret&gt;</c> (<c>pe_test_</c> for a sandbox) and asks the gate. Its answer, yes or no, is
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

    /// <summary>The claim that names the credential's organisation; the tenant is resolved from it and from nothing else.</summary>
    public const string OrganisationClaim = "organisation";

    /// <summary>Who vouches for an API key, where credentials are named by issuer and subject; its subject is the key's id.</summary>
    public const string Issuer = "api-key";

    public const int OnBehalfOfMaxLength = 200;

    /// <summary>The officer a portal names; what is too long or not printable is dropped, since it is only an assertion.</summary>
    public static string? OnBehalfOf(HttpRequest request) =>
        request.Headers["On-Behalf-Of"].ToString() is { Length: > 0 and <= OnBehalfOfMaxLength } named && !named.Any(char.IsControl) ? named : null;

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
            var answer = await gate.SignInAsync(presented.Id, presented.Secret, environment.IsDevelopment(), time.GetUtcNow(), Context.RequestAborted);
            signedIn = answer?.Key;
            cache.Set(cacheKey, signedIn, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = KnownOrganisations.Kept, Size = 1 });
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
            [new Claim(OrganisationClaim, signedIn.OrganisationId.ToString()), new Claim("sub", signedIn.KeyId.ToString(), ClaimValueTypes.String, Issuer)], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return base.HandleChallengeAsync(properties);
    }
}

/// <summary>The secret of the credential that was let in: what belongs to it alone is sealed with this, and nothing else keeps it.</summary>
public sealed record PresentedSecret(byte[] Bytes);

/// <summary>A key as it was presented: which one, and the secret to compare.</summary>
public sealed record PresentedKey(Guid Id, byte[] Secret)
{
    public const string LivePrefix = "pe_live_";
    public const string TestPrefix = "pe_test_";
    public const string DevelopmentPrefix = "pe_dev_";

    public static PresentedKey? Read(string text, bool development)
    {
        if (development && text.StartsWith(DevelopmentPrefix, StringComparison.Ordinal) && text.Length <= 60)
        {
            return new PresentedKey(DevelopmentId(text), Encoding.UTF8.GetBytes(text));
        }

        var test = text.StartsWith(TestPrefix, StringComparison.Ordinal);
        if (!test && !text.StartsWith(LivePrefix, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = text[LivePrefix.Length..].Split('_');
        return parts.Length == 2 && Guid.TryParseExact(parts[0], "N", out var id) && parts[1].Length is > 0 and <= 128
            ? new PresentedKey(id, SecretOf(test, parts[1]))
            : null;
    }

    /// <summary>The id under which a fixed Development key is kept: worked out from its text, so that it need not carry one.</summary>
    public static Guid DevelopmentId(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    /// <summary>A new key: what is shown once, and what is kept of it.</summary>
    /// <param name="test">For a sandbox, which its prefix says.</param>
    public static (string Shown, PresentedKey Kept) New(bool test = false)
    {
        var id = Uuid.New();
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        return (string.Create(CultureInfo.InvariantCulture, $"{(test ? TestPrefix : LivePrefix)}{id:N}_{secret}"), new PresentedKey(id, SecretOf(test, secret)));
    }

    /// <summary>The prefix is part of a test key's secret: written with the other, it is no key.</summary>
    private static byte[] SecretOf(bool test, string secret) => Encoding.UTF8.GetBytes(test ? TestPrefix + secret : secret);
}
