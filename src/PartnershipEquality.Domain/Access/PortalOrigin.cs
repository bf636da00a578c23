namespace PartnershipEquality.Domain.Access;

/// <summary>The web origin of an organisation's portal.</summary>
public sealed class PortalOrigin : Versioned
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string Origin { get; init; }

    public required string MadeBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>An origin as browsers write it: lower case, another alphabet in its ASCII form, no port that goes without saying.</summary>
    public static string Read(string text) =>
        Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri)
            && uri is { UserInfo: "", PathAndQuery: "/", Fragment: "", IdnHost.Length: > 0 }
            && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            ? $"{uri.Scheme}://{(uri.HostNameType == UriHostNameType.IPv6 ? $"[{uri.IdnHost}]" : uri.IdnHost.ToLowerInvariant())}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}"
            : throw Refusal.Field("#/origin", "format",
                "Give the scheme and the host, and a port where there is one: https://portal.example.org. Only a page on localhost may come by http.");
}
