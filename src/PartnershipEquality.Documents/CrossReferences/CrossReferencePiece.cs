namespace PartnershipEquality.Documents.CrossReferences;

internal enum CrossReferencePieceKind
{
    Authority,
    OutsideBody,
    All,
    Others,
    Except,
    Text,
    And,
    Comma,
    SpacedSlash,
    Semicolon,
    Dash,
    Bracket,
    ClosingBracket,
}

/// <summary>
/// A stretch of a cross-reference's text that is one name, one keyword, one word or one separator; it may be the first of a new group.
/// </summary>
internal readonly record struct CrossReferencePiece(
    CrossReferencePieceKind Kind, int Start, int End, string? Name, bool StartsGroup, bool IsCapitals, bool IsApart)
{
    /// <summary>It says for whom: an authority, a body outside, or everyone.</summary>
    public bool IsSomeone => Names || MeansMany;

    public bool Names => Kind is CrossReferencePieceKind.Authority or CrossReferencePieceKind.OutsideBody;

    public bool MeansMany => Kind is CrossReferencePieceKind.All or CrossReferencePieceKind.Others;

    public bool Separates =>
        Kind is CrossReferencePieceKind.And or CrossReferencePieceKind.Comma or CrossReferencePieceKind.SpacedSlash
            or CrossReferencePieceKind.Semicolon;

    public bool OpensQualifier => Kind is CrossReferencePieceKind.Dash or CrossReferencePieceKind.Bracket;
}
