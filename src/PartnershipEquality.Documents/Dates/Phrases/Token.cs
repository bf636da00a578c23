namespace PartnershipEquality.Documents.Dates.Phrases;

internal enum TokenKind
{
    Word,
    Number,
    Mark,
}

/// <summary>A word, a number or a mark of a target's text, lower-cased and with every dash made one, and where it stands.</summary>
internal readonly record struct Token(TokenKind Kind, string Word, int Start, int End, bool Capital, bool Glued)
{
    public bool Is(string word) => Word == word;
}
