using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Documents.Dates.Phrases;

/// <summary>Reads one target out of one text, which must be all about it; null when it cannot.</summary>
internal sealed class TargetPhrase
{
    private const string Edges = " .,;:()[]-\"'*!\u2022&";
    private static readonly PhraseSet Connectives = Vocabulary.Phrases("and", "then", "and then", "plus", "and also", "with");
    private static readonly PhraseSet Noted = Vocabulary.Phrases("reviewed", "last reviewed", "updated", "last updated", "refreshed", "revised", "completed", "published");

    private readonly string text;
    private readonly Tokens tokens;
    private readonly PlanYear? planYear;
    private readonly int start;

    private TargetPhrase(string text, PlanYear? planYear)
    {
        this.text = text;
        this.planYear = planYear;
        tokens = Tokens.Of(text);
        start = tokens.SkipMarks(0, Edges);
        start = tokens.SkipMarks(Math.Max(tokens.AfterAny(start, Connectives), start), Edges);
    }

    /// <param name="text">The words, quoted whole in what is read.</param>
    /// <param name="planYear">The year for dates without one.</param>
    /// <param name="isAlone">Nothing suggests that the text holds several targets, so one date may be picked out of a sentence.</param>
    public static TargetDate? Read(string text, PlanYear? planYear, bool isAlone)
    {
        var phrase = new TargetPhrase(text, planYear);
        return phrase.Whole(isAlone) ?? (isAlone ? phrase.Sentence() : null);
    }

    private TargetDate? Whole(bool isAlone)
    {
        if (start >= tokens.Count)
        {
            // A lone dash in a cell is how people leave it blank.
            return tokens.Count > 0 && Enumerable.Range(0, tokens.Count).All(index => tokens[index].Word is "-") ? new TargetDate.None(text) : null;
        }

        var dates = new DatedPhrase(tokens, planYear, AtEnd);
        return tokens.AfterAny(start, Vocabulary.NoTarget) is var none and > 0 && AtEnd(none) ? new TargetDate.None(text)
            : Opens(Vocabulary.ToBeConfirmed) ? new TargetDate.ToBeConfirmed(text)
            : IsCompleted(isAlone) ? new TargetDate.Completed(text)
            : Opens(Vocabulary.Varying) || IsVariedWithNote() ? new TargetDate.Varies(text)
            : IsWhole(Vocabulary.InProgress) ? new TargetDate.Ongoing(text) { Derived = true }
            : IsWhole(Vocabulary.Unscheduled) ? new TargetDate.ToBeConfirmed(text) { Derived = true }
            : Elsewhere()
            ?? dates.Read(start, text)
            ?? GoesOn()
            ?? Ends()
            ?? new CadencedPhrase(tokens, planYear, AtEnd, IsPlain).Read(start, text)
            ?? (TargetDate?)Delayed()
            ?? Waits(isAlone);
    }

    private bool Opens(PhraseSet phrases) => tokens.AfterAny(start, phrases) is var after and > 0 && IsPlain(after, tokens.Count);

    private bool IsWhole(PhraseSet phrases) => tokens.AfterAny(start, phrases) is var after and > 0 && AtEnd(after);

    // "As appropriate - reviewed April 2014 for new website": the date is of what was done, and nothing is due on it.
    private bool IsVariedWithNote()
    {
        var after = tokens.AfterAny(start, Vocabulary.Varying);
        var note = after > 0 ? tokens.SkipMarks(after, ",-;:(") : -1;
        return note > after && tokens.AfterAny(note, Noted) is var noted and > 0
            && PeriodPhrase.Read(tokens, tokens[noted].Word is "in" or "on" ? noted + 1 : noted, planYear) is { Period: not null } when
            && IsPlain(when.Next, tokens.Count)
            && !Enumerable.Range(when.Next, Math.Max(tokens.Count - when.Next, 0)).Any(index => tokens.AfterAny(index, Vocabulary.Varying) > 0);
    }

    private bool IsCompleted(bool isAlone)
    {
        var after = tokens.AfterAny(start, Vocabulary.Finished);
        if (after > 0 && !tokens[after].Is("by"))
        {
            after = tokens.SkipMarks(tokens[after].Word is "in" or "on" ? after + 1 : after, "-:,(");
            return AtEnd(after) || (PeriodPhrase.Read(tokens, after, planYear) is { Period: not null } when && AtEnd(when.Next));
        }

        var last = tokens.Count - 1;
        while (last > start && tokens[last].Kind == TokenKind.Mark)
        {
            last--;
        }

        if (tokens.After(last, ["completed"]) < 0 && tokens.After(last, ["complete"]) < 0)
        {
            return false;
        }

        if (PeriodPhrase.Read(tokens, start, planYear) is { Period: not null } date && tokens.SkipMarks(date.Next, Edges) == last)
        {
            return true;
        }

        var years = Enumerable.Range(start, last - start).Count(index => tokens[index] is { Kind: TokenKind.Number, Word.Length: 4 });
        return isAlone && years <= 1
            && !Enumerable.Range(start, last - start).Any(index => CadencedPhrase.Review(tokens, index) is not null)
            && tokens[last - 1].Word is not ("be" or "not" or "until" or "till" or "when" or "once" or "is" or "are" or "if" or "yet" or "after" or "fully" or "to" or "by" or "partially" or "part" or "been");
    }

    private TargetDate.SeeElsewhere? Elsewhere()
    {
        var after = tokens.AfterAny(start, Vocabulary.Elsewhere);
        if (after > 0 && !AtEnd(after) && !Names(after, tokens.Count))
        {
            return new TargetDate.SeeElsewhere(text, Rest(after));
        }

        var last = tokens.Count - 1;
        return last - start is >= 1 and <= 8 && tokens[last].Word is "timescales" or "timescale" or "timetable" && IsPlain(start, tokens.Count)
            ? new TargetDate.SeeElsewhere(text, Rest(start))
            : null;
    }

    private TargetDate.Ongoing? GoesOn()
    {
        var after = tokens.AfterAny(start, Vocabulary.Ongoing);
        if (after < 0)
        {
            return tokens[start].Is("thereafter") && AtEnd(start + 1) ? new TargetDate.Ongoing(text) : null;
        }

        after = tokens[after].Is("thereafter") ? after + 1 : after;
        if (IsPlain(after, tokens.Count))
        {
            return GoingOn(after);
        }

        after = tokens.SkipMarks(after, ",-;:(");
        if (tokens[after].Word is "from" or "since" or "starting" or "commencing" && PeriodPhrase.Read(tokens, after + 1, planYear) is { Period: { } from } begun && AtEnd(begun.Next))
        {
            return new TargetDate.Ongoing(text, from.Earliest, from.Precision) { Derived = from.Derived };
        }

        after = tokens[after].Word is "and" or "with" ? after + 1 : after;
        return CadencedPhrase.Review(tokens, after) is { } review && IsPlain(review.Next, tokens.Count)
            ? new TargetDate.Ongoing(text) { ReviewMonths = review.ReviewMonths }
            : null;
    }

    // "Throughout the year" goes on, but the plan's year has an end that may be meant as a date.
    private TargetDate.Ongoing GoingOn(int after) =>
        tokens[after - 1].Is("year") && planYear is { StartingYear: >= PeriodPhrase.FirstYear and < PeriodPhrase.LastYear } plan
            ? new TargetDate.Ongoing(text) { Derived = true, Alternatives = [(CalendarPeriod.OfFinancialYear(plan.StartingYear) with { Derived = true }).ToTarget(text, openStart: false)] }
            : new TargetDate.Ongoing(text);

    // "On-going until March 2012": its end is a day by which it is over, though nobody wrote "due".
    private TargetDate? Ends()
    {
        var after = tokens.SkipMarks(tokens.AfterAny(start, Vocabulary.Ongoing), ",-;:(");
        return after > 0 && tokens[after].Word is "until" or "till" or "to" && PeriodPhrase.Read(tokens, after + 1, planYear) is { Period: { } until } ended && AtEnd(ended.Next)
            ? (until with { Derived = true }).ToTarget(text, openStart: true)
            : null;
    }

    private TargetDate.AfterEvent? Waits(bool isAlone)
    {
        var after = tokens.AfterAny(start, Vocabulary.Waiting);
        if (after > 0)
        {
            return AtEnd(after) || (!isAlone && Names(after, tokens.Count)) ? null : new TargetDate.AfterEvent(text, Rest(after));
        }

        // "Published within a month of approval", "3 months after adoption"
        for (var index = start; index < tokens.Count; index++)
        {
            if (DelayPhrase.Read(tokens, index) is { } delay && IsPlain(start, index) && !AtEnd(delay.Next) && !Names(delay.Next, tokens.Count))
            {
                return new TargetDate.AfterEvent(text, Rest(delay.Next));
            }
        }

        return null;
    }

    // "Within 3 months of April 2012"
    private TargetDate.OnDay? Delayed() =>
        DelayPhrase.Read(tokens, start) is { } delay && PeriodPhrase.Read(tokens, delay.Next, planYear) is { Period: { } period } from && AtEnd(from.Next)
            ? delay.After(period, text)
            : null;

    // One date in a sentence of plain words: "Agree specific action by March 2013".
    private TargetDate? Sentence()
    {
        // "As appropriate - reviewed April 2014": whatever stands behind such words is a note on them.
        if (tokens.AfterAny(start, Vocabulary.Varying) is var varying and > 0 && tokens.SkipMarks(varying, ",-;:(") > varying)
        {
            return null;
        }

        for (var index = start; index < tokens.Count; index++)
        {
            if (tokens.AfterAny(index, Vocabulary.Ongoing) is var goesOn and > 0 && AtEnd(goesOn) && IsPlain(start, index))
            {
                return GoingOn(goesOn);
            }

            if (PeriodPhrase.Read(tokens, index, planYear) is not { } match)
            {
                continue;
            }

            var isCompletion = tokens[index - 1].Is("by") && tokens[index - 2].Word is "completed" or "complete";
            if (match.Period is not { } period || !IsPlain(start, isCompletion ? index - 2 : index) || !IsPlain(match.Next, tokens.Count))
            {
                return null;
            }

            var before = tokens[index - 1];
            var isDue = before.Word is "by" or "due" or "than" or "to";
            var isSetOff = index == start || before.Kind == TokenKind.Mark;
            var isClear = before.Word is "by" or "due" or "in" || (isSetOff && (AtEnd(match.Next) || tokens[match.Next].Kind == TokenKind.Mark));
            var target = period.ToTarget(text, openStart: isDue && index > start);
            return isClear && !tokens[tokens.Count - 1].Is("?") ? target : target with { Derived = true };
        }

        return null;
    }

    private string Rest(int index)
    {
        var last = tokens.Count;
        while (last > index + 1 && tokens[last - 1].Word is "." or "," or ";" or ")")
        {
            last--;
        }

        return tokens.Quote(index, last);
    }

    private bool AtEnd(int index) => tokens.SkipMarks(index, Edges) >= tokens.Count;

    /// <summary>No word there would change when the thing is due.</summary>
    private bool IsPlain(int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            var token = tokens[index];
            var isTitle = token.Is("annual") && tokens[index + 1].Is("report");
            if ((Vocabulary.IsMeaningful(token.Word) && !isTitle)
                || tokens.After(index, ["on", "going"]) > 0
                || (token.Kind == TokenKind.Number && !(token.Glued && tokens[index - 1].Kind == TokenKind.Word)))
            {
                return false;
            }
        }

        return !Names(from, to);
    }

    /// <summary>A month, a season or a year stands there.</summary>
    private bool Names(int from, int to) =>
        Enumerable.Range(from, Math.Max(to - from, 0)).Any(index =>
            (Vocabulary.Month(tokens[index].Word) > 0 && (tokens[index].Capital || tokens[index].Word is not ("may" or "march" or "mar")))
            || Vocabulary.SeasonOf(tokens[index].Word) > 0
            || tokens[index] is { Kind: TokenKind.Number, Word: ['1', '9', _, _] or ['2', '0', _, _] });
}
