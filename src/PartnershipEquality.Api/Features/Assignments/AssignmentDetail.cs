using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Features.Plans;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Assignments;
using PartnershipEquality.Domain.Board;
using PartnershipEquality.Domain.Plans;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Api.Features.Assignments;

/// <summary>One assignment: this action, that authority, and its history.</summary>
/// <param name="Reference">The action's reference: "1.2/3".</param>
/// <param name="Action">What is required.</param>
/// <param name="Outcome">What it should bring about.</param>
/// <param name="Responsible">The responsible roles as the plan writes them.</param>
/// <param name="CommitmentReference">The commitment it serves.</param>
/// <param name="Qualifier">What the plan says of this authority's part.</param>
/// <param name="PlanStatus">Where the plan itself said that the action stood when it came in, for the authority to confirm or not; left out
/// where it said nothing. It counts for nothing.</param>
/// <param name="Status">What the authority says.</param>
/// <param name="StatusLabel">The status in words, with what dates add to it.</param>
/// <param name="SharedTargets">The part of the plan's target that is this authority's.</param>
/// <param name="OwnTargets">The authority's own target, which stands before the shared one; null while it has none.</param>
/// <param name="DueBy">The earliest open delivery; null where there is none.</param>
/// <param name="BaselineDueBy">The day first agreed for it, whatever it has been moved to.</param>
/// <param name="DaysSlipped">From the baseline to the due day; null where either is missing.</param>
/// <param name="TimesMoved">How often the due day moved.</param>
/// <param name="ReviewBy">For work without a date: the end of the first review period without an update.</param>
/// <param name="NotApplicableReason">Why it does not apply here; null unless the status says so.</param>
/// <param name="NotApplicableAcceptedAt">When the owner accepted that; until then it counts as expected.</param>
/// <param name="Contested">The authority says that it is not its own, and the owner has not decided yet.</param>
/// <param name="Contest">What it last contested, and what was decided; left out where it never has.</param>
/// <param name="Snooze">Why nobody is reminded of it for now; left out where that is not so, and for the plan's owner.</param>
/// <param name="Acknowledgement">Who has seen it and is left alone for now; left out where nobody has said so, and for the plan's
/// owner.</param>
/// <param name="Occurrences">The times it falls due, open ones first; at most 20.</param>
/// <param name="ProgressUpdates">The latest updates you may read, the newest first; at most 20.</param>
/// <param name="TargetMoves">The latest moves of its target, the newest first; at most 20.</param>
/// <param name="States">The latest headlines, the newest first; at most 20.</param>
public sealed record AssignmentDetail(
    Guid Id, string Reference, string Action, string? Outcome, string? Responsible, string CommitmentReference, string? CommitmentTitle,
        Guid AuthorityId, Guid OwnerId, Guid SchemeId,
    Guid ThemeId, Guid CommitmentId, Guid ActionId, string? Qualifier, PlanStatusDetail? PlanStatus, AssignmentStatus Status,
        string StatusLabel, IReadOnlyList<TargetDateRecord> SharedTargets,
    IReadOnlyList<TargetDateRecord>? OwnTargets, DateOnly? DueBy, DateOnly? BaselineDueBy, int? DaysSlipped, int TimesMoved,
        DateOnly? ReviewBy, bool Overdue, bool DueSoon, bool NotUpdated,
    bool NoTarget, string? NotApplicableReason, DateTimeOffset? NotApplicableAcceptedAt, DateTimeOffset? WithdrawnAt,
        string? WithdrawnReason, DateTimeOffset? LastReportedAt,
    bool Contested, ContestDetail? Contest, PauseDetail? Snooze, PauseDetail? Acknowledgement, IReadOnlyList<OccurrenceDetail> Occurrences,
        IReadOnlyList<ProgressUpdateDetail> ProgressUpdates, IReadOnlyList<TargetMoveDetail> TargetMoves, IReadOnlyList<StateDetail> States,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    private const int HistoryLength = 20;

    internal static async Task<AssignmentDetail> ReadAsync(EqualityDb db, Assignment a, DateOnly today, CancellationToken ct)
    {
        var action = await db.Actions.AsNoTracking().Where(x => x.Id == a.ActionId)
            .Select(x => new { x.Text, x.Outcome, x.Responsible, x.PlanStatus, x.PlanStatusText }).SingleAsync(ct);
        var commitment = await db.Commitments.AsNoTracking().Where(x => x.Id == a.CommitmentId).Select(x => new { x.Reference, x.Title })
            .SingleAsync(ct);
        var updates = await db.ProgressUpdates.AsNoTracking().Where(u => u.AssignmentId == a.Id).OrderByDescending(u => u.ReportedAt)
            .ThenByDescending(u => u.Id).Take(HistoryLength).ToListAsync(ct);
        var moves = await db.TargetMoves.AsNoTracking().Where(m => m.AssignmentId == a.Id).OrderByDescending(m => m.MovedAt)
            .ThenByDescending(m => m.Id).Take(HistoryLength).ToListAsync(ct);
        var states = await db.AssignmentStates.AsNoTracking().Where(s => s.AssignmentId == a.Id).OrderByDescending(s => s.BeganAt)
            .Take(HistoryLength).ToListAsync(ct);
        var snooze = await PauseAsync(db, a, ReminderPauseKind.Snooze, a.SnoozedUntil, today, ct);
        var acknowledgement = await PauseAsync(db, a, ReminderPauseKind.Acknowledgement, a.AcknowledgedUntil, today, ct);
        var (dueBy, reviewBy) = a.IsWanted ? (a.DueBy, a.ReviewBy) : (null, null);
        var standing = Standing.On(today, a);
        return new AssignmentDetail(
            a.Id, a.Reference, action.Text, action.Outcome, action.Responsible, commitment.Reference, commitment.Title, a.AuthorityId,
                a.OwnerId, a.SchemeId, a.ThemeId, a.CommitmentId, a.ActionId,
            a.Qualifier, PlanStatusDetail.Of(action.PlanStatus, action.PlanStatusText), a.Status, AssignmentRowReader.Label(a.Status,
                standing, a.WithdrawnAt is not null), [.. a.SharedTargets.Select(TargetDateRecord.From)],
            a.OwnTargets is null ? null : [.. a.OwnTargets.Select(TargetDateRecord.From)], dueBy, a.BaselineDueBy,
                a.DueBy?.DayNumber - a.BaselineDueBy?.DayNumber, a.TimesMoved, reviewBy, standing.Overdue,
            standing.DueSoon, standing.NotUpdated, a.NoTarget, a.NotApplicableReason, a.NotApplicableAcceptedAt, a.WithdrawnAt,
                a.WithdrawnReason,
            a.LastReportedAt, a.IsContested, ContestDetail.Of(a), snooze, acknowledgement,
            [.. a.Occurrences.OrderBy(o => o.Status).ThenBy(o => o.DueBy).ThenBy(o => o.Id).Take(HistoryLength)
                .Select(o => OccurrenceDetail.From(o, today))],
            [.. updates.Select(ProgressUpdateDetail.From)], [.. moves.Select(TargetMoveDetail.From)], [.. states.Select(StateDetail.From)],
                a.CreatedAt, a.UpdatedAt, a.Version);
    }

    /// <summary>
    /// Loads an assignment with its occurrences, locked when it is about to change; null when it is not the caller's to see.
    /// </summary>
    internal static async Task<Assignment?> LoadAsync(EqualityDb db, Guid id, bool forUpdate, CancellationToken ct)
    {
        if (forUpdate)
        {
            await new Sql($"select 1 from assignments where id = {id} for update").RunAsync(db, ct);
        }

        return await db.Assignments.Include(a => a.Occurrences).SingleOrDefaultAsync(a => a.Id == id, ct);
    }

    internal static async Task<Assignment> LoadAsync(EqualityDb db, Guid id, CancellationToken ct) =>
        await LoadAsync(db, id, forUpdate: true, ct) ?? throw Refusal.NotFound("assignment");

    /// <summary>What was said when it was last put off, while that lasts. The plan's owner sees no row of it.</summary>
    private static async Task<PauseDetail?> PauseAsync(EqualityDb db, Assignment a, ReminderPauseKind kind, DateOnly? until, DateOnly today,
        CancellationToken ct) => !(until > today) ? null
        : await db.ReminderPauses.AsNoTracking()
            .Where(p => p.AuthorityId == a.AuthorityId && p.OwnerId == a.OwnerId && p.AssignmentId == a.Id && p.Kind == kind)
            .OrderByDescending(p => p.MadeAt).ThenByDescending(p => p.Id)
                .Select(p => new PauseDetail(p.UntilOn, p.Reason, p.MadeBy, p.OnBehalfOf, p.MadeAt)).FirstOrDefaultAsync(ct);

    internal static async Task EnsureVisibleAsync(EqualityDb db, Guid id, CancellationToken ct)
    {
        if (!await db.Assignments.AnyAsync(a => a.Id == id, ct))
        {
            throw Refusal.NotFound("assignment");
        }
    }
}

/// <summary>Reminders put off. Your own authority's alone.</summary>
/// <param name="Until">The day from which to be reminded again.</param>
/// <param name="Reason">Why.</param>
/// <param name="MadeBy">The credential that put them off: a fact.</param>
/// <param name="OnBehalfOf">Whom it said it did so for: an assertion.</param>
public sealed record PauseDetail(DateOnly Until, string Reason, string MadeBy, string? OnBehalfOf, DateTimeOffset MadeAt);

/// <summary>"Not ours": what an authority contested, and the owner's decision.</summary>
/// <param name="Reason">Why it is not the authority's own.</param>
/// <param name="DecidedAt">When the owner decided; null until then.</param>
/// <param name="Accepted">True where the assignment was withdrawn for it, false where it stands; null until the owner decides.</param>
/// <param name="Note">What the owner said to it; null where it said nothing.</param>
public sealed record ContestDetail(DateTimeOffset ContestedAt, string Reason, DateTimeOffset? DecidedAt, bool? Accepted, string? Note)
{
    internal static ContestDetail? Of(Assignment a) =>
        a is { ContestedAt: { } at, ContestReason: { } reason }
            ? new ContestDetail(at, reason, a.ContestDecidedAt, a.ContestAccepted, a.ContestNote) : null;
}

/// <summary>What an occurrence's status is for people: a review left open past its period is missed.</summary>
public enum ShownOccurrenceStatus
{
    Open,
    Completed,
    Missed,
    Cancelled,
}

/// <summary>One time an assignment falls due.</summary>
/// <param name="Kind">delivery: something is to be done. review: word is wanted on work without a date.</param>
/// <param name="MilestoneId">The milestone whose date it is; null for the action's own.</param>
/// <param name="PeriodStart">First day of the period that a review covers; null for a delivery.</param>
/// <param name="BaselineDueBy">The day first agreed.</param>
/// <param name="Status">A review whose period ended without an update is missed; a delivery stays open until it is done.</param>
public sealed record OccurrenceDetail(
    Guid Id, OccurrenceKind Kind, Guid? MilestoneId, DateOnly? PeriodStart, DateOnly DueBy, DateOnly BaselineDueBy,
        ShownOccurrenceStatus Status, DateTimeOffset? CompletedAt, Guid? UpdateId)
{
    internal static OccurrenceDetail From(Occurrence o, DateOnly today) =>
        new(o.Id, o.Kind, o.MilestoneId, o.PeriodStart, o.DueBy, o.BaselineDueBy, o.Status switch
        {
            OccurrenceStatus.Completed => ShownOccurrenceStatus.Completed,
            OccurrenceStatus.Cancelled => ShownOccurrenceStatus.Cancelled,
            _ => o.Kind == OccurrenceKind.Review && DueDay.HasPassed(o.DueBy, today)
                ? ShownOccurrenceStatus.Missed : ShownOccurrenceStatus.Open,
        }, o.CompletedAt, o.UpdateId);
}

/// <summary>What an authority reported.</summary>
/// <param name="OccurrenceId">The delivery that it closed; null when it closed none.</param>
/// <param name="Narrative">In the authority's words; null when it gave none or has retracted it.</param>
/// <param name="Evidence">What shows it; empty once retracted.</param>
/// <param name="Tier">Who may read it: private, partnership or public.</param>
/// <param name="ReportedBy">The credential that reported: a fact.</param>
/// <param name="OnBehalfOf">Whom it said it reported for: an assertion.</param>
/// <param name="RetractedReason">Why it was retracted; null while it stands.</param>
public sealed record ProgressUpdateDetail(
    Guid Id, Guid AssignmentId, Guid? OccurrenceId, AssignmentStatus Status, bool Finished, string? Narrative,
        IReadOnlyList<EvidenceLink> Evidence, Tier Tier, string ReportedBy, string? OnBehalfOf,
    DateTimeOffset ReportedAt, string? NarrowedReason, DateTimeOffset? RetractedAt, string? RetractedReason, int Version) : IVersioned
{
    internal static ProgressUpdateDetail From(ProgressUpdate u) =>
        new(u.Id, u.AssignmentId, u.OccurrenceId, u.Status, u.Finished, u.RetractedAt is null ? u.Narrative : null,
        u.RetractedAt is null ? u.Evidence
            : [], u.Tier, u.ReportedBy, u.OnBehalfOf, u.ReportedAt, u.NarrowedReason, u.RetractedAt, u.RetractedReason, u.Version);
}

/// <summary>A target that was changed, by whom and why.</summary>
/// <param name="MovedBy">The organisation that moved it.</param>
/// <param name="DaysSlipped">From the earlier due day to the later; negative when it came forward, null where either has no date.</param>
public sealed record TargetMoveDetail(Guid Id, Guid MovedBy, string? FromText, string? ToText, DateOnly? FromDueBy, DateOnly? ToDueBy,
    int? DaysSlipped, string? Reason, DateTimeOffset MovedAt)
{
    internal static TargetMoveDetail From(TargetMove m) =>
        new(m.Id, m.MovedBy, m.FromText, m.ToText, m.FromDueBy, m.ToDueBy, m.DaysSlipped, m.Reason, m.MovedAt);
}

/// <summary>The headline over a time: what the board counted then.</summary>
/// <param name="EndedAt">Null for the one that stands.</param>
public sealed record StateDetail(
    AssignmentStatus Status, DateOnly? DueBy, DateOnly? ReviewBy, DateOnly? LastReportedOn, bool NoTarget, bool Withdrawn,
        DateTimeOffset BeganAt, DateTimeOffset? EndedAt)
{
    internal static StateDetail From(AssignmentState s) =>
        new(s.Status, s.DueBy, s.ReviewBy, s.LastReportedOn, s.NoTarget, s.Withdrawn, s.BeganAt, s.EndedAt);
}
