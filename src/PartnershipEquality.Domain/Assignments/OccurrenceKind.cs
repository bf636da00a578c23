namespace PartnershipEquality.Domain.Assignments;

/// <summary>Why an occurrence falls due: something is to be delivered, or word is wanted on work without a date.</summary>
public enum OccurrenceKind
{
    Delivery,
    Review,
}
