using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Calendars;

/// <param name="CalendarId">The calendar's id.</param>
/// <param name="IfMatch">The ETag of the calendar.</param>
[Writes(Permission.PostsWrite)]
public sealed record RevokeCalendar(Guid CalendarId, [FromHeader(Name = "If-Match")] string? IfMatch) : IRequest<Unit>;

internal sealed class RevokeCalendarHandler(EqualityDb db, ChangeLog log, TimeProvider time) : IRequestHandler<RevokeCalendar, Unit>
{
    public async Task<Unit> Handle(RevokeCalendar request, CancellationToken cancellationToken)
    {
        var calendar = await db.Calendars.SingleOrDefaultAsync(c => c.Id == request.CalendarId, cancellationToken)
            ?? throw Refusal.NotFound("calendar");
        Versions.Ensure(request.IfMatch, calendar.Version);
        if (calendar.Revoke(time.GetUtcNow()))
        {
            log.Own("calendar.revoked", $"calendars/{calendar.Id}", calendar.Version);
        }

        return Unit.Value;
    }
}
