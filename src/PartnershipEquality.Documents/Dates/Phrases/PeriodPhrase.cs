using System.Globalization;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Documents.Dates.Phrases;

/// <summary>
/// What was found where a period might stand: the period, or a month, season or quarter still wanting its year, or a date that cannot be.
/// </summary>
internal sealed record PeriodMatch(int Next, CalendarPeriod? Period, Func<int, CalendarPeriod?>? InYear = null, int Month = 0, int Day = 0,
    bool ByFinancialYear = false)
{
    public bool IsImpossible => Period is null && InYear is null;

    public PeriodMatch In(PlanYear? planYear)
    {
        if (Period is not null || InYear is null || planYear is not { } plan
            || plan.StartingYear is < PeriodPhrase.FirstYear or >= PeriodPhrase.LastYear)
        {
            return this;
        }

        var period = InYear(ByFinancialYear ? plan.StartingYear : plan.YearOf(Month));
        if (period is { Kind: TargetKind.Season, Or: null } && ByFinancialYear
            && period.Earliest < FinancialYear.FirstDay(plan.StartingYear))
        {
            // A financial year ends in one spring and begins in another.
            period = period with { Or = InYear(plan.StartingYear + 1) };
        }

        return this with { Period = period is null ? null : period with { Derived = true } };
    }

    /// <summary>The last such period before the one given is over: "June and December 2011".</summary>
    public CalendarPeriod? Before(CalendarPeriod later) =>
        Near(later.DueBy.Year, period => period.DueBy <= later.DueBy, -1);

    /// <summary>The first such period after the one given has begun: "June 2011 and December".</summary>
    public CalendarPeriod? AfterPeriod(CalendarPeriod earlier) =>
        Near(earlier.Earliest.Year, period => period.Earliest >= earlier.Earliest, +1);

    private CalendarPeriod? Near(int year, Func<CalendarPeriod, bool> fits, int step)
    {
        foreach (var tried in new[] { year, year + step })
        {
            if (tried is >= PeriodPhrase.FirstYear and < PeriodPhrase.LastYear && InYear?.Invoke(tried) is { } period && fits(period))
            {
                return period with { Derived = true };
            }
        }

        return null;
    }
}

/// <summary>Reads days, months, seasons, quarters, years and spans of them out of tokens, day before month as in Britain.</summary>
internal static class PeriodPhrase
{
    public const int FirstYear = 1900;
    public const int LastYear = 2200;

    private const int FarFromPlan = 6;

    private static readonly PhraseSet Between = Vocabulary.Phrases("between", "from");
    private static readonly PhraseSet Connectors = Vocabulary.Phrases("to", "-", "until", "till", "through", "and", "to the end of",
        "to end of", "to end", "until the end of", "until end of");
    private static readonly PhraseSet Early = Vocabulary.Phrases("early", "early in", "beginning of", "the beginning of", "start of",
        "the start of");
    private static readonly PhraseSet Middle = Vocabulary.Phrases("mid", "middle of", "the middle of");
    private static readonly PhraseSet Late = Vocabulary.Phrases("late", "late in");
    private static readonly PhraseSet End = Vocabulary.Phrases("end", "the end", "end of", "the end of", "end of the", "the end of the");

    /// <summary>The longest period that begins there; null when none does.</summary>
    public static PeriodMatch? Read(Tokens tokens, int index, PlanYear? planYear)
    {
        if (tokens[index].Kind == TokenKind.Mark)
        {
            return null;
        }

        var lead = tokens.AfterAny(index, Between);
        var isBetween = lead > index && tokens[index].Is("between");
        if (isBetween || lead > index)
        {
            var span = Span(tokens, lead, planYear, isBetween);
            return span is null || (span.Period?.Kind is not (TargetKind.Between or TargetKind.Quarter)) ? null : span;
        }

        return Span(tokens, index, planYear, allowAnd: false);
    }

    private static PeriodMatch? Span(Tokens tokens, int index, PlanYear? planYear, bool allowAnd)
    {
        if (DaySpanPhrase.Read(tokens, index, allowAnd) is { } days)
        {
            return days.In(planYear);
        }

        var first = Single(tokens, index, planYear);
        if (first is null or { IsImpossible: true })
        {
            return first;
        }

        var connector = tokens.AfterAny(first.Next, Connectors);
        if (connector > 0 && (allowAnd || !tokens[first.Next].Is("and")) && Single(tokens, connector, planYear) is { } second)
        {
            var last = second.In(planYear);
            if (last.IsImpossible)
            {
                return last;
            }

            if (last.Period is null)
            {
                return first.In(planYear);
            }

            var start = first.Period ?? (second.Period is null ? first.In(planYear).Period : Preceding(first, last.Period));
            return new PeriodMatch(last.Next, start?.To(last.Period));
        }

        return first.In(planYear);
    }

    // "November to February 2023": the year stands once, at the end, and the beginning is the last such month before it.
    private static CalendarPeriod? Preceding(PeriodMatch first, CalendarPeriod last)
    {
        var year = last.Earliest.Year;
        var period = first.InYear!(year);
        return period is not null && period.Earliest > last.DueBy && year > FirstYear
            ? first.InYear(year - 1) is { } earlier ? earlier with { Derived = true } : null
            : period;
    }

    private static PeriodMatch? Single(Tokens tokens, int index, PlanYear? planYear)
    {
        if (TermPhrase.YearStart(tokens, index) is { } start)
        {
            return start;
        }

        if (PlanYearPhrase.InNewYear(tokens, index, planYear) is { } newYear)
        {
            return newYear;
        }

        if (PartsAt(tokens, index) is var (from, to, rest))
        {
            return Bare(tokens, rest, planYear) switch
            {
                { Period: { } period } match => match with { Period = period.Parts(from, to) },
                { InYear: { } inYear } match => match with { InYear = year => inYear(year)?.Parts(from, to) },
                var other => other,
            };
        }

        foreach (var (part, phrases) in new[] { ("early", Early), ("mid", Middle), ("late", Late), ("end", End) })
        {
            var after = tokens.AfterAny(index, phrases);
            if (after < 0)
            {
                continue;
            }

            after = tokens.SkipMarks(after, "-");
            if (part == "end" && PlanYearPhrase.Read(tokens, after, planYear, isEnd: true) is { } planEnd)
            {
                return planEnd;
            }

            return Bare(tokens, after, planYear) is not { } match ? null
                : match.InYear is { } inYear ? match with { InYear = year => inYear(year)?.Part(part) }
                : match with { Period = match.Period?.Part(part) };
        }

        return Bare(tokens, index, planYear) ?? PlanYearPhrase.Read(tokens, index, planYear, isEnd: false);
    }

    // "mid to late 2012", "early/mid June"
    private static (string From, string To, int Next)? PartsAt(Tokens tokens, int index)
    {
        var (from, joint, to) = (tokens[index].Word, tokens[index + 1].Word, tokens[index + 2].Word);
        return from is "early" or "mid" && joint is "to" or "/" or "-" && to is "mid" or "late" or "end" && from != to
            ? (from, to, tokens.SkipMarks(tokens[index + 3].Is("of") ? index + 4 : index + 3, "-"))
            : null;
    }

    private static PeriodMatch? Bare(Tokens tokens, int index, PlanYear? planYear)
    {
        var start = tokens[index].Is("the") ? index + 1 : index;
        if (Vocabulary.IsWeekday(tokens[start].Word))
        {
            start = tokens.SkipMarks(start + 1, ",.");
            start = tokens[start].Is("the") ? start + 1 : start;
        }

        return NumericDate.Read(tokens, start)
            ?? DayPhrase.Read(tokens, start)
            ?? WeekPhrase.Read(tokens, start)
            ?? HalfPhrase.Read(tokens, start)
            ?? TermPhrase.Read(tokens, start)
            ?? FeastPhrase.Read(tokens, start)
            ?? QuarterPhrase.Read(tokens, start)
            ?? YearPhrase.Read(tokens, start)
            ?? SeasonIn(tokens, start)
            ?? MonthIn(tokens, start, planYear);
    }

    private static PeriodMatch? SeasonIn(Tokens tokens, int index)
    {
        var season = Vocabulary.SeasonOf(tokens[index].Word);
        if (season == 0)
        {
            return null;
        }

        var after = tokens.SkipMarks(tokens[index + 1].Is("of") ? index + 2 : index + 1, ",");

        // Winter crosses the year's end, so people write "winter 2011/12".
        if (season == Season.Winter && YearPhrase.Financial(tokens, after) is { Period: { } years } pair)
        {
            return new PeriodMatch(pair.Next, CalendarPeriod.OfSeason(season, years.Earliest.Year));
        }

        return YearIn(tokens, after) is { } year
            ? new PeriodMatch(year.Next, year.Value is { } value
                ? Season.IsTwoWay(season) ? CalendarPeriod.OfWinter(value) : CalendarPeriod.OfSeason(season, value) : null)
            : new PeriodMatch(index + 1, null, value => CalendarPeriod.OfSeason(season, value), season, ByFinancialYear: true);
    }

    public static PeriodMatch? MonthIn(Tokens tokens, int index, PlanYear? planYear)
    {
        var month = Vocabulary.Month(tokens[index].Word);
        if (month == 0)
        {
            return null;
        }

        var after = tokens.SkipMarks(index + 1, ".,");
        after = tokens[after].Is("of") ? after + 1 : after;
        var yearAt = tokens.SkipMarks(after, "-/");
        if (YearIn(tokens, yearAt) is { } year)
        {
            // "March 31" in a plan for 2022 is a day of its March, where "March 23" is a month.
            if (year.Derived && tokens[yearAt].Kind == TokenKind.Number && planYear is { } plan
                && Math.Abs(year.Value!.Value - plan.StartingYear) > FarFromPlan)
            {
                var day = year.Value.Value - 2000;
                return new PeriodMatch(year.Next, null, named => NumericDate.DayOf(named, month, day), month, day);
            }

            return new PeriodMatch(year.Next, year.Value is { } value
                ? CalendarPeriod.Month(value, month) with
                {
                    Derived = year.Derived,
                    Or = tokens[yearAt].Is("'")
                    ? null : OrDay(year, month, planYear)
                } : null);
        }

        return IsVerb(tokens, index)
            ? null : new PeriodMatch(tokens.SkipMarks(index + 1, "."), null, value => CalendarPeriod.Month(value, month), month);
    }

    // "June 11" in a plan for 2011 may be a day of its June.
    private static CalendarPeriod? OrDay((int? Value, int Next, bool Derived) year, int month, PlanYear? planYear) =>
        year is { Derived: true, Value: { } value } && planYear is { StartingYear: >= FirstYear and < LastYear } plan
            ? NumericDate.DayOf(plan.YearOf(month), month, value - 2000) : null;

    // "may" and "march" in the middle of a sentence are no months.
    private static bool IsVerb(Tokens tokens, int index) =>
        tokens[index].Word is "may" or "march" && !tokens[index].Capital && tokens[index + 1].Kind == TokenKind.Word && index > 0;

    /// <summary>A year of four digits, or of two, which are of this century; a null value is a year out of range.</summary>
    public static (int? Value, int Next, bool Derived)? YearIn(Tokens tokens, int index)
    {
        var quoted = tokens[index].Is("'") && tokens[index + 1].Glued;
        var token = quoted ? tokens[index + 1] : tokens[index];
        if (token.Kind != TokenKind.Number || token.Word.Length is not (2 or 4))
        {
            return null;
        }

        var next = index + (quoted ? 2 : 1);
        if (IsOrdinal(tokens[next]))
        {
            return null;
        }

        var value = int.Parse(token.Word, CultureInfo.InvariantCulture);
        var year = token.Word.Length == 2 ? 2000 + value : value;
        return (year is >= FirstYear and <= LastYear ? year : null, next, token.Word.Length == 2);
    }

    public static bool IsOrdinal(Token token) => token.Glued && token.Word is "st" or "nd" or "rd" or "th";
}
