namespace PartnershipEquality.Api.Security.Addresses;

/// <summary>What the address of a route opens.</summary>
public enum AddressOpens
{
    Calendar,
    Digest,
}

/// <summary>Marks a route that takes a token in its path in place of a key.</summary>
public sealed record TakesToken(AddressOpens Opens);
