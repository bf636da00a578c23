using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipEquality.Api.Features.Plans.Themes;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Plans.Commitments;

/// <param name="ThemeId">The theme's id.</param>
[Writes(Permission.PlanWrite)]
public sealed record CreateCommitment(Guid ThemeId, [FromBody] CommitmentEdit Body) : IRequest<CommitmentDetail>;

internal sealed class CreateCommitmentHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<CreateCommitment, CommitmentDetail>
{
    public async Task<CommitmentDetail> Handle(CreateCommitment request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var theme = await OwnedTheme.LockAsync(db, caller, request.ThemeId, cancellationToken);
        theme.EnsureInPlan();
        await OwnedCommitment.EnsureFreeAsync(db, theme.OwnerId, theme.SchemeId, request.Body.Reference, cancellationToken);
        var commitment = new Commitment
        {
            Id = Uuid.New(),
            OwnerId = theme.OwnerId,
            SchemeId = theme.SchemeId,
            ThemeId = theme.Id,
            Reference = request.Body.Reference,
            Position = PlanOrder.Last,
            CreatedAt = at,
            UpdatedAt = at,
        };
        request.Body.LayOn(commitment, liveActions: 0);
        db.Commitments.Add(commitment);
        await PlanOrder.RenumberAsync(db, theme.OwnerId, theme.SchemeId, null, null, cancellationToken);
        log.Plan("commitment.created", $"commitments/{commitment.Id}", commitment.Version, commitment.OwnerId, null,
            new { commitment.ThemeId });
        return await CommitmentDetail.ReadAsync(db, commitment, cancellationToken);
    }
}
