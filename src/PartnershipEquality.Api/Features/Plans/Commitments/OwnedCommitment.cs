using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Plans.Commitments;

/// <summary>A commitment that its owner is about to change, its scheme held.</summary>
internal static class OwnedCommitment
{
    public static async Task<Commitment> LockAsync(EqualityDb db, Caller caller, Guid commitmentId, string? ifMatch, CancellationToken ct)
    {
        var (_, commitment) = await LockAsync(db, caller, commitmentId, ct);
        Versions.Ensure(ifMatch, commitment.Version);
        commitment.EnsureInPlan();
        return commitment;
    }

    /// <summary>For what is made under it, which changes nothing of its own.</summary>
    public static async Task<(Scheme Scheme, Commitment Commitment)> LockAsync(EqualityDb db, Caller caller, Guid commitmentId,
        CancellationToken ct)
    {
        var found = await db.Commitments.Where(c => c.Id == commitmentId).Select(c => new { c.OwnerId, c.SchemeId })
            .SingleOrDefaultAsync(ct) ?? throw Refusal.NotFound("commitment");
        caller.EnsureOwns(found.OwnerId, "commitment");
        var scheme = await OwnedScheme.LockAsync(db, caller, found.SchemeId, ct);
        return (scheme, await db.Commitments.SingleOrDefaultAsync(c => c.Id == commitmentId, ct) ?? throw Refusal.NotFound("commitment"));
    }

    /// <summary>Refuses a reference that another commitment of the scheme has, also one that was withdrawn: reports quote it.</summary>
    public static async Task EnsureFreeAsync(EqualityDb db, Guid ownerId, Guid schemeId, string reference, CancellationToken ct)
    {
        if (await db.Commitments.AnyAsync(c => c.OwnerId == ownerId && c.SchemeId == schemeId && c.Reference == reference, ct))
        {
            throw Refusal.Conflict("reference-taken", $"The scheme has a commitment {reference} already, or had one.");
        }
    }
}
