using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Plans.Commitments;

/// <param name="SchemeId">The scheme's id.</param>
/// <param name="ThemeId">Only commitments under this theme.</param>
/// <param name="Withdrawn">True for those that the owner has taken out of the plan; otherwise they are left out.</param>
/// <param name="Fields">Only these fields of each, separated by commas; below another with a full stop: id,actions.reference. All unless
/// given.</param>
/// <param name="Limit">How many to answer, 1 to 200; 50 unless said.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
[Reads(Permission.PlanRead)]
public sealed record ListCommitments(Guid SchemeId, Guid? ThemeId, bool? Withdrawn, string? Fields, int? Limit, string? Cursor)
    : IRequest<Page<CommitmentDetail>>;

internal sealed class ListCommitmentsHandler(EqualityDb db, Caller caller) : IRequestHandler<ListCommitments, Page<CommitmentDetail>>
{
    public async Task<Page<CommitmentDetail>> Handle(ListCommitments request, CancellationToken cancellationToken)
    {
        var limit = Cursor.Limit(request.Limit);
        object?[] boundTo = [nameof(ListCommitments), caller.OrganisationId, request.SchemeId, request.ThemeId, request.Withdrawn];
        var after = PlanPosition.After(request.Cursor, boundTo);
        if (!await db.Schemes.AnyAsync(s => s.Id == request.SchemeId, cancellationToken))
        {
            throw Refusal.NotFound("scheme");
        }

        var commitments = await db.Commitments.AsNoTracking()
            .Where(c => c.SchemeId == request.SchemeId && (request.ThemeId == null || c.ThemeId == request.ThemeId)
                && (c.WithdrawnAt != null) == (request.Withdrawn == true)
                && (c.Position > after.Position || (c.Position == after.Position && c.Id > after.Id)))
            .OrderBy(c => c.Position).ThenBy(c => c.Id).Take(limit + 1).ToListAsync(cancellationToken);
        return PlanPosition.Page(commitments, limit, c => new PlanPosition(c.Position, c.Id),
            await CommitmentDetail.ReadAsync(db, [.. commitments.Take(limit)], cancellationToken), boundTo);
    }
}
