using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Documents.Dates.Phrases;

/// <summary>Reads a text about how often: "November each year", "Annually (January)", "Twice yearly", "Review every 3 years".</summary>
internal sealed class CadencedPhrase(Tokens tokens, PlanYear? planYear, Func<int, bool> atEnd, Func<int, int, bool> isPlain)
{
    private static readonly PhraseSet Reviews = Vocabulary.Phrases("review", "reviews", "reviewed", "reviewing", "to be reviewed",
        "will be reviewed", "progress reviewed", "monitor", "monitored", "update", "updated");
    private static readonly PhraseSet By = Vocabulary.Phrases("by", "in", "on", "every", "each", "by the", "by end of", "by the end of",
        "at the end of", "end of", "the end of", "in the");
    private static readonly PhraseSet AtEach = Vocabulary.Phrases("at", "at each", "at every", "at the", "each", "every", "to each",
        "to every");
    private static readonly PhraseSet From = Vocabulary.Phrases("from", "starting", "starting in", "starting from", "commencing",
        "commencing in", "beginning", "beginning in", "first", "first in", "first by", "next", "next in", "next by", "next due");

    /// <summary>A review and its cadence, either way round: "review quarterly", "annual review".</summary>
    public static Cadence? Review(Tokens tokens, int index)
    {
        var after = tokens.AfterAny(index, Reviews);
        if (after > 0)
        {
            return CadencePhrase.Read(tokens, after);
        }

        return CadencePhrase.Read(tokens, index) is { } cadence && tokens.AfterAny(cadence.Next, Reviews) is var next and > 0
            ? cadence with { Next = next }
            : null;
    }

    public TargetDate? Read(int start, string text)
    {
        if (Review(tokens, start) is { } review)
        {
            // A review without a date binds nobody to a day: the work goes on and is looked at.
            return isPlain(review.Next, tokens.Count)
                ? new TargetDate.Ongoing(text)
                {
                    ReviewMonths = review.ReviewMonths,
                    Derived = true,
                    Alternatives = Otherwise(text, review)
                }
                : DaysEachYear(tokens.SkipMarks(review.Next, "(,-:"), text) is { } dated
                    ? dated with { ReviewMonths = review.ReviewMonths } : null;
        }

        return DaysEachYear(start, text) ?? Cadenced(start, text);
    }

    private TargetDate.Recurring? Cadenced(int start, string text)
    {
        // "At each quarterly meeting" is as often as the meeting.
        var meeting = tokens.AfterAny(start, AtEach);
        if ((CadencePhrase.Read(tokens, start) ?? (meeting > 0 ? CadencePhrase.Read(tokens, meeting) : null)) is not { } cadence)
        {
            return tokens[start].Word is "every" or "each" && Days(start + 1) is var (days, next) && atEnd(next)
                ? EachYear(text, days) : null;
        }

        if (isPlain(cadence.Next, tokens.Count))
        {
            return new TargetDate.Recurring(text, Repetition.Of(cadence))
            {
                Derived = true,
                Alternatives = (cadence.Or is { } often ? Repetition.Of(often) : Repetition.OfCalendarYear(cadence)) is { } rule
                    ? [new TargetDate.Recurring(text, rule) { Derived = true }] : [],
            };
        }

        var after = tokens.SkipMarks(cadence.Next, "(,-:");

        // "annually from March" begins in the plan's March; "annually by 31 March" names a day of every year.
        var begins = tokens.AfterAny(after, From);
        var from = Math.Max(begins, tokens.AfterAny(after, By));
        if (from > 0 && PeriodPhrase.Read(tokens, tokens.SkipMarks(from, ":"), begins > 0 ? planYear : null) is { Period: { } first } begun
            && atEnd(begun.Next))
        {
            return Beginning(text, first, cadence) with
            {
                Alternatives = cadence.Or is { } often
                    ? [Beginning(text, first, often) with { Derived = true }] : first.Others(other => Beginning(text, other, cadence)),
            };
        }

        // "6 monthly (June/Dec each year)": as many days in a year as the cadence says, so none is missing.
        if (Days(after) is not var (named, end) || cadence.Months == 0 || named.Count * cadence.Months != 12)
        {
            return null;
        }

        end = CadencePhrase.Read(tokens, end) is { Months: 12 } yearly ? yearly.Next : end;
        return atEnd(end) ? EachYear(text, named) : null;
    }

    private static TargetDate.Recurring Beginning(string text, CalendarPeriod first, Cadence cadence) =>
        new(text, Repetition.From(first, cadence), first.Earliest, first.DueBy, first.Precision)
        {
            Derived = first.Derived
            || cadence.Or is not null
        };

    private static IReadOnlyList<TargetDate> Otherwise(string text, Cadence review) =>
        review.Or is { } often ? [new TargetDate.Ongoing(text) { ReviewMonths = often.ReviewMonths, Derived = true }] : [];

    private TargetDate.Recurring? DaysEachYear(int start, string text)
    {
        if (Days(start) is not var (days, next))
        {
            return null;
        }

        next = tokens[next].Is("of") ? next + 1 : tokens.SkipMarks(next, "(,-");
        return CadencePhrase.Read(tokens, next) is { Months: 12 } cadence && atEnd(cadence.Next) ? EachYear(text, days) : null;
    }

    private static TargetDate.Recurring? EachYear(string text, IReadOnlyList<CalendarPeriod> days) =>
        Repetition.EachYear(days) is { } rule
            ? new TargetDate.Recurring(text, rule, precision: days[0].Precision) { Derived = days.Any(day => day.Derived) }
            : null;

    // Days, months or seasons without a year: "June/Dec", "31 March", "spring and autumn".
    private (IReadOnlyList<CalendarPeriod> Periods, int Next)? Days(int index)
    {
        var periods = new List<CalendarPeriod>();
        index = tokens.SkipMarks(Math.Max(tokens.AfterAny(index, By), index), "(");
        while (PeriodPhrase.Read(tokens, index, null) is { Period: null, InYear: { } inYear, Next: var next })
        {
            // Any leap year serves: only the month and the day are taken from it.
            if (inYear(2000) is not { } period || periods.Count == 12)
            {
                return null;
            }

            periods.Add(period);
            index = next;
            var separator = tokens[index].Word is "/" or "," or "and" or "&" ? index + 1 : index;
            separator = tokens[separator].Is("and") ? separator + 1 : separator;
            if (separator == index || PeriodPhrase.Read(tokens, separator, null) is null)
            {
                break;
            }

            index = separator;
        }

        return periods.Count == 0 ? null : (periods, index);
    }
}
