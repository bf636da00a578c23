namespace PartnershipEquality.Api.Security;

/// <summary>
/// The secret of the credential that was let in: what belongs to it alone is sealed with this, and nothing else keeps it.
/// </summary>
public sealed record PresentedSecret(byte[] Bytes);
