namespace PartnershipEquality.Api.Http;

/// <summary>Marks a list whose order can change while somebody walks it; the manual says so. Every other list is in an order that never changes.</summary>
/// <param name="By">What it is ordered by, in words.</param>
public sealed record OrderCanChange(string By)
{
    /// <summary>What the manual says of such a list.</summary>
    public string Words => $"Ordered by {By}, which can change while you walk it: what moved meanwhile may come twice or not at all, and what stayed comes once. The change feed, /v1/changes, is the way to keep in step.";
}
