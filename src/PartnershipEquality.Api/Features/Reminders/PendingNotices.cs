using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain.Plans;
using PartnershipEquality.Domain.Reminders;

namespace PartnershipEquality.Api.Features.Reminders;

/// <summary>One assignment whose people have yet to hear what the partnership did to it.</summary>
/// <param name="AssignmentId">The assignment.</param>
/// <param name="Responsible">The responsible roles as the plan writes them.</param>
/// <param name="Changes">What to say; nothing where it concerns nobody any more.</param>
internal sealed record PendingNotice(Guid AssignmentId, string Responsible, IReadOnlyList<PlanChange> Changes);

/// <summary>
/// What partnerships changed, moved, withdrew and gave again, kept on the assignments until it is told. It goes to
/// those who answer for the work, once, and waits while nobody can be found.
/// </summary>
internal sealed class PendingNotices(EqualityDb db, Caller caller, PublicAddress links)
{
    /// <summary>A digest is no plan: it shows the beginning, and the link the rest.</summary>
    private const int ShownText = 300;

    private Guid Me => caller.OrganisationId;

    /// <summary>The authority's own, locked until they are told.</summary>
    public async Task<List<PendingNotice>> ReadAsync(DateOnly day, CancellationToken ct)
    {
        var rows = await new Sql($"""
            select a.id, a.owner_id, a.scheme_id, a.pending_notices, a.status, a.withdrawn_at is not null, a.withdrawn_reason, a.reference,
              x.text, x.outcome, x.measures, x.responsible
            from assignments a left join actions x on x.id = a.action_id
            where a.authority_id = {Me} and a.pending_notices_since is not null order by a.id for no key update of a
            """).ReadAsync(db, r => new Row(
                r.GetGuid(0), r.GetGuid(1), r.GetGuid(2), [.. r.GetFieldValue<string[]>(3).Select(EnumText.Read<PlanChangeKind>)],
                    EnumText.Read<AssignmentStatus>(r.GetString(4)),
                r.GetBoolean(5), r.Text(6), r.GetString(7), r.Text(8) ?? "", r.Text(9), r.Text(10), r.Text(11) ?? ""), ct);
        if (rows.Count == 0)
        {
            return [];
        }

        var schemeIds = rows.Select(r => r.SchemeId).Distinct().ToList();
        // What changes before a scheme is in force, or after it was, is nobody's news; nor is it where the work is settled.
        var live = (await db.Schemes.AsNoTracking().Where(s => schemeIds.Contains(s.Id)).ToListAsync(ct)).Where(s => s.IsLiveOn(day))
            .ToDictionary(s => s.Id, s => s.Title);
        var moves = await MovesAsync([.. rows.Where(r => r.Kinds.Contains(PlanChangeKind.Moved)).Select(r => r.Id)], ct);
        return rows.ConvertAll(r => new PendingNotice(r.Id, r.Responsible,
            live.TryGetValue(r.SchemeId, out var scheme) && caller.Scope.OwnerIds.Contains(r.OwnerId)
                && r.Status is not (AssignmentStatus.Completed or AssignmentStatus.NotApplicable)
                ? [.. Said(r, moves[r.Id]).Select(s => new PlanChange(s.Kind, scheme, r.Reference, s.Summary, links.OfAssignment(r.Id)))]
                    : []));
    }

    /// <summary>
    /// What each person is told today. The rest waits: for somebody to tell, or for a day on which none of them has a digest already.
    /// </summary>
    public async Task<List<(Guid PersonId, PlanChange Change)>> TellAsync(List<PendingNotice> untold, PostPeople people,
        HashSet<string> sentToday, DateOnly day, CancellationToken ct)
    {
        var answering = await PostPeople.AnsweringAsync(db, Me, [.. untold.Where(u => u.Changes.Count > 0).Select(u => u.AssignmentId)],
            ct);
        var (told, done) = (new List<(Guid, PlanChange)>(), new List<Guid>());
        foreach (var work in untold)
        {
            var persons = work.Changes.Count == 0 ? [] : answering[work.AssignmentId].Cast<Guid?>().DefaultIfEmpty()
                .Select(post => people.Choose(ReminderAudience.Responsible, post, work.Responsible, day)).OfType<RecipientChoice.Person>()
                    .Select(p => p.PersonId).Distinct().ToList();
            if (work.Changes.Count == 0 || (persons.Count > 0 && !persons.Exists(p => sentToday.Contains(people.RecipientOf(p)))))
            {
                done.Add(work.AssignmentId);
                told.AddRange(persons.SelectMany(person => work.Changes.Select(change => (person, change))));
            }
        }

        if (done.Count > 0)
        {
            await new Sql($"""
                update assignments set pending_notices = array[]::text[], pending_notices_since = null
                where authority_id = {Me} and id = any({done.ToArray()})
                """).RunAsync(db, ct);
        }

        return told;
    }

    private async Task<ILookup<Guid, string>> MovesAsync(Guid[] assignmentIds, CancellationToken ct) =>
        (assignmentIds.Length == 0 ? [] : await new Sql($"""
        select m.assignment_id, m.from_text, m.to_text, m.reason
        from assignments a join target_moves m on m.assignment_id = a.id
        where a.authority_id = {Me} and m.authority_id = {Me} and a.id = any({assignmentIds}) and m.moved_by = a.owner_id
          and m.moved_at >= a.pending_notices_since
          and (m.from_text, m.from_due_by) is distinct from (m.to_text, m.to_due_by)
        order by m.moved_at, m.id
        """).ReadAsync(db, r => (Id: r.GetGuid(0), Summary: $"From {Quoted(r.Text(1))} to {Quoted(r.Text(2))}.{Because(r.Text(3))}"),
          ct)).ToLookup(m => m.Id, m => m.Summary);

    private IEnumerable<(PlanChangeKind Kind, string Summary)> Said(Row row, IEnumerable<string> moves)
    {
        if (row.Withdrawn)
        {
            // Whatever else happened to it no longer matters.
            return row.Kinds.Contains(PlanChangeKind.Withdrawn)
                ? [(PlanChangeKind.Withdrawn, $"It is no longer asked of {caller.Scope.Name}.{Because(row.WithdrawnReason)}")] : [];
        }

        return row.Kinds.Order().SelectMany(kind => kind switch
        {
            PlanChangeKind.Moved => moves.Select(move => (kind, move)),
            PlanChangeKind.Reinstated => [(kind, $"It is asked of {caller.Scope.Name} again: {Quoted(row.Text)}.")],
            _ => [(kind, $"It now reads: {Quoted(row.Text)}.{Part("Outcome", row.Outcome)}{Part("Measured by", row.Measures)}")],
        });
    }

    private static string Part(string name, string? text) => string.IsNullOrWhiteSpace(text) ? "" : $" {name}: {Quoted(text)}.";

    private static string Because(string? reason) => string.IsNullOrWhiteSpace(reason) ? "" : $" Reason: {reason.Trim()}";

    private static string Quoted(string? text) => string.IsNullOrWhiteSpace(text) ? "no date" : $"\u201c{Short(text.Trim())}\u201d";

    private static string Short(string text) =>
        text.Length <= ShownText ? text : $"{text[..(char.IsHighSurrogate(text[ShownText - 1]) ? ShownText - 1 : ShownText)]}\u2026";

    private sealed record Row(
        Guid Id, Guid OwnerId, Guid SchemeId, IReadOnlyList<PlanChangeKind> Kinds, AssignmentStatus Status, bool Withdrawn,
            string? WithdrawnReason,
        string Reference, string Text, string? Outcome, string? Measures, string Responsible);
}
