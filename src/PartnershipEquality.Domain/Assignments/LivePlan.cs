using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Domain.Assignments;

/// <summary>The rows that a plan goes live as.</summary>
public sealed record LivePlan(
    Scheme Scheme, IReadOnlyList<Theme> Themes, IReadOnlyList<Commitment> Commitments, IReadOnlyList<SchemeAction> Actions,
        IReadOnlyList<Assignment> Assignments);
