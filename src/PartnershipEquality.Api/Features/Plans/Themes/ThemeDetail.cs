using PartnershipEquality.Api.Http;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Plans.Themes;

/// <summary>A heading of a scheme.</summary>
/// <param name="Number">As the plan numbers it; null when it does not.</param>
/// <param name="Label">The words it numbers it with, where they are more than the number: "Equality Priority 2".</param>
public sealed record ThemeDetail(Guid Id, Guid OwnerId, Guid SchemeId, string? Number, string? Label, string Title,
    DateTimeOffset? WithdrawnAt, string? WithdrawnReason, int Version) : IVersioned
{
    internal static ThemeDetail From(Theme t) =>
        new(t.Id, t.OwnerId, t.SchemeId, t.Number, t.Label, t.Title, t.WithdrawnAt, t.WithdrawnReason, t.Version);
}
