using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Assignments;

/// <param name="AssignmentId">The assignment's id.</param>
/// <param name="Limit">How many to answer, 1 to 200; 50 unless said.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
[Reads(Permission.AssignmentsRead)]
public sealed record ListOccurrences(Guid AssignmentId, int? Limit, string? Cursor) : IRequest<Page<OccurrenceDetail>>;

internal sealed class ListOccurrencesHandler(EqualityDb db, Caller caller, TimeProvider time)
    : IRequestHandler<ListOccurrences, Page<OccurrenceDetail>>
{
    public async Task<Page<OccurrenceDetail>> Handle(ListOccurrences request, CancellationToken cancellationToken)
    {
        var today = LondonDay.Of(time.GetUtcNow());
        var limit = Cursor.Limit(request.Limit);
        object?[] boundTo = [nameof(ListOccurrences), caller.OrganisationId, request.AssignmentId];
        var after = Cursor.After(request.Cursor, boundTo);
        await AssignmentDetail.EnsureVisibleAsync(db, request.AssignmentId, cancellationToken);
        var rows = await db.Occurrences.AsNoTracking().Where(x => x.AssignmentId == request.AssignmentId && (after == null || x.Id > after))
            .OrderBy(x => x.Id).Take(limit + 1).ToListAsync(cancellationToken);
        return Cursor.ById([.. rows.Select(x => OccurrenceDetail.From(x, today))], limit, x => x.Id, boundTo);
    }
}
