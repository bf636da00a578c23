using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Plans.Themes;

/// <param name="ThemeId">The theme's id.</param>
/// <param name="IfMatch">The ETag of the theme.</param>
[Writes(Permission.PlanWrite)]
public sealed record MoveTheme(Guid ThemeId, [FromHeader(Name = "If-Match")] string? IfMatch, [FromBody] ThemePlace Body)
    : IRequest<ThemeDetail>;

/// <summary>Where a theme is to stand.</summary>
/// <param name="AfterId">The theme of its scheme that it comes right after; null puts it first.</param>
public sealed record ThemePlace(Guid? AfterId);

internal sealed class MoveThemeHandler(EqualityDb db, Caller caller, ChangeLog log) : IRequestHandler<MoveTheme, ThemeDetail>
{
    public async Task<ThemeDetail> Handle(MoveTheme request, CancellationToken cancellationToken)
    {
        var theme = await OwnedTheme.LockAsync(db, caller, request.ThemeId, request.IfMatch, cancellationToken);
        if (request.Body.AfterId is { } after
            && (after == theme.Id || !await db.Themes.AnyAsync(t => t.Id == after && t.SchemeId == theme.SchemeId, cancellationToken)))
        {
            throw Refusal.Field("#/afterId", "unknown-theme", "Name another theme of the same scheme, or leave it out to come first.");
        }

        theme.Touch();
        await PlanOrder.RenumberAsync(db, theme.OwnerId, theme.SchemeId, theme.Id, request.Body.AfterId, cancellationToken);
        log.Plan("theme.moved", $"themes/{theme.Id}", theme.Version, theme.OwnerId, null, request.Body);
        return ThemeDetail.From(theme);
    }
}
