using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Plans.Rows;
using PartnershipEquality.Documents.Words;

namespace PartnershipEquality.Documents.Plans.Proposal;

/// <summary>Puts rows together into themes, commitments and actions, in the order in which they first appear.</summary>
internal sealed class TemplateAssembly(ProblemList problems)
{
    private readonly List<TemplateTheme> _themes = [];
    private readonly Dictionary<string, TemplateTheme> _themesByNumber = [];
    private readonly Dictionary<string, TemplateTheme> _themesByTitle = [];
    private readonly Dictionary<string, TemplateCommitment> _commitments = [];
    private TemplateTheme? _theme;
    private TemplateCommitment? _commitment;

    public void Add(TemplateRow row)
    {
        _theme = ThemeOf(row);
        if (NamesNothing(row))
        {
            problems.Error(row.Number, null, "row-without-commitment", "The row names neither a commitment nor an action.",
                "Give a reference or an action, or remove the row.");
            return;
        }
        _commitment = _theme is null ? null : CommitmentOf(row, _theme);
        _commitment?.AddAction(row, problems);
    }

    public PlanProposal Finish()
    {
        foreach (var commitment in _commitments.Values)
        {
            foreach (var related in commitment.Related.Where(related => !_commitments.ContainsKey(KeyOf(related))))
            {
                problems.Warning(commitment.SourceRow, CanonicalColumns.RelatedCommitments, "related-commitment-unknown",
                    $"The plan has no commitment {ProblemList.Quote(related)}.",
                        "Correct the reference, or leave it as a note to the reader.");
            }
        }
        return new PlanProposal([.. _themes.Select(theme => theme.ToProposal())]);
    }

    private TemplateTheme? ThemeOf(TemplateRow row)
    {
        var number = row[CanonicalColumns.ThemeNumber];
        var title = row[CanonicalColumns.Theme];
        if (number.Length == 0 && title.Length == 0)
        {
            if (_theme is null)
            {
                problems.Error(row.Number, CanonicalColumns.Theme, "theme-missing",
                    "The row has no theme, and no row above it to carry on from.",
                    "Give the theme's title.");
            }
            return _theme;
        }
        var theme = Known(number, title);
        if (theme is null)
        {
            theme = new TemplateTheme(CellText.OrNull(number), title);
            _themes.Add(theme);
            _themesByNumber.TryAdd(KeyOf(number), theme);
            if (title.Length == 0)
            {
                problems.Error(row.Number, CanonicalColumns.Theme, "theme-missing",
                    $"Theme {ProblemList.Quote(number)} has no title where it first appears.",
                    "Give the theme's title.");
            }
        }
        else if (!theme.Accepts(title))
        {
            problems.Warning(row.Number, CanonicalColumns.Theme, "theme-title-differs",
                $"Theme {theme.Number} is called {ProblemList.Quote(theme.Title)} above and {ProblemList.Quote(title)} here; the first " +
                "is taken.",
                "Use one title, or another number.");
        }
        _themesByTitle.TryAdd(TitleVariants.KeyOf(title), theme);
        theme.Label ??= CellText.OrNull(row[CanonicalColumns.ThemeLabel]);
        return theme;
    }

    private TemplateTheme? Known(string number, string title)
    {
        if (number.Length > 0)
        {
            return _themesByNumber.GetValueOrDefault(KeyOf(number));
        }
        return _theme?.IsCalled(title) == true ? _theme : _themesByTitle.GetValueOrDefault(TitleVariants.KeyOf(title));
    }

    private TemplateCommitment? CommitmentOf(TemplateRow row, TemplateTheme theme)
    {
        var reference = row[CanonicalColumns.Reference];
        var title = row[CanonicalColumns.Commitment];
        if (reference.Length == 0)
        {
            return CarriedOn(row, theme, title);
        }
        if (!_commitments.TryGetValue(KeyOf(reference), out var commitment))
        {
            commitment = new TemplateCommitment(reference, title, theme, row.Number);
            _commitments.Add(KeyOf(reference), commitment);
            theme.Commitments.Add(commitment);
            return commitment;
        }
        if (commitment.Theme != theme)
        {
            problems.Error(row.Number, CanonicalColumns.Reference, "reference-in-two-themes",
                $"Reference {ProblemList.Quote(reference)} stands under theme {ProblemList.Quote(commitment.Theme.Title)} (row " +
                $"{commitment.SourceRow}) and here under {ProblemList.Quote(theme.Title)}.",
                "Give each commitment a reference of its own, or put its rows under one theme.");
        }
        if (!commitment.Accepts(title))
        {
            problems.Warning(row.Number, CanonicalColumns.Commitment, "title-differs",
                $"Commitment {ProblemList.Quote(reference)} is titled {ProblemList.Quote(commitment.Title)} above and " +
                $"{ProblemList.Quote(title)} here; the first is taken.",
                "Use one title, or another reference.");
        }
        return commitment;
    }

    private TemplateCommitment? CarriedOn(TemplateRow row, TemplateTheme theme, string title)
    {
        // A new title without a reference is a new commitment, and its reference is not ours to invent.
        if (_commitment is not null && _commitment.Theme == theme && (title.Length == 0 || _commitment.IsCalled(title)))
        {
            return _commitment;
        }
        problems.Error(row.Number, CanonicalColumns.Reference, "reference-missing",
            "The row has no reference, and none above it to carry on from.",
            "Give the commitment's reference.");
        return null;
    }

    private static bool NamesNothing(TemplateRow row) =>
        !row.HasAny([CanonicalColumns.Reference, CanonicalColumns.Commitment, CanonicalColumns.Action, .. CanonicalColumns.OfTheAction]);

    private static string KeyOf(string reference) =>
        string.Concat(reference.Where(c => !char.IsWhiteSpace(c)).Select(char.ToUpperInvariant));
}
