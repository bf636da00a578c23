using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Documents.Dates.Phrases;

/// <summary>A stretch of the calendar that a text names, and how it names it.</summary>
internal sealed record CalendarPeriod(TargetKind Kind, TargetPrecision Precision, DateOnly Earliest, DateOnly DueBy, bool Derived = false)
{
    /// <summary>What the same words may mean instead, where a rule had to choose; it may have another of its own.</summary>
    public CalendarPeriod? Or { get; init; }

    public static CalendarPeriod Day(DateOnly day) => new(TargetKind.Date, TargetPrecision.Day, day, day);

    public static CalendarPeriod Month(int year, int month) =>
        new(TargetKind.Month, TargetPrecision.Month, new DateOnly(year, month, 1),
            new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    public static CalendarPeriod OfSeason(int season, int year) =>
        new(TargetKind.Season, TargetPrecision.Season, Season.FirstDay(season, year), Season.LastDay(season, year), Derived: true);

    /// <summary>The winter that begins in the year; the words may also mean the one that ends in it, as far as it lies there.</summary>
    public static CalendarPeriod OfWinter(int year) => OfSeason(Season.Winter, year) with
    {
        Or = new(TargetKind.Season, TargetPrecision.Season, new DateOnly(year, 1, 1), new DateOnly(year, 3, 1).AddDays(-1), Derived: true),
    };

    public static CalendarPeriod OfQuarter(int quarter, int financialYear) =>
        new(TargetKind.Quarter, TargetPrecision.Quarter, Quarter.FirstDay(quarter, financialYear), Quarter.LastDay(quarter, financialYear));

    public static CalendarPeriod OfCalendarQuarter(int quarter, int year)
    {
        var first = new DateOnly(year, (3 * quarter) - 2, 1);
        return new(TargetKind.Quarter, TargetPrecision.Quarter, first, first.AddMonths(3).AddDays(-1));
    }

    public static CalendarPeriod OfFinancialYear(int startingYear) =>
        new(TargetKind.FinancialYear, TargetPrecision.FinancialYear, FinancialYear.FirstDay(startingYear),
            FinancialYear.LastDay(startingYear));

    public static CalendarPeriod OfSchoolYear(int startingYear) =>
        new(TargetKind.Between, TargetPrecision.Year, SchoolYear.FirstDay(startingYear), SchoolYear.LastDay(startingYear), Derived: true);

    public static CalendarPeriod OfTerm(int term, int year) =>
        new(TargetKind.Season, TargetPrecision.Season, SchoolYear.FirstDayOfTerm(term, year), SchoolYear.LastDayOfTerm(term, year),
            Derived: true);

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
            Derived || other.Derived)
        {
            // "3/4/2012 to 5/4/2012": who writes the month first does it twice.
            Or = Or is { } first && other.Or is { } last ? first.To(last) : null,
        };
    }

    /// <summary>The early, middle or late part; the end of a period is the period, for it is due on its last day.</summary>
    public CalendarPeriod Part(string part)
    {
        if (part == "end")
        {
            return this;
        }

        if (Kind == TargetKind.Date
            || (Kind == TargetKind.Between && (Precision != TargetPrecision.Year || Earliest.AddYears(1) != DueBy.AddDays(1))))
        {
            return this with { Derived = true };
        }

        var (earliest, dueBy) = Kind == TargetKind.Month ? PartOfPeriod.OfMonth(part, Earliest.Year, Earliest.Month)
            : Kind == TargetKind.Year ? PartOfPeriod.OfYear(part, Earliest.Year)
            : PartOfPeriod.OfMonths(part, Earliest, DueBy);
        return this with
        {
            Earliest = earliest,
            DueBy = dueBy,
            Derived = true,
            Or = Kind == TargetKind.Year && part == "mid"
            ? PartOfPeriod.MiddleThird(this) : Or?.Part(part)
        };
    }

    /// <summary>From the beginning of one part of it to the end of another: "mid to late".</summary>
    public CalendarPeriod Parts(string from, string to) => Part(from) with { DueBy = Part(to).DueBy, Or = null };

    /// <summary>
    /// The first or the second half, which need no rule: six months of a year, or the days to the 15th and from the 16th of a month.
    /// </summary>
    public CalendarPeriod? Half(int half)
    {
        if (Kind is not (TargetKind.Month or TargetKind.Year or TargetKind.FinancialYear))
        {
            return null;
        }

        var second = Kind == TargetKind.Month ? Earliest.AddDays(15) : Earliest.AddMonths(6);
        return half == 1
            ? this with { DueBy = second.AddDays(-1), Or = Or?.Half(half) } : this with { Earliest = second, Or = Or?.Half(half) };
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
        return target with { Derived = Derived, Alternatives = Others(other => other.ToTarget(text, openStart)) };
    }

    /// <summary>The other readings, each made into what this one is made into.</summary>
    public IReadOnlyList<TargetDate> Others(Func<CalendarPeriod, TargetDate> target)
    {
        var others = new List<TargetDate>();
        for (var other = Or; other is not null; other = other.Or)
        {
            others.Add(target(other with { Or = null, Derived = true }));
        }

        return others;
    }
}
