using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Plans.Rows;
using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Documents.Words;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Documents.Plans.Proposal;

/// <summary>A commitment while its rows are still coming in.</summary>
internal sealed class TemplateCommitment(string reference, string title, TemplateTheme theme, int sourceRow)
{
    private readonly TitleVariants _titles = new(title);
    private readonly Dictionary<CanonicalColumn, string> _details = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _actionTexts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ProposedAction> _actions = [];
    private readonly List<PlanNote> _notes = [];
    private TemplateRow? _firstAction;
    private IReadOnlyList<PsedAim> _psedAims = [];
    private IReadOnlyList<ProtectedCharacteristic> _characteristics = [];
    private int _rows;

    public TemplateTheme Theme { get; } = theme;

    public int SourceRow { get; } = sourceRow;

    public string Title => _titles.First;

    public IReadOnlyList<string> Related { get; private set; } = [];

    public bool IsCalled(string title) => _titles.Contains(title);

    public bool Accepts(string title) => _titles.Accepts(title);

    public void AddAction(TemplateRow row, ProblemList problems)
    {
        var addedDetails = AddDetails(row, problems);
        _rows++;
        var text = row[CanonicalColumns.Action];
        if (text.Length > 0)
        {
            if (!_actionTexts.Add(text))
            {
                problems.Warning(row.Number, CanonicalColumns.Action, "action-repeated",
                    $"Commitment {ProblemList.Quote(reference)} already has the action {ProblemList.Quote(text)}.",
                        "Remove one of the two, if they are the same.");
            }
            _firstAction ??= row;
            _actions.Add(ActionOf(row, text, problems));
        }
        else if (row.HasAny(CanonicalColumns.OfTheAction))
        {
            problems.Error(row.Number, CanonicalColumns.Action, "action-missing",
                "The row has cells of an action, but does not say what is required.",
                "Write the action, or move the cells to the row that they belong to.");
        }
        else if (row.Notes.ToList() is { Count: > 0 } notes)
        {
            _notes.AddRange(notes);
        }
        else if (_rows > 1 && !addedDetails)
        {
            problems.Warning(row.Number, null, "row-adds-nothing", $"The row only repeats commitment {ProblemList.Quote(reference)}.",
                "Remove the row.");
        }
    }

    public ProposedCommitment ToProposal()
    {
        var notApplicable = _actions is [{ Target: null } only] && StatusWords.IsNotApplicable(only.Text) ? only.Text : null;
        return new(reference, CellText.OrNull(Title), Related, _psedAims, _characteristics, notApplicable is null
            ? _actions : [], new SourcePlace(1, SourceRow))
        {
            Label = _details.GetValueOrDefault(CanonicalColumns.CommitmentLabel),
            NotApplicable = notApplicable,
            Notes = notApplicable is null ? _notes : [.. _notes, .. _firstAction!.Notes, .. BesideTheAction(_firstAction)],
        };
    }

    /// <summary>What else a row says whose action is that there is none.</summary>
    private static IEnumerable<PlanNote> BesideTheAction(TemplateRow row) =>
        CanonicalColumns.OfTheAction.Where(column => row[column].Length > 0).Select(column => new PlanNote(column.Header, row[column]));

    private bool AddDetails(TemplateRow row, ProblemList problems)
    {
        var added = false;
        if (IsNew(row, CanonicalColumns.RelatedCommitments, problems))
        {
            Related = CellText.List(row[CanonicalColumns.RelatedCommitments]);
            added = true;
        }
        if (IsNew(row, CanonicalColumns.PsedAims, problems))
        {
            _psedAims = ListedValues.Read<PsedAim>(row, CanonicalColumns.PsedAims, "psed-aim-unknown", problems);
            added = true;
        }
        if (IsNew(row, CanonicalColumns.ProtectedCharacteristics, problems))
        {
            _characteristics = ListedValues.Read<ProtectedCharacteristic>(
                row, CanonicalColumns.ProtectedCharacteristics, "protected-characteristic-unknown", problems);
            added = true;
        }
        added |= IsNew(row, CanonicalColumns.CommitmentLabel, problems);
        foreach (var column in row.NotesOnCommitment.Where(column => IsNew(row, column, problems)).ToList())
        {
            _notes.Add(new PlanNote(column.Heading, row[column]));
            added = true;
        }
        return added;
    }

    private bool IsNew(TemplateRow row, CanonicalColumn column, ProblemList problems)
    {
        var text = row[column];
        if (text.Length == 0)
        {
            return false;
        }
        if (_details.TryAdd(column, text))
        {
            return true;
        }
        if (_details[column] != text)
        {
            problems.Warning(row.Number, column, "commitment-differs",
                $"Commitment {ProblemList.Quote(reference)} has {ProblemList.Quote(_details[column])} above and " +
                $"{ProblemList.Quote(text)} here; the first is taken.",
                "Write the same on each of its rows, or on the first alone.");
        }
        return false;
    }

    private ProposedAction ActionOf(TemplateRow row, string text, ProblemList problems)
    {
        var (status, statusText) = StatusOf(row, problems);
        return new(
            $"{reference}/{_actions.Count + 1}",
            text,
            CellText.OrNull(row[CanonicalColumns.Outcome]),
            CellText.OrNull(row[CanonicalColumns.Measures]),
            CellText.OrNull(row[CanonicalColumns.ResponsibleOfficer]),
            CellText.OrNull(row[CanonicalColumns.Resources]),
            CellText.OrNull(row[CanonicalColumns.Barriers]),
            CellText.OrNull(row[CanonicalColumns.Stakeholders]),
            MilestoneLines.Read(row, problems),
            CellText.OrNull(row[CanonicalColumns.TargetDate]),
            CellText.OrNull(row[CanonicalColumns.CrossReference]),
            new SourcePlace(1, row.Number))
        {
            Label = CellText.OrNull(row[CanonicalColumns.ActionLabel]),
            ResponsibleAsWritten = CellText.OrNull(row[CanonicalColumns.ResponsibleAsWritten]),
            Status = status,
            StatusText = statusText,
            Notes = [.. row.Notes],
        };
    }

    /// <summary>The status that its column names, and the words: those of the column beside it, or else its own.</summary>
    private static (AssignmentStatus? Status, string? Text) StatusOf(TemplateRow row, ProblemList problems)
    {
        var (cell, written) = (row[CanonicalColumns.Status], row[CanonicalColumns.StatusAsWritten]);
        if (cell.Length == 0 || StatusWords.OfCell(cell) is not { } status)
        {
            if (cell.Length > 0)
            {
                problems.Warning(row.Number, CanonicalColumns.Status, "status-unknown",
                    $"{ProblemList.Quote(cell)} is no status that is known; it is kept as words.", "Give the action's status.");
            }

            return (null, CellText.OrNull(string.Join('\n', new[] { cell, written }.Where(words => words.Length > 0))));
        }

        return (status, written.Length > 0 ? written : cell);
    }
}
