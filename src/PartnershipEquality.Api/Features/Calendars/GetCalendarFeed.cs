using MediatR;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Documents.Writing.Calendar;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Calendars;

/// <param name="Token">What the calendar's address holds.</param>
[Reads(Permission.AssignmentsRead)]
public sealed record GetCalendarFeed(string Token) : IRequest<string>;

internal sealed class GetCalendarFeedHandler(EqualityDb db, Caller caller, PublicAddress links, TimeProvider time)
    : IRequestHandler<GetCalendarFeed, string>
{
    // A day's number from here stands for how often the summary has changed: it is another each morning.
    private static readonly DateOnly FirstDay = new(2020, 1, 1);

    public async Task<string> Handle(GetCalendarFeed request, CancellationToken cancellationToken)
    {
        var calendar = caller.Calendar ?? throw Refusal.NotFound("calendar");
        var (me, today) = (caller.OrganisationId, LondonDay.Of(time.GetUtcNow()));
        var owners = caller.Scope.OwnerIds.ToArray();
        var due = await new Sql($"""
            select o.id, o.due_by, a.id, a.reference, case when m.id is null then x.text else x.text || ': ' || m.text end, s.title,
              a.version, a.updated_at,
              (select string_agg(t ->> 'text', '; ') from jsonb_array_elements(coalesce(m.targets, a.own_targets, a.shared_targets)) t
              where t ->> 'text' <> '')
            from occurrences o
            join assignments a on a.authority_id = o.authority_id and a.owner_id = o.owner_id and a.id = o.assignment_id
            join schemes s on s.id = a.scheme_id
            join actions x on x.id = a.action_id
            left join milestones m on m.owner_id = o.owner_id and m.id = o.milestone_id
            where o.authority_id = {me} and o.kind = 'delivery' and o.status = 'open' and a.withdrawn_at is null
              and a.status not in ('completed', 'notApplicable')
              and a.owner_id = any ({owners}) and s.stage = 'inForce' and s.starts_on <= {today} and s.ends_on >= {today}
            """)
            .When(calendar.PersonId is not null, $"""
              and exists (select from answering_posts p join post_holders h on h.authority_id = p.authority_id and h.post_id = p.post_id
                where p.authority_id = {me} and p.assignment_id = a.id and h.person_id = {calendar.PersonId} and h.from_on <= {today} and (h.to_on is null or h.to_on >= {today}))
            """)
            .Add($"order by o.due_by, o.id")
            .ReadAsync(db,
                r => new DueDelivery(r.GetGuid(0), r.GetFieldValue<DateOnly>(1), r.GetGuid(2), r.GetString(3), r.GetString(4),
                    r.GetString(5), r.GetInt32(6), r.GetFieldValue<DateTimeOffset>(7), r.Text(8)), cancellationToken);
        var events = due.ConvertAll(d => new CalendarEvent(
            $"{d.OccurrenceId}@{links.Host}", d.AssignmentVersion, d.UpdatedAt, d.DueBy, $"{d.Reference} due: {d.Action}",
            $"{d.Scheme}\n{(d.AsWritten is null ? "" : $"Target as written: {d.AsWritten}\n")}{links.OfAssignment(d.AssignmentId)}",
                links.OfAssignment(d.AssignmentId)));
        var overdue = due.Where(d => DueDay.HasPassed(d.DueBy, today)).ToList();
        if (overdue.Count > 0)
        {
            events.Insert(0, new CalendarEvent($"overdue-{calendar.CalendarId}@{links.Host}", today.DayNumber - FirstDay.DayNumber,
                LondonDay.At(today, TimeOnly.MinValue), today,
                $"{overdue.Count} equality {(overdue.Count == 1 ? "action is" : "actions are")} overdue",
                string.Join('\n', overdue.Select(d => $"{d.Reference}, due {d.DueBy:d MMMM yyyy}: {d.Action}")), null));
        }

        return CalendarText.Write($"Equality actions: {caller.Scope.Name}", events);
    }

    private sealed record DueDelivery(Guid OccurrenceId, DateOnly DueBy, Guid AssignmentId, string Reference, string Action, string Scheme,
        int AssignmentVersion, DateTimeOffset UpdatedAt, string? AsWritten);
}
