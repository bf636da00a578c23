using System.Net;

namespace PartnershipEquality.Domain.Webhooks;

/// <summary>
/// The address that events are sent to, as far as its text can tell; whether its name leads to the public internet is
/// asked each time it is connected to.
/// </summary>
public static class WebhookAddress
{
    public const int MaxLength = 2000;

    private const string Pointer = "#/url";

    /// <summary>The address in its one spelling, or a refusal that names what is wrong with it.</summary>
    /// <param name="text">As it was given.</param>
    /// <param name="allowPrivate">For development and tests: private names and addresses, and http to the machine itself.</param>
    public static string Read(string text, bool allowPrivate)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MaxLength || text.Any(c => c <= ' ' || c == '\\' || char.IsControl(c))
            || !Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Host.Length == 0)
        {
            throw Refusal.Field(Pointer, "format", "Give a whole address: https://, a host name and a path, without spaces.");
        }

        var loopback = IsLoopback(url);
        if (url.Scheme != Uri.UriSchemeHttps && !(allowPrivate && loopback && url.Scheme == Uri.UriSchemeHttp))
        {
            throw Refusal.Field(Pointer, "scheme", "Give an address that begins with https://; events are sent encrypted or not at all.");
        }

        if (url.UserInfo.Length > 0)
        {
            throw Refusal.Field(Pointer, "user-info",
                "Leave the name and password out of the address; who sends is proved by the signature.");
        }

        if (url.Fragment.Length > 0)
        {
            throw Refusal.Field(Pointer, "format", "Leave out the part after #; it is never sent.");
        }

        if (url.Port is not (443 or >= 1024) && !allowPrivate)
        {
            throw Refusal.Field(Pointer, "port", "Use port 443, or one from 1024 up.");
        }

        if (!allowPrivate && (loopback || (IPAddress.TryParse(url.IdnHost, out var address)
            ? !PublicNetwork.IsPublic(address) : !url.IdnHost.TrimEnd('.').Contains('.', StringComparison.Ordinal))))
        {
            throw Refusal.Field(Pointer, "not-public",
                "Give a host that the public internet reaches; private, local and reserved ones are not called.");
        }

        return url.AbsoluteUri;
    }

    private static bool IsLoopback(Uri url) =>
        IPAddress.TryParse(url.IdnHost, out var address) ? IPAddress.IsLoopback(address)
        : url.IdnHost.TrimEnd('.') is var name && (name == "localhost" || name.EndsWith(".localhost", StringComparison.Ordinal));
}
