namespace PartnershipEquality.Domain.TargetDates;

/// <summary>
/// The financial year that a plan is for, by the calendar year it starts in: 2022 for 2022-23. Dates without a year take theirs from it.
/// </summary>
public readonly record struct PlanYear(int StartingYear)
{
    /// <summary>The financial year that a day falls in.</summary>
    public static PlanYear Of(DateOnly day) => new(day.Month >= FinancialYear.FirstMonth ? day.Year : day.Year - 1);

    public int YearOf(int month) => month >= FinancialYear.FirstMonth ? StartingYear : StartingYear + 1;
}
