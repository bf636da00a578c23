using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Plans.Proposal;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Documents.Plans.Merging;

/// <summary>
/// Finds which part of a live plan each part of a document is: by number where the words bear it out, then by the words,
/// wherever they stand now. A number alone is enough for a commitment, whose number the plan itself gives, and not for an
/// action, whose number is only its place: what one authority reported must never stand beside what another sentence asks.
/// </summary>
public sealed class PlanMatching
{
    // Of two short sentences that share three words in five one is the other reworded, if they stand under one heading;
    // elsewhere it takes three in four, and in the same place three in ten.
    private const double SaysTheSame = 0.6;
    private const double SaysTheSameElsewhere = 0.75;
    private const double Reworded = 0.3;

    private readonly StandingPlan _live;
    private readonly UnderstoodPlan _read;
    private readonly Dictionary<string, string?> _given;
    private readonly Pairing<UnderstoodTheme, Theme> _themes;
    private readonly Pairing<UnderstoodCommitment, Commitment> _commitments;
    private readonly Pairing<UnderstoodAction, SchemeAction> _actions;
    private readonly Dictionary<object, Wording> _wordings = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<UnderstoodCommitment, UnderstoodTheme> _themeOf = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<UnderstoodAction, UnderstoodCommitment> _commitmentOf = new(ReferenceEqualityComparer.Instance);
    private readonly ILookup<Guid, SchemeAction> _actionsOf;
    private readonly LikenessIndex<Commitment> _commitmentIndex = new();
    private readonly LikenessIndex<SchemeAction> _actionIndex = new();
    private int _comparisons;

    private PlanMatching(StandingPlan live, UnderstoodPlan read, IReadOnlyList<GivenMatch> matches)
    {
        (this._live, this._read) = (live, read);
        _given = matches.DistinctBy(match => match.Reference).ToDictionary(match => match.Reference, match => match.Live);
        _actionsOf = live.Actions.ToLookup(action => action.CommitmentId);
        foreach (var theme in read.Themes)
        {
            foreach (var commitment in theme.Commitments)
            {
                _themeOf[commitment] = theme;
                foreach (var action in commitment.Actions)
                {
                    _commitmentOf[action] = commitment;
                }
            }
        }

        _themes = new(read.Themes, live.Themes);
        _commitments = new(_themeOf.Keys, live.Commitments);
        _actions = new(_commitmentOf.Keys, live.Actions);
    }

    /// <param name="speaks">Which columns the document has: it says nothing of the others, so they stay as they are.</param>
    public static PlanMatch Of(StandingPlan live, UnderstoodPlan read, IReadOnlySet<PlanColumn> speaks, IReadOnlyList<GivenMatch> matches)
    {
        var matching = new PlanMatching(live, read, matches);
        matching.MatchCommitments();
        matching.MatchThemes();
        matching.MatchActions();
        return matching.Pairs(new PlanComparison(live, speaks));
    }

    private void MatchCommitments()
    {
        Given(_commitments, commitment => commitment.Reference, commitment => commitment.Reference, Likeness);
        _commitments.ByKey(Number, Number, Likeness, SaysTheSameElsewhere, MatchedBy.Reference);
        foreach (var commitment in _commitments.Unmet.Where(commitment => commitment.WithdrawnAt is null))
        {
            _commitmentIndex.Add(commitment, Words(commitment));
        }

        _commitments.ByLikeness(commitment => IsNew(commitment.Reference)
            ? [] : _commitmentIndex.Like(Words(commitment), SaysTheSameElsewhere));
        _commitments.ByKey(Number, Number, Likeness, 0, MatchedBy.Reference);

        string? Number(object part) => part switch
        {
            UnderstoodCommitment commitment when !IsNew(commitment.Reference) => commitment.Reference.ToUpperInvariant(),
            Commitment commitment => commitment.Reference.ToUpperInvariant(),
            _ => null,
        };
    }

    private void MatchThemes()
    {
        _themes.ByKey(theme => theme.Number, theme => theme.Number, Likeness, SaysTheSame, MatchedBy.Reference);
        _themes.ByLikeness(theme => _live.Themes.Where(other => other.WithdrawnAt is null).Select(other => (other, Likeness(theme, other)))
            .Where(found => found.Item2 >= SaysTheSame));
        _themes.ByKey(theme => theme.Number, theme => theme.Number, Likeness, 0, MatchedBy.Reference);
        foreach (var theme in _themes.Unread.ToList())
        {
            var most = theme.Commitments.Select(commitment => _commitments[commitment]?.Live.ThemeId).OfType<Guid>().CountBy(id => id)
                .OrderByDescending(count => count.Value).FirstOrDefault();
            if (most.Value * 2 > theme.Commitments.Count && _live.Themes.FirstOrDefault(other => other.Id == most.Key) is { } other
                && _themes.IsOpen(other))
            {
                _themes.Take(theme, other, MatchedBy.Contents, Likeness(theme, other));
            }
        }
    }

    private void MatchActions()
    {
        Given(_actions, action => action.Reference, action => action.Reference, Likeness);
        // Within a commitment first, its withdrawn actions too where the words are the same.
        ByCommitment(withdrawn: false);
        ByCommitment(withdrawn: true);
        _actions.ByLikeness(action => IsNew(action.Reference) || Home(action) is not { } home ? []
            : _actionsOf[home.Id].Where(other => other.WithdrawnAt is null).Select(other => (other, Likeness(action, other)))
                .Where(found => found.Item2 >= SaysTheSame));
        InPlace();
        foreach (var action in _actions.Unmet.Where(action => action.WithdrawnAt is null))
        {
            _actionIndex.Add(action, Words(action));
        }

        _actions.ByLikeness(action => IsNew(action.Reference) ? [] : _actionIndex.Like(Words(action), SaysTheSameElsewhere));
    }

    /// <summary>The same words under the same commitment.</summary>
    private void ByCommitment(bool withdrawn) => _actions.ByKey(
        action => !IsNew(action.Reference) && Home(action) is { } home ? $"{home.Id} {Words(action).Key}" : null,
        action => action.WithdrawnAt is not null == withdrawn ? $"{action.CommitmentId} {Words(action).Key}" : null,
        (_, _) => 1, 1, MatchedBy.Text);

    /// <summary>The same place under the same commitment, where the words are near enough.</summary>
    private void InPlace() => _actions.ByKey(
        action => !IsNew(action.Reference) && Home(action) is { } home ? $"{home.Id} {NumberOf(action.Reference)}" : null,
        action => action.WithdrawnAt is null ? $"{action.CommitmentId} {NumberOf(action.Reference)}" : null,
        Likeness, Reworded, MatchedBy.Reference);

    private Commitment? Home(UnderstoodAction action) => _commitments[_commitmentOf[action]]?.Live;

    private void Given<TRead, TLive>(Pairing<TRead, TLive> pairing, Func<TRead, string> numberOfRead, Func<TLive, string> numberOfLive,
        Func<TRead, TLive, double> likeness)
        where TRead : class
        where TLive : class
    {
        if (_given.Count > 0)
        {
            var byNumber = pairing.Unmet.GroupBy(numberOfLive, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
            foreach (var part in pairing.Unread.ToList())
            {
                if (_given.GetValueOrDefault(numberOfRead(part)) is { } number && byNumber.GetValueOrDefault(number) is { } other
                    && pairing.IsOpen(other))
                {
                    pairing.Take(part, other, MatchedBy.Hand, likeness(part, other));
                }
            }
        }
    }

    /// <summary>A person said that it is in the plan for the first time.</summary>
    private bool IsNew(string reference) => _given.TryGetValue(reference, out var number) && number is null;

    private PlanMatch Pairs(PlanComparison compare)
    {
        var references = References();
        return new PlanMatch(
            [.. _read.Themes.Select(theme => Paired(_themes, theme, PlanComparison.Theme)),
                .. _themes.Unmet.Where(theme => theme.WithdrawnAt is null).Select(Gone<UnderstoodTheme, Theme>)],
            [
                .. _themeOf.Select(commitment => new CommitmentPair(
                    Paired(_commitments, commitment.Key, (a, b) => compare.Commitment(a, b, _themes[commitment.Value]?.Live.Id != b.ThemeId
                        ? commitment.Value.Title : null)), commitment.Value, commitment.Key.Reference)),
                .. _commitments.Unmet.Where(commitment => commitment.WithdrawnAt is null || references[commitment] != commitment.Reference)
                    .Select(commitment => new CommitmentPair(Gone<UnderstoodCommitment, Commitment>(commitment) with {
                        Fields = PlanComparison.GivesWay(commitment, references[commitment]) }, null, references[commitment])),
            ],
            [
                .. _commitmentOf.Select(action => Action(action.Key, action.Value, compare)),
                .. _actions.Unmet.Where(action => action.WithdrawnAt is null)
                    .Select(action => new ActionPair(Gone<UnderstoodAction, SchemeAction>(action), null, [])),
            ])
        {
            Comparisons = _comparisons + _commitmentIndex.Comparisons + _actionIndex.Comparisons,
        };
    }

    private ActionPair Action(UnderstoodAction action, UnderstoodCommitment under, PlanComparison compare)
    {
        if (_actions[action] is not { } pair)
        {
            return new ActionPair(Paired(_actions, action, compare.Action), under, []);
        }

        var moved = _commitments[under]?.Live.Id != pair.Live.CommitmentId ? under.Reference : null;
        var steps = Steps(action, pair.Live, compare);
        return new ActionPair(Paired(_actions, action, (a, b) => [.. compare.Action(a, b), .. compare.Commitment(b, moved)]), under, steps);
    }

    private static List<Pair<UnderstoodMilestone, Milestone>> Steps(UnderstoodAction read, SchemeAction live, PlanComparison compare)
    {
        if (!compare.Speaks(PlanColumn.Milestones) && read.Milestones.Count == 0)
        {
            return [];
        }

        var standing = live.Milestones.Where(step => step.WithdrawnAt is null).OrderBy(step => step.Position).ToList();
        var pairing = new Pairing<UnderstoodMilestone, Milestone>(read.Milestones, standing);
        pairing.ByKey(step => Wording.Of(step.Text).Key, step => Wording.Of(step.Text).Key, (_, _) => 1, 1, MatchedBy.Text);
        pairing.ByLikeness(step => standing.Select(other => (other, Wording.Of(step.Text).LikenessTo(Wording.Of(other.Text))))
            .Where(found => found.Item2 >= SaysTheSame));
        return [.. read.Milestones.Select(step => Paired(pairing, step, PlanComparison.Milestone)),
            .. pairing.Unmet.Select(Gone<UnderstoodMilestone, Milestone>)];
    }

    /// <summary>The references of what the document leaves out: kept, unless it gives the number to another.</summary>
    private Dictionary<Commitment, string> References()
    {
        var taken = _themeOf.Keys.Select(commitment => commitment.Reference).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var kept = new Dictionary<Commitment, string>(ReferenceEqualityComparer.Instance);
        foreach (var commitment in _commitments.Unmet.Where(commitment => !taken.Contains(commitment.Reference)))
        {
            kept[commitment] = commitment.Reference;
            taken.Add(commitment.Reference);
        }

        foreach (var commitment in _commitments.Unmet.Where(commitment => !kept.ContainsKey(commitment)).ToList())
        {
            var stem = commitment.Reference[..Math.Min(commitment.Reference.Length, PlanLimits.Reference - 10)];
            kept[commitment] = Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? $"{stem} (old)" : $"{stem} (old {n})")
                .First(taken.Add);
        }

        return kept;
    }

    private static Pair<TRead, TLive> Paired<TRead, TLive>(Pairing<TRead, TLive> pairing, TRead part,
        Func<TRead, TLive, IReadOnlyList<FieldDifference>> compare)
        where TRead : class
        where TLive : class =>
            pairing[part] is { } pair
                ? new(part, pair.Live, pair.By, pair.Likeness, compare(part, pair.Live)) : new(part, null, null, null, []);

    private static Pair<TRead, TLive> Gone<TRead, TLive>(TLive part)
        where TRead : class
        where TLive : class => new(null, part, null, null, []);

    private double Likeness(UnderstoodTheme a, Theme b) => Compare(Words(a, a.Title), Words(b, b.Title));

    private double Likeness(UnderstoodCommitment a, Commitment b) => Compare(Words(a), Words(b));

    private double Likeness(UnderstoodAction a, SchemeAction b) => Compare(Words(a), Words(b));

    private double Compare(Wording a, Wording b)
    {
        _comparisons++;
        return a.LikenessTo(b);
    }

    /// <summary>What an untitled commitment says is what its actions say.</summary>
    private Wording Words(UnderstoodCommitment commitment) =>
        Words(commitment, commitment.Title ?? string.Join(' ', commitment.Actions.Select(action => action.Text)));

    private Wording Words(Commitment commitment) =>
        Words(commitment, commitment.Title ?? string.Join(' ', _actionsOf[commitment.Id].Select(action => action.Text)));

    private Wording Words(UnderstoodAction action) => Words(action, action.Text);

    private Wording Words(SchemeAction action) => Words(action, action.Text);

    private Wording Words(object part, string text)
    {
        if (!_wordings.TryGetValue(part, out var wording))
        {
            _wordings[part] = wording = Wording.Of(text);
        }

        return wording;
    }

    private static string NumberOf(string reference) => reference[(reference.LastIndexOf('/') + 1)..];
}
