using Microsoft.EntityFrameworkCore;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Plans.Themes;

/// <summary>A theme that its owner is about to change, its scheme held.</summary>
internal static class OwnedTheme
{
    public static async Task<Theme> LockAsync(EqualityDb db, Caller caller, Guid themeId, string? ifMatch, CancellationToken ct)
    {
        var theme = await LockAsync(db, caller, themeId, ct);
        Versions.Ensure(ifMatch, theme.Version);
        theme.EnsureInPlan();
        return theme;
    }

    /// <summary>For what is made under it, which changes nothing of its own.</summary>
    public static async Task<Theme> LockAsync(EqualityDb db, Caller caller, Guid themeId, CancellationToken ct)
    {
        var found = await db.Themes.Where(t => t.Id == themeId).Select(t => new { t.OwnerId, t.SchemeId }).SingleOrDefaultAsync(ct)
            ?? throw Refusal.NotFound("theme");
        caller.EnsureOwns(found.OwnerId, "theme");
        await OwnedScheme.LockAsync(db, caller, found.SchemeId, ct);
        return await db.Themes.SingleOrDefaultAsync(t => t.Id == themeId, ct) ?? throw Refusal.NotFound("theme");
    }
}
