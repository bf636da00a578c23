using System.Globalization;

namespace PartnershipEquality.Documents.Dates.Phrases;

/// <summary>Years: financial ("2014/15", "FY 14/15"), calendar ("2012") and spans of them ("2011-2014").</summary>
internal static class YearPhrase
{
    private static readonly PhraseSet FinancialNames = Vocabulary.Phrases("fy", "f / y", "financial year", "municipal year", "council year",
        "the financial year");
    private static readonly PhraseSet CalendarNames = Vocabulary.Phrases("year", "calendar year", "the year", "the calendar year");

    public static PeriodMatch? Read(Tokens tokens, int index)
    {
        if (Financial(tokens, index) is { } financial)
        {
            return financial;
        }

        var named = tokens.AfterAny(index, FinancialNames);
        if (named > 0 && tokens[named].Word.Length == 4 && PeriodPhrase.YearIn(tokens, named) is { } lone)
        {
            // "FY 2014" may be the year that starts or the year that ends in 2014: nobody can tell.
            return new PeriodMatch(lone.Next, null);
        }

        var start = Math.Max(tokens.AfterAny(index, CalendarNames), index);
        if (tokens[start].Word.Length != 4 || PeriodPhrase.YearIn(tokens, start) is not { } year)
        {
            return null;
        }

        if (year.Value is not { } first)
        {
            return new PeriodMatch(year.Next, null);
        }

        var mark = tokens[year.Next];
        var second = tokens[year.Next + 1];
        if (mark.Word is "-" or "/" && second is { Kind: TokenKind.Number, Word.Length: 2 or 4 })
        {
            var last = End(first, second);
            return new PeriodMatch(year.Next + 2, NumericDate.IsYear(last) && mark.Is("-")
                ? CalendarPeriod.Year(first).To(CalendarPeriod.Year(last)) : null);
        }

        return new PeriodMatch(year.Next, CalendarPeriod.Year(first));
    }

    /// <summary>A pair of years that follow one another.</summary>
    public static PeriodMatch? Financial(Tokens tokens, int index)
    {
        var start = tokens.AfterAny(index, FinancialNames);
        var isNamed = start > 0;
        start = isNamed ? start : index;
        var (first, mark, second) = (tokens[start], tokens[start + 1], tokens[start + 2]);
        if (first.Kind != TokenKind.Number || second.Kind != TokenKind.Number || mark.Word is not ("/" or "-" or "&")
            || first.Word.Length is not (2 or 4) || second.Word.Length is not (2 or 4) || second.Word.Length > first.Word.Length
            || (tokens[start + 3].Word is "/" or "-" && tokens[start + 4] is { Kind: TokenKind.Number, Glued: true }))
        {
            return null;
        }

        var isShort = first.Word.Length == 2;
        var year = int.Parse(first.Word, CultureInfo.InvariantCulture) + (isShort ? 2000 : 0);

        // "11/12" alone may be the 11th of December; "13/14" cannot be a day and a month.
        if (End(year, second) != year + 1 || (isShort && !isNamed && NumericDate.Number(second) <= 12))
        {
            return null;
        }

        if (!NumericDate.IsYear(year) || year == PeriodPhrase.LastYear)
        {
            return new PeriodMatch(start + 3, null);
        }

        var period = CalendarPeriod.OfFinancialYear(year);
        return new PeriodMatch(start + 3, isNamed
            ? period with { Derived = isShort } : period with { Derived = true, Or = Otherwise(year, mark, second) });
    }

    // Two years that nobody calls financial may be a school's, or with a dash both of them whole; "2011-12" is also how ISO 8601 writes
    // December 2011.
    private static CalendarPeriod? Otherwise(int year, Token mark, Token second)
    {
        var academic = CalendarPeriod.OfSchoolYear(year);
        var whole = CalendarPeriod.Year(year).To(CalendarPeriod.Year(year + 1));
        return !mark.Is("-") ? academic
            : second.Word.Length == 4 ? whole! with { Or = academic }
            : NumericDate.Number(second) is >= 1 and <= 12 and var month ? CalendarPeriod.Month(year, month) with { Or = academic }
            : academic;
    }

    private static int End(int first, Token second)
    {
        var value = int.Parse(second.Word, CultureInfo.InvariantCulture);
        if (second.Word.Length == 4)
        {
            return value;
        }

        var inCentury = (first / 100 * 100) + value;
        return inCentury < first ? inCentury + 100 : inCentury;
    }
}
