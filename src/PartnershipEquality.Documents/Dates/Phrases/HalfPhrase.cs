using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Documents.Dates.Phrases;

/// <summary>
/// Halves: "first half of 2012", "H2 2012/13", "second half of the year", "first half of June 2012", "first six months of 2012".
/// </summary>
internal static class HalfPhrase
{
    private static readonly PhraseSet PlanYears = Vocabulary.Phrases("year", "the year", "this year", "financial year",
        "the financial year", "this financial year");

    public static PeriodMatch? Read(Tokens tokens, int index)
    {
        if (Name(tokens, index) is not var (half, next, isNumbered))
        {
            return YearPhrase.Financial(tokens, index) is { Period: { } before } first
                && Name(tokens, tokens.SkipMarks(first.Next, ",-")) is var (later, end, _)
                ? new PeriodMatch(end, CalendarPeriod.OfFinancialYear(before.Earliest.Year).Half(later))
                : null;
        }

        var at = tokens[next].Word is "of" or "in" ? next + 1 : next;
        at = tokens.SkipMarks(at, ",-(");
        if (YearPhrase.Financial(tokens, at) is { } years)
        {
            // A half is not in doubt as "2012/13" alone may be: a school year has terms.
            return new PeriodMatch(tokens.SkipMarks(years.Next, ")"), years.Period is { } period
                ? CalendarPeriod.OfFinancialYear(period.Earliest.Year).Half(half) : null);
        }

        if (tokens[at].Word.Length == 4 && PeriodPhrase.YearIn(tokens, at) is { } year)
        {
            // "H1 2012" is counted as "Q1 2012" is, by the financial year; who writes "first half of 2012" means the calendar's.
            return new PeriodMatch(year.Next, year.Value is not { } value ? null
                : isNumbered && value < PeriodPhrase.LastYear ? OfEither(half, value)
                : CalendarPeriod.Year(value).Half(half));
        }

        if (PeriodPhrase.MonthIn(tokens, at, null) is { } month)
        {
            return month with
            {
                Period = month.Period?.Half(half),
                InYear = month.InYear is { } inYear
                ? named => inYear(named)?.Half(half) : null
            };
        }

        var plan = tokens.AfterAny(at, PlanYears);
        return plan > 0 || isNumbered
            ? new PeriodMatch(Math.Max(plan, next), null, value => OfEither(half, value), FinancialYear.FirstMonth, ByFinancialYear: true)
            : null;
    }

    private static CalendarPeriod? OfEither(int half, int year) =>
        CalendarPeriod.OfFinancialYear(year).Half(half) is { } period
            ? period with { Derived = true, Or = CalendarPeriod.Year(year).Half(half) } : null;

    private static (int Half, int Next, bool IsNumbered)? Name(Tokens tokens, int index)
    {
        if (tokens[index].Is("h") && tokens[index + 1] is { Glued: true, Word: "1" or "2" })
        {
            return (NumericDate.Number(tokens[index + 1]), index + 2, true);
        }

        var start = tokens[index].Is("the") ? index + 1 : index;
        var (half, after) = tokens[start].Word switch
        {
            "first" => (1, start + 1),
            "second" or "latter" => (2, start + 1),
            "last" when tokens[start + 1].Word is "six" or "6" => (2, start + 1),
            "1" or "2" when PeriodPhrase.IsOrdinal(tokens[start + 1]) => (NumericDate.Number(tokens[start]), start + 2),
            _ => (0, start),
        };
        after = tokens[after].Is("-") ? after + 1 : after;
        return half == 0 ? null
            : tokens[after].Is("half") ? (half, after + 1, false)
            : tokens[after].Word is "six" or "6" && tokens[after + 1].Is("months") && tokens[after + 2].Word is "of" or "in"
                ? (half, after + 2, false)
            : null;
    }
}
