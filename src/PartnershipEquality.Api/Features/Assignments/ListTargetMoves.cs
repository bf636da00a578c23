using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Assignments;

/// <param name="AssignmentId">The assignment's id.</param>
/// <param name="Limit">How many to answer, 1 to 200; 50 unless said.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
[Reads(Permission.AssignmentsRead)]
public sealed record ListTargetMoves(Guid AssignmentId, int? Limit, string? Cursor) : IRequest<Page<TargetMoveDetail>>;

internal sealed class ListTargetMovesHandler(EqualityDb db, Caller caller) : IRequestHandler<ListTargetMoves, Page<TargetMoveDetail>>
{
    public async Task<Page<TargetMoveDetail>> Handle(ListTargetMoves request, CancellationToken cancellationToken)
    {
        var limit = Cursor.Limit(request.Limit);
        object?[] boundTo = [nameof(ListTargetMoves), caller.OrganisationId, request.AssignmentId];
        var after = Cursor.AfterInstant(request.Cursor, boundTo);
        await AssignmentDetail.EnsureVisibleAsync(db, request.AssignmentId, cancellationToken);
        var rows = db.TargetMoves.AsNoTracking().Where(x => x.AssignmentId == request.AssignmentId);
        if (after is var (at, id))
        {
            rows = rows.Where(x => x.MovedAt > at || (x.MovedAt == at && x.Id > id));
        }

        var read = await rows.OrderBy(x => x.MovedAt).ThenBy(x => x.Id).Take(limit + 1).ToListAsync(cancellationToken);
        return Cursor.ByInstant([.. read.Select(TargetMoveDetail.From)], limit, x => (x.MovedAt, x.Id), boundTo);
    }
}
