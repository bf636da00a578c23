using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Schemes;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Api.Features.Schemes;

/// <param name="CommitmentId">The commitment's id.</param>
[Reads(Permission.PlanRead)]
public sealed record GetCommitment(Guid CommitmentId) : IRequest<CommitmentDetail>;

/// <summary>A commitment with its actions.</summary>
/// <param name="Reference">What people quote: "2.4".</param>
/// <param name="Title">Null where the plan gives none.</param>
/// <param name="Related">References of related commitments, as the plan writes them.</param>
/// <param name="PsedAims">Aims of the public sector equality duty that it serves.</param>
/// <param name="Characteristics">Protected characteristics that it serves.</param>
/// <param name="Actions">Its rows of work, in order; none where the plan has none yet.</param>
public sealed record CommitmentDetail(
    Guid Id, Guid SchemeId, Guid ThemeId, string Reference, string? Title, IReadOnlyList<string> Related, IReadOnlyList<string> PsedAims,
    IReadOnlyList<string> Characteristics, IReadOnlyList<ActionRow> Actions, int Version) : IVersioned
{
    internal static async Task<IReadOnlyList<CommitmentDetail>> ReadAsync(EqualityDb db, IReadOnlyList<Commitment> commitments, CancellationToken ct)
    {
        var ids = commitments.Select(c => c.Id).ToList();
        var actions = await db.Actions.AsNoTracking().Include(a => a.CrossReferences).Where(a => ids.Contains(a.CommitmentId)).OrderBy(a => a.Id).AsSplitQuery().ToListAsync(ct);
        var byCommitment = actions.ToLookup(a => a.CommitmentId);
        return [.. commitments.Select(c => new CommitmentDetail(c.Id, c.SchemeId, c.ThemeId, c.Reference, c.Title, c.Related, c.PsedAims, c.Characteristics,
            [.. byCommitment[c.Id].Select(ActionRow.From)], c.Version))];
    }
}

/// <summary>An action in the plan, as its owner wrote it.</summary>
/// <param name="Reference">The commitment's reference and the row's place there: "1.2/3".</param>
/// <param name="Target">The target word for word; null where the plan gives none.</param>
/// <param name="Targets">What it means.</param>
/// <param name="CrossReference">The cross-reference word for word; null where the plan gives none.</param>
/// <param name="AuthorityIds">The authorities that answer for it.</param>
/// <param name="Unassigned">No authority answers for it.</param>
public sealed record ActionRow(
    Guid Id, Guid CommitmentId, string Reference, string Text, string? Outcome, string? Responsible, string? Target, IReadOnlyList<TargetDateRecord> Targets,
    string? CrossReference, IReadOnlyList<Guid> AuthorityIds, bool Unassigned, DateTimeOffset? WithdrawnAt)
{
    internal static ActionRow From(SchemeAction a) => new(a.Id, a.CommitmentId, a.Reference, a.Text, a.Outcome, a.Responsible, a.TargetText,
        [.. a.Targets.Select(TargetDateRecord.From)], a.CrossReferenceText,
        [.. a.CrossReferences.OrderBy(c => c.Position).Where(c => c.AuthorityId is not null).Select(c => c.AuthorityId!.Value)], a.Unassigned, a.WithdrawnAt);
}

internal sealed class GetCommitmentHandler(EqualityDb db) : IRequestHandler<GetCommitment, CommitmentDetail>
{
    public async Task<CommitmentDetail> Handle(GetCommitment request, CancellationToken cancellationToken)
    {
        var commitment = await db.Commitments.AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.CommitmentId, cancellationToken) ?? throw Refusal.NotFound("commitment");
        return (await CommitmentDetail.ReadAsync(db, [commitment], cancellationToken))[0];
    }
}
