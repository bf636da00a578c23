using System.Net;
using System.Net.Sockets;

namespace PartnershipEquality.Domain.Webhooks;

/// <summary>
/// Which addresses are the public internet's. What an organisation names is called from inside our network, so whatever
/// leads back into it, or to the machine's own services, is not called: IANA's registries of special addresses, the
/// clouds' metadata, and the same inside the forms by which IPv6 carries IPv4.
/// </summary>
public static class PublicNetwork
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // Azure answers its machines' metadata at an address that looks like anybody's.
            "168.63.129.16/32",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>The only part of IPv6 that is given out to the internet.</summary>
    private static readonly IPNetwork Unicast = IPNetwork.Parse("2000::/3");

    /// <summary>How a network that has only IPv6 reaches IPv4: the last four bytes are the real address.</summary>
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    public static bool IsPublic(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6)
        {
            return IsPublic(address.MapToIPv4());
        }

        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            if (Translated.Contains(address))
            {
                return IsPublic(new IPAddress(address.GetAddressBytes().AsSpan(12)));
            }

            if (!Unicast.Contains(address))
            {
                return false;
            }
        }

        return !NotPublic.Any(network => network.Contains(address));
    }
}
