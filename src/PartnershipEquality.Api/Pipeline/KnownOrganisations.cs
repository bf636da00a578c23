using Microsoft.Extensions.Caching.Memory;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Pipeline;

/// <summary>
/// The organisations that a credential may name, with what each may reach. An answer is kept for five seconds, as a key's is, and never
/// longer.
/// </summary>
public sealed class KnownOrganisations(Databases databases, IMemoryCache cache, TimeProvider time)
{
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);

    /// <summary>Keeps what the gate has just answered, so that a request costs one look and not two.</summary>
    public void Remember(TenantScope reach) =>
        cache.Set((typeof(KnownOrganisations), reach.OrganisationId), reach,
            new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Kept, Size = 1 });

    /// <summary>What the organisation may reach today; null when there is no such organisation.</summary>
    public async Task<TenantScope?> FindAsync(string? claim, CancellationToken ct)
    {
        if (!Guid.TryParse(claim, out var id))
        {
            return null;
        }

        if (!cache.TryGetValue<TenantScope>((typeof(KnownOrganisations), id), out var reach)
            && (reach = await WorkDue.ScopeAsync(databases.Platform, id, LondonDay.Of(time.GetUtcNow()), ct)) is not null)
        {
            Remember(reach);
        }

        return reach;
    }
}
