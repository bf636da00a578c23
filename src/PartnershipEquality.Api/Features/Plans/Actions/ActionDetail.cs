using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Features.Plans.Milestones;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Domain.Plans;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Api.Features.Plans.Actions;

/// <summary>One action of a plan.</summary>
/// <param name="Reference">The commitment's reference and the row's place there: "1.2/3".</param>
/// <param name="Label">The words the plan numbers it with: "Action 5".</param>
/// <param name="Text">What is required.</param>
/// <param name="Responsible">The responsible roles as the plan writes them.</param>
/// <param name="ResponsibleAsWritten">The plan's own cell, where <c>responsible</c> sets apart or corrects what it says.</param>
/// <param name="Target">The target word for word; null where the plan gives none.</param>
/// <param name="Targets">What it means; several where groups of authorities have dates of their own.</param>
/// <param name="Milestones">Its steps, in order; those withdrawn left out.</param>
/// <param name="CrossReference">For whom it is: word for word, and what could be told of it.</param>
/// <param name="Unassigned">No authority answers for it.</param>
/// <param name="Authorities">Where each authority stands.</param>
/// <param name="PlanStatus">Where the plan itself said that it stood when it came in; left out where it said nothing. No authority has
/// reported it.</param>
/// <param name="Notes">What the plan says of it beside its columns.</param>
/// <param name="WithdrawnAt">When it was taken out of the plan; null while it is in it.</param>
public sealed record ActionDetail(
    Guid Id, Guid OwnerId, Guid SchemeId, Guid ThemeId, Guid CommitmentId, string Reference, string? Label, string Text, string? Outcome,
        string? Measures, string? Responsible, string? ResponsibleAsWritten, string? Resources,
    string? Barriers, string? Stakeholders, string? Target, IReadOnlyList<TargetDateRecord> Targets,
        IReadOnlyList<MilestoneDetail> Milestones, CrossReferenceDetail CrossReference,
    bool Unassigned, IReadOnlyList<AuthorityHeadline> Authorities, PlanStatusDetail? PlanStatus, IReadOnlyList<PlanNote> Notes,
        DateTimeOffset? WithdrawnAt, string? WithdrawnReason, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    internal static async Task<ActionDetail> ReadAsync(EqualityDb db, SchemeAction a, DateOnly today, Caller caller, CancellationToken ct)
    {
        var headlines = (await AuthorityHeadline.ReadAsync(db, [a.Id], today, caller, ct))[a.Id].ToList();
        return new ActionDetail(
            a.Id, a.OwnerId, a.SchemeId, a.ThemeId, a.CommitmentId, a.Reference, a.Label, a.Text, a.Outcome, a.Measures, a.Responsible,
                a.ResponsibleAsWritten, a.Resources, a.Barriers, a.Stakeholders,
            a.TargetText, [.. a.Targets.Select(TargetDateRecord.From)],
            [.. a.Milestones.Where(m => m.WithdrawnAt is null).OrderBy(m => m.Position).Select(MilestoneDetail.From)],
            new CrossReferenceDetail(a.CrossReferenceText,
                [.. a.CrossReferences.Where(c => c.Kind == CrossReferenceKind.OutsideBody).OrderBy(c => c.Position).Select(c => c.Text)],
                [.. a.CrossReferences.Where(c => c.Kind == CrossReferenceKind.Unresolved).OrderBy(c => c.Position).Select(c => c.Text)]),
            a.Unassigned, headlines, PlanStatusDetail.Of(a.PlanStatus, a.PlanStatusText), a.Notes, a.WithdrawnAt, a.WithdrawnReason,
                a.UpdatedAt, a.Version);
    }

    /// <summary>Loads an action with all that hangs on it, for reading or changing.</summary>
    internal static Task<SchemeAction?> LoadAsync(EqualityDb db, Guid id, CancellationToken ct) =>
        db.Actions.Include(a => a.Milestones).Include(a => a.CrossReferences).Include(a => a.Roles).AsSplitQuery()
            .SingleOrDefaultAsync(a => a.Id == id, ct);
}

/// <summary>For whom an action is.</summary>
/// <param name="Text">The cell word for word.</param>
/// <param name="OutsideBodies">Bodies named beside the members.</param>
/// <param name="Unresolved">Words that name nobody known.</param>
public sealed record CrossReferenceDetail(string? Text, IReadOnlyList<string> OutsideBodies, IReadOnlyList<string> Unresolved);

/// <summary>Where one authority stands with an action.</summary>
/// <param name="Qualifier">What the plan says of its part; null for most.</param>
/// <param name="AssignmentId">Its assignment, where you may open it: your own, or any in your own plan.</param>
/// <param name="Status">Its status; absent where you may not see it.</param>
/// <param name="DueBy">The earliest open delivery; null where there is none or you may not see it.</param>
/// <param name="Overdue">That day has passed.</param>
/// <param name="Withdrawn">The owner has taken the assignment back.</param>
/// <param name="LastReportedOn">The day of its last update.</param>
public sealed record AuthorityHeadline(
    Guid AuthorityId, string Code, string Name, string? Qualifier, Guid? AssignmentId, AssignmentStatus? Status, DateOnly? DueBy,
        bool Overdue, bool Withdrawn, DateOnly? LastReportedOn)
{
    /// <summary>Of any number of actions in one statement: of each, the authorities in the order in which the plan names them.</summary>
    internal static async Task<ILookup<Guid, AuthorityHeadline>> ReadAsync(EqualityDb db, Guid[] actionIds, DateOnly today, Caller caller,
        CancellationToken ct) => (await new Sql($"""
        select c.authority_id, o.code, o.name, c.qualifier, s.assignment_id, s.status, s.due_by, s.withdrawn, s.owner_id,
          s.last_reported_on, c.action_id
        from cross_references c join organisations o on o.id = c.authority_id
        left join assignment_states s on s.action_id = c.action_id and s.authority_id = c.authority_id and s.ended_at is null
        where c.action_id = any ({actionIds}) and c.kind = 'authority' order by c.action_id, c.position
        """).ReadAsync(db, r => (ActionId: r.GetGuid(10), Headline: new AuthorityHeadline(
            r.GetGuid(0), r.GetString(1), r.GetString(2), r.Text(3),
            r.Maybe<Guid>(4) is { } id && (r.GetGuid(0) == caller.OrganisationId || r.GetGuid(8) == caller.OrganisationId) ? id : null,
            r.Text(5) is { } status ? EnumText.Read<AssignmentStatus>(status) : null,
            r.Maybe<DateOnly>(6), r.Maybe<DateOnly>(6) < today, r.Maybe<bool>(7)
                ?? false, r.Maybe<DateOnly>(9))), ct)).ToLookup(r => r.ActionId, r => r.Headline);
}
