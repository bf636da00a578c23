using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Features.Plans.Milestones;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Plans;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Api.Features.Plans.Actions;

/// <param name="SchemeId">The scheme's id.</param>
/// <param name="Unassigned">True for those that no authority answers for, false for the others; all unless said.</param>
/// <param name="Fields">Only these fields of each, separated by commas; below another with a full stop: id,targets.dueBy. All unless
/// given.</param>
/// <param name="Expand">milestones and authorities, separated by commas: the steps of each action, and where each authority stands with it,
/// come along.</param>
/// <param name="Limit">How many to answer, 1 to 200; 50 unless said.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
[Reads(Permission.PlanRead)]
public sealed record ListActions(Guid SchemeId, bool? Unassigned, string? Fields, string? Expand, int? Limit, string? Cursor)
    : IRequest<Page<ActionRow>>;

/// <summary>An action in the plan, as its owner wrote it.</summary>
/// <param name="Reference">The commitment's reference and the row's place there: "1.2/3".</param>
/// <param name="Label">The words the plan numbers it with: "Action 5".</param>
/// <param name="Target">The target word for word; null where the plan gives none.</param>
/// <param name="Targets">What it means.</param>
/// <param name="CrossReference">The cross-reference word for word; null where the plan gives none.</param>
/// <param name="AuthorityIds">The authorities that answer for it.</param>
/// <param name="Unassigned">No authority answers for it.</param>
/// <param name="PlanStatus">Where the plan itself said that it stood when it came in; left out where it said nothing. No authority has
/// reported it.</param>
/// <param name="Notes">What the plan says of it beside its columns.</param>
/// <param name="Milestones">With expand=milestones: its steps, in order, those withdrawn left out; null otherwise.</param>
/// <param name="Authorities">With expand=authorities: where each authority stands, as far as you may see it; null otherwise.</param>
public sealed record ActionRow(
    Guid Id, Guid CommitmentId, string Reference, string? Label, string Text, string? Outcome, string? Responsible, string? Target,
        IReadOnlyList<TargetDateRecord> Targets,
    string? CrossReference, IReadOnlyList<Guid> AuthorityIds, bool Unassigned, PlanStatusDetail? PlanStatus, IReadOnlyList<PlanNote> Notes,
        DateTimeOffset? WithdrawnAt,
    IReadOnlyList<MilestoneDetail>? Milestones = null, IReadOnlyList<AuthorityHeadline>? Authorities = null)
{
    internal static ActionRow From(SchemeAction a) =>
        new(a.Id, a.CommitmentId, a.Reference, a.Label, a.Text, a.Outcome, a.Responsible, a.TargetText,
        [.. a.Targets.Select(TargetDateRecord.From)], a.CrossReferenceText,
        [.. a.CrossReferences.OrderBy(c => c.Position).Where(c => c.AuthorityId is not null).Select(c => c.AuthorityId!.Value)],
            a.Unassigned, PlanStatusDetail.Of(a.PlanStatus, a.PlanStatusText), a.Notes, a.WithdrawnAt);
}

internal sealed class ListActionsHandler(EqualityDb db, Caller caller, TimeProvider time) : IRequestHandler<ListActions, Page<ActionRow>>
{
    private const string Milestones = "milestones";
    private const string Authorities = "authorities";

    public async Task<Page<ActionRow>> Handle(ListActions request, CancellationToken cancellationToken)
    {
        var limit = Cursor.Limit(request.Limit);
        object?[] boundTo = [nameof(ListActions), caller.OrganisationId, request.SchemeId, request.Unassigned];
        var after = PlanPosition.After(request.Cursor, boundTo);
        var expand = Expansion.Of(request.Expand, Milestones, Authorities);
        if (!await db.Schemes.AnyAsync(s => s.Id == request.SchemeId, cancellationToken))
        {
            throw Refusal.NotFound("scheme");
        }

        var actions = await db.Actions.AsNoTracking().Include(a => a.CrossReferences)
            .Where(a => a.SchemeId == request.SchemeId && a.WithdrawnAt == null
                && (request.Unassigned == null || a.Unassigned == request.Unassigned)
                && (a.Position > after.Position || (a.Position == after.Position && a.Id > after.Id)))
            .OrderBy(a => a.Position).ThenBy(a => a.Id).Take(limit + 1).AsSplitQuery().ToListAsync(cancellationToken);
        return PlanPosition.Page(actions, limit, a => new PlanPosition(a.Position, a.Id),
            await WithAsync(expand, [.. actions.Take(limit).Select(ActionRow.From)], cancellationToken), boundTo);
    }

    /// <summary>What was asked to come along, for the whole page in one statement each.</summary>
    private async Task<IReadOnlyList<ActionRow>> WithAsync(IReadOnlyCollection<string> expand, List<ActionRow> rows, CancellationToken ct)
    {
        var ids = rows.Select(r => r.Id).ToArray();
        if (expand.Contains(Milestones))
        {
            var steps = (await db.Milestones.AsNoTracking().Where(m => ids.Contains(m.ActionId) && m.WithdrawnAt == null)
                .OrderBy(m => m.Position).ToListAsync(ct)).ToLookup(m => m.ActionId, MilestoneDetail.From);
            rows = rows.ConvertAll(r => r with { Milestones = [.. steps[r.Id]] });
        }

        if (expand.Contains(Authorities))
        {
            var headlines = await AuthorityHeadline.ReadAsync(db, ids, LondonDay.Of(time.GetUtcNow()), caller, ct);
            rows = rows.ConvertAll(r => r with { Authorities = [.. headlines[r.Id]] });
        }

        return rows;
    }
}
