namespace PartnershipEquality.Api.Http;

/// <summary>
/// Marks a list whose order can change while somebody walks it; the manual says so. Every other list is in an order that never changes.
/// </summary>
/// <param name="By">What it is ordered by, in words.</param>
/// <param name="Only">With which parameter alone that is so; null where it always is.</param>
public sealed record OrderCanChange(string By, string? Only = null)
{
    /// <summary>What the manual says of such a list.</summary>
    public string Words =>
        $"{(Only is null ? "Ordered" : $"With {Only} ordered")} by {By}, which can change while you walk it: what moved meanwhile may " +
        "come twice or not at all, and what stayed comes once. The change feed, /v1/changes, is the way to keep in step.";
}
