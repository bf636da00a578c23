using PartnershipEquality.Documents.Dates.Phrases;
using PartnershipEquality.Domain.TargetDates;

namespace PartnershipEquality.Documents.Dates;

/// <summary>
/// Reads a cell of several dates that share a year or have labels: "June and December 2011", "Spring/Summer 2012",
/// "Phase 1 March 2012, Phase 2 June 2012", "Draft by May, final by July 2012". A part without a year takes that of its neighbour.
/// </summary>
internal sealed class PhasedCell
{
    private const int LongestLabel = 8;
    private const int MostParts = 24;

    private static readonly PhraseSet Phases = Vocabulary.Phrases("phase", "stage", "step", "tranche", "wave", "part", "milestone", "year",
        "option");

    // These are no labels: what they say is a target, or changes one.
    private static readonly PhraseSet[] OtherTargets =
        [Vocabulary.NoTarget, Vocabulary.ToBeConfirmed, Vocabulary.Varying, Vocabulary.Elsewhere, Vocabulary.Waiting, Vocabulary.Ongoing,
            Vocabulary.InProgress, Vocabulary.Finished];

    private static readonly (PhraseSet Phrases, Func<string, TargetDate> Status)[] Statuses =
    [
        (Vocabulary.ToBeConfirmed, text => new TargetDate.ToBeConfirmed(text)),
        (Vocabulary.Finished, text => new TargetDate.Completed(text)),
        (Vocabulary.InProgress, text => new TargetDate.Ongoing(text) { Derived = true }),
        (Vocabulary.Ongoing, text => new TargetDate.Ongoing(text)),
    ];

    private static readonly PeriodMatch NoDate = new(0, null);

    private readonly Tokens _tokens;
    private readonly PlanYear? _planYear;
    private readonly DatedPhrase _dates;
    private readonly bool _allowLabels;

    private PhasedCell(string text, PlanYear? planYear, bool allowLabels)
    {
        this._allowLabels = allowLabels;
        _tokens = Tokens.Of(text);
        this._planYear = planYear;
        _dates = new DatedPhrase(_tokens, planYear: null, _ => false);
    }

    private enum Joint
    {
        End,
        Next,
        Or,
        Slash,
    }

    /// <summary>A part of the cell: its words, from one token to before another, what leads to its date, and the date.</summary>
    private sealed record Part(int From, int To, bool HasLabel, DatedPhrase.Lead Lead, PeriodMatch Match, Joint Joint,
        Func<string, TargetDate>? Status = null);

    /// <param name="text">The words, all of which must belong to dates or their labels.</param>
    /// <param name="planYear">The year for a cell in which none is written.</param>
    /// <param name="allowLabels">Any plain words may stand before a date, as they do in a cell; otherwise only "phase 1" and the
    /// like.</param>
    public static IReadOnlyList<TargetDate>? Read(string text, PlanYear? planYear, bool allowLabels)
    {
        var cell = new PhasedCell(text, planYear, allowLabels);
        return cell.Parts() is { } parts && cell.Resolve(parts) is { } periods ? cell.Targets(parts, periods) : null;
    }

    private List<Part>? Parts()
    {
        var parts = new List<Part>();
        var index = _tokens.SkipMarks(0, " .,;:()[]-*\u2022");
        while (index < _tokens.Count)
        {
            if (parts.Count == MostParts || PartAt(index) is not { } part)
            {
                return null;
            }

            var (joint, next) = JointAt(part.To);
            if (joint is null)
            {
                return null;
            }

            parts.Add(part with { Joint = joint.Value });
            index = next;
        }

        return parts.Count == 0 ? null : parts;
    }

    private Part? PartAt(int index)
    {
        var isLabelled = AfterNumbering(index) > 0;
        for (var at = isLabelled ? AfterNumbering(index) : index; at < _tokens.Count && at - index <= LongestLabel; at++)
        {
            // The number belongs to the phase: "Phase 1 March 2012" is no first of March.
            if (_tokens.AfterAny(at, Phases) is var phase and > 0 && IsNumbering(_tokens[phase]))
            {
                isLabelled = true;
                at = phase;
                if (StatusAt(_tokens.SkipMarks(phase + 1, ":-(")) is var (status, next))
                {
                    return new Part(index, next, true, DatedPhrase.Lead.None, NoDate, Joint.End, status);
                }

                continue;
            }

            var (lead, start) = _dates.LeadAt(at);
            var match = PeriodPhrase.Read(_tokens, start, null) ?? (start > at ? PeriodPhrase.Read(_tokens, at, null) : null);
            if (match is { IsImpossible: false })
            {
                return new Part(index, match.Next, isLabelled, lead, match, Joint.End);
            }

            var token = _tokens[at];
            if (_allowLabels && match is null && AfterCount(at) is var count and > 0)
            {
                isLabelled = true;
                at = count - 1;
                continue;
            }

            if (match is not null || (!_allowLabels && token.Kind == TokenKind.Word)
                || OtherTargets.Any(phrases => _tokens.AfterAny(at, phrases) > 0) || token.Kind == TokenKind.Number
                    || Vocabulary.IsMeaningful(token.Word)
                        || (token.Kind == TokenKind.Mark && token.Word is not (":" or "-" or "(" or "'" or "\"" or "." or "&")))
            {
                return null;
            }

            isLabelled |= token.Kind == TokenKind.Word && start == at;
        }

        return null;
    }

    // "40 staff by 31/12/19", "50% by March 2012", "1st draft Jan 2011": the number counts, and dates nothing.
    private int AfterCount(int index)
    {
        if (_tokens[index] is not { Kind: TokenKind.Number, Word.Length: <= 5 } number
            || PeriodPhrase.YearIn(_tokens, index) is not null && number.Word.Length == 4)
        {
            return -1;
        }

        if (PeriodPhrase.IsOrdinal(_tokens[index + 1]))
        {
            return IsMatter(index + 2) ? index + 2 : -1;
        }

        var at = _tokens[index + 1].Is("%") ? index + 2 : index + 1;
        while (at - index < LongestLabel && IsMatter(at) && !_tokens[at].Is("by"))
        {
            at++;
        }

        return _tokens[at].Is("by") && !_tokens[index + 1].Glued | _tokens[index + 1].Is("%") ? at : -1;
    }

    private bool IsMatter(int index) =>
        _tokens[index] is { Kind: TokenKind.Word } token && token.Word is not ("day" or "of" or "week" or "half" or "term")
            && !Vocabulary.IsMeaningful(token.Word)
        && Vocabulary.Month(token.Word) == 0 && Vocabulary.SeasonOf(token.Word) == 0;

    // "Phase 1 complete, Phase 2 June 2012"
    private (Func<string, TargetDate> Status, int Next)? StatusAt(int index)
    {
        foreach (var (phrases, status) in Statuses)
        {
            if (_tokens.AfterAny(index, phrases) is var next and > 0 && JointAt(next).Joint is not null)
            {
                return (status, next);
            }
        }

        return null;
    }

    // "1)", "(ii)", "a."
    private int AfterNumbering(int index)
    {
        var at = _tokens[index].Is("(") ? index + 1 : index;
        return IsNumbering(_tokens[at]) && _tokens[at + 1].Word is ")" or "." && !(_tokens[at + 1].Is(".") && _tokens[at + 2].Glued)
            ? at + 2 : -1;
    }

    private static bool IsNumbering(Token token) =>
        token is { Kind: TokenKind.Number, Word.Length: <= 2 } or { Kind: TokenKind.Word, Word.Length: 1 }
            or { Word: "one" or "two" or "three" or "four" or "five" or "ii" or "iii" or "iv" };

    private (Joint? Joint, int Next) JointAt(int index)
    {
        var next = _tokens.SkipMarks(index, ".)]");
        if (next >= _tokens.Count)
        {
            return (Joint.End, next);
        }

        var joint = _tokens[next].Word switch
        {
            "or" => Joint.Or,
            "/" => Joint.Slash,
            "-" when _tokens[next].Glued => Joint.Slash,
            "," or ";" or "and" or "&" or "+" or "then" or "plus" or "-" => Joint.Next,
            _ => (Joint?)null,
        };
        if (joint is null)
        {
            // "Phase 1 March 2012 Phase 2 June 2012", but "2011 June 31" is nothing.
            return ((_tokens[next].Capital && Vocabulary.Month(_tokens[next].Word) == 0) || AfterNumbering(next) > 0
                ? Joint.Next : null, next);
        }

        next = _tokens.SkipMarks(next + 1, ",;-+&");
        while (_tokens[next].Word is "and" or "then" or "or")
        {
            joint = _tokens[next].Is("or") ? Joint.Or : joint;
            next++;
        }

        return (joint, next);
    }

    // From the last to the first, since a year that serves several dates stands after them; what follows the last year comes after it.
    private CalendarPeriod?[]? Resolve(List<Part> parts)
    {
        var periods = new CalendarPeriod?[parts.Count];
        CalendarPeriod? later = null;
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            periods[i] = parts[i].Match.Period ?? (later is null ? null : parts[i].Match.Before(later));
            later = periods[i] ?? later;
        }

        CalendarPeriod? earlier = null;
        for (var i = 0; i < parts.Count; i++)
        {
            periods[i] ??= earlier is null ? parts[i].Match.In(_planYear).Period : parts[i].Match.AfterPeriod(earlier);
            earlier = periods[i] ?? earlier;
            if (periods[i] is null && parts[i].Status is null)
            {
                return null;
            }
        }

        return earlier is null ? null : periods;
    }

    private List<TargetDate> Targets(List<Part> parts, CalendarPeriod?[] periods)
    {
        var targets = new List<TargetDate>();
        for (var i = 0; i < parts.Count; i++)
        {
            var first = parts[i];
            var period = periods[i];
            while (period is not null && i + 1 < parts.Count && periods[i + 1] is { } following
                && IsOneSpan(parts[i], parts[i + 1], period, following) && period.To(following) is { } span)
            {
                // Either of two months is done by the end of the later.
                period = span with { Derived = true };
                i++;
            }

            var text = _tokens.Quote(first.From, _tokens[parts[i].To].Is(")") ? parts[i].To + 1 : parts[i].To);
            targets.Add(period is null ? first.Status!(text) : DatedPhrase.Build(text, first.Lead, period));
        }

        return targets;
    }

    private static bool IsOneSpan(Part part, Part next, CalendarPeriod period, CalendarPeriod following) =>
        !part.HasLabel && !next.HasLabel && next.Lead == DatedPhrase.Lead.None
        && (part.Joint == Joint.Or || (part.Joint == Joint.Slash && following.Earliest == period.DueBy.AddDays(1)));
}
