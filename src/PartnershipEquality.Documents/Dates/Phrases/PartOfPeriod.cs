namespace PartnershipEquality.Documents.Dates.Phrases;

/// <summary>
/// "Early", "mid" and "late". No standard says what they mean; the rule is the partnership's own and always marked as derived:
/// early in a year is to 31 March and in a month to the 10th; mid is to 30 June and the 15th; late is from 1 October and the 21st, to the
/// end.
/// A financial year is divided as a year is; of a season or a quarter, early, mid and late are its three months.
/// </summary>
internal static class PartOfPeriod
{
    public static (DateOnly Earliest, DateOnly DueBy) OfYear(string part, int year) => part switch
    {
        "early" => (new DateOnly(year, 1, 1), new DateOnly(year, 3, 31)),
        "mid" => (new DateOnly(year, 4, 1), new DateOnly(year, 6, 30)),
        _ => (new DateOnly(year, 10, 1), new DateOnly(year, 12, 31)),
    };

    public static (DateOnly Earliest, DateOnly DueBy) OfMonth(string part, int year, int month) => part switch
    {
        "early" => (new DateOnly(year, month, 1), new DateOnly(year, month, 10)),
        "mid" => (new DateOnly(year, month, 11), new DateOnly(year, month, 15)),
        _ => (new DateOnly(year, month, 21), new DateOnly(year, month, DateTime.DaysInMonth(year, month))),
    };

    public static (DateOnly Earliest, DateOnly DueBy) OfMonths(string part, DateOnly first, DateOnly last)
    {
        var months = ((last.Year - first.Year) * 12) + last.Month - first.Month + 1;
        var (skip, take) = (part, months) switch
        {
            ("early", >= 12) => (0, 3),
            ("mid", >= 12) => (3, 3),
            (_, >= 12) => (9, 3),
            ("early", _) => (0, 1),
            ("mid", _) => (1, 1),
            _ => (months - 1, 1),
        };
        var earliest = first.AddMonths(skip);
        return (earliest, earliest.AddMonths(take).AddDays(-1));
    }

    /// <summary>"Mid 2012" said of the middle of three parts, May to August, and not of the middle of the year.</summary>
    public static CalendarPeriod MiddleThird(CalendarPeriod year) =>
        year with { Earliest = new DateOnly(year.Earliest.Year, 5, 1), DueBy = new DateOnly(year.Earliest.Year, 8, 31), Derived = true };
}
