using PartnershipEquality.Documents.Dates.Phrases;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Documents.Dates;

/// <summary>Reads the target that an opening in a longer text may hold; null when the words there are part of the matter.</summary>
internal sealed class SetOffPhrase(Tokens tokens, Clauses clauses, PlanYear? planYear)
{
    // What plans are for lies near them; "increase visits by 2000" is no year.
    private const int FarFromPlan = 15;

    private const int LongestDeadline = 12;

    // Of a status the words must be all: "(permanent staff)" and "- continuing professional development" are none.
    private static readonly PhraseSet[] Statuses =
        [Vocabulary.Ongoing, Vocabulary.ToBeConfirmed, Vocabulary.Unscheduled, Vocabulary.InProgress, Vocabulary.Finished,
            Vocabulary.Varying];

    public (FoundTarget Target, int Next)? Read(Opening opening) => opening.By switch
    {
        SetOff.Brackets => Whole(opening),
        SetOff.Sentence => AtStart(opening) ?? Whole(opening),
        _ => Shortest(opening) ?? Deadline(opening),
    };

    private (FoundTarget, int)? Whole(Opening opening) =>
        Found(opening, opening.Start, opening.End) is var (found, next, _) ? (found, next) : null;

    // "By autumn 2011, develop ...", "Autumn 2011: develop ..."
    private (FoundTarget, int)? AtStart(Opening opening)
    {
        var isLed = IsLed(opening.Start);
        for (var index = opening.Start + 1; index < opening.End; index++)
        {
            if (tokens[index].Word is ":" || (tokens[index].Is(",") && isLed))
            {
                return Whole(opening with { By = SetOff.Word, End = index });
            }
        }

        return isLed ? Shortest(opening with { By = SetOff.Word }) ?? Deadline(opening) : null;
    }

    // A sentence may follow without a stop: the phrase is over where a capital begins one, unless all of it reads as several targets.
    private (FoundTarget, int)? Shortest(Opening opening)
    {
        for (var end = opening.Start + 1; end <= opening.End; end++)
        {
            if ((end == opening.End || tokens[end].Is(",") || (tokens[end].Capital && tokens[end].Kind == TokenKind.Word))
                && Found(opening, opening.Start, end) is var (found, next, count))
            {
                return Found(opening, opening.Start, opening.End) is var (whole, last, several) && several > count
                    ? (whole, last) : (found, next);
            }
        }

        return null;
    }

    // "by June 2012 and managers by September 2012": whatever follows, a date with its year after "by" is a deadline.
    private (FoundTarget, int)? Deadline(Opening opening)
    {
        if (!IsLed(opening.Start) || tokens[opening.Start].Is("from"))
        {
            return null;
        }

        for (var end = Math.Min(opening.End, opening.Start + LongestDeadline); end > opening.Start + 1; end--)
        {
            var isDated = Enumerable.Range(opening.Start, end - opening.Start)
                .Any(index => tokens[index] is { Kind: TokenKind.Number, Word.Length: 4 });
            if (tokens[end].Kind == TokenKind.Word && isDated && !IsBareYears(opening.Start + 1, end)
                && Found(opening, opening.Start, end) is var (found, next, _))
            {
                return (found, next);
            }
        }

        return null;
    }

    private (FoundTarget Found, int Next, int Count)? Found(Opening opening, int from, int to)
    {
        while (to > from && tokens[to - 1].Word is "," or ";" or ":" or "-" or "and" or "&" or "then")
        {
            to--;
        }

        var text = tokens.Quote(from, to);
        if (text.Length == 0 || TargetDateReader.ReadStrictly(text, planYear) is not { } targets
            || !targets.All(target => IsTarget(opening, target, from, to)))
        {
            return null;
        }

        return (new FoundTarget(tokens[from].Start, text.Length, text,
            [.. targets.DistinctBy(target => (target.Kind, target.DueBy, target.Recurrence))]), to, targets.Count);
    }

    private bool IsTarget(Opening opening, TargetDate target, int from, int to) => target switch
    {
        TargetDate.None or TargetDate.Unreadable or TargetDate.SeeElsewhere => false,
        TargetDate.AfterEvent => to == opening.End && (opening.By == SetOff.Dash || tokens[from].Is("within")),
        TargetDate.Varies => opening.By == SetOff.Dash && IsStatus(from, to),
        TargetDate.ToBeConfirmed or TargetDate.Completed => IsStatus(from, to),
        TargetDate.Ongoing =>
            target.Earliest is not null || IsStatus(from, to)
                || (target.ReviewMonths is not null && opening.By is SetOff.Dash or SetOff.Brackets),
        TargetDate.Recurring when target.DueBy is null && target.Earliest is null && target.Derived =>
            opening.By is SetOff.Dash or SetOff.Brackets,
        _ => IsNear(target) && IsSetOff(opening, from, to) && !NamesAClass(from),
    };

    private bool IsSetOff(Opening opening, int from, int to)
    {
        if (opening.By == SetOff.Brackets)
        {
            // "Staff survey (May 2011) shows": a date in the middle of its sentence says which.
            var isLast = to >= tokens.Count || tokens[to].Kind == TokenKind.Mark || tokens[to].Capital || tokens[to].Word is "and" or "then"
                || tokens.IsWideGap(to);
            return IsLed(from + 1) || (isLast && !IsBareYears(from, to));
        }

        if (opening.By == SetOff.Word || IsLed(from))
        {
            return !(tokens[from].Is("from") && IsBareYears(from + 1, to));
        }

        var isBetweenDashes = opening.By == SetOff.Dash && tokens[to].Is("-") && !tokens[to + 1].Capital;
        return !isBetweenDashes && !IsBareYears(from, to) && !clauses.IsTemporal(from - 2);
    }

    private bool IsLed(int index) =>
        tokens[index].Word is "by" or "until" or "till" or "from" or "before"
            || (tokens[index].Word is "no" or "not" && tokens[index + 1].Is("later"));

    private bool IsStatus(int from, int to)
    {
        var start = tokens.SkipMarks(from, "( ");
        return Statuses.Any(phrases => tokens.AfterAny(start, phrases) is var after and > 0 && tokens.SkipMarks(after, ").!") >= to);
    }

    private bool IsNear(TargetDate target) =>
        planYear is not { } plan || (target.DueBy ?? target.Earliest) is not { } day
            || Math.Abs(day.Year - plan.StartingYear) <= FarFromPlan;

    // "Work with schools (Year 5)" is about pupils.
    private bool NamesAClass(int from) =>
        tokens[tokens.SkipMarks(from, "(")].Word is "year" or "years" or "yr" or "yrs"
            && tokens[tokens.SkipMarks(from, "(") + 1].Word.Length == 1;

    // "(2010)" and "(2021-2025)" cite an act or a plan.
    private bool IsBareYears(int from, int to) =>
        Enumerable.Range(from, Math.Max(to - from, 0)).All(index => tokens[index].Kind != TokenKind.Word)
        && Enumerable.Range(from, Math.Max(to - from, 0)).Count(index => tokens[index].Kind == TokenKind.Number) < 3;
}
