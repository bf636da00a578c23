using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Documents.Dates.Phrases;

/// <summary>Reads one target out of one text, which must be all about it; null when it cannot.</summary>
internal sealed class TargetPhrase
{
    private const string Edges = " .,;:()[]-\"'*!\u2022&";
    private static readonly PhraseSet Connectives = Vocabulary.Phrases("and", "then", "and then", "plus", "and also", "with");
    private static readonly PhraseSet Noted = Vocabulary.Phrases("reviewed", "last reviewed", "updated", "last updated", "refreshed",
        "revised", "completed", "published");

    private readonly string _text;
    private readonly Tokens _tokens;
    private readonly PlanYear? _planYear;
    private readonly int _start;

    private TargetPhrase(string text, PlanYear? planYear)
    {
        this._text = text;
        this._planYear = planYear;
        _tokens = Tokens.Of(text);
        _start = _tokens.SkipMarks(0, Edges);
        _start = _tokens.SkipMarks(Math.Max(_tokens.AfterAny(_start, Connectives), _start), Edges);
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
        if (_start >= _tokens.Count)
        {
            // A lone dash in a cell is how people leave it blank.
            return _tokens.Count > 0 && Enumerable.Range(0, _tokens.Count).All(index => _tokens[index].Word is "-")
                ? new TargetDate.None(_text) : null;
        }

        var dates = new DatedPhrase(_tokens, _planYear, AtEnd);
        return _tokens.AfterAny(_start, Vocabulary.NoTarget) is var none and > 0 && AtEnd(none) ? new TargetDate.None(_text)
            : Opens(Vocabulary.ToBeConfirmed) ? new TargetDate.ToBeConfirmed(_text)
            : IsCompleted(isAlone) ? new TargetDate.Completed(_text)
            : Opens(Vocabulary.Varying) || IsVariedWithNote() ? new TargetDate.Varies(_text)
            : IsWhole(Vocabulary.InProgress) ? new TargetDate.Ongoing(_text) { Derived = true }
            : IsWhole(Vocabulary.Unscheduled) ? new TargetDate.ToBeConfirmed(_text) { Derived = true }
            : Elsewhere()
            ?? dates.Read(_start, _text)
            ?? GoesOn()
            ?? Ends()
            ?? new CadencedPhrase(_tokens, _planYear, AtEnd, IsPlain).Read(_start, _text)
            ?? (TargetDate?)Delayed()
            ?? Waits(isAlone);
    }

    private bool Opens(PhraseSet phrases) => _tokens.AfterAny(_start, phrases) is var after and > 0 && IsPlain(after, _tokens.Count);

    private bool IsWhole(PhraseSet phrases) => _tokens.AfterAny(_start, phrases) is var after and > 0 && AtEnd(after);

    // "As appropriate - reviewed April 2014 for new website": the date is of what was done, and nothing is due on it.
    private bool IsVariedWithNote()
    {
        var after = _tokens.AfterAny(_start, Vocabulary.Varying);
        var note = after > 0 ? _tokens.SkipMarks(after, ",-;:(") : -1;
        return note > after && _tokens.AfterAny(note, Noted) is var noted and > 0
            && PeriodPhrase.Read(_tokens, _tokens[noted].Word is "in" or "on" ? noted + 1 : noted, _planYear) is { Period: not null } when
            && IsPlain(when.Next, _tokens.Count)
            && !Enumerable.Range(when.Next, Math.Max(_tokens.Count - when.Next, 0))
                .Any(index => _tokens.AfterAny(index, Vocabulary.Varying) > 0);
    }

    private bool IsCompleted(bool isAlone)
    {
        var after = _tokens.AfterAny(_start, Vocabulary.Finished);
        if (after > 0 && !_tokens[after].Is("by"))
        {
            after = _tokens.SkipMarks(_tokens[after].Word is "in" or "on" ? after + 1 : after, "-:,(");
            return AtEnd(after) || (PeriodPhrase.Read(_tokens, after, _planYear) is { Period: not null } when && AtEnd(when.Next));
        }

        var last = _tokens.Count - 1;
        while (last > _start && _tokens[last].Kind == TokenKind.Mark)
        {
            last--;
        }

        if (_tokens.After(last, ["completed"]) < 0 && _tokens.After(last, ["complete"]) < 0)
        {
            return false;
        }

        if (PeriodPhrase.Read(_tokens, _start, _planYear) is { Period: not null } date && _tokens.SkipMarks(date.Next, Edges) == last)
        {
            return true;
        }

        var years = Enumerable.Range(_start, last - _start).Count(index => _tokens[index] is { Kind: TokenKind.Number, Word.Length: 4 });
        return isAlone && years <= 1
            && !Enumerable.Range(_start, last - _start).Any(index => CadencedPhrase.Review(_tokens, index) is not null)
            && _tokens[last - 1].Word is not ("be" or "not" or "until" or "till" or "when" or "once" or "is" or "are" or "if" or "yet"
                or "after" or "fully" or "to" or "by" or "partially" or "part" or "been");
    }

    private TargetDate.SeeElsewhere? Elsewhere()
    {
        var after = _tokens.AfterAny(_start, Vocabulary.Elsewhere);
        if (after > 0 && !AtEnd(after) && !Names(after, _tokens.Count))
        {
            return new TargetDate.SeeElsewhere(_text, Rest(after));
        }

        var last = _tokens.Count - 1;
        return last - _start is >= 1 and <= 8 && _tokens[last].Word is "timescales" or "timescale" or "timetable"
            && IsPlain(_start, _tokens.Count)
            ? new TargetDate.SeeElsewhere(_text, Rest(_start))
            : null;
    }

    private TargetDate.Ongoing? GoesOn()
    {
        var after = _tokens.AfterAny(_start, Vocabulary.Ongoing);
        if (after < 0)
        {
            return _tokens[_start].Is("thereafter") && AtEnd(_start + 1) ? new TargetDate.Ongoing(_text) : null;
        }

        after = _tokens[after].Is("thereafter") ? after + 1 : after;
        if (IsPlain(after, _tokens.Count))
        {
            return GoingOn(after);
        }

        after = _tokens.SkipMarks(after, ",-;:(");
        if (_tokens[after].Word is "from" or "since" or "starting" or "commencing"
            && PeriodPhrase.Read(_tokens, after + 1, _planYear) is { Period: { } from } begun && AtEnd(begun.Next))
        {
            return new TargetDate.Ongoing(_text, from.Earliest, from.Precision) { Derived = from.Derived };
        }

        after = _tokens[after].Word is "and" or "with" ? after + 1 : after;
        return CadencedPhrase.Review(_tokens, after) is { } review && IsPlain(review.Next, _tokens.Count)
            ? new TargetDate.Ongoing(_text) { ReviewMonths = review.ReviewMonths }
            : null;
    }

    // "Throughout the year" goes on, but the plan's year has an end that may be meant as a date.
    private TargetDate.Ongoing GoingOn(int after) =>
        _tokens[after - 1].Is("year") && _planYear is { StartingYear: >= PeriodPhrase.FirstYear and < PeriodPhrase.LastYear } plan
            ? new TargetDate.Ongoing(_text)
            {
                Derived = true,
                Alternatives = [
                    (CalendarPeriod.OfFinancialYear(plan.StartingYear) with { Derived = true }).ToTarget(_text, openStart: false)]
            }
            : new TargetDate.Ongoing(_text);

    // "On-going until March 2012": its end is a day by which it is over, though nobody wrote "due".
    private TargetDate? Ends()
    {
        var after = _tokens.SkipMarks(_tokens.AfterAny(_start, Vocabulary.Ongoing), ",-;:(");
        return after > 0 && _tokens[after].Word is "until" or "till" or "to"
            && PeriodPhrase.Read(_tokens, after + 1, _planYear) is { Period: { } until } ended && AtEnd(ended.Next)
            ? (until with { Derived = true }).ToTarget(_text, openStart: true)
            : null;
    }

    private TargetDate.AfterEvent? Waits(bool isAlone)
    {
        var after = _tokens.AfterAny(_start, Vocabulary.Waiting);
        if (after > 0)
        {
            return AtEnd(after) || (!isAlone && Names(after, _tokens.Count)) ? null : new TargetDate.AfterEvent(_text, Rest(after));
        }

        // "Published within a month of approval", "3 months after adoption"
        for (var index = _start; index < _tokens.Count; index++)
        {
            if (DelayPhrase.Read(_tokens, index) is { } delay && IsPlain(_start, index) && !AtEnd(delay.Next)
                && !Names(delay.Next, _tokens.Count))
            {
                return new TargetDate.AfterEvent(_text, Rest(delay.Next));
            }
        }

        return null;
    }

    // "Within 3 months of April 2012"
    private TargetDate.OnDay? Delayed() =>
        DelayPhrase.Read(_tokens, _start) is { } delay && PeriodPhrase.Read(_tokens, delay.Next, _planYear) is { Period: { } period } from
            && AtEnd(from.Next)
            ? delay.After(period, _text)
            : null;

    // One date in a sentence of plain words: "Agree specific action by March 2013".
    private TargetDate? Sentence()
    {
        // "As appropriate - reviewed April 2014": whatever stands behind such words is a note on them.
        if (_tokens.AfterAny(_start, Vocabulary.Varying) is var varying and > 0 && _tokens.SkipMarks(varying, ",-;:(") > varying)
        {
            return null;
        }

        for (var index = _start; index < _tokens.Count; index++)
        {
            if (_tokens.AfterAny(index, Vocabulary.Ongoing) is var goesOn and > 0 && AtEnd(goesOn) && IsPlain(_start, index))
            {
                return GoingOn(goesOn);
            }

            if (PeriodPhrase.Read(_tokens, index, _planYear) is not { } match)
            {
                continue;
            }

            var isCompletion = _tokens[index - 1].Is("by") && _tokens[index - 2].Word is "completed" or "complete";
            if (match.Period is not { } period || !IsPlain(_start, isCompletion ? index - 2 : index) || !IsPlain(match.Next, _tokens.Count))
            {
                return null;
            }

            var before = _tokens[index - 1];
            var isDue = before.Word is "by" or "due" or "than" or "to";
            var isSetOff = index == _start || before.Kind == TokenKind.Mark;
            var isClear = before.Word is "by" or "due" or "in"
                || (isSetOff && (AtEnd(match.Next) || _tokens[match.Next].Kind == TokenKind.Mark));
            var target = period.ToTarget(_text, openStart: isDue && index > _start);
            return isClear && !_tokens[_tokens.Count - 1].Is("?") ? target : target with { Derived = true };
        }

        return null;
    }

    private string Rest(int index)
    {
        var last = _tokens.Count;
        while (last > index + 1 && _tokens[last - 1].Word is "." or "," or ";" or ")")
        {
            last--;
        }

        return _tokens.Quote(index, last);
    }

    private bool AtEnd(int index) => _tokens.SkipMarks(index, Edges) >= _tokens.Count;

    /// <summary>No word there would change when the thing is due.</summary>
    private bool IsPlain(int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            var token = _tokens[index];
            var isTitle = token.Is("annual") && _tokens[index + 1].Is("report");
            if ((Vocabulary.IsMeaningful(token.Word) && !isTitle)
                || _tokens.After(index, ["on", "going"]) > 0
                || (token.Kind == TokenKind.Number && !(token.Glued && _tokens[index - 1].Kind == TokenKind.Word)))
            {
                return false;
            }
        }

        return !Names(from, to);
    }

    /// <summary>A month, a season or a year stands there.</summary>
    private bool Names(int from, int to) =>
        Enumerable.Range(from, Math.Max(to - from, 0)).Any(index =>
            (Vocabulary.Month(_tokens[index].Word) > 0
                && (_tokens[index].Capital || _tokens[index].Word is not ("may" or "march" or "mar")))
            || Vocabulary.SeasonOf(_tokens[index].Word) > 0
            || _tokens[index] is { Kind: TokenKind.Number, Word: ['1', '9', _, _] or ['2', '0', _, _] });
}
