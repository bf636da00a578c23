namespace PartnershipEquality.Documents.Dates.Phrases;

/// <summary>A day with its month in words: "31 March 2012", "1st of April 2012", "March 31st, 2012".</summary>
internal static class DayPhrase
{
    public static PeriodMatch? Read(Tokens tokens, int index) =>
        tokens[index].Kind == TokenKind.Number ? DayFirst(tokens, index) : MonthFirst(tokens, index);

    private static PeriodMatch? DayFirst(Tokens tokens, int index)
    {
        if (tokens[index].Word.Length > 2)
        {
            return null;
        }

        var at = PeriodPhrase.IsOrdinal(tokens[index + 1]) ? index + 2 : index + 1;
        at = tokens[at].Is("day") ? at + 1 : at;
        at = tokens[at].Is("of") ? at + 1 : at;

        // "1-Mar-2012" is a day; "Phase 1 - March 2012" is not.
        var named = tokens.SkipMarks(at, "-/.");
        var isJoined = named == at || (tokens[at].Glued && tokens[named].Glued);
        at = named;
        var month = Vocabulary.Month(tokens[at].Word);
        if (month == 0 || !isJoined)
        {
            return null;
        }

        var after = tokens.SkipMarks(at + 1, ".,");
        var yearAt = tokens.SkipMarks(after, "-/");
        return PeriodPhrase.YearIn(tokens, yearAt) is { } year
            ? Whole(year, month, NumericDate.Number(tokens[index]))
            : Yearless(at + 1, month, NumericDate.Number(tokens[index]));
    }

    private static PeriodMatch? MonthFirst(Tokens tokens, int index)
    {
        var month = Vocabulary.Month(tokens[index].Word);
        var dayAt = tokens.SkipMarks(index + 1, ".");
        dayAt = tokens[dayAt].Is("the") ? dayAt + 1 : dayAt;
        if (month == 0 || tokens[dayAt] is not { Kind: TokenKind.Number, Word.Length: <= 2 })
        {
            return null;
        }

        var isOrdinal = PeriodPhrase.IsOrdinal(tokens[dayAt + 1]);
        var after = dayAt + (isOrdinal ? 2 : 1);
        if (PeriodPhrase.YearIn(tokens, tokens.SkipMarks(after, ",")) is { } year && (isOrdinal || !year.Derived))
        {
            return Whole(year, month, NumericDate.Number(tokens[dayAt]));
        }

        return isOrdinal ? Yearless(after, month, NumericDate.Number(tokens[dayAt])) : null;
    }

    private static PeriodMatch Whole((int? Value, int Next, bool Derived) year, int month, int day) =>
        new(year.Next, NumericDate.DayOf(year.Value ?? 0, month, day) is { } period ? period with { Derived = year.Derived } : null);

    private static PeriodMatch Yearless(int next, int month, int day) =>
        day < 1 || day > DateTime.DaysInMonth(2000, month)
            ? new PeriodMatch(next, null)
            : new PeriodMatch(next, null, year => NumericDate.DayOf(year, month, day), month, day);
}
