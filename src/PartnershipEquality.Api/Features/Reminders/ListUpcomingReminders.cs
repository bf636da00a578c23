using MediatR;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Reminders;

/// <param name="From">Only those that are looked at on this day or later.</param>
/// <param name="To">Only those that are looked at on this day or earlier.</param>
/// <param name="Limit">How many to answer, 1 to 200; 50 unless said.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
[Reads(Permission.AssignmentsRead)]
public sealed record ListUpcomingReminders(DateOnly? From, DateOnly? To, int? Limit, string? Cursor) : IRequest<Page<UpcomingReminder>>;

/// <summary>Something of your own that you will be reminded of next, unless it is done or moved before.</summary>
/// <param name="RemindsOn">The day on which it is looked at again, and a reminder becomes owed if it still stands; what falls on a weekend
/// goes out on the working day before.</param>
/// <param name="Kind">delivery or review.</param>
/// <param name="DueBy">The day it is due.</param>
public sealed record UpcomingReminder(Guid OccurrenceId, Guid AssignmentId, Guid SchemeId, string Reference, string Action,
    OccurrenceKind Kind, DateOnly DueBy, DateOnly RemindsOn);

internal sealed class ListUpcomingRemindersHandler(EqualityDb db, Caller caller)
    : IRequestHandler<ListUpcomingReminders, Page<UpcomingReminder>>
{
    public async Task<Page<UpcomingReminder>> Handle(ListUpcomingReminders request, CancellationToken cancellationToken)
    {
        var limit = Cursor.Limit(request.Limit);
        object?[] boundTo = [nameof(ListUpcomingReminders), caller.OrganisationId, request.From, request.To];
        var after = Cursor.Read(request.Cursor, 2, boundTo) is { } key ? Position(key) : ((DateOnly Day, Guid Id)?)null;
        // The page is cut on the index before anything is joined to it.
        var rows = await new Sql($"""
            select o.id, o.assignment_id, o.scheme_id, a.reference, x.text, o.kind, o.due_by, o.next_reminder_on from (select *
              from occurrences where authority_id = {caller.OrganisationId} and next_reminder_on is not null
            """)
            // What waits in a plan that is closed, or not yet in force, will not be reminded of.
            .Add($"""
                and scheme_id in (select s.id from schemes s
                  where s.owner_id = any ({caller.Scope.OwnerIds.ToArray()}) and s.stage = 'inForce')
                """)
            .When(request.From is not null, $"and next_reminder_on >= {request.From}")
            .When(request.To is not null, $"and next_reminder_on <= {request.To}")
            .When(after is not null, $"and (next_reminder_on, id) > ({after?.Day}, {after?.Id})")
            .Add($"""
                order by next_reminder_on, id limit {limit + 1}) o join assignments a on a.id = o.assignment_id join actions x on
                x.id = a.action_id order by o.next_reminder_on, o.id
                """)
            .ReadAsync(db,
                r => new UpcomingReminder(r.GetGuid(0), r.GetGuid(1), r.GetGuid(2), r.GetString(3), r.GetString(4),
                    EnumText.Read<OccurrenceKind>(r.GetString(5)), r.GetFieldValue<DateOnly>(6), r.GetFieldValue<DateOnly>(7)),
                        cancellationToken);
        return rows.Count <= limit ? new Page<UpcomingReminder>(rows, null)
            : new Page<UpcomingReminder>(rows[..limit],
                Cursor.Write([$"{rows[limit - 1].RemindsOn:yyyy-MM-dd}", rows[limit - 1].OccurrenceId.ToString()], boundTo));
    }

    private static (DateOnly Day, Guid Id) Position(IReadOnlyList<string> key) =>
        DateOnly.TryParseExact(key[0], "yyyy-MM-dd", out var day) && Guid.TryParse(key[1], out var id)
            ? (day, id) : throw Refusal.Invalid("cursor-invalid", "Begin again without the cursor.");
}
