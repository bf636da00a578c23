namespace PartnershipEquality.Domain.TargetDates;

/// <summary>Years that only the plan can tell: "end of the year", "year end", "this financial year", "next year". Without a plan's year they mean nothing.</summary>
internal static class PlanYearPhrase
{
    private static readonly PhraseSet Financial = Vocabulary.Phrases("financial year", "this financial year", "the financial year", "current financial year", "the current financial year", "financial year end", "fy");
    private static readonly PhraseSet Next = Vocabulary.Phrases("next financial year", "the next financial year", "next year", "the next year", "following financial year");
    private static readonly PhraseSet Either = Vocabulary.Phrases("this year", "current year", "the current year", "year end");
    private static readonly PhraseSet Ended = Vocabulary.Phrases("year", "the year");

    public static PeriodMatch? Read(Tokens tokens, int index, PlanYear? planYear, bool isEnd)
    {
        if (planYear is not { StartingYear: >= PeriodPhrase.FirstYear and < PeriodPhrase.LastYear - 1 } plan)
        {
            return null;
        }

        var year = plan.StartingYear;
        return Match(Financial, CalendarPeriod.OfFinancialYear(year))
            ?? Match(Next, CalendarPeriod.OfFinancialYear(year + 1) with { Or = CalendarPeriod.Year(year + 1) })
            ?? Match(Either, CalendarPeriod.OfFinancialYear(year) with { Or = CalendarPeriod.Year(year) })
            ?? (isEnd ? Match(Ended, CalendarPeriod.OfFinancialYear(year) with { Or = CalendarPeriod.Year(year) }) : null);

        PeriodMatch? Match(PhraseSet phrases, CalendarPeriod period)
        {
            var after = tokens.AfterAny(index, phrases);
            return after > 0 && tokens[after].Kind != TokenKind.Number ? new PeriodMatch(after, period with { Derived = true }) : null;
        }
    }
}
