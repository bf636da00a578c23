using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Plans.Themes;

/// <param name="SchemeId">The scheme's id.</param>
/// <param name="Withdrawn">True for those that the owner has taken out of the plan; otherwise they are left out.</param>
/// <param name="Limit">How many to answer, 1 to 200; 50 unless said.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
[Reads(Permission.PlanRead)]
public sealed record ListThemes(Guid SchemeId, bool? Withdrawn, int? Limit, string? Cursor) : IRequest<Page<ThemeDetail>>;

internal sealed class ListThemesHandler(EqualityDb db, Caller caller) : IRequestHandler<ListThemes, Page<ThemeDetail>>
{
    public async Task<Page<ThemeDetail>> Handle(ListThemes request, CancellationToken cancellationToken)
    {
        var limit = Cursor.Limit(request.Limit);
        object?[] boundTo = [nameof(ListThemes), caller.OrganisationId, request.SchemeId, request.Withdrawn];
        var after = PlanPosition.After(request.Cursor, boundTo);
        var owner = await db.Schemes.Where(s => s.Id == request.SchemeId).Select(s => (Guid?)s.OwnerId)
            .SingleOrDefaultAsync(cancellationToken) ?? throw Refusal.NotFound("scheme");
        var themes = await db.Themes.AsNoTracking()
            .Where(t => t.OwnerId == owner && t.SchemeId == request.SchemeId && (t.WithdrawnAt != null) == (request.Withdrawn == true)
                && (t.Position > after.Position || (t.Position == after.Position && t.Id > after.Id)))
            .OrderBy(t => t.Position).ThenBy(t => t.Id).Take(limit + 1).ToListAsync(cancellationToken);
        return PlanPosition.Page(themes, limit, t => new PlanPosition(t.Position, t.Id), ThemeDetail.From, boundTo);
    }
}
