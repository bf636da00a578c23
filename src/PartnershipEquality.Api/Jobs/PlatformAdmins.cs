using Microsoft.AspNetCore.Authorization;

namespace PartnershipEquality.Api.Jobs;

/// <summary>
/// Who may see the engine's pages: the credentials that configuration lists by issuer and subject, and in Development whoever sits at this
/// machine.
/// </summary>
public static class PlatformAdmins
{
    public const string Policy = "platform-admin";

    public static bool Allow(AuthorizationHandlerContext authorization)
    {
        if (authorization.Resource is not HttpContext http)
        {
            return false;
        }

        var listed = http.RequestServices.GetRequiredService<IConfiguration>().GetSection("PlatformAdmins").GetChildren();
        return (authorization.User.FindFirst("sub") is { } subject
            && listed.Any(one => one["Issuer"] == subject.Issuer && one["Subject"] == subject.Value))
            || (http.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment()
                && http.Connection.RemoteIpAddress is { } address && System.Net.IPAddress.IsLoopback(address));
    }
}
