namespace PartnershipEquality.Domain.TargetDates;

/// <summary>A stretch of the calendar that a text names, and how it names it.</summary>
internal sealed record CalendarPeriod(TargetKind Kind, TargetPrecision Precision, DateOnly Earliest, DateOnly DueBy, bool Derived = false)
{
    public static CalendarPeriod Day(DateOnly day) => new(TargetKind.Date, TargetPrecision.Day, day, day);

    public static CalendarPeriod Month(int year, int month) =>
        new(TargetKind.Month, TargetPrecision.Month, new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    public static CalendarPeriod OfSeason(int season, int year) =>
        new(TargetKind.Season, TargetPrecision.Season, Season.FirstDay(season, year), Season.LastDay(season, year), Derived: true);

    public static CalendarPeriod OfQuarter(int quarter, int financialYear) =>
        new(TargetKind.Quarter, TargetPrecision.Quarter, Quarter.FirstDay(quarter, financialYear), Quarter.LastDay(quarter, financialYear));

    public static CalendarPeriod OfFinancialYear(int startingYear) =>
        new(TargetKind.FinancialYear, TargetPrecision.FinancialYear, FinancialYear.FirstDay(startingYear), FinancialYear.LastDay(startingYear));

    public static CalendarPeriod Year(int year) =>
        new(TargetKind.Year, TargetPrecision.Year, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <summary>From the beginning of this one to the end of the other; null when that runs backwards.</summary>
    public CalendarPeriod? To(CalendarPeriod other)
    {
        if (other.DueBy < Earliest)
        {
            return null;
        }

        var isQuarter = Kind == TargetKind.Month && other.Kind == TargetKind.Month && Quarter.IsSpan(Earliest, other.DueBy);
        return new CalendarPeriod(
            isQuarter ? TargetKind.Quarter : TargetKind.Between,
            isQuarter ? TargetPrecision.Quarter : other.Precision,
            Earliest,
            other.DueBy,
            Derived || other.Derived);
    }

    /// <summary>The early, middle or late part; the end of a period is the period, for it is due on its last day.</summary>
    public CalendarPeriod Part(string part)
    {
        if (part == "end" || Kind is not (TargetKind.Month or TargetKind.Year))
        {
            return part == "end" ? this : this with { Derived = true };
        }

        var (earliest, dueBy) = Kind == TargetKind.Year
            ? PartOfPeriod.OfYear(part, Earliest.Year)
            : PartOfPeriod.OfMonth(part, Earliest.Year, Earliest.Month);
        return this with { Earliest = earliest, DueBy = dueBy, Derived = true };
    }

    public TargetDate ToTarget(string text, bool openStart)
    {
        DateOnly? earliest = openStart ? null : Earliest;
        TargetDate target = Kind switch
        {
            TargetKind.Date => new TargetDate.OnDay(text, earliest, DueBy),
            TargetKind.Month => new TargetDate.InMonth(text, earliest, DueBy),
            TargetKind.Season => new TargetDate.InSeason(text, earliest, DueBy),
            TargetKind.Quarter => new TargetDate.InQuarter(text, earliest, DueBy),
            TargetKind.FinancialYear => new TargetDate.InFinancialYear(text, earliest, DueBy),
            TargetKind.Year => new TargetDate.InYear(text, earliest, DueBy),
            _ => new TargetDate.Between(text, Earliest, DueBy, Precision),
        };
        return target with { Derived = Derived };
    }
}
