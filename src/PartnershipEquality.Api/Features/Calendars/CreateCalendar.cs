using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Api.Security.Addresses;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Access;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Calendars;

[Writes(Permission.PostsWrite)]
public sealed record CreateCalendar([FromBody] CalendarWanted Body) : IRequest<CalendarCreated>;

/// <summary>A calendar to make.</summary>
/// <param name="Name">Who or what subscribes to it, so that it can be recognised later.</param>
/// <param name="PersonId">The person whose work it shows; null for all of the authority's.</param>
public sealed record CalendarWanted([property: Required, MinLength(1), MaxLength(200)] string Name, Guid? PersonId);

/// <summary>A new calendar. This is the only time that its address is shown.</summary>
/// <param name="Address">Where calendar programs subscribe. Whoever has it reads the calendar: keep it as you would a password.</param>
/// <param name="Calendar">What is kept of it.</param>
public sealed record CalendarCreated(string Address, CalendarDetail Calendar);

internal sealed class CreateCalendarHandler(EqualityDb db, Caller caller, ChangeLog log, PublicAddress links, TimeProvider time)
    : IRequestHandler<CreateCalendar, CalendarCreated>
{
    public async Task<CalendarCreated> Handle(CreateCalendar request, CancellationToken cancellationToken)
    {
        caller.EnsureAuthority("A partnership has no calendar of its own; each member authority makes its own.");
        var (at, name) = (time.GetUtcNow(), request.Body.Name.Trim());
        if (name.Length == 0 || name.Any(char.IsControl))
        {
            throw Refusal.Field("#/name", "format", "Give the calendar's name on one line.");
        }

        if (request.Body.PersonId is { } person
            && !await db.People.AnyAsync(p => p.AuthorityId == caller.OrganisationId && p.Id == person, cancellationToken))
        {
            throw Refusal.Field("#/personId", "unknown-person",
                "Name somebody who holds a post of yours, or leave it out for all of your authority's work.");
        }

        var (token, kept) = AddressToken.New(Uuid.New());
        var calendar = new Calendar
        {
            Id = kept.Id,
            AuthorityId = caller.OrganisationId,
            PersonId = request.Body.PersonId,
            Name = name,
            MadeBy = caller.Actor,
            CreatedAt = at
        };
        // The hash has no place in the entity: nothing but the gate may read it.
        await new Sql($"""
            insert into calendars (id, authority_id, person_id, name, secret_sha256, made_by, created_at)
            values ({calendar.Id}, {calendar.AuthorityId}, {calendar.PersonId}::uuid, {calendar.Name}, sha256({kept.Secret}),
              {calendar.MadeBy}, {at})
            """).RunAsync(db, cancellationToken);
        log.Own("calendar.created", $"calendars/{calendar.Id}", 1);
        return new CalendarCreated(links.OfCalendar(token), CalendarDetail.From(calendar));
    }
}
