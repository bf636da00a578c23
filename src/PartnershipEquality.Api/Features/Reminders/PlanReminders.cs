using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Plans;
using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Api.Features.Reminders;

/// <summary>
/// One batch of an organisation's morning: lays down what falls due further ahead, and writes the reminders that have
/// become owed. Asked again until there is no more, so that neither memory nor the transaction grows with the table.
/// </summary>
[ForTimetable]
public sealed record PlanReminders(DateOnly Today) : IRequest<Planned>;

/// <summary>What a batch did.</summary>
public sealed record Planned(int Rolled, int Owed, bool More);

internal sealed class PlanRemindersHandler(EqualityDb db, Caller caller, WorkingDays workingDays) : IRequestHandler<PlanReminders, Planned>
{
    public const int RollBatch = 500;
    public const int ReminderBatch = 500;

    private Guid Me => caller.OrganisationId;

    public async Task<Planned> Handle(PlanReminders request, CancellationToken cancellationToken)
    {
        var today = request.Today;
        var at = LondonDay.At(today, JobTimes.Plan);
        await Vacancies.ReckonAsync(db, Me, today, cancellationToken);
        var rolled = await RollAsync(today, at, cancellationToken);
        if (rolled == RollBatch)
        {
            return new Planned(rolled, 0, true);
        }

        // What falls on a weekend goes out on the working day before, so nothing becomes owed on one; nor in a sandbox ever.
        var owes = workingDays.IsWorkingDay(today)
            && !await db.Organisations.AnyAsync(o => o.Id == Me && o.SandboxOf != null, cancellationToken);
        var (read, owed) = owes ? await OweAsync(today, at, cancellationToken) : (0, 0);
        return new Planned(rolled, owed, read == ReminderBatch);
    }

    private async Task<int> RollAsync(DateOnly today, DateTimeOffset at, CancellationToken ct)
    {
        var assignments = await db.Assignments.FromSql($"""
            select a.* from assignments a
            where a.authority_id = {Me} and a.roll_on <= {today}
              and exists (select from schemes s where s.owner_id = a.owner_id and s.id = a.scheme_id and s.stage <> 'closed')
            order by a.id limit {RollBatch} for update of a
            """).ToListAsync(ct);
        if (assignments.Count == 0)
        {
            return 0;
        }

        var (ids, actionIds, schemeIds) = (assignments.ConvertAll(a => a.Id), assignments.ConvertAll(a => a.ActionId),
            assignments.Select(a => a.SchemeId).Distinct().ToList());
        await db.Occurrences.Where(o => ids.Contains(o.AssignmentId)).LoadAsync(ct);
        var schemes = await db.Schemes.AsNoTracking().Where(s => schemeIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        var milestones = (await db.Milestones.AsNoTracking().Where(m => actionIds.Contains(m.ActionId))
            .ToListAsync(ct)).ToLookup(m => m.ActionId);
        foreach (var assignment in assignments)
        {
            assignment.GenerateOccurrences(schemes[assignment.SchemeId], [.. milestones[assignment.ActionId].OrderBy(m => m.Position)],
                today, at);
        }

        // The reminders below are planned from rows that are there; what is done with need not be held.
        await ManyRows.SaveAsync(db, ct);
        await AssignmentHistory.RecordAsync(db, assignments, at, ct);
        return assignments.Count;
    }

    private async Task<(int Read, int Owed)> OweAsync(DateOnly today, DateTimeOffset at, CancellationToken ct)
    {
        var due = await new Sql($"""
            select id, assignment_id from occurrences where authority_id = {Me} and next_reminder_on <= {today}
            order by next_reminder_on, id limit {ReminderBatch}
            """).ReadAsync(db, row => (Id: row.GetGuid(0), AssignmentId: row.GetGuid(1)), ct);
        if (due.Count == 0)
        {
            return (0, 0);
        }

        Guid[] ids = [.. due.Select(d => d.Id)];
        Guid[] assignmentIds = [.. due.Select(d => d.AssignmentId).Distinct()];
        // A report locks its assignment first and then what falls due, so the planner does too.
        var assignments = (await new Sql($"""
            select id, status, withdrawn_at is not null, last_reported_at, snoozed_until, acknowledged_until from assignments
            where authority_id = {Me} and id = any({assignmentIds}) order by id for no key update
            """).ReadAsync(db, row => (Id: row.GetGuid(0), Status: EnumText.Read<AssignmentStatus>(row.GetString(1)),
              Withdrawn: row.GetBoolean(2), ReportedAt: row.Maybe<DateTimeOffset>(3),
                SnoozedUntil: row.Maybe<DateOnly>(4), AcknowledgedUntil: row.Maybe<DateOnly>(5)), ct))
            .ToDictionary(a => a.Id);
        var occurrences = await db.Occurrences
            .FromSql($"""
                select * from occurrences where authority_id = {Me} and id = any({ids}) and next_reminder_on <= {today}
                  order by id for update
                """).ToListAsync(ct);
        var schemeIds = occurrences.Select(o => o.SchemeId).Distinct().ToList();
        var schemes = await db.Schemes.AsNoTracking().Where(s => schemeIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        var posts = await PostPeople.AnsweringAsync(db, Me, assignmentIds, ct);
        var group = await db.Posts.AsNoTracking().Where(p => p.AuthorityId == Me && p.EqualityGroup).OrderBy(p => p.Id).Select(p => p.Id)
            .ToListAsync(ct);
        var policies = await EffectivePolicies.LoadAsync(db, caller.OrganisationId, ct);
        var owed = new List<OwedTo>();
        foreach (var occurrence in occurrences)
        {
            var assignment = assignments[occurrence.AssignmentId];
            var standing = new WorkStanding(occurrence.Kind, occurrence.Status, occurrence.DueBy, assignment.Status, assignment.Withdrawn,
                assignment.ReportedAt is { } reported ? LondonDay.Of(reported)
                    : null, schemes.GetValueOrDefault(occurrence.SchemeId), caller.Scope.OwnerIds.Contains(occurrence.OwnerId),
                assignment.SnoozedUntil, assignment.AcknowledgedUntil);
            foreach (var (audience, reminder) in Decide(occurrence, standing, policies.Of(occurrence.SchemeId), today))
            {
                IEnumerable<Guid> to = audience switch
                {
                    ReminderAudience.Lead => [],
                    ReminderAudience.Group => group,
                    _ => posts[occurrence.AssignmentId],
                };
                owed.AddRange(to.Cast<Guid?>().DefaultIfEmpty().Select(post => new OwedTo(occurrence, audience, reminder, post)));
            }
        }

        await OvertakeAsync(owed, ct);
        await WriteAsync(owed, at, ct);
        await ManyRows.SaveAsync(db, ct);
        return (due.Count, owed.Count);
    }

    /// <summary>Marks the occurrence as dealt with, and answers the reminders that it owes: to each audience its latest, if any.</summary>
    private List<(ReminderAudience Audience, OwedReminder Reminder)> Decide(Occurrence occurrence, WorkStanding standing,
        ReminderPolicy policy, DateOnly today)
    {
        var schedule = new ReminderSchedule(policy, workingDays);
        var kind = occurrence.Kind == OccurrenceKind.Delivery ? ReminderKind.Delivery : ReminderKind.Review;
        var owed = new List<(ReminderAudience, OwedReminder)>();
        var next = new List<DateOnly?>();
        foreach (var audience in Enum.GetValues<ReminderAudience>())
        {
            if (standing.WhyNotOwed(today, audience) is not null)
            {
                next.Add(standing.NextReminder(today, audience));
                continue;
            }

            if (schedule.LatestOwed(kind, occurrence.DueBy, occurrence.ArmedOn, occurrence.LastOffsetOf(audience), today,
                audience) is { } reminder)
            {
                owed.Add((audience, reminder));
                occurrence.Reminded(audience, reminder.Offset);
            }

            next.Add(schedule.NextReminderOn(kind, occurrence.DueBy, occurrence.ArmedOn, occurrence.LastOffsetOf(audience),
                standing.Scheme!.EndsOn, audience));
        }

        // Whatever a calendar may say, each day's walk ends: what was looked at today is not looked at again today.
        occurrence.SetNextReminder(next.Min() is { } day ? day <= today ? today.AddDays(1) : day : null);
        return owed;
    }

    /// <summary>
    /// What waits still, for a digest or for somebody to read it, gives way to the later one: else it would grow with every repeat.
    /// </summary>
    private Task OvertakeAsync(List<OwedTo> owed, CancellationToken ct) => owed.Count == 0 ? Task.CompletedTask : new Sql($"""
        update reminders r set state = 'stopped', why = 'a later reminder stands for it'
        from unnest({owed.Select(o => o.Occurrence.Id).ToArray()}, {owed.Select(o => o.Occurrence.DueBy).ToArray()},
          {owed.Select(o => o.Reminder.Offset).ToArray()},
          {owed.Select(o => EnumText.Of(o.Audience)).ToArray()}, {owed.Select(o => o.PostId).ToArray()}) as t (occurrence_id, due_by,
          days_from_due, audience, post_id)
        where r.organisation_id = {Me} and r.occurrence_id = t.occurrence_id and r.audience = t.audience and r.post_id is not distinct
          from t.post_id
          and r.state in ('owed', 'noRecipient') and (r.due_by, r.days_from_due) <> (t.due_by, t.days_from_due)
        """).RunAsync(db, ct);

    private Task WriteAsync(List<OwedTo> owed, DateTimeOffset at, CancellationToken ct) =>
        owed.Count == 0 ? Task.CompletedTask : new Sql($"""
        insert into reminders (id, organisation_id, owner_id, scheme_id, assignment_id, occurrence_id, due_by, days_from_due, kind,
          audience, post_id, owed_on, state, created_at)
        select id, {Me}, owner_id, scheme_id, assignment_id, occurrence_id, due_by, days_from_due, kind, audience, post_id, owed_on, 'owed',
          {at}
        from unnest({owed.Select(_ => Uuid.New()).ToArray()}, {owed.Select(o => o.Occurrence.OwnerId).ToArray()},
          {owed.Select(o => o.Occurrence.SchemeId).ToArray()},
          {owed.Select(o => o.Occurrence.AssignmentId).ToArray()}, {owed.Select(o => o.Occurrence.Id).ToArray()},
          {owed.Select(o => o.Occurrence.DueBy).ToArray()},
          {owed.Select(o => o.Reminder.Offset).ToArray()}, {owed.Select(o => EnumText.Of(o.Occurrence.Kind)).ToArray()},
          {owed.Select(o => EnumText.Of(o.Audience)).ToArray()},
          {owed.Select(o => o.PostId).ToArray()}, {owed.Select(o => o.Reminder.SendOn).ToArray()})
          as t (id, owner_id, scheme_id, assignment_id, occurrence_id, due_by, days_from_due, kind, audience, post_id, owed_on)
        on conflict do nothing
        """).RunAsync(db, ct);

    private sealed record OwedTo(Occurrence Occurrence, ReminderAudience Audience, OwedReminder Reminder, Guid? PostId);
}
