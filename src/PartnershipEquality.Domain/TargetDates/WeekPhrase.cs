namespace PartnershipEquality.Domain.TargetDates;

/// <summary>A week named by its first or its last day: "w/c 5 March 2012", "week ending 9 March 2012". It runs for seven days.</summary>
internal static class WeekPhrase
{
    private static readonly PhraseSet Begins = Vocabulary.Phrases("w / c", "w / b", "wc", "week commencing", "the week commencing", "week beginning", "the week beginning", "week starting", "week of", "the week of");
    private static readonly PhraseSet Ends = Vocabulary.Phrases("w / e", "week ending", "the week ending");

    public static PeriodMatch? Read(Tokens tokens, int index)
    {
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
