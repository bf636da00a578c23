using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Schemes;

/// <param name="SchemeId">The scheme's id.</param>
/// <param name="ThemeId">Only commitments under this theme.</param>
/// <param name="Limit">How many to answer, 1 to 200; 50 unless said.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
[Reads(Permission.PlanRead)]
public sealed record ListCommitments(Guid SchemeId, Guid? ThemeId, int? Limit, string? Cursor) : IRequest<Page<CommitmentDetail>>;

internal sealed class ListCommitmentsHandler(EqualityDb db, Caller caller) : IRequestHandler<ListCommitments, Page<CommitmentDetail>>
{
    public async Task<Page<CommitmentDetail>> Handle(ListCommitments request, CancellationToken cancellationToken)
    {
        var limit = Cursor.Limit(request.Limit);
        object?[] boundTo = [nameof(ListCommitments), caller.OrganisationId, request.SchemeId, request.ThemeId];
        var after = Cursor.After(request.Cursor, boundTo);
        if (!await db.Schemes.AnyAsync(s => s.Id == request.SchemeId, cancellationToken))
        {
            throw Refusal.NotFound("scheme");
        }

        var commitments = await db.Commitments.AsNoTracking()
            .Where(c => c.SchemeId == request.SchemeId && (request.ThemeId == null || c.ThemeId == request.ThemeId) && (after == null || c.Id > after))
            .OrderBy(c => c.Id).Take(limit + 1).ToListAsync(cancellationToken);
        return Cursor.ById(await CommitmentDetail.ReadAsync(db, commitments, cancellationToken), limit, c => c.Id, boundTo);
    }
}
