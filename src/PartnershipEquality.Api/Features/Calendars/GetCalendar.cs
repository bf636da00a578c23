using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Access;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Calendars;

/// <param name="CalendarId">The calendar's id.</param>
[Reads(Permission.AssignmentsRead)]
public sealed record GetCalendar(Guid CalendarId) : IRequest<CalendarDetail>;

/// <summary>A calendar of your authority, without its address.</summary>
/// <param name="Name">Who or what subscribes to it.</param>
/// <param name="PersonId">Whose work it shows; null for all of the authority's.</param>
/// <param name="MadeBy">The credential that made it.</param>
/// <param name="RevokedAt">When somebody stopped it; null while nobody has.</param>
public sealed record CalendarDetail(Guid Id, string Name, Guid? PersonId, string MadeBy, DateTimeOffset CreatedAt,
    DateTimeOffset? RevokedAt, int Version) : IVersioned
{
    internal static CalendarDetail From(Calendar c) => new(c.Id, c.Name, c.PersonId, c.MadeBy, c.CreatedAt, c.RevokedAt, c.Version);
}

internal sealed class GetCalendarHandler(EqualityDb db) : IRequestHandler<GetCalendar, CalendarDetail>
{
    public async Task<CalendarDetail> Handle(GetCalendar request, CancellationToken cancellationToken) =>
        CalendarDetail.From(await db.Calendars.AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.CalendarId, cancellationToken)
            ?? throw Refusal.NotFound("calendar"));
}
