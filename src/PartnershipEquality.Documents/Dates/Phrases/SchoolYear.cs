namespace PartnershipEquality.Documents.Dates.Phrases;

/// <summary>
/// The school or academic year, September to August: it begins with the first term after July (Education Act 1996, section 579).
/// Each authority sets its own terms, so a date from one is derived: autumn to the end of December, spring from January to the end of
/// March, summer from April to the end of July.
/// </summary>
public static class SchoolYear
{
    /// <summary>A term is named here by the month it begins in.</summary>
    public const int SpringTerm = 1;
    public const int SummerTerm = 4;
    public const int AutumnTerm = 9;

    public static DateOnly FirstDay(int startingYear) => new(startingYear, AutumnTerm, 1);

    public static DateOnly LastDay(int startingYear) => new(startingYear + 1, 8, 31);

    public static DateOnly FirstDayOfTerm(int term, int year) => new(year, term, 1);

    public static DateOnly LastDayOfTerm(int term, int year) =>
        FirstDayOfTerm(term, year).AddMonths(term == SpringTerm ? 3 : 4).AddDays(-1);

    /// <summary>The calendar year of a term, in the school year that starts in the year given.</summary>
    public static int YearOf(int term, int startingYear) => term == AutumnTerm ? startingYear : startingYear + 1;
}
