using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Plans.Themes;

/// <param name="ThemeId">The theme's id.</param>
/// <param name="IfMatch">The ETag of the theme.</param>
[Writes(Permission.PlanWrite)]
public sealed record WithdrawTheme(Guid ThemeId, [FromHeader(Name = "If-Match")] string? IfMatch, [FromBody] ReasonGiven Body)
    : IRequest<ThemeDetail>;

internal sealed class WithdrawThemeHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<WithdrawTheme, ThemeDetail>
{
    public async Task<ThemeDetail> Handle(WithdrawTheme request, CancellationToken cancellationToken)
    {
        var theme = await OwnedTheme.LockAsync(db, caller, request.ThemeId, request.IfMatch, cancellationToken);
        var live = await db.Commitments.CountAsync(c => c.OwnerId == theme.OwnerId && c.ThemeId == theme.Id && c.WithdrawnAt == null,
            cancellationToken);
        theme.Withdraw(request.Body.Reason, live, time.GetUtcNow());
        log.Plan("theme.withdrawn", $"themes/{theme.Id}", theme.Version, theme.OwnerId);
        return ThemeDetail.From(theme);
    }
}
