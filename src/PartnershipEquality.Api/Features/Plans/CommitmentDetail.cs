using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Features.Plans.Actions;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Data;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Plans;

/// <summary>A commitment with its actions.</summary>
/// <param name="Reference">What people quote: "2.4".</param>
/// <param name="Label">The words the plan numbers it with, where they are more than the number: "Objective 3".</param>
/// <param name="Title">Null where the plan gives none.</param>
/// <param name="Related">References of related commitments, as the plan writes them.</param>
/// <param name="PsedAims">Aims of the public sector equality duty that it serves.</param>
/// <param name="Characteristics">Protected characteristics that it serves.</param>
/// <param name="NotApplicable">The plan's own words for why nothing is to be done: "N/A"; null where it applies.</param>
/// <param name="Notes">What the plan says of it beside its columns.</param>
/// <param name="Actions">Its rows of work, in order; none where the plan has none yet.</param>
public sealed record CommitmentDetail(
    Guid Id, Guid SchemeId, Guid ThemeId, string Reference, string? Label, string? Title, IReadOnlyList<string> Related,
        IReadOnlyList<string> PsedAims,
    IReadOnlyList<string> Characteristics, string? NotApplicable, IReadOnlyList<PlanNote> Notes, IReadOnlyList<ActionRow> Actions,
        DateTimeOffset? WithdrawnAt, string? WithdrawnReason, int Version) : IVersioned
{
    internal static async Task<CommitmentDetail> ReadAsync(EqualityDb db, Commitment commitment, CancellationToken ct) =>
        (await ReadAsync(db, [commitment], ct))[0];

    internal static async Task<IReadOnlyList<CommitmentDetail>> ReadAsync(EqualityDb db, IReadOnlyList<Commitment> commitments,
        CancellationToken ct)
    {
        var ids = commitments.Select(c => c.Id).ToList();
        var actions = await db.Actions.AsNoTracking().Include(a => a.CrossReferences).Where(a => ids.Contains(a.CommitmentId))
            .OrderBy(a => a.Position).ThenBy(a => a.Id).AsSplitQuery().ToListAsync(ct);
        var byCommitment = actions.ToLookup(a => a.CommitmentId);
        return [.. commitments.Select(c => new CommitmentDetail(c.Id, c.SchemeId, c.ThemeId, c.Reference, c.Label, c.Title, c.Related,
            c.PsedAims, c.Characteristics, c.NotApplicable, c.Notes,
            [.. byCommitment[c.Id].Select(ActionRow.From)], c.WithdrawnAt, c.WithdrawnReason, c.Version))];
    }
}
