namespace PartnershipEquality.Domain.TargetDates;

/// <summary>
/// The local government financial year, 1 April to 31 March (Local Government Finance Act 1992, section 69:
/// "financial year" is any period of twelve months beginning with 1 April). "2014/15" starts in 2014.
/// </summary>
public static class FinancialYear
{
    public const int FirstMonth = 4;

    public static DateOnly FirstDay(int startingYear) => new(startingYear, FirstMonth, 1);

    public static DateOnly LastDay(int startingYear) => new(startingYear + 1, 3, 31);
}
