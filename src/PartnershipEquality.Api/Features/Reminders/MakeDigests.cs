using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Outside.Mail;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Api.Security.Addresses;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Organisations;
using PartnershipEquality.Domain.Plans;
using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Api.Features.Reminders;

/// <summary>Makes one message for each person who is owed something on a working day, and lays it in the outbox.</summary>
[ForTimetable]
public sealed record MakeDigests(DateOnly Day) : IRequest<DigestsMade>;

/// <summary>What was made of the reminders that were owed.</summary>
public sealed record DigestsMade(int Digests, int Reminders, int Stopped, int NoRecipient);

internal sealed class MakeDigestsHandler(EqualityDb db, Caller caller, ChangeLog log, WorkingDays workingDays, MailOptions mail,
    PublicAddress links) : IRequestHandler<MakeDigests, DigestsMade>
{
    private Guid Me => caller.OrganisationId;

    public async Task<DigestsMade> Handle(MakeDigests request, CancellationToken cancellationToken)
    {
        var day = request.Day;
        if (!workingDays.IsWorkingDay(day))
        {
            return new DigestsMade(0, 0, 0, 0);
        }

        var changes = new PendingNotices(db, caller, links);
        var untold = await changes.ReadAsync(day, cancellationToken);
        var owed = await OwedAsync(day, cancellationToken);
        var wanted = await StopAsync(owed, day, cancellationToken);
        if (wanted.Count == 0 && untold.Count == 0)
        {
            return new DigestsMade(0, 0, owed.Count, 0);
        }

        var stopped = owed.Count - wanted.Count;
        var people = await PostPeople.LoadAsync(db, Me, day, cancellationToken);
        wanted = await SpreadAsync(wanted, people.Group, day, cancellationToken);
        var chosen = wanted.ConvertAll(r => (Reminder: r, Choice: people.Choose(r.Audience, r.PostId, r.Responsible, day)));
        var nobody = chosen.Where(c => c.Choice is RecipientChoice.Nobody)
            .Select(c => (c.Reminder.Id, ((RecipientChoice.Nobody)c.Choice).Reason)).ToList();
        await MarkAsync(nobody, "noRecipient", null, cancellationToken);
        // Nobody is written to twice on one day: what came later waits for the next.
        var sentToday = (await db.Digests.AsNoTracking().Where(d => d.OrganisationId == Me && d.Day == day).Select(d => d.Recipient)
            .ToListAsync(cancellationToken)).ToHashSet();
        var lines = chosen.Where(c => c.Choice is RecipientChoice.Person)
            .Select(c => new ChosenLine(c.Reminder, (RecipientChoice.Person)c.Choice))
            .Where(l => !sentToday.Contains(people.RecipientOf(l.Choice.PersonId)))
            .ToLookup(l => l.Choice.PersonId);
        var told = (await changes.TellAsync(untold, people, sentToday, day, cancellationToken)).ToLookup(t => t.PersonId, t => t.Change);
        var recipients = lines.Select(g => g.Key).Union(told.Select(g => g.Key)).OrderBy(people.RecipientOf, StringComparer.Ordinal)
            .ToList();
        var settings = await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.OrganisationId == Me, cancellationToken);
        foreach (var person in recipients)
        {
            await MakeAsync(person, day, [.. lines[person]], [.. told[person]], people, settings, cancellationToken);
        }

        foreach (var due in lines.SelectMany(g => g).Select(l => l.Reminder).GroupBy(r => (r.AssignmentId, r.Version)))
        {
            // One for each assignment, however many are reminded of it: webhooks tell what is due and not who has mail.
            log.Own("reminder.due", $"assignments/{due.Key.AssignmentId}", due.Key.Version, null,
                new { day, dueBy = due.Min(r => r.DueBy) });
        }

        if (recipients.Count > 0)
        {
            await WorkDue.LowerAsync(db, Me, WorkKind.Deliver, LondonDay.At(day, TimeOnly.MinValue), cancellationToken);
        }

        return new DigestsMade(recipients.Count, lines.Sum(g => g.Count()), stopped, nobody.Count);
    }

    private Task<List<OwedRow>> OwedAsync(DateOnly day, CancellationToken ct) => new Sql($"""
        select r.id, r.occurrence_id, r.assignment_id, r.owner_id, r.scheme_id, r.kind, r.due_by, r.audience, r.post_id, o.status, o.due_by,
          a.withdrawn_at is not null, a.status, a.last_reported_at, a.snoozed_until, a.acknowledged_until, x.responsible, a.version
        from reminders r
        join occurrences o on o.id = r.occurrence_id
        join assignments a on a.id = r.assignment_id
        left join actions x on x.id = a.action_id
        where r.organisation_id = {Me} and r.state in ('owed', 'noRecipient') and r.owed_on <= {day}
        order by r.owed_on, r.id for update of r
        """).ReadAsync(db, row => new OwedRow(
            row.GetGuid(0), row.GetGuid(1), row.GetGuid(2), row.GetGuid(3), row.GetGuid(4), EnumText.Read<OccurrenceKind>(row.GetString(5)),
                row.GetFieldValue<DateOnly>(6),
            EnumText.Read<ReminderAudience>(row.GetString(7)), row.Maybe<Guid>(8), EnumText.Read<OccurrenceStatus>(row.GetString(9)),
                row.GetFieldValue<DateOnly>(10), row.GetBoolean(11),
            EnumText.Read<AssignmentStatus>(row.GetString(12)), row.Maybe<DateTimeOffset>(13), row.Maybe<DateOnly>(14),
                row.Maybe<DateOnly>(15), row.Text(16) ?? "", row.GetInt32(17)), ct);

    /// <summary>Between owing and sending the work may have been done, moved or taken back.</summary>
    private async Task<List<OwedRow>> StopAsync(List<OwedRow> owed, DateOnly day, CancellationToken ct)
    {
        var schemeIds = owed.Select(r => r.SchemeId).Distinct().ToList();
        var schemes = await db.Schemes.AsNoTracking().Where(s => schemeIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        var stopped = new List<(Guid, string)>();
        var wanted = new List<OwedRow>();
        foreach (var row in owed)
        {
            var standing = new WorkStanding(row.Kind, row.Occurrence, row.DueBy, row.Status, row.Withdrawn,
                row.ReportedAt is { } reported
                    ? LondonDay.Of(reported) : null, schemes.GetValueOrDefault(row.SchemeId), caller.Scope.OwnerIds.Contains(row.OwnerId),
                row.SnoozedUntil, row.AcknowledgedUntil);
            if ((row.DueByNow != row.DueBy ? "the date has moved" : standing.WhyNotOwed(day, row.Audience)) is { } why)
            {
                stopped.Add((row.Id, why));
            }
            else
            {
                wanted.Add(row);
            }
        }

        await MarkAsync(stopped, "stopped", null, ct);
        return wanted;
    }

    /// <summary>What was owed to an equality group that had no post yet goes to each that it has by now.</summary>
    private async Task<List<OwedRow>> SpreadAsync(List<OwedRow> wanted, IReadOnlyList<Guid> group, DateOnly day, CancellationToken ct)
    {
        var whole = group.Count == 0 ? [] : wanted.Where(r => r is { Audience: ReminderAudience.Group, PostId: null }).ToList();
        if (whole.Count == 0)
        {
            return wanted;
        }

        var at = LondonDay.At(day, JobTimes.Send);
        var spread = whole.SelectMany(r => group.Select(post => (From: r.Id, To: r with { Id = Uuid.New(), PostId = post }))).ToList();
        await new Sql($"""
            insert into reminders (id, organisation_id, owner_id, scheme_id, assignment_id, occurrence_id, due_by, days_from_due, kind,
              audience, post_id, owed_on, state, created_at)
            select t.id, r.organisation_id, r.owner_id, r.scheme_id, r.assignment_id, r.occurrence_id, r.due_by, r.days_from_due, r.kind,
              r.audience, t.post_id, r.owed_on, 'owed', {at}
            from unnest({spread.Select(s => s.From).ToArray()}, {spread.Select(s => s.To.Id).ToArray()},
              {spread.Select(s => s.To.PostId!.Value).ToArray()}) as t (from_id, id, post_id)
            join reminders r on r.organisation_id = {Me} and r.id = t.from_id
            """).RunAsync(db, ct);
        await MarkAsync([.. whole.Select(r => (r.Id, "it goes to each post of the equality group"))], "stopped", null, ct);
        return [.. wanted.Except(whole), .. spread.Select(s => s.To)];
    }

    private async Task MakeAsync(Guid person, DateOnly day, IReadOnlyList<ChosenLine> lines, IReadOnlyList<PlanChange> changes,
        PostPeople people, Settings? settings, CancellationToken ct)
    {
        var at = LondonDay.At(day, JobTimes.Send);
        var (recipient, name) = (people.RecipientOf(person), people.NameOf(person));
        var content = new DigestContent(caller.Scope.Name, name, day, await LinesAsync(lines, people, ct), changes);
        var id = Uuid.New();
        // What is escalated cannot be left, so a message of nothing else offers no way to.
        var (token, kept) = content.CanBeLeft ? AddressToken.New(id) : (null, null);
        var leaving = token is null ? null : links.OfLeaving(token);
        var rendered = DigestMail.Render(content, leaveLink: leaving);
        var digest = new DigestRow
        {
            Id = id,
            UnsubscribeSha256 = kept is null ? null : SHA256.HashData(kept.Secret),
            OrganisationId = Me,
            Recipient = recipient,
            RecipientName = name,
            Day = day,
            Subject = rendered.Subject,
            Lines = content.Sections.Sum(s => s.Lines.Count),
            Changes = changes.Count,
            MadeAt = at,
        };
        db.Digests.Add(digest);
        db.Outbox.Add(new OutboxMail
        {
            Id = Uuid.New(),
            OrganisationId = Me,
            DigestId = digest.Id,
            MessageId = $"<{digest.Id:N}@{SenderDomain}>",
            ToAddress = recipient,
            ToName = name,
            FromName = OneLine(settings?.MailFromName ?? caller.Scope.Name),
            ReplyTo = settings?.MailReplyTo,
            Subject = rendered.Subject,
            Text = rendered.Text,
            Html = rendered.Html,
            UnsubscribeAddress = leaving,
            NextAt = LondonDay.At(day, TimeOnly.MinValue),
            CreatedAt = at,
        });
        // The reminders are marked by SQL and refer to the digest; one person's texts are held at a time.
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        await MarkAsync([.. lines.Select(l => (l.Reminder.Id, l.Choice.WhyYou))], "inDigest", digest.Id, ct);
    }

    private async Task<List<DigestLine>> LinesAsync(IReadOnlyList<ChosenLine> lines, PostPeople people, CancellationToken ct)
    {
        var texts = await TextsAsync([.. lines.Select(l => l.Reminder.OccurrenceId).Distinct()], ct);
        var answering = await PostPeople.AnsweringAsync(db, Me,
            [.. lines.Where(l => l.Reminder.Audience != ReminderAudience.Responsible).Select(l => l.Reminder.AssignmentId).Distinct()], ct);
        return [.. lines.Select(line =>
        {
            var (reminder, text) = (line.Reminder, texts[line.Reminder.OccurrenceId]);
            var escalatedAs = reminder.Audience switch
            {
                ReminderAudience.Lead => "equality lead",
                ReminderAudience.Group => "a member of the equality group",
                _ => null,
            };
            var posts = escalatedAs is null ? people.TitleOf(reminder.PostId) : people.TitlesOf(answering[reminder.AssignmentId]);
            return new DigestLine(reminder.OccurrenceId, reminder.Kind == OccurrenceKind.Delivery
                ? ReminderKind.Delivery : ReminderKind.Review,
                text.Scheme, text.Reference, text.Action, reminder.DueBy, text.Target, links.OfAssignment(reminder.AssignmentId),
                posts ?? (reminder.Responsible.Length > 0 ? reminder.Responsible : null), escalatedAs is null
                    ? line.Choice.WhyYou : null, escalatedAs);
        })];
    }

    /// <summary>What falls due, in words: the action and its target, or its milestone and the milestone's.</summary>
    private async Task<Dictionary<Guid, (string Scheme, string Reference, string Action, string Target)>> TextsAsync(Guid[] occurrenceIds,
        CancellationToken ct) => occurrenceIds.Length == 0 ? [] :
        (await new Sql($"""
            select o.id, s.title, a.reference, case when m.id is null then x.text else x.text || ': ' || m.text end,
              (select string_agg(t ->> 'text', '; ') from jsonb_array_elements(coalesce(m.targets, a.own_targets, a.shared_targets)) t
              where t ->> 'text' <> '')
            from occurrences o join assignments a on a.id = o.assignment_id join schemes s on s.id = a.scheme_id
              join actions x on x.id = a.action_id
            left join milestones m on m.owner_id = o.owner_id and m.id = o.milestone_id
            where o.authority_id = {Me} and a.authority_id = {Me} and o.id = any({occurrenceIds})
            """).ReadAsync(db, row => (Id: row.GetGuid(0), Scheme: row.GetString(1), Reference: row.GetString(2), Action: row.GetString(3),
              Target: row.Text(4) ?? ""), ct))
            .ToDictionary(t => t.Id, t => (t.Scheme, t.Reference, t.Action, t.Target));

    private Task MarkAsync(IReadOnlyList<(Guid Id, string Why)> marked, string state, Guid? digestId, CancellationToken ct) =>
        marked.Count == 0 ? Task.CompletedTask : new Sql($"""
        update reminders r set state = {state}, digest_id = {digestId}::uuid, why = t.why
        from unnest({marked.Select(m => m.Id).ToArray()}, {marked.Select(m => m.Why).ToArray()}) as t (id, why)
        where r.organisation_id = {Me} and r.id = t.id and (r.state, r.digest_id, r.why) is distinct from ({state}, {digestId}::uuid, t.why)
        """).RunAsync(db, ct);

    private string SenderDomain =>
        mail.From.Split('@') is [_, { Length: > 0 } domain] && domain.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-')
            ? domain : "localhost";

    private static string OneLine(string text) => new([.. text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)]);

    private sealed record ChosenLine(OwedRow Reminder, RecipientChoice.Person Choice);

    private sealed record OwedRow(
        Guid Id, Guid OccurrenceId, Guid AssignmentId, Guid OwnerId, Guid SchemeId, OccurrenceKind Kind, DateOnly DueBy,
            ReminderAudience Audience, Guid? PostId,
        OccurrenceStatus Occurrence, DateOnly DueByNow, bool Withdrawn, AssignmentStatus Status, DateTimeOffset? ReportedAt,
            DateOnly? SnoozedUntil,
        DateOnly? AcknowledgedUntil, string Responsible, int Version);
}
