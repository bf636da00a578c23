using System.Text;
using MediatR;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.OpenApi;
using PartnershipEquality.Api.Security.Addresses;

namespace PartnershipEquality.Api.Features.Calendars;

internal static class CalendarEndpoints
{
    public static void Map(RouteGroupBuilder v1)
    {
        var calendars = v1.MapGroup("/calendars").WithTags("Calendars");
        calendars.MapGet("", ([AsParameters] ListCalendars request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(ListCalendars))
            .WithSummary("Your authority's calendars, the newest last")
            .WithDescription("Revoked ones stay listed. Addresses are never shown again.");
        calendars.MapPost("", async ([AsParameters] CreateCalendar request, IMediator mediator, CancellationToken ct) =>
            {
                var created = await mediator.Send(request, ct);
                return TypedResults.Created($"/v1/calendars/{created.Calendar.Id}", created);
            })
            .WithMetadata(new HoldsSecret())
            .WithName(nameof(CreateCalendar))
            .WithSummary("Make a calendar to subscribe to")
            .WithDescription(
                "Of one person's work, by the posts they hold on the day, or of all of the authority's. The address is shown in this answer and never again; whoever has it reads the calendar.");
        calendars.MapGet("/{calendarId:guid}",
            ([AsParameters] GetCalendar request, IMediator mediator, CancellationToken ct) => mediator.Send(request, ct))
            .WithName(nameof(GetCalendar))
            .WithSummary("One calendar, without its address")
            .ProducesProblem(404);
        calendars.MapDelete("/{calendarId:guid}", async ([AsParameters] RevokeCalendar request, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(request, ct);
                return TypedResults.NoContent();
            })
            .WithName(nameof(RevokeCalendar))
            .WithSummary("Revoke a calendar")
            .WithDescription("Its address stops working at once. Send If-Match.")
            .ProducesProblem(404).ProducesProblem(412).ProducesProblem(428);
        v1.MapGroup("/calendar").WithTags("Calendars")
            .MapGet("/{token}.ics",
                async ([AsParameters] GetCalendarFeed request, HttpContext http, IMediator mediator, CancellationToken ct) =>
            {
                var body = Encoding.UTF8.GetBytes(await mediator.Send(request, ct));
                return EntityTags.IsHeld(http, EntityTags.Of(body))
                    ? Results.StatusCode(StatusCodes.Status304NotModified)
                    : Results.Bytes(body, "text/calendar; charset=utf-8");
            })
            .WithMetadata(new TakesToken(AddressOpens.Calendar), new WithETag())
            .WithName(nameof(GetCalendarFeed))
            .WithSummary("A calendar, for calendar programs")
            .WithDescription(
                "iCalendar (RFC 5545): an all-day event on each day by which something open is due, and one today that sums up what is overdue. No Authorization header: the address is the credential.")
            .Produces<string>(200, "text/calendar");
    }
}
