using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Domain.Access;

/// <summary>A key as its organisation may see it. The hash is not here: only the gate reads it.</summary>
public sealed class ApiKey : Versioned
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public bool Development { get; init; }

    public required string MadeBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public DateOnly? LastUsedOn { get; init; }

    /// <summary>When a key stops working by itself: as asked, else after a year; at most two years ahead.</summary>
    public static DateTimeOffset ExpiryOf(DateTimeOffset? asked, DateTimeOffset at)
    {
        var expiresAt = (asked ?? at.AddYears(1)).ToUniversalTime();
        return expiresAt <= at || expiresAt > at.AddYears(2)
            ? throw Refusal.Field("#/expiresAt", "out-of-range", "Give a moment in the future, at most two years ahead.")
            : expiresAt;
    }

    /// <summary>Stops the key. Whether it worked until now. Refused for the last with which the organisation could make another.</summary>
    /// <param name="all">All the organisation's keys.</param>
    /// <param name="at">The instant.</param>
    public bool Revoke(IEnumerable<ApiKey> all, DateTimeOffset at)
    {
        if (RevokedAt is not null)
        {
            return false;
        }

        if (Scopes.Contains(Permission.KeysManage) && !all.Any(k => k.Id != Id && k.ManagesKeysAt(at)))
        {
            throw Refusal.Conflict("no-key-left", "This is the last live key that can manage keys. Make another first.");
        }

        RevokedAt = at;
        Revise();
        return true;
    }

    private bool ManagesKeysAt(DateTimeOffset at) => RevokedAt is null && ExpiresAt > at && Scopes.Contains(Permission.KeysManage);
}
