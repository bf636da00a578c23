namespace PartnershipEquality.Domain.TargetDates;

/// <summary>Reads the target that an opening in a longer text may hold; null when the words there are part of the matter.</summary>
internal sealed class SetOffPhrase(Tokens tokens, Clauses clauses, PlanYear? planYear)
{
    private static readonly string[][] Soon = Vocabulary.Phrases("as soon as", "asap");

    // What plans are for lies near them; "increase visits by 2000" is no year.
    private const int FarFromPlan = 15;

    public (FoundTarget Target, int Next)? Read(Opening opening) => opening.By switch
    {
        SetOff.Brackets => Whole(opening),
        SetOff.Sentence => AtStart(opening) ?? Whole(opening),
        _ => Shortest(opening),
    };

    private (FoundTarget, int)? Whole(Opening opening) => Found(opening, opening.Start, opening.End);

    // "By autumn 2011, develop ...", "Autumn 2011: develop ..."
    private (FoundTarget, int)? AtStart(Opening opening)
    {
        for (var index = opening.Start + 1; index < opening.End; index++)
        {
            if (tokens[index].Word is ":" || (tokens[index].Is(",") && tokens[opening.Start].Word is "by" or "from" or "until" or "before" or "no"))
            {
                return Found(opening with { By = SetOff.Word }, opening.Start, index);
            }
        }

        return clauses.OpeningAt(opening.End) is null && tokens[opening.Start].Word is "by" or "from" or "until"
            ? Shortest(opening with { By = SetOff.Word })
            : null;
    }

    // A sentence may follow without a stop: the phrase is over where a capital begins one, unless all of it reads as several targets.
    private (FoundTarget, int)? Shortest(Opening opening)
    {
        for (var end = opening.Start + 1; end <= opening.End; end++)
        {
            if ((end == opening.End || (tokens[end].Capital && tokens[end].Kind == TokenKind.Word)) && Found(opening, opening.Start, end) is { } found)
            {
                return Found(opening, opening.Start, opening.End) is var (whole, next) && whole.Targets.Count > found.Item1.Targets.Count ? (whole, next)
                    : found;
            }
        }

        return null;
    }

    private (FoundTarget, int)? Found(Opening opening, int from, int to)
    {
        while (to > from && tokens[to - 1].Word is "," or ";" or ":" or "-")
        {
            to--;
        }

        var text = tokens.Quote(from, to);
        if (text.Length == 0 || TargetDateReader.ReadStrictly(text, planYear) is not { } targets || !targets.All(target => IsTarget(opening, target, from, to)))
        {
            return null;
        }

        return (new FoundTarget(tokens[from].Start, text.Length, text, [.. targets.DistinctBy(target => (target.Kind, target.DueBy, target.Recurrence))]), to);
    }

    private bool IsTarget(Opening opening, TargetDate target, int from, int to)
    {
        var isLed = opening.By == SetOff.Word || tokens[from].Word is "by" or "until" or "from";
        return target switch
        {
            TargetDate.None or TargetDate.Unreadable or TargetDate.SeeElsewhere => false,
            TargetDate.AfterEvent => opening.By == SetOff.Dash || tokens[from].Is("within"),
            TargetDate.Varies => opening.By == SetOff.Dash,
            TargetDate.ToBeConfirmed => opening.By != SetOff.Word || tokens.AfterAny(from, Soon) > 0,
            TargetDate.Ongoing or TargetDate.Completed => true,
            _ => IsNear(target)
                && (opening.By == SetOff.Brackets ? !IsBareYears(from, to) && (isLed || clauses.Ends(to) || tokens[to].Capital)
                    : isLed ? !(tokens[from].Is("from") && IsBareYears(from + 1, to))
                    : !IsBareYears(from, to) && !clauses.IsTemporal(from - 2)),
        };
    }

    private bool IsNear(TargetDate target) =>
        planYear is not { } plan || (target.DueBy ?? target.Earliest) is not { } day || Math.Abs(day.Year - plan.StartingYear) <= FarFromPlan;

    // "(2010)" and "(2021-2025)" cite an act or a plan.
    private bool IsBareYears(int from, int to) =>
        Enumerable.Range(from, Math.Max(to - from, 0)).All(index => tokens[index].Kind != TokenKind.Word)
        && Enumerable.Range(from, Math.Max(to - from, 0)).Count(index => tokens[index].Kind == TokenKind.Number) < 3;
}
