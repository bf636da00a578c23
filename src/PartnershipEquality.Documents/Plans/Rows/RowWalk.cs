using System.Text.RegularExpressions;
using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Plans.Tables;
using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Documents.Words;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Documents.Plans.Rows;

/// <summary>
/// Walks down the rows of the plan's tables, from page to page, and tells for each what it is: a heading, a new action, the rest of the
/// one above, or nothing of the plan. What stands above is remembered over page breaks, since that is where rows are split.
/// </summary>
internal sealed partial class RowWalk(PlanDraft draft, ProblemList problems, List<DroppedText> dropped, Narrative narrative,
    ISet<string> words)
{
    private static readonly PlanColumn[] Levels =
        [PlanColumn.ThemeNumber, PlanColumn.Theme, PlanColumn.Reference, PlanColumn.Commitment];

    private readonly Dictionary<string, bool> _headsCommitments = [];
    private DraftTheme? _theme;
    private DraftCommitment? _commitment;
    private DraftCommitment? _headed;
    private DraftAction? _above;
    private string? _lastHeading;
    private bool _lastHeadsCommitment;

    public PlanTable Table { get; private set; } = null!;

    private TableHabits _habits = null!;
    private int _number;
    private Func<SourcePlace, DraftTheme> _themeWithoutWords = null!;

    public void Begin(int number, PlanTable table, TableHabits habits, bool continues, Func<SourcePlace, DraftTheme> themeWithoutWords)
    {
        (_number, Table, _habits, _themeWithoutWords) = (number, table, habits, themeWithoutWords);
        if (!continues)
        {
            (_above, _commitment, _lastHeading) = (null, null, null);
        }
    }

    /// <summary>The theme that the rows now stand under, if there is one.</summary>
    public DraftTheme? Theme => _theme;

    /// <summary>What follows stands under no theme that has been met.</summary>
    public void LeaveTheme() => (_theme, _commitment, _headed, _above) = (null, null, null, null);

    /// <summary>A heading in the text above a table.</summary>
    public DraftTheme Enter(string heading, SourcePlace place)
    {
        if (HeadsCommitments(heading) && _theme is not null)
        {
            return HeadCommitment(heading, place).Theme;
        }

        var (theme, isKnown) = draft.Theme(heading, place);
        if (isKnown)
        {
            dropped.Add(new DroppedText(DroppedKind.RepeatedHeading, heading, null, place.Row));
        }

        if (theme != _theme)
        {
            (_theme, _commitment, _headed, _above) = (theme, null, null, null);
        }

        return theme;
    }

    public void Add(SourceRow row, SourceRow? next)
    {
        var place = new SourcePlace(_number, row.Number);
        if (IsNoPartOfThePlan(row, place))
        {
            return;
        }

        if (_lastHeading is not null && _above is null && HeadingRow.GoesOn(row, Table))
        {
            GoOnWithHeading(row, place);
        }
        else if (!(_commitment is { } open && (open.Title.Length == 0 || CellFlow.EndsOpen(open.Title))
            && Table.Cell(row, PlanColumn.Commitment).Length > 0)
            && HeadingRow.Read(row, next, Table, _habits, _above, words) is { } heading)
        {
            Head(heading, row, place);
        }
        else if (_above is not null && GoesOn(row))
        {
            GoOn(row);
        }
        else
        {
            Begin(row, place);
        }
    }

    private bool IsNoPartOfThePlan(SourceRow row, SourcePlace place)
    {
        var filled = row.Cells.Where(cell => cell.Length > 0).ToList();
        if (filled.Count > 0 && filled.Count <= 3 && FooterStart().IsMatch(filled[0]))
        {
            var text = string.Join(" | ", filled);
            narrative.Add(text);
            problems.Warning(place, null, "row-left-out",
                $"The row \"{text}\" is a total or a note to the table, so it is no action. It is kept with the scheme's text.");
            return true;
        }

        return filled.Count == 0;
    }

    private void Head(string heading, SourceRow row, SourcePlace place)
    {
        var pieces = row.Cells.Where(cell => cell.Length > 0).Distinct().ToList();
        if (pieces.Count > 1)
        {
            problems.Warning(place, null, "heading-split", $"A heading was put together from the cells \"{string.Join(" | ", pieces)}\".",
                "Check its words.");
        }

        if (HeadsCommitments(heading) && _theme is not null)
        {
            HeadCommitment(heading, place);
            return;
        }

        var (theme, isKnown) = draft.Theme(heading, place);
        if (isKnown)
        {
            dropped.Add(new DroppedText(DroppedKind.RepeatedHeading, string.Join(" | ", pieces), place.Table, place.Row));
            // The same heading on the next page: what it splits goes on.
            if (theme == _theme)
            {
                return;
            }
        }

        (_theme, _commitment, _headed, _above) = (theme, null, null, null);
    }

    /// <summary>A heading of another kind right below a theme's is a commitment's, and so are all of its kind.</summary>
    private bool HeadsCommitments(string heading)
    {
        var shape = ShapeOf(heading);
        var heads = !Table.Has(PlanColumn.Commitment)
            && (_headsCommitments.GetValueOrDefault(shape) || (_lastHeading is not null && _above is null && !_lastHeadsCommitment
                && ShapeOf(_lastHeading) != shape && !_headsCommitments.ContainsKey(shape)));
        _headsCommitments.TryAdd(shape, heads);
        (_lastHeading, _lastHeadsCommitment) = (heading, heads);
        return heads;
    }

    private DraftCommitment HeadCommitment(string heading, SourcePlace place)
    {
        var label = NumberLabel.Of(heading);
        _above = null;
        return _headed = _commitment = _theme!.Commitment(label?.Number, label?.Rest ?? heading, label?.Written, place);
    }

    private void GoOnWithHeading(SourceRow row, SourcePlace place)
    {
        var text = string.Join("", row.Cells);
        problems.Warning(place, null, "heading-split",
            $"A heading goes on in the row \"{string.Join(" | ", row.Cells.Where(cell => cell.Length > 0))}\".", "Check its words.");
        if (_headed is not null && _lastHeadsCommitment)
        {
            _headed.Title = HeadingRow.Append(_headed.Title, text, words);
        }
        else if (_theme is not null)
        {
            _theme.Title = HeadingRow.Append(_theme.Title, text, words);
        }
    }

    private void Begin(SourceRow row, SourcePlace place)
    {
        EnterLevels(row, place);
        var theme = _theme ??= _themeWithoutWords(place);
        var number = Table.Cell(row, PlanColumn.Reference);
        var isNumber = NumberLabel.IsNumber(number);
        var action = new DraftAction(place, Table);
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var (column, text) = (Table[i], row.Cells[i]);
            if (text.Length == 0 || Levels.Contains(column) && (column != PlanColumn.Reference || isNumber))
            {
                continue;
            }

            if (Table.IsPeriod(i))
            {
                action[PlanColumn.Milestones] = CellFlow.Join(action[PlanColumn.Milestones],
                    $"{text.ReplaceLineEndings(" ")} | {Table.HeadingOf(i)}", goesOn: false);
            }
            else if (column is PlanColumn.Note or PlanColumn.Reference)
            {
                action.Note(Table.HeadingOf(i), text, false);
            }
            else if (!Spilled(column, text, place))
            {
                // A department and an officer may both answer for it.
                action[column] = action[column].Length > 0 ? $"{action[column]}; {text}" : text;
            }
        }

        _commitment = CommitmentOf(row, theme, isNumber ? number.TrimEnd('.', ')', ':', ' ') : null, action, place);
        _commitment.Actions.Add(action);
        _above = action;
        (_lastHeading, _lastHeadsCommitment) = (null, false);
    }

    private void EnterLevels(SourceRow row, SourcePlace place)
    {
        var title = Table.Cell(row, PlanColumn.Theme);
        var number = Table.Cell(row, PlanColumn.ThemeNumber);
        if (title.Length == 0 && number.Length == 0)
        {
            return;
        }

        var (theme, _) = number.Length > 0 ? draft.Theme(number.TrimEnd('.', ')', ':'), title, null, place) : draft.Theme(title, place);
        if (theme != _theme)
        {
            (_theme, _commitment, _headed) = (theme, null, null);
        }
    }

    private DraftCommitment CommitmentOf(SourceRow row, DraftTheme theme, string? number, DraftAction action, SourcePlace place)
    {
        var text = Table.Cell(row, PlanColumn.Commitment);
        if (text.Length > 0 && number is null && _commitment?.Theme == theme && _above is not null && GoesOnWithCommitment(text))
        {
            _commitment.Title = CellFlow.Join(_commitment.Title, text, goesOn: true);
            return _commitment;
        }

        if (Table.Has(PlanColumn.Commitment) || _headed is not null)
        {
            if (_habits.NumbersAreOfActions || _headed is not null)
            {
                (action.Number, number) = (number, null);
            }

            if (text.Length == 0 && number is null)
            {
                return _headed ?? (_commitment?.Theme == theme ? _commitment : theme.Commitment(null, "", null, place));
            }

            var label = NumberLabel.Of(text);
            var title = label is not null && (number is null || label.Number == number) ? label.Rest : text;
            return Titled(theme.Commitment(number ?? label?.Number, title, label?.Written, place), title, place);
        }

        // No level between theme and action: each action is a promise of its own.
        if (number is null && _habits.NumbersRows && _commitment?.Theme == theme)
        {
            return _commitment;
        }

        return theme.Commitment(number ?? NumberLabel.Of(action[PlanColumn.Action])?.Number, "", null, place);
    }

    private DraftCommitment Titled(DraftCommitment commitment, string title, SourcePlace place)
    {
        if (commitment.Title.Length == 0)
        {
            commitment.Title = title;
        }
        else if (title.Length > 0 && TitleVariants.KeyOf(title) != TitleVariants.KeyOf(commitment.Title))
        {
            commitment.Notes.Add(new PlanNote(CanonicalColumns.Commitment.Header, title));
            problems.Warning(place, CanonicalColumns.Commitment.Header, "title-differs",
                $"Commitment {commitment.Reference} is titled {ProblemList.Quote(commitment.Title)} above and {ProblemList.Quote(title)} " +
                "here; the first is taken, the other kept as a note.", "Use one title, or another reference.");
        }

        return commitment;
    }

    /// <summary>The last words of the cell above may stand at the head of this one, across a line of the table.</summary>
    private bool Spilled(PlanColumn column, string text, SourcePlace place)
    {
        if (_above is null || column is PlanColumn.Action || !_habits.LowerCaseTells || !CellFlow.StartsLower(text)
            || !CellFlow.EndsOpen(_above[column]) || _above[column][^1] == ',')
        {
            return false;
        }

        _above[column] = CellFlow.Join(_above[column], text, goesOn: true);
        problems.Warning(place, column.ToString(), "cell-rejoined",
            $"The words {ProblemList.Quote(text)} are taken for the end of the cell above.", "Move them, if they belong to this row.");
        return true;
    }

    private static string ShapeOf(string heading) =>
        NumberLabel.Of(heading) is not { } label ? "plain" : label.Written is null
            ? $"depth {label.Depth}" : string.Concat(label.Written.Where(char.IsLetter)).ToLowerInvariant() + label.Depth;

    [GeneratedRegex(@"^(?:(?:grand |sub-?)?totals?\b|(?:key|notes?|source|nb|rag key|key to rag)\s*:|number of actions\b|\* )",
        RegexOptions.IgnoreCase)]
    private static partial Regex FooterStart();
}
