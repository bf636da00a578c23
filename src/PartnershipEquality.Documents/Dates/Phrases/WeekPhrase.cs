using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Documents.Dates.Phrases;

/// <summary>
/// A week named by its first or its last day: "w/c 5 March 2012", "week ending 9 March 2012"; it runs for seven days. And a week of a
/// month by its number: "2nd week of February 2012" is the 8th to the 14th, and the last week the month's last seven days.
/// </summary>
internal static class WeekPhrase
{
    private static readonly PhraseSet Begins = Vocabulary.Phrases("w / c", "w / b", "wc", "week commencing", "the week commencing",
        "week beginning", "the week beginning", "week starting", "week of", "the week of");
    private static readonly PhraseSet Ends = Vocabulary.Phrases("w / e", "week ending", "the week ending");

    public static PeriodMatch? Read(Tokens tokens, int index)
    {
        if (OfMonth(tokens, index) is { } numbered)
        {
            return numbered;
        }

        var begins = tokens.AfterAny(index, Begins);
        var named = begins > 0 ? begins : tokens.AfterAny(index, Ends);
        if (named < 0)
        {
            return null;
        }

        named = tokens.SkipMarks(named, ":");
        named = Vocabulary.IsWeekday(tokens[named].Word) ? tokens.SkipMarks(named + 1, ",") : named;
        return (NumericDate.Read(tokens, named) ?? DayPhrase.Read(tokens, named)) switch
        {
            { Period: { Kind: TargetKind.Date } day } match => match with { Period = Week(day, begins > 0) },
            { InYear: { } inYear } match => match with { InYear = year => inYear(year) is { } day ? Week(day, begins > 0) : null },
            _ => null,
        };
    }

    private static PeriodMatch? OfMonth(Tokens tokens, int index)
    {
        if (Numbered(tokens, index) is not var (week, next))
        {
            return null;
        }

        var at = tokens[next].Word is "of" or "in" ? next + 1 : next;
        at = tokens[at].Is("the") ? at + 1 : at;
        return PeriodPhrase.MonthIn(tokens, at, null) is not { } month ? null
            : month with
            {
                Period = month.Period is { } named ? Week(named, week) : null,
                InYear = month.InYear is { } inYear
                ? year => inYear(year) is { } named ? Week(named, week) : null : null
            };
    }

    // "2nd week", "second week", "week 2", "last week"; the fifth is what the last is.
    private static (int Week, int Next)? Numbered(Tokens tokens, int index)
    {
        if (tokens[index].Is("week") && tokens[index + 1] is { Kind: TokenKind.Number, Word: ['1' or '2' or '3' or '4'] })
        {
            return (NumericDate.Number(tokens[index + 1]), index + 2);
        }

        var (week, after) = tokens[index] switch
        {
            { Word: "last" or "final" } => (5, index + 1),
            { Word: "first" or "second" or "third" or "fourth" } token => (Vocabulary.Count(token.Word), index + 1),
            { Word: ['1' or '2' or '3' or '4'] } token when PeriodPhrase.IsOrdinal(tokens[index + 1]) =>
                (NumericDate.Number(token), index + 2),
            _ => (0, index),
        };
        after = tokens[after].Is("full") ? after + 1 : after;
        return week > 0 && tokens[after].Is("week") ? (week, after + 1) : null;
    }

    private static CalendarPeriod? Week(CalendarPeriod month, int week)
    {
        if (month.Kind != TargetKind.Month)
        {
            return null;
        }

        var first = week > 4 ? month.DueBy.AddDays(-6) : month.Earliest.AddDays(7 * (week - 1));
        return new(TargetKind.Between, TargetPrecision.Day, first, first.AddDays(6), Derived: true);
    }

    private static CalendarPeriod Week(CalendarPeriod day, bool begins) => new(
        TargetKind.Between,
        TargetPrecision.Day,
        begins ? day.Earliest : day.Earliest.AddDays(-6),
        begins ? day.DueBy.AddDays(6) : day.DueBy,
        Derived: true)
    {
        Or = day.Or is { } other ? Week(other, begins) : null,
    };
}
