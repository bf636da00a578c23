namespace PartnershipEquality.Documents.Dates.Phrases;

/// <summary>
/// School and university time: "autumn term 2012", "Michaelmas term 2012", "academic year 2012/13", "start of the academic year 2012/13".
/// </summary>
internal static class TermPhrase
{
    private static readonly PhraseSet Years = Vocabulary.Phrases("academic year", "school year", "the academic year", "the school year",
        "ay");
    private static readonly PhraseSet YearStarts = Vocabulary.Phrases(
        "start of", "the start of", "beginning of", "the beginning of", "start of the", "the start of the", "beginning of the",
            "the beginning of the");

    public static PeriodMatch? Read(Tokens tokens, int index) => Year(tokens, index) ?? Term(tokens, index);

    /// <summary>The start of a school year is its September.</summary>
    public static PeriodMatch? YearStart(Tokens tokens, int index) =>
        tokens.AfterAny(index, YearStarts) is var after and > 0 && Year(tokens, after) is { } match
            ? match with
            {
                Period = match.Period is { } year
                ? CalendarPeriod.Month(year.Earliest.Year, year.Earliest.Month) with { Derived = true } : null,
                InYear = null
            }
            : null;

    private static PeriodMatch? Year(Tokens tokens, int index)
    {
        var after = tokens.AfterAny(index, Years);
        if (after > 0)
        {
            return YearPhrase.Financial(tokens, tokens.SkipMarks(after, "(")) is { } pair
                ? new PeriodMatch(tokens.SkipMarks(pair.Next, ")"), pair.Period is { } years
                    ? CalendarPeriod.OfSchoolYear(years.Earliest.Year) : null)
                : null;
        }

        return YearPhrase.Financial(tokens, index) is { Period: { } first } before && tokens.AfterAny(before.Next, Years) is var end and > 0
            ? new PeriodMatch(end, CalendarPeriod.OfSchoolYear(first.Earliest.Year))
            : null;
    }

    private static PeriodMatch? Term(Tokens tokens, int index)
    {
        var term = tokens[index].Word switch
        {
            "autumn" or "michaelmas" => SchoolYear.AutumnTerm,
            "spring" or "lent" or "hilary" or "easter" => SchoolYear.SpringTerm,
            "summer" or "trinity" => SchoolYear.SummerTerm,
            _ => 0,
        };
        if (term == 0 || !tokens[index + 1].Is("term"))
        {
            return null;
        }

        var after = tokens[index + 2].Is("of") ? index + 3 : index + 2;
        after = tokens.SkipMarks(after, ",(");
        if (YearPhrase.Financial(tokens, after) is { } pair)
        {
            return new PeriodMatch(tokens.SkipMarks(pair.Next, ")"), pair.Period is { } years
                ? CalendarPeriod.OfTerm(term, SchoolYear.YearOf(term, years.Earliest.Year)) : null);
        }

        return PeriodPhrase.YearIn(tokens, after) is { } year
            ? new PeriodMatch(year.Next, year.Value is { } value ? In(tokens[index].Word, term, value) : null)
            : new PeriodMatch(index + 2, null, value => CalendarPeriod.OfTerm(term, value), term);
    }

    // Who does not run a school may mean the season.
    private static CalendarPeriod In(string name, int term, int year) =>
        CalendarPeriod.OfTerm(term, year) with
        {
            Or = Vocabulary.SeasonOf(name) is var season and > 0
            ? CalendarPeriod.OfSeason(season, year) : null
        };
}
