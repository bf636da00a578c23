namespace PartnershipEquality.Domain.Plans;

/// <summary>The nine protected characteristics (Equality Act 2010, section 4).</summary>
public enum ProtectedCharacteristic
{
    Age,
    Disability,
    GenderReassignment,
    MarriageAndCivilPartnership,
    PregnancyAndMaternity,
    Race,
    ReligionOrBelief,
    Sex,
    SexualOrientation,
}
