using PartnershipEquality.Documents.Dates.Phrases;

namespace PartnershipEquality.Documents.Dates;

/// <summary>How a phrase is set off from the text around it.</summary>
internal enum SetOff
{
    /// <summary>By a word: "by", "from", "until".</summary>
    Word,

    /// <summary>By a dash before it.</summary>
    Dash,

    /// <summary>By brackets round it.</summary>
    Brackets,

    /// <summary>It begins a sentence.</summary>
    Sentence,
}

/// <summary>A place where a target may begin, and the token after the last that may belong to it.</summary>
internal readonly record struct Opening(SetOff By, int Start, int End);

/// <summary>Divides a text where sentences, lines, brackets and dashes do, for a target is written within one such part.</summary>
internal sealed class Clauses
{
    private const int LongestPhrase = 20;

    private static readonly PhraseSet Leads = Vocabulary.Phrases(
        "by", "from", "until", "till", "before", "no later than", "not later than", "due", "to be completed by", "completed by", "to start",
            "starting", "commencing",
        "with effect from", "within", "throughout the", "across the", "all year", "as soon as", "asap", "at the latest");

    private static readonly PhraseSet Cadences = Vocabulary.Phrases("annually", "yearly", "each year", "every year", "quarterly", "monthly",
        "twice yearly", "twice a year");

    private readonly Tokens _tokens;

    public Clauses(Tokens tokens) => this._tokens = tokens;

    public Opening? OpeningAt(int index)
    {
        if (_tokens[index].Is("("))
        {
            return Closing(index) is var close and > 0 ? new Opening(SetOff.Brackets, index, close + 1) : null;
        }

        if (_tokens[index - 1].Is("-") && IsDash(index - 1))
        {
            return new Opening(SetOff.Dash, index, EndFrom(index));
        }

        if (_tokens[index].Kind != TokenKind.Mark && (index == 0 || Ends(index)))
        {
            return new Opening(SetOff.Sentence, index, EndFrom(index));
        }

        var lead = _tokens.AfterAny(index, Leads);
        if (lead < 0 && _tokens.AfterAny(index, Cadences) is var cadence and > 0)
        {
            // "annually by 31 January" is one phrase; "groups annually" belongs to the matter.
            lead = _tokens.AfterAny(_tokens.SkipMarks(cadence, ","), Leads);
        }

        return lead > 0 ? new Opening(SetOff.Word, index, EndFrom(index)) : null;
    }

    /// <summary>
    /// A new clause begins there: a sentence, a line or a space wider than one has come before it, or a bracket or a dash stands there.
    /// </summary>
    public bool Ends(int index) =>
        index >= _tokens.Count
        || _tokens[index].Word is "(" or ")" or ";" or "[" or "]" or "\u2022"
        || IsStop(index)
        || (_tokens[index].Is("-") && IsDash(index))
        || IsStop(index - 1)
        || _tokens[index - 1].Word is ";" or "\u2022" or ")"
        || _tokens.IsWideGap(index);

    /// <summary>A month, a season, a year or a number: a dash between two of these joins them.</summary>
    public bool IsTemporal(int index) =>
        _tokens[index].Kind == TokenKind.Number
        || Vocabulary.Month(_tokens[index].Word) > 0
        || Vocabulary.SeasonOf(_tokens[index].Word) > 0;

    private int EndFrom(int index)
    {
        var end = index + 1;
        while (!Ends(end) && end - index < LongestPhrase)
        {
            end++;
        }

        return end;
    }

    private int Closing(int open)
    {
        for (var index = open + 1; index < _tokens.Count && index - open <= LongestPhrase; index++)
        {
            if (_tokens[index].Word is ")" or "(")
            {
                return _tokens[index].Is(")") ? index : -1;
            }
        }

        return -1;
    }

    // "plans- ongoing" and "plans - ongoing", but not "on-going", "on - going" or "April - June".
    private bool IsDash(int index) =>
        !(_tokens[index].Glued && _tokens[index + 1].Glued)
        && !(_tokens[index - 1].Is("on") && _tokens[index + 1].Is("going"))
        && !(IsTemporal(index - 1) && IsTemporal(index + 1));

    // The stops of "1.1.12" and "Sept. 2012" end no sentence.
    private bool IsStop(int index) =>
        _tokens[index].Word is "." or "!" or "?"
        && !_tokens[index + 1].Glued
        && !(_tokens[index + 1].Kind == TokenKind.Number && Vocabulary.Month(_tokens[index - 1].Word) > 0);
}
