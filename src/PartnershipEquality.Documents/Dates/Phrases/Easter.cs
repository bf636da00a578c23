namespace PartnershipEquality.Documents.Dates.Phrases;

/// <summary>
/// Easter Sunday in the Gregorian calendar, by the computation that gives the tables of the Calendar (New Style) Act 1750
/// (Meeus, Astronomical Algorithms, chapter 8).
/// </summary>
public static class Easter
{
    public static DateOnly Sunday(int year)
    {
        var golden = year % 19;
        var (century, inCentury) = (year / 100, year % 100);
        var correction = (century + 8) / 25;
        var epact = ((19 * golden) + century - (century / 4) - ((century - correction + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (inCentury / 4)) - epact - (inCentury % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var day = epact + weekday - (7 * late) + 114;
        return new DateOnly(year, day / 31, (day % 31) + 1);
    }
}
