using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Plans.Themes;

/// <param name="ThemeId">The theme's id.</param>
[Reads(Permission.PlanRead)]
public sealed record GetTheme(Guid ThemeId) : IRequest<ThemeDetail>;

internal sealed class GetThemeHandler(EqualityDb db) : IRequestHandler<GetTheme, ThemeDetail>
{
    public async Task<ThemeDetail> Handle(GetTheme request, CancellationToken cancellationToken) =>
        ThemeDetail.From(await db.Themes.AsNoTracking().SingleOrDefaultAsync(t => t.Id == request.ThemeId, cancellationToken)
            ?? throw Refusal.NotFound("theme"));
}
