using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Documents.Dates.Phrases;

/// <summary>
/// Reads a text that is a period with what leads to it and follows it: "by the end of March 2012", "Start June 2011", "December 2011 and
/// yearly thereafter".
/// </summary>
internal sealed class DatedPhrase(Tokens tokens, PlanYear? planYear, Func<int, bool> atEnd)
{
    private static readonly PhraseSet After = Vocabulary.Phrases("after", "following", "not before", "no earlier than", "not earlier than");
    private static readonly PhraseSet Before = Vocabulary.Phrases("before", "prior to", "in advance of", "ahead of", "in time for",
        "in readiness for");
    private static readonly PhraseSet Onwards = Vocabulary.Phrases("onwards", "onward", "on", "and onwards", "and beyond", "and thereafter",
        "start", "commencement", "start date");

    private static readonly PhraseSet Conditions = Vocabulary.Phrases("subject to", "dependent on", "dependent upon", "depending on",
        "depending upon", "conditional on", "provided", "if", "pending");
    private static readonly PhraseSet Provisional = Vocabulary.Phrases("tbc", "to be confirmed", "provisional", "provisionally",
        "to be agreed", "estimated", "est");
    private static readonly PhraseSet StartingOn = Vocabulary.Phrases("from", "date", "in", "on");
    private static readonly PhraseSet Thereafter = Vocabulary.Phrases("thereafter", "after that", "from then", "from then on", "afterwards",
        "after");
    private static readonly PhraseSet Formerly = Vocabulary.Phrases("was", "previously", "originally", "formerly", "revised from",
        "moved from", "deferred from", "slipped from");

    private static readonly PhraseSet Original = Vocabulary.Phrases("was", "original", "originally", "original date", "original target",
        "original target date", "initially", "previously", "formerly");
    private static readonly PhraseSet Finishing = Vocabulary.Phrases("complete", "completion", "to complete", "finish", "to finish", "end",
        "ends", "to end", "finishing", "ending");
    private static readonly PhraseSet Revised = Vocabulary.Phrases(
        "revised to", "revised date", "revised target", "revised target date", "revised", "now", "moved to", "extended to",
            "extended until", "deferred to", "deferred until", "slipped to", "changed to",
        "postponed to", "postponed until", "delayed to", "delayed until", "put back to", "brought forward to", "rescheduled to",
            "rescheduled for", "new date", "new target", "new target date");

    public enum Lead
    {
        None,
        Due,
        Starting,
        After,
        NotBefore,
        Before,
    }

    public TargetDate? Read(int start, string text)
    {
        if (PeriodPhrase.Read(tokens, start, planYear) is { } plain && Finish(text, Lead.None, plain) is { } target)
        {
            return target;
        }

        var (lead, index) = LeadAt(start);
        return (index > start && PeriodPhrase.Read(tokens, index, planYear) is { } match ? Finish(text, lead, match) : null)
            ?? Moved(start, text);
    }

    public (Lead Lead, int Next) LeadAt(int start)
    {
        var after = tokens.AfterAny(start, After);
        if (after > 0)
        {
            return (tokens[start].Word is "after" or "following" ? Lead.After : Lead.NotBefore, after);
        }

        var before = tokens.AfterAny(start, Before);
        if (before > 0 && tokens.AfterAny(start, Vocabulary.Due) < 0)
        {
            return (Lead.Before, before);
        }

        var lead = Lead.None;
        var index = start;
        var starting = tokens.AfterAny(index, Vocabulary.Starting);
        if (starting > 0 && !tokens[starting].Is("of"))
        {
            lead = Lead.Starting;
            index = tokens.SkipMarks(starting, ":-");
            index = Math.Max(tokens.AfterAny(index, StartingOn), index);
        }

        var due = tokens.AfterAny(index, Vocabulary.Due);
        if (due > 0)
        {
            // "within March 2012" and "target: March 2012" set a beginning; "by" does not.
            lead = lead == Lead.None && !IsNeutral(tokens[index].Word, tokens[due - 1].Word) ? Lead.Due : lead;
            index = tokens.SkipMarks(due, ":-");
            var more = tokens.AfterAny(index, Vocabulary.Due);
            lead = more > 0 && lead == Lead.None ? Lead.Due : lead;
            index = Math.Max(more, index);
        }

        return (lead, Math.Max(tokens.AfterAny(index, Vocabulary.Within), index));
    }

    private static bool IsNeutral(string first, string last) =>
        first is "within" or "target" or "launch" || last is "launch" or "launched"
            || (first is "due" or "deadline" && last is "due" or "in" or "on" or "deadline");

    private TargetDate? Finish(string text, Lead lead, PeriodMatch match)
    {
        if (match.Period is not { } period)
        {
            return null;
        }

        var next = match.Next;
        if (atEnd(next))
        {
            return Build(text, lead, period);
        }

        if (tokens.AfterAny(next, Onwards) is var onwards and > 0 && atEnd(onwards))
        {
            return lead is Lead.None or Lead.Starting ? Build(text, Lead.Starting, period) : null;
        }

        if (Conditional(text, lead, period, next) is { } conditional)
        {
            return conditional;
        }

        next = tokens.SkipMarks(next, ",-;.()");
        next = lead == Lead.Starting && tokens[next].Word is "and" or "&" && tokens.AfterAny(next + 1, Vocabulary.Due) > 0
            ? next + 1 : next;
        if (lead == Lead.Starting && LeadAt(next) is (Lead.Due or Lead.None, var second)
            && PeriodPhrase.Read(tokens, second, planYear) is { Period: { } last } end && atEnd(end.Next))
        {
            return second > next && period.To(last) is { } span
                ? new TargetDate.Between(text, span.Earliest, span.DueBy, last.Precision) { Derived = span.Derived } : null;
        }

        // "Complete March 2020" alone says that it is done; after a start it says when it will be.
        if (lead == Lead.Starting && tokens.AfterAny(next, Finishing) is var finish and > 0
            && PeriodPhrase.Read(tokens, tokens.SkipMarks(finish, ":-"), planYear) is { Period: { } finished } over && atEnd(over.Next)
            && period.To(finished) is { } whole)
        {
            return new TargetDate.Between(text, whole.Earliest, whole.DueBy, finished.Precision) { Derived = whole.Derived };
        }

        next = tokens[next].Word is "and" or "then" or "&" ? next + 1 : next;
        next = tokens[next].Is("then") ? next + 1 : next;
        if (CadencedPhrase.Review(tokens, next) is { } review && atEnd(PastThereafter(review.Next)))
        {
            return Build(text, lead, period) with { ReviewMonths = review.ReviewMonths };
        }

        return CadencePhrase.Read(tokens, next) is { } cadence && atEnd(PastThereafter(cadence.Next))
            ? Repeat(text, lead, period, cadence) : null;
    }

    // "June 2012 (subject to funding)": the date, unless it comes to nothing but waiting. "September 2012 (was June 2012)", "June 2012
    // (revised to September 2012)": the later word counts.
    private TargetDate? Conditional(string text, Lead lead, CalendarPeriod period, int next)
    {
        var at = tokens.SkipMarks(next, ",-;(");
        if (tokens.IsWideGap(at))
        {
            return null;
        }

        if (tokens.AfterAny(at, Conditions) is var condition and > 0 && !atEnd(condition))
        {
            var last = tokens.Count;
            while (last > condition + 1 && tokens[last - 1].Word is "." or "," or ";" or ")")
            {
                last--;
            }

            return Build(text, lead, period) with
            {
                Derived = true,
                Alternatives = [new TargetDate.AfterEvent(text, tokens.Quote(condition, last)) { Derived = true }]
            };
        }

        if (tokens.AfterAny(at, Provisional) is var provisional and > 0 && atEnd(provisional))
        {
            return Build(text, lead, period) with
            {
                Derived = true,
                Alternatives = [new TargetDate.ToBeConfirmed(text) { Derived = true }]
            };
        }

        if (tokens.AfterAny(at, Revised) is var revised and > 0
            && PeriodPhrase.Read(tokens, tokens.SkipMarks(revised, ":-"), planYear) is { Period: { } moved } latest && atEnd(latest.Next))
        {
            return Build(text, lead, moved) with { Derived = true };
        }

        return at > next && tokens.AfterAny(at, Formerly) is var formerly and > 0
            && PeriodPhrase.Read(tokens, formerly, planYear) is { Period: not null } before && atEnd(before.Next)
            ? Build(text, lead, period) with { Derived = true }
            : null;
    }

    // "Original: June 2012 Revised: September 2012": what it was moved to counts, and the first stays in the words alone.
    private TargetDate? Moved(int start, string text) =>
        tokens.AfterAny(start, Original) is var original and > 0
            && PeriodPhrase.Read(tokens, tokens.SkipMarks(original, ":-"), planYear) is { Period: not null } first
        && tokens.AfterAny(tokens.SkipMarks(first.Next, ",-;.()"), Revised) is var revised and > 0
            && PeriodPhrase.Read(tokens, tokens.SkipMarks(revised, ":-"), planYear) is { Period: { } moved } latest && atEnd(latest.Next)
            ? Build(text, Lead.None, moved) with { Derived = true }
            : null;

    private int PastThereafter(int index) =>
        Math.Max(tokens.AfterAny(index, Thereafter), index);

    private static TargetDate Repeat(string text, Lead lead, CalendarPeriod first, Cadence cadence) =>
        Recurring(text, lead, first, cadence) with
        {
            Alternatives = cadence.Or is { } often ? [Recurring(text, lead, first, often) with { Derived = true }]
                : first.Others(other => Recurring(text, lead, other, cadence)),
        };

    private static TargetDate.Recurring Recurring(string text, Lead lead, CalendarPeriod first, Cadence cadence) =>
        new TargetDate.Recurring(
            text,
            Repetition.From(first, cadence),
            lead == Lead.Due ? null : first.Earliest,
            lead == Lead.Starting ? null : first.DueBy,
            first.Precision)
        {
            Derived = first.Derived || lead == Lead.Starting || cadence.Or is not null,
        };

    public static TargetDate Build(string text, Lead lead, CalendarPeriod period) =>
        Of(text, lead, period) with { Alternatives = period.Others(other => Of(text, lead, other)) };

    private static TargetDate Of(string text, Lead lead, CalendarPeriod period) => lead switch
    {
        Lead.Starting or Lead.NotBefore => new TargetDate.Starting(text, period.Earliest, period.Precision) { Derived = period.Derived },
        Lead.After => new TargetDate.Starting(text, period.DueBy.AddDays(1), period.Precision) { Derived = period.Derived },
        Lead.Before => new TargetDate.OnDay(text, null, period.Earliest.AddDays(-1)) { Derived = true },
        _ => period.ToTarget(text, openStart: lead == Lead.Due),
    };
}
