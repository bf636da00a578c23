namespace PartnershipEquality.Documents.Dates.Phrases;

/// <summary>
/// Days with names of their own: "Easter 2012", "by Christmas 2012", "Michaelmas". They are dates by custom, so what is read is derived.
/// </summary>
internal static class FeastPhrase
{
    public static PeriodMatch? Read(Tokens tokens, int index)
    {
        var (day, next, month) = tokens[index].Word switch
        {
            "easter" => (Easter.Sunday, index + 1, 4),
            "christmas" or "xmas" => (year => new DateOnly(year, 12, 25), index + 1, 12),
            "michaelmas" => (year => new DateOnly(year, 9, 29), index + 1, 9),
            "new" when tokens[index + 1].Is("year") && tokens[index].Capital => (year => new DateOnly(year, 1, 1), index + 2, 1),
            _ => ((Func<int, DateOnly>?)null, 0, 0),
        };
        if (day is null || tokens[next].Is("holidays") || tokens[next].Is("'"))
        {
            return null;
        }

        next = tokens[next].Is("day") || tokens[next].Is("sunday") ? next + 1 : next;
        return PeriodPhrase.YearIn(tokens, tokens.SkipMarks(next, ",")) is { } year
            ? new PeriodMatch(year.Next, year.Value is { } value ? Of(value) : null)
            : new PeriodMatch(next, null, Of, month);

        CalendarPeriod Of(int value) => CalendarPeriod.Day(day(value)) with { Derived = true };
    }
}
