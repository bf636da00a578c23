using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Api.Features.Reminders;

/// <param name="State">Only those in this state: owed, inDigest, stopped or noRecipient.</param>
/// <param name="OwedFrom">Only those owed on this day or later.</param>
/// <param name="OwedTo">Only those owed on this day or earlier.</param>
/// <param name="SchemeId">Only those of this scheme.</param>
/// <param name="AssignmentId">Only those of this assignment.</param>
/// <param name="Limit">How many to answer, 1 to 200; 50 unless said.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
[Reads(Permission.AssignmentsRead)]
public sealed record ListReminders(string? State, DateOnly? OwedFrom, DateOnly? OwedTo, Guid? SchemeId, Guid? AssignmentId, int? Limit,
    string? Cursor) : IRequest<Page<ReminderRow>>;

/// <summary>One message owed about one occurrence, at one offset, to one audience. Your own organisation's only.</summary>
/// <param name="DueBy">The day that was reminded of.</param>
/// <param name="DaysFromDue">The offset: negative before that day, positive after.</param>
/// <param name="PostId">The post that answers; null when it goes to the equality lead because none does.</param>
/// <param name="OwedOn">The working day on which it was to go out.</param>
/// <param name="State">owed, inDigest, stopped because the work was, or noRecipient: nobody could be found, and it is tried again each
/// working day.</param>
/// <param name="DigestId">The digest that it went out in.</param>
/// <param name="Why">Why this person, why it stopped, or why nobody.</param>
public sealed record ReminderRow(
    Guid Id, Guid SchemeId, Guid AssignmentId, Guid OccurrenceId, OccurrenceKind Kind, DateOnly DueBy, int DaysFromDue,
        ReminderAudience Audience,
    Guid? PostId, DateOnly OwedOn, ReminderState State, Guid? DigestId, string? Why, DateTimeOffset CreatedAt)
{
    internal static ReminderRow From(Reminder r) => new(
        r.Id, r.SchemeId, r.AssignmentId, r.OccurrenceId, r.Kind, r.DueBy, r.DaysFromDue, r.Audience, r.PostId, r.OwedOn, r.State,
            r.DigestId, r.Why, r.CreatedAt);
}

internal sealed class ListRemindersHandler(EqualityDb db, Caller caller) : IRequestHandler<ListReminders, Page<ReminderRow>>
{
    public async Task<Page<ReminderRow>> Handle(ListReminders request, CancellationToken cancellationToken)
    {
        var limit = Cursor.Limit(request.Limit);
        object?[] boundTo = [nameof(ListReminders), caller.OrganisationId, request.State, request.OwedFrom, request.OwedTo,
            request.SchemeId, request.AssignmentId];
        var after = Cursor.After(request.Cursor, boundTo);
        var reminders = db.Reminders.AsNoTracking().Where(r => r.OrganisationId == caller.OrganisationId);
        if (request.State is { } text)
        {
            var state = EnumText.TryRead<ReminderState>(text, out var known) ? known
                : throw Refusal.Field("state", "unknown-value", $"Give one of: {string.Join(", ", EnumText.All<ReminderState>())}.");
            reminders = reminders.Where(r => r.State == state);
        }

        if (request.SchemeId is { } scheme)
        {
            reminders = reminders.Where(r => r.SchemeId == scheme);
        }

        if (request.AssignmentId is { } assignment)
        {
            reminders = reminders.Where(r => r.AssignmentId == assignment);
        }

        if (request.OwedFrom is { } from)
        {
            reminders = reminders.Where(r => r.OwedOn >= from);
        }

        if (request.OwedTo is { } to)
        {
            reminders = reminders.Where(r => r.OwedOn <= to);
        }

        if (after is { } last)
        {
            reminders = reminders.Where(r => r.Id > last);
        }

        var rows = await reminders.OrderBy(r => r.Id).Take(limit + 1).ToListAsync(cancellationToken);
        return Cursor.ById([.. rows.Select(ReminderRow.From)], limit, r => r.Id, boundTo);
    }
}
