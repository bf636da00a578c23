using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Api.Security.ApiKeys;
using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Security.Addresses;

/// <summary>
/// An address that is its own credential, since calendar programs and the links in mails send no other: the token in the
/// path is taken in place of a key, on the routes that say so, and opens nothing else.
/// </summary>
public sealed class AddressAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Gate gate,
        KnownOrganisations organisations, TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Address";

    /// <summary>The default: a key everywhere, and the token where a route takes one.</summary>
    public const string OrApiKey = "AddressOrApiKey";

    public static string SchemeFor(HttpContext context) => OpenedBy(context) is null ? ApiKeyAuthentication.SchemeName : SchemeName;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (AddressToken.Read(Context.GetRouteValue("token") as string) is not { } token
            || await OpenAsync(token, OpenedBy(Context)!.Opens) is not var (opened, id, reach))
        {
            return AuthenticateResult.Fail("There is no such address, or it has been revoked.");
        }

        organisations.Remember(reach);
        Context.Features.Set(opened);
        Context.Features.Set(new PresentedSecret(token.Secret));
        var identity = new ClaimsIdentity([new Claim(Caller.OrganisationClaim, reach.OrganisationId.ToString()),
            new Claim("sub", id.ToString(), ClaimValueTypes.String, "address")], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return base.HandleChallengeAsync(properties);
    }

    private static TakesToken? OpenedBy(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<TakesToken>();

    private async Task<(Opened Opened, Guid Id, TenantScope Scope)?> OpenAsync(AddressToken token, AddressOpens opens)
    {
        var (at, ct) = (time.GetUtcNow(), Context.RequestAborted);
        if (opens == AddressOpens.Calendar)
        {
            return await gate.OpenCalendarAsync(token.Id, token.Secret, at, ct) is var (calendar, reach)
                ? (calendar, calendar.CalendarId, reach) : null;
        }

        return await gate.OpenDigestAsync(token.Id, token.Secret, at, ct) is var (digest, its) ? (digest, digest.DigestId, its) : null;
    }
}
