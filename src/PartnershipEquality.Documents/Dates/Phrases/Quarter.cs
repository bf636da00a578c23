using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Documents.Dates.Phrases;

/// <summary>
/// Quarters as councils report them: Q1 is April to June, Q4 January to March, after the financial year.
/// "Q1 2022" is therefore April to June 2022; a quarter without a year takes the plan's.
/// </summary>
public static class Quarter
{
    public static DateOnly FirstDay(int quarter, int financialYear) => FinancialYear.FirstDay(financialYear).AddMonths((quarter - 1) * 3);

    public static DateOnly LastDay(int quarter, int financialYear) => FirstDay(quarter, financialYear).AddMonths(3).AddDays(-1);

    /// <summary>
    /// Whether whole months from the one to the other make a quarter, of either kind of year: both begin theirs in the same months.
    /// </summary>
    public static bool IsSpan(DateOnly first, DateOnly last) =>
        first.Day == 1 && first.Month % 3 == 1 && last == first.AddMonths(3).AddDays(-1);
}
