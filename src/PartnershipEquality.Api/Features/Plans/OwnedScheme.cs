using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Plans;

/// <summary>
/// A scheme whose parts its owner is about to make, move or take out: one such change at a time, so that the order
/// counted and the references given are those that are kept. Reports go on meanwhile.
/// </summary>
internal static class OwnedScheme
{
    public static async Task<Scheme> LockAsync(EqualityDb db, Caller caller, Guid schemeId, CancellationToken ct)
    {
        var ownerId = await db.Schemes.Where(s => s.Id == schemeId).Select(s => (Guid?)s.OwnerId).SingleOrDefaultAsync(ct)
            ?? throw Refusal.NotFound("scheme");
        caller.EnsureOwns(ownerId, "scheme");
        await new Sql($"select 1 from schemes where id = {schemeId} for no key update").RunAsync(db, ct);
        var scheme = await db.Schemes.AsNoTracking().SingleOrDefaultAsync(s => s.Id == schemeId, ct) ?? throw Refusal.NotFound("scheme");
        scheme.EnsureOpen();
        return scheme;
    }
}
