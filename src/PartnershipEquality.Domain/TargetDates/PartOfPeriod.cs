namespace PartnershipEquality.Domain.TargetDates;

/// <summary>
/// "Early", "mid" and "late". No standard says what they mean; the rule is the partnership's own and always marked as derived:
/// early in a year is to 31 March and in a month to the 10th; mid is to 30 June and the 15th; late is from 1 October and the 21st, to the end.
/// </summary>
public static class PartOfPeriod
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
}
