using System.Globalization;

namespace PartnershipEquality.Documents.Dates.Phrases;

/// <summary>
/// Dates in figures: 31/03/2012, 1.1.12, 2012-03-31, 03/2012. The day comes first, as in Britain, unless the year does, as in ISO 8601.
/// </summary>
internal static class NumericDate
{
    public static PeriodMatch? Read(Tokens tokens, int index)
    {
        var (first, second, third) = (tokens[index], tokens[index + 2], tokens[index + 4]);
        var mark = tokens[index + 1];
        if (first.Kind != TokenKind.Number || second.Kind != TokenKind.Number || mark.Kind != TokenKind.Mark
            || mark.Word is not ("/" or "-" or "."))
        {
            return null;
        }

        if (tokens[index + 3].Is(mark.Word) && third.Kind == TokenKind.Number && third.Glued)
        {
            return first.Word.Length == 4
                ? new PeriodMatch(index + 5, DayOf(Number(first), Number(second), Number(third)))
                : third.Word.Length is 2 or 4 && first.Word.Length <= 2 && second.Word.Length <= 2
                    ? new PeriodMatch(index + 5, DayFirst(Number(first), Number(second), third))
                    : new PeriodMatch(index + 5, null);
        }

        // "2011-12" is a financial year; only a pair that cannot be one is a year and a month.
        if (first.Word.Length == 4 && second.Word.Length == 2 && mark.Is("-") && second.Glued
            && Number(second) is >= 1 and <= 12 && Number(second) <= Number(first) % 100 && IsYear(Number(first)))
        {
            return new PeriodMatch(index + 3, CalendarPeriod.Month(Number(first), Number(second)));
        }

        return first.Word.Length <= 2 && second.Word.Length == 4 && Number(first) is >= 1 and <= 12
            ? new PeriodMatch(index + 3, IsYear(Number(second)) ? CalendarPeriod.Month(Number(second), Number(first)) : null)
            : null;
    }

    // "3/4/2012" is 3 April in Britain, but spreadsheets set to American ways write 4 March so.
    private static CalendarPeriod? DayFirst(int day, int month, Token year)
    {
        var isTwoWay = day != month && day <= 12 && month <= 12;
        return DayOf(Year(year), month, day) is { } period
            ? period with { Derived = isTwoWay || year.Word.Length == 2, Or = isTwoWay ? DayOf(Year(year), day, month) : null }
            : null;
    }

    public static CalendarPeriod? DayOf(int year, int month, int day) =>
        IsYear(year) && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? CalendarPeriod.Day(new DateOnly(year, month, day))
            : null;

    public static int Number(Token token) =>
        token.Word.Length <= 4 && int.TryParse(token.Word, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1;

    public static bool IsYear(int year) => year is >= PeriodPhrase.FirstYear and <= PeriodPhrase.LastYear;

    private static int Year(Token token) => token.Word.Length == 2 ? 2000 + Number(token) : Number(token);
}
