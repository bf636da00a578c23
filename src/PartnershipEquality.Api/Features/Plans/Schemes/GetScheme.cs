using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Plans.Schemes;

/// <param name="SchemeId">The scheme's id.</param>
[Reads(Permission.PlanRead)]
public sealed record GetScheme(Guid SchemeId) : IRequest<SchemeDetail>;

/// <summary>A scheme.</summary>
/// <param name="Reference">What people quote: "LEICS-2026".</param>
/// <param name="OwnerId">The organisation it belongs to.</param>
/// <param name="FrameworkEdition">The edition of the Equality Framework for Local Government that its themes follow; null when it follows
/// none.</param>
/// <param name="Marking">The security classification it is handled under.</param>
/// <param name="ReviewMonths">Months between reviews of work without a date.</param>
/// <param name="Edition">1 for the first of its line.</param>
/// <param name="ContinuesSchemeId">The scheme it carries on from; null for a first one.</param>
/// <param name="Sample">Made up to show the product.</param>
/// <param name="Narrative">The text around the plan's tables, where it came in as a document; null where there was none.</param>
/// <param name="Themes">Its headings, in order.</param>
/// <param name="Commitments">How many commitments it holds, those withdrawn left out.</param>
/// <param name="Actions">How many actions it holds, those withdrawn left out.</param>
/// <param name="UnassignedActions">How many of them no authority answers for.</param>
public sealed record SchemeDetail(
    Guid Id, string Reference, string Title, Guid OwnerId, DateOnly StartsOn, DateOnly EndsOn, string? FrameworkEdition, SchemeStage Stage,
        Marking Marking, int ReviewMonths,
    int Edition, Guid? ContinuesSchemeId, bool Sample, string? Narrative, IReadOnlyList<ThemeRow> Themes, int Commitments, int Actions,
        int UnassignedActions,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, int Version) : IVersioned
{
    internal static async Task<SchemeDetail> ReadAsync(EqualityDb db, Scheme s, CancellationToken ct)
    {
        var themes = await db.Themes.AsNoTracking().Where(t => t.OwnerId == s.OwnerId && t.SchemeId == s.Id && t.WithdrawnAt == null)
            .OrderBy(t => t.Position)
            .Select(t => new ThemeRow(t.Id, t.Number, t.Title)).ToListAsync(ct);
        var commitments = await db.Commitments.CountAsync(c => c.OwnerId == s.OwnerId && c.SchemeId == s.Id && c.WithdrawnAt == null, ct);
        var actions = await db.Actions.CountAsync(a => a.SchemeId == s.Id && a.WithdrawnAt == null, ct);
        var unassigned = await db.Actions.CountAsync(a => a.SchemeId == s.Id && a.Unassigned && a.WithdrawnAt == null, ct);
        return new SchemeDetail(s.Id, s.Reference, s.Title, s.OwnerId, s.StartsOn, s.EndsOn, s.FrameworkEdition, s.Stage, s.Marking,
            s.ReviewMonths, s.Edition,
            s.ContinuesSchemeId, s.Sample, s.Narrative, themes, commitments, actions, unassigned, s.CreatedAt, s.UpdatedAt, s.Version);
    }
}

/// <summary>A heading of a scheme.</summary>
/// <param name="Number">As the plan numbers it; null when it does not.</param>
public sealed record ThemeRow(Guid Id, string? Number, string Title);

internal sealed class GetSchemeHandler(EqualityDb db) : IRequestHandler<GetScheme, SchemeDetail>
{
    public async Task<SchemeDetail> Handle(GetScheme request, CancellationToken cancellationToken) =>
        await SchemeDetail.ReadAsync(db,
            await db.Schemes.AsNoTracking().SingleOrDefaultAsync(s => s.Id == request.SchemeId, cancellationToken)
            ?? throw Refusal.NotFound("scheme"), cancellationToken);
}
