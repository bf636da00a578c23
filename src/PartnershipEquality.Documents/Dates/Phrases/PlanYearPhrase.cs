using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Documents.Dates.Phrases;

/// <summary>
/// Years that only the plan can tell: "end of the year", "year end", "this financial year", "next year", "Year 2", "early in the new year".
/// Without a plan's year they mean nothing.
/// </summary>
internal static class PlanYearPhrase
{
    private static readonly PhraseSet Financial = Vocabulary.Phrases("financial year", "this financial year", "the financial year",
        "current financial year", "the current financial year", "financial year end", "fy");
    private static readonly PhraseSet Next = Vocabulary.Phrases("next financial year", "the next financial year", "next year",
        "the next year", "following financial year");
    private static readonly PhraseSet Either = Vocabulary.Phrases("this year", "current year", "the current year", "year end");
    private static readonly PhraseSet Ended = Vocabulary.Phrases("year", "the year");

    private static readonly PhraseSet Numbered = Vocabulary.Phrases("year", "years", "yr", "yrs", "yr .", "yrs .", "scheme year",
        "plan year");
    private static readonly PhraseSet NewYear = Vocabulary.Phrases("in the new year", "in new year", "early in the new year",
        "early in new year", "early new year", "early the new year");

    // Schemes run for three or four years; "Year 6" is a class at school.
    private const int MostYears = 5;

    /// <summary>The first months of the plan's second calendar year, as far as "early" goes.</summary>
    public static PeriodMatch? InNewYear(Tokens tokens, int index, PlanYear? planYear) =>
        planYear is { StartingYear: >= PeriodPhrase.FirstYear and < PeriodPhrase.LastYear - 1 } plan
        && tokens.AfterAny(index, NewYear) is var after and > 0 && tokens[tokens.SkipMarks(after, ",")].Kind != TokenKind.Number
            && tokens[after].Word is not ("'" or "day")
            ? new PeriodMatch(after, CalendarPeriod.Year(plan.StartingYear + 1).Part("early"))
            : null;

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
            ?? OfScheme(tokens, index, year)
            ?? (isEnd ? Match(Ended, CalendarPeriod.OfFinancialYear(year) with { Or = CalendarPeriod.Year(year) }) : null);

        PeriodMatch? Match(PhraseSet phrases, CalendarPeriod period)
        {
            var after = tokens.AfterAny(index, phrases);
            return after > 0 && tokens[after].Kind != TokenKind.Number ? new PeriodMatch(after, period with { Derived = true }) : null;
        }
    }

    // "Year 2", "Years 1 and 2", "Yrs 1-3": the scheme's own financial years. "Year 1: June" only labels what follows.
    private static PeriodMatch? OfScheme(Tokens tokens, int index, int startingYear)
    {
        var at = tokens.AfterAny(index, Numbered);
        if (at < 0 || NumberAt(tokens, at) is not { } first || startingYear + MostYears > PeriodPhrase.LastYear)
        {
            return null;
        }

        var (last, next) = (first, at + 1);
        while (tokens[next].Word is "and" or "&" or "to" or "-" or "/" or ","
            && NumberAt(tokens, tokens[next + 1].Word is "and" or "&" ? next + 2 : next + 1) is { } later && later > last)
        {
            (last, next) = (later, tokens[next + 1].Word is "and" or "&" ? next + 3 : next + 2);
        }

        if (tokens[next].Is(":") || tokens.SkipMarks(next, ":-(,") is var behind && behind > next
            && PeriodPhrase.Read(tokens, behind, null) is not null || PeriodPhrase.Read(tokens, next, null) is not null)
        {
            return null;
        }

        var (from, to) = (CalendarPeriod.OfFinancialYear(startingYear + first - 1),
            CalendarPeriod.OfFinancialYear(startingYear + last - 1));
        return new PeriodMatch(next, (first == last ? from : from.To(to)!) with { Derived = true });
    }

    private static int? NumberAt(Tokens tokens, int index) =>
        (tokens[index] is { Kind: TokenKind.Number, Word.Length: 1 } figure
            ? NumericDate.Number(figure) : tokens[index].Word is "one" or "two" or "three" or "four" or "five"
                ? Vocabulary.Count(tokens[index].Word) : 0) is >= 1 and <= MostYears and var number
        && !PeriodPhrase.IsOrdinal(tokens[index + 1]) && tokens[index + 1].Word is not ("/" or ".") | !tokens[index + 1].Glued
            ? number : null;
}
