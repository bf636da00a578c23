namespace PartnershipEquality.Documents.Dates.Phrases;

/// <summary>Quarters by number: "Q1 2011/12", "2011/12 Q1", "first quarter of 2011/12", "Quarter 3".</summary>
internal static class QuarterPhrase
{
    public static PeriodMatch? Read(Tokens tokens, int index)
    {
        if (Name(tokens, index) is not var (quarter, next))
        {
            // "2012 Q1" is "Q1 2012".
            if (tokens[index].Word.Length == 4 && PeriodPhrase.YearIn(tokens, index) is { Value: { } named } lone
                && Name(tokens, tokens.SkipMarks(lone.Next, ",-")) is var (number, last))
            {
                return new PeriodMatch(last,
                    CalendarPeriod.OfQuarter(number, named) with { Derived = true, Or = CalendarPeriod.OfCalendarQuarter(number, named) });
            }

            return YearPhrase.Financial(tokens, index) is { Period: { } before } first
                && Name(tokens, tokens.SkipMarks(first.Next, ",-")) is var (later, end)
                ? new PeriodMatch(end, CalendarPeriod.OfQuarter(later, before.Earliest.Year))
                : null;
        }

        var at = tokens[next].Is("of") || tokens[next].Is("in") ? next + 1 : next;
        at = tokens.SkipMarks(at, ",-(");
        if (YearPhrase.Financial(tokens, at) is { } years)
        {
            return new PeriodMatch(tokens.SkipMarks(years.Next, ")"), years.Period is { } period
                ? CalendarPeriod.OfQuarter(quarter, period.Earliest.Year) : null);
        }

        if (tokens[at].Word.Length == 4 && PeriodPhrase.YearIn(tokens, at) is { } year)
        {
            return new PeriodMatch(year.Next, year.Value is { } value
                ? CalendarPeriod.OfQuarter(quarter, value) with { Derived = true, Or = CalendarPeriod.OfCalendarQuarter(quarter, value) }
                    : null);
        }

        return new PeriodMatch(next, null, value => CalendarPeriod.OfQuarter(quarter, value), 4, ByFinancialYear: true);
    }

    private static (int Quarter, int Next)? Name(Tokens tokens, int index)
    {
        var token = tokens[index];
        if (token.Word is "q" or "qtr" or "quarter" && tokens[index + 1].Word is ['1' or '2' or '3' or '4'])
        {
            return (NumericDate.Number(tokens[index + 1]), index + 2);
        }

        var isFigure = token.Word is ['1' or '2' or '3' or '4'] && PeriodPhrase.IsOrdinal(tokens[index + 1]);
        var after = isFigure ? index + 2 : index + 1;
        var count = isFigure
            ? NumericDate.Number(token) : token.Word is "first" or "second" or "third" or "fourth" ? Vocabulary.Count(token.Word) : 0;
        return count > 0 && tokens[after].Word is "quarter" or "qtr" ? (count, after + 1) : null;
    }
}
