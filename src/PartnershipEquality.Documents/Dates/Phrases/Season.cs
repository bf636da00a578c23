namespace PartnershipEquality.Documents.Dates.Phrases;

/// <summary>
/// The meteorological seasons, as the Met Office counts them: spring March to May, summer June to August,
/// autumn September to November, winter December to February of the next year. Plans never say which they mean, so a date from a season is
/// derived.
/// </summary>
public static class Season
{
    public const int Spring = 3;
    public const int Summer = 6;
    public const int Autumn = 9;
    public const int Winter = 12;

    /// <summary>A season is named here by the month it begins in.</summary>
    public static DateOnly FirstDay(int season, int year) => new(year, season, 1);

    /// <summary>Winter alone has a part in each of two years, so "winter 2011" may also be January and February 2011.</summary>
    public static bool IsTwoWay(int season) => season == Winter;

    public static DateOnly LastDay(int season, int year) => FirstDay(season, year).AddMonths(3).AddDays(-1);
}
