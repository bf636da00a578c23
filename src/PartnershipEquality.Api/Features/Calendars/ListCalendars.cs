using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Calendars;

/// <param name="Limit">How many to answer, 1 to 200; 50 unless said.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
[Reads(Permission.AssignmentsRead)]
public sealed record ListCalendars(int? Limit, string? Cursor) : IRequest<Page<CalendarDetail>>;

internal sealed class ListCalendarsHandler(EqualityDb db, Caller caller) : IRequestHandler<ListCalendars, Page<CalendarDetail>>
{
    public async Task<Page<CalendarDetail>> Handle(ListCalendars request, CancellationToken cancellationToken)
    {
        var limit = Cursor.Limit(request.Limit);
        object?[] boundTo = [nameof(ListCalendars), caller.OrganisationId];
        var after = Cursor.After(request.Cursor, boundTo);
        var calendars = await db.Calendars.AsNoTracking().Where(c => c.AuthorityId == caller.OrganisationId
            && (after == null || c.Id > after)).OrderBy(c => c.Id).Take(limit + 1).ToListAsync(cancellationToken);
        return Cursor.ById([.. calendars.Select(CalendarDetail.From)], limit, c => c.Id, boundTo);
    }
}
