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
public sealed record ListProgressUpdates(Guid AssignmentId, int? Limit, string? Cursor) : IRequest<Page<ProgressUpdateDetail>>;

internal sealed class ListProgressUpdatesHandler(EqualityDb db, Caller caller)
    : IRequestHandler<ListProgressUpdates, Page<ProgressUpdateDetail>>
{
    public async Task<Page<ProgressUpdateDetail>> Handle(ListProgressUpdates request, CancellationToken cancellationToken)
    {
        var limit = Cursor.Limit(request.Limit);
        object?[] boundTo = [nameof(ListProgressUpdates), caller.OrganisationId, request.AssignmentId];
        var after = Cursor.AfterInstant(request.Cursor, boundTo);
        await AssignmentDetail.EnsureVisibleAsync(db, request.AssignmentId, cancellationToken);
        var rows = db.ProgressUpdates.AsNoTracking().Where(x => x.AssignmentId == request.AssignmentId);
        if (after is var (at, id))
        {
            rows = rows.Where(x => x.ReportedAt > at || (x.ReportedAt == at && x.Id > id));
        }

        var read = await rows.OrderBy(x => x.ReportedAt).ThenBy(x => x.Id).Take(limit + 1).ToListAsync(cancellationToken);
        return Cursor.ByInstant([.. read.Select(ProgressUpdateDetail.From)], limit, x => (x.ReportedAt, x.Id), boundTo);
    }
}
