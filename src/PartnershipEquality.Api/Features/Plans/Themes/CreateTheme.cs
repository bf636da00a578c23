using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Plans.Themes;

/// <param name="SchemeId">The scheme's id.</param>
[Writes(Permission.PlanWrite)]
public sealed record CreateTheme(Guid SchemeId, [FromBody] ThemeEdit Body) : IRequest<ThemeDetail>;

/// <summary>A heading, as its owner writes it.</summary>
/// <param name="Number">As the plan numbers it; null when it does not.</param>
/// <param name="Label">The words it numbers it with, where they are more than the number: "Equality Priority 2".</param>
public sealed record ThemeEdit(
    [property: MaxLength(PlanLimits.ThemeNumber)] string? Number,
    [property: Required, MinLength(1), MaxLength(PlanLimits.Title)] string Title,
    [property: MinLength(1), MaxLength(PlanLimits.Label)] string? Label);

internal sealed class CreateThemeHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<CreateTheme, ThemeDetail>
{
    public async Task<ThemeDetail> Handle(CreateTheme request, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var scheme = await OwnedScheme.LockAsync(db, caller, request.SchemeId, cancellationToken);
        var theme = new Theme
        {
            Id = Uuid.New(),
            OwnerId = scheme.OwnerId,
            SchemeId = scheme.Id,
            Number = request.Body.Number,
            Title = request.Body.Title,
            Label = request.Body.Label,
            Position = PlanOrder.Last,
        };
        db.Themes.Add(theme);
        await PlanOrder.RenumberAsync(db, scheme.OwnerId, scheme.Id, null, null, cancellationToken);
        log.Plan("theme.created", $"themes/{theme.Id}", theme.Version, theme.OwnerId, null, new { theme.SchemeId });
        return ThemeDetail.From(theme);
    }
}
