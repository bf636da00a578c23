namespace PartnershipEquality.Documents.Dates.Phrases;

/// <summary>
/// Days of one month, its name written once: "1 to 5 June 2012", "1st - 5th June", "between 1 and 5 June 2012", "5/6 June 2012".
/// </summary>
internal static class DaySpanPhrase
{
    public static PeriodMatch? Read(Tokens tokens, int index, bool allowAnd)
    {
        if (Day(tokens, index) is not var (first, next)
            || tokens[next].Word is not ("to" or "-" or "until" or "till" or "and" or "&" or "/"))
        {
            return null;
        }

        var second = next + 1;
        if (DayPhrase.Read(tokens, second) is not { } last || tokens[second].Kind != TokenKind.Number)
        {
            return null;
        }

        // "5 and 6 June" are days on end; "5 and 20 June" are not.
        var isJoined = tokens[next].Word is "to" or "-" or "until" or "till" || (allowAnd && tokens[next].Is("and"))
            || NumericDate.Number(tokens[second]) == first + 1;
        return !isJoined ? null : last switch
        {
            { Period: { } day } => last with { Period = From(first, day) },
            { InYear: { } inYear } => last with { InYear = year => inYear(year) is { } day ? From(first, day) : null },
            _ => last,
        };
    }

    private static CalendarPeriod? From(int first, CalendarPeriod last) =>
        NumericDate.DayOf(last.DueBy.Year, last.DueBy.Month, first) is { } day && day.Earliest < last.DueBy
            ? day.To(last) is { } span ? span with { Derived = last.Derived } : null
            : null;

    private static (int Day, int Next)? Day(Tokens tokens, int index) =>
        tokens[index] is { Kind: TokenKind.Number, Word.Length: <= 2 }
            ? (NumericDate.Number(tokens[index]), PeriodPhrase.IsOrdinal(tokens[index + 1]) ? index + 2 : index + 1)
            : null;
}
