namespace PartnershipEquality.Domain.Plans;

/// <summary>The three aims of the public sector equality duty (Equality Act 2010, section 149(1)).</summary>
public enum PsedAim
{
    EliminateDiscrimination,
    AdvanceEquality,
    FosterGoodRelations,
}
