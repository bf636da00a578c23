using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain.Governance;

namespace PartnershipEquality.Api.Features.Plans.Themes;

/// <param name="ThemeId">The theme's id.</param>
/// <param name="IfMatch">The ETag of the theme you changed.</param>
[Writes(Permission.PlanWrite)]
public sealed record ChangeTheme(Guid ThemeId, [FromHeader(Name = "If-Match")] string? IfMatch, [FromBody] JsonElement Body)
    : IRequest<ThemeDetail>;

internal sealed class ChangeThemeHandler(EqualityDb db, Caller caller, ChangeLog log) : IRequestHandler<ChangeTheme, ThemeDetail>
{
    public async Task<ThemeDetail> Handle(ChangeTheme request, CancellationToken cancellationToken)
    {
        var theme = await OwnedTheme.LockAsync(db, caller, request.ThemeId, request.IfMatch, cancellationToken);
        var edit = MergePatch.Apply(new ThemeEdit(theme.Number, theme.Title, theme.Label), request.Body);
        (theme.Number, theme.Title, theme.Label) = (edit.Number, edit.Title, edit.Label);
        theme.Touch();
        log.Plan("theme.changed", $"themes/{theme.Id}", theme.Version, theme.OwnerId);
        return ThemeDetail.From(theme);
    }
}
