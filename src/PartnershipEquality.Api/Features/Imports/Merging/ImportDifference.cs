using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Documents.Plans.Merging;
using PartnershipEquality.Documents.Plans.Proposal;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Imports.Merging;

/// <summary>
/// A document laid beside the scheme that it is for: what is found when people look is found again, under lock, when it is applied.
/// </summary>
internal sealed record ImportDifference(StandingPlan Live, PlanMatch Match, PlanDifference Difference)
{
    public static async Task<ImportDifference> FindAsync(EqualityDb db, Import import, Domain.Plans.Scheme scheme, CancellationToken ct)
    {
        var live = await StandingPlans.ReadAsync(db, scheme, ct);
        var speaks = ImportDetail.TablesOf(import).Where(t => t.LeftOut is null).SelectMany(t => t.Columns).Select(c => c.TakenFor)
            .ToHashSet();
        var match = PlanMatching.Of(live, ImportDetail.PlanOf(import), speaks, ImportDetail.MatchesOf(import));
        return new ImportDifference(live, match, PlanDifference.Of(match, live));
    }

    /// <summary>Each match that a person gave names a part of the document and one of the scheme, neither of them twice.</summary>
    public static void EnsureMatches(IReadOnlyList<GivenMatch> matches, UnderstoodPlan read, StandingPlan live)
    {
        var document = read.Themes.SelectMany(t => t.Commitments).SelectMany(c => c.Actions.Select(a => a.Reference).Prepend(c.Reference))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var scheme = live.Commitments.Select(c => c.Reference).Concat(live.Actions.Select(a => a.Reference))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < matches.Count; i++)
        {
            var (reference, other) = matches[i];
            if (!document.Contains(reference))
            {
                throw Refusal.Field($"#/matches/{i}/reference", "unknown-reference",
                    $"The document has no commitment or action {reference}.");
            }

            if (other is not null && (!scheme.Contains(other) || other.Contains('/') != reference.Contains('/')))
            {
                throw Refusal.Field($"#/matches/{i}/live", "unknown-reference",
                    $"The scheme has no {(reference.Contains('/') ? "action" : "commitment")} {other}. Give its reference there, or null " +
                    $"where {reference} is new.");
            }

            if (matches.Take(i).Any(m => string.Equals(m.Reference, reference, StringComparison.OrdinalIgnoreCase)
                || (other is not null && string.Equals(m.Live, other, StringComparison.OrdinalIgnoreCase))))
            {
                throw Refusal.Field($"#/matches/{i}", "duplicate",
                    "A part of the document is one part of the scheme at most, and the other way round.");
            }
        }
    }

    /// <summary>The scheme that a document may be meant for: the organisation's own, and open.</summary>
    public static async Task<Domain.Plans.Scheme> SchemeAsync(EqualityDb db, Caller caller, Guid schemeId, string pointer,
        CancellationToken ct)
    {
        var scheme = await db.Schemes.FindAsync([schemeId], ct);
        if (scheme is null || scheme.OwnerId != caller.OrganisationId)
        {
            throw Refusal.Field(pointer, "unknown-scheme", "Name a scheme of your own, or leave it out to make a new one.");
        }

        scheme.EnsureOpen();
        return scheme;
    }
}
