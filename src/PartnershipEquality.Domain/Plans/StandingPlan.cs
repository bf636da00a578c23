namespace PartnershipEquality.Domain.Plans;

/// <summary>A plan as it is live, for comparing a document with it: withdrawn parts too, since a document may bring them back.</summary>
/// <param name="Codes">The code of each authority that an action names.</param>
/// <param name="Reported">How many authorities have reported on an action; none for those left out.</param>
public sealed record StandingPlan(
    Scheme Scheme,
    IReadOnlyList<Theme> Themes,
    IReadOnlyList<Commitment> Commitments,
    IReadOnlyList<SchemeAction> Actions,
    IReadOnlyDictionary<Guid, string> Codes,
    IReadOnlyDictionary<Guid, int> Reported);
