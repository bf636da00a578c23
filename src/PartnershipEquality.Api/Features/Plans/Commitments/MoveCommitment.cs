using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Plans.Commitments;

/// <param name="CommitmentId">The commitment's id.</param>
/// <param name="IfMatch">The ETag of the commitment.</param>
[Writes(Permission.PlanWrite)]
public sealed record MoveCommitment(Guid CommitmentId, [FromHeader(Name = "If-Match")] string? IfMatch, [FromBody] CommitmentPlace Body)
    : IRequest<CommitmentDetail>;

/// <summary>Where a commitment is to stand.</summary>
/// <param name="ThemeId">The theme of its scheme that it goes to; null to stay in its own.</param>
/// <param name="AfterId">The commitment there that it comes right after; null puts it first.</param>
public sealed record CommitmentPlace(Guid? ThemeId, Guid? AfterId);

internal sealed class MoveCommitmentHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<MoveCommitment, CommitmentDetail>
{
    public async Task<CommitmentDetail> Handle(MoveCommitment request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var commitment = await OwnedCommitment.LockAsync(db, caller, request.CommitmentId, request.IfMatch, cancellationToken);
        var from = commitment.ThemeId;
        var theme = await db.Themes.SingleOrDefaultAsync(t => t.Id == (request.Body.ThemeId ?? from) && t.SchemeId == commitment.SchemeId,
            cancellationToken)
            ?? throw Refusal.Field("#/themeId", "unknown-theme", "Name a theme of the same scheme, or leave it out to stay in its own.");
        if (request.Body.AfterId is { } after
            && (after == commitment.Id || !await db.Commitments.AnyAsync(c => c.Id == after && c.ThemeId == theme.Id, cancellationToken)))
        {
            throw Refusal.Field("#/afterId", "unknown-commitment", "Name another commitment of that theme, or leave it out to come first.");
        }

        commitment.MoveTo(theme);
        commitment.Touch(at);
        if (theme.Id != from)
        {
            await PlanMoves.LockCommitmentAsync(db, commitment.OwnerId, commitment.Id, cancellationToken);
            await PlanMoves.MoveCommitmentAsync(db, commitment.OwnerId, commitment.Id, theme.Id, at, cancellationToken);
        }

        await PlanOrder.RenumberAsync(db, commitment.OwnerId, commitment.SchemeId, commitment.Id, request.Body.AfterId, cancellationToken);
        log.Plan("commitment.moved", $"commitments/{commitment.Id}", commitment.Version, commitment.OwnerId, new { themeId = from },
            new { commitment.ThemeId });
        return await CommitmentDetail.ReadAsync(db, commitment, cancellationToken);
    }
}
