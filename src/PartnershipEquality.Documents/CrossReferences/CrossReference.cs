namespace PartnershipEquality.Documents.CrossReferences;

/// <summary>
/// For whom an action is, as a plan's cell says it: the text word for word, the authorities it names, the bodies outside the partnership,
/// and what nobody could tell. Groups hold the authority codes as the cell sets them apart, for cells that give each group its own date.
/// </summary>
public sealed record CrossReference(
    string Text,
    IReadOnlyList<CrossReferredAuthority> Entries,
    IReadOnlyList<string> OutsideBodies,
    IReadOnlyList<string> Unresolved,
    IReadOnlyList<IReadOnlyList<string>> Groups);

/// <summary>
/// One authority that an action is for, with what the plan adds about it ("pilot scheme for ..."), and the words that named it.
/// </summary>
public sealed record CrossReferredAuthority(string AuthorityCode, string? Qualifier, string TextAsWritten);
