using PartnershipEquality.Domain;

namespace PartnershipEquality.Data;

/// <summary>
/// What follows when the owner moves a part of its plan: assignments name where their action stands, and headlines the
/// theme they are counted under. All of a commitment at once, however many authorities answer for it.
/// </summary>
public static class PlanMoves
{
    /// <summary>Locks what a commitment's authorities answer for, in the one order in which everybody locks.</summary>
    public static Task LockCommitmentAsync(EqualityDb db, Guid ownerId, Guid commitmentId, CancellationToken ct) =>
        new Sql($"""
            select 1 from assignments where owner_id = {ownerId} and commitment_id = {commitmentId} order by id for update
            """).RunAsync(db, ct);

    /// <summary>The commitment's reference changed: those of its actions and of their assignments begin with it.</summary>
    public static async Task RenameCommitmentAsync(EqualityDb db, Guid ownerId, Guid commitmentId, string from, string to,
        CancellationToken ct)
    {
        await new Sql($"""
            update actions set reference = {to}::text || substr(reference, {from.Length + 1})
              where owner_id = {ownerId} and commitment_id = {commitmentId} and starts_with(reference, {from + "/"})
            """).RunAsync(db, ct);
        await new Sql($"""
            update assignments set reference = a.reference from actions a
            where assignments.owner_id = {ownerId} and assignments.commitment_id = {commitmentId} and a.owner_id = {ownerId}
              and a.id = assignments.action_id
            """).RunAsync(db, ct);
    }

    /// <summary>Many references changed at once; some may have changed places.</summary>
    public static async Task RenameCommitmentsAsync(EqualityDb db, Guid ownerId,
        IReadOnlyCollection<(Guid Id, string From, string To)> renamed, CancellationToken ct)
    {
        var (ids, from, to) = (renamed.Select(r => r.Id).ToArray(), renamed.Select(r => r.From).ToArray(),
            renamed.Select(r => r.To).ToArray());
        await new Sql($"""
            update commitments set reference = n.to from unnest({ids}, {to}) n (id, "to")
            where commitments.owner_id = {ownerId} and commitments.id = n.id
            """).RunAsync(db, ct);
        await new Sql($"""
            update actions set reference = n.to || substr(actions.reference, length(n.was) + 1)
              from unnest({ids}, {from}, {to}) n (id, was, "to")
            where actions.owner_id = {ownerId} and actions.commitment_id = n.id and starts_with(actions.reference, n.was || '/')
            """).RunAsync(db, ct);
        await new Sql($"""
            update assignments set reference = a.reference from actions a
            where assignments.owner_id = {ownerId} and assignments.commitment_id = any ({ids}) and a.owner_id = {ownerId}
              and a.id = assignments.action_id and assignments.reference <> a.reference
            """).RunAsync(db, ct);
    }

    /// <summary>The commitment stands under another theme, with its actions.</summary>
    public static async Task MoveCommitmentAsync(EqualityDb db, Guid ownerId, Guid commitmentId, Guid themeId, DateTimeOffset at,
        CancellationToken ct)
    {
        await new Sql($"""
            update actions set theme_id = {themeId} where owner_id = {ownerId} and commitment_id = {commitmentId}
            """).RunAsync(db, ct);
        await new Sql($"""
            update assignments set theme_id = {themeId} where owner_id = {ownerId} and commitment_id = {commitmentId}
            """).RunAsync(db, ct);
        await CountElsewhereAsync(db, await new Sql($"""
            select s.id from assignment_states s join assignments a on a.owner_id = s.owner_id and a.id = s.assignment_id
            where a.owner_id = {ownerId} and a.commitment_id = {commitmentId} and s.ended_at is null and s.theme_id <> {themeId}
            """).ReadAsync(db, r => r.GetGuid(0), ct), themeId, at, ct);
    }

    /// <summary>The action stands under another commitment, under its reference there.</summary>
    public static async Task MoveActionAsync(EqualityDb db, Guid ownerId, Guid actionId, Guid themeId, Guid commitmentId, string reference,
        DateTimeOffset at, CancellationToken ct)
    {
        await new Sql($"""
            update assignments set theme_id = {themeId}, commitment_id = {commitmentId}, reference = {reference}
              where owner_id = {ownerId} and action_id = {actionId}
            """).RunAsync(db, ct);
        await CountElsewhereAsync(db, await new Sql($"""
            select id from assignment_states
              where owner_id = {ownerId} and action_id = {actionId} and ended_at is null and theme_id <> {themeId}
            """).ReadAsync(db, r => r.GetGuid(0), ct), themeId, at, ct);
    }

    /// <summary>From now on the headlines count under the theme; the days before stay as they were counted.</summary>
    private static async Task CountElsewhereAsync(EqualityDb db, List<Guid> open, Guid themeId, DateTimeOffset at, CancellationToken ct)
    {
        if (open.Count > 0)
        {
            // Time never runs backwards within one assignment, also where a job was run as of a later moment.
            await new Sql($"""
                with ended as (
                  update assignment_states s set ended_at = greatest(s.began_at, {at}) from unnest({open.ToArray()}) o (id)
                  where s.id = o.id returning s.*)
                insert into assignment_states (id, authority_id, owner_id, assignment_id, scheme_id, theme_id, action_id, status, due_by,
                  baseline_due_by,
                  review_by, no_target, last_reported_on, accepted, withdrawn, began_at)
                select n.id, e.authority_id, e.owner_id, e.assignment_id, e.scheme_id, {themeId}, e.action_id, e.status, e.due_by,
                  e.baseline_due_by,
                  e.review_by, e.no_target, e.last_reported_on, e.accepted, e.withdrawn, e.ended_at
                from ended e join unnest({open.ToArray()}, {open.Select(_ => Uuid.New()).ToArray()}) n (was, id) on n.was = e.id
                """).RunAsync(db, ct);
        }
    }
}
