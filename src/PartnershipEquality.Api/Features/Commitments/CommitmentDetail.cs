using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Features.Actions;
using PartnershipEquality.Api.Features.Schemes;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Schemes;

namespace PartnershipEquality.Api.Features.Commitments;

/// <summary>A commitment with its actions.</summary>
/// <param name="Reference">What people quote: "2.4".</param>
/// <param name="Title">Null where the plan gives none.</param>
/// <param name="Related">References of related commitments, as the plan writes them.</param>
/// <param name="PsedAims">Aims of the public sector equality duty that it serves.</param>
/// <param name="Characteristics">Protected characteristics that it serves.</param>
/// <param name="Actions">Its rows of work, in order; none where the plan has none yet.</param>
public sealed record CommitmentDetail(
    Guid Id, Guid SchemeId, Guid ThemeId, string Reference, string? Title, IReadOnlyList<string> Related, IReadOnlyList<string> PsedAims,
    IReadOnlyList<string> Characteristics, IReadOnlyList<ActionRow> Actions, DateTimeOffset? WithdrawnAt, string? WithdrawnReason, int Version) : IVersioned
{
    internal static async Task<CommitmentDetail> ReadAsync(EqualityDb db, Commitment commitment, CancellationToken ct) => (await ReadAsync(db, [commitment], ct))[0];

    internal static async Task<IReadOnlyList<CommitmentDetail>> ReadAsync(EqualityDb db, IReadOnlyList<Commitment> commitments, CancellationToken ct)
    {
        var ids = commitments.Select(c => c.Id).ToList();
        var actions = await db.Actions.AsNoTracking().Include(a => a.CrossReferences).Where(a => ids.Contains(a.CommitmentId))
            .OrderBy(a => a.Position).ThenBy(a => a.Id).AsSplitQuery().ToListAsync(ct);
        var byCommitment = actions.ToLookup(a => a.CommitmentId);
        return [.. commitments.Select(c => new CommitmentDetail(c.Id, c.SchemeId, c.ThemeId, c.Reference, c.Title, c.Related, c.PsedAims, c.Characteristics,
            [.. byCommitment[c.Id].Select(ActionRow.From)], c.WithdrawnAt, c.WithdrawnReason, c.Version))];
    }
}

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
    public static async Task<(Scheme Scheme, Commitment Commitment)> LockAsync(EqualityDb db, Caller caller, Guid commitmentId, CancellationToken ct)
    {
        var found = await db.Commitments.Where(c => c.Id == commitmentId).Select(c => new { c.OwnerId, c.SchemeId }).SingleOrDefaultAsync(ct) ?? throw Refusal.NotFound("commitment");
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
