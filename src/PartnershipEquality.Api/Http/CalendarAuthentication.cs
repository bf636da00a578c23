using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Http;

/// <summary>
/// A calendar's address is its credential, since calendar programs send no other: the token in the path is taken in place
/// of a key, on that one route, and opens nothing else.
/// </summary>
public sealed class CalendarAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Gate gate, KnownOrganisations organisations, TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Calendar";

    /// <summary>The default: a key everywhere, and the token where a route takes one.</summary>
    public const string OrApiKey = "CalendarOrApiKey";

    /// <summary>Marks the route that takes a calendar's token.</summary>
    public sealed class TakesToken;

    public static string SchemeFor(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<TakesToken>() is null ? ApiKeyAuthentication.SchemeName : SchemeName;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (CalendarToken.Read(Context.GetRouteValue("token") as string) is not { } token
            || await gate.OpenCalendarAsync(token.Id, token.Secret, time.GetUtcNow(), Context.RequestAborted) is not var (calendar, reach))
        {
            return AuthenticateResult.Fail("There is no such calendar, or it has been revoked.");
        }

        organisations.Remember(reach);
        Context.Features.Set(calendar);
        var identity = new ClaimsIdentity([new Claim(ApiKeyAuthentication.OrganisationClaim, reach.OrganisationId.ToString()), new Claim("sub", calendar.CalendarId.ToString(), ClaimValueTypes.String, "calendar")], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return base.HandleChallengeAsync(properties);
    }
}

/// <summary>What a calendar's address holds: which calendar, and the secret to compare.</summary>
public sealed record CalendarToken(Guid Id, byte[] Secret)
{
    private const int IdLength = 32;
    private const int SecretLength = 64;

    public static CalendarToken? Read(string? text) => text is { Length: IdLength + SecretLength } && text.All(char.IsAsciiHexDigitLower) && Guid.TryParseExact(text[..IdLength], "N", out var id)
        ? new CalendarToken(id, Encoding.UTF8.GetBytes(text[IdLength..])) : null;

    /// <summary>A new one: what is shown once, and what is kept of it.</summary>
    public static (string Shown, CalendarToken Kept) New(DateTimeOffset at)
    {
        var (id, secret) = (Uuid.New(at), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretLength / 2)));
        return (string.Create(CultureInfo.InvariantCulture, $"{id:N}{secret}"), new CalendarToken(id, Encoding.UTF8.GetBytes(secret)));
    }
}
