namespace PartnershipEquality.Domain.Assignments;

/// <summary>Who may read a text: the authority alone, its partnership too, or (once approved) anybody.</summary>
public enum Tier
{
    Private,
    Partnership,
    Public,
}
