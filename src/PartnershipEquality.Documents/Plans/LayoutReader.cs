using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Plans.Proposal;
using PartnershipEquality.Documents.Plans.Rows;
using PartnershipEquality.Documents.Plans.Tables;
using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Documents.Words;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Documents.Plans;

/// <summary>
/// One reading of a document: its tables are laid out first, all that share a header together, and then read row by row with the text
/// between them.
/// </summary>
internal sealed class LayoutReader
{
    private readonly SourceDocument _document;
    private readonly ColumnMapping? _mapping;
    private readonly RowCount _rows;
    private readonly PageFurniture _furniture;
    private readonly ProblemList _problems = new();
    private readonly List<DroppedText> _dropped = [];
    private readonly Narrative _narrative = new();
    private readonly List<ReadTable> _tables = [];
    private readonly PlanDraft _draft = new();
    private readonly RowWalk _walk;
    private readonly List<SourceText> _texts = [];
    private readonly HashSet<string> _unknownColumns = [];
    private readonly Dictionary<string, (PlanTable Table, TableHabits Habits, int First)> _laidOut = [];
    private List<TablePart> _parts = [];
    private TablePart? _last;
    private readonly HashSet<int> _spaced;
    private readonly Dictionary<int, IReadOnlyList<string>> _labels;
    private string? _title;
    private DraftTheme? _derived;

    public LayoutReader(SourceDocument document, ColumnMapping? mapping, IProgress<int>? rowsRead = null)
    {
        (_document, _mapping, _furniture) = (document, mapping, new PageFurniture(document));
        _rows = new RowCount(document, rowsRead);
        _spaced = [.. document.Grids.Select((grid, i) => grid.IsSpaced ? i + 1 : 0)];
        _labels = document.Grids.Select((grid, i) => (Number: i + 1, grid.Labels)).Where(grid => grid.Labels.Count > 0)
            .ToDictionary(grid => grid.Number, grid => grid.Labels);
        var words = document.Grids.SelectMany(grid => grid.Rows).SelectMany(row => row.Cells)
            .SelectMany(cell => cell.Split([' ', '\n', ',', '.', ';'], StringSplitOptions.RemoveEmptyEntries));
        _walk = new RowWalk(_draft, _problems, _dropped, _narrative, words.Select(word => word.ToLowerInvariant()).ToHashSet());
    }

    public PlanReadingResult Read()
    {
        var rows = _document.Grids.Sum(grid => grid.Rows.Count);
        if (rows > PlanLimits.Rows)
        {
            _problems.Error(null, null, "too-many-rows",
                $"The document's tables have {rows} rows; at most {PlanLimits.Rows} are read at a time.", "Import it in parts.");
            return Finish(PlanProposal.Empty);
        }

        LayOut();
        var number = 0;
        foreach (var block in _document.Blocks)
        {
            if (block is SourceText text)
            {
                Take(text);
            }
            else
            {
                number++;
                _parts.Where(part => part.Number == number).ToList().ForEach(Read);
                _texts.Clear();
            }
        }

        _texts.ForEach(text => _narrative.Add(text.Text));
        var plan = new ProposalBuilder(_draft, _problems, _narrative, _rows).Make();
        if (_tables.TrueForAll(table => table.LeftOut is not null))
        {
            _problems.Error(null, null, "no-plan-table",
                "No table of the document is a plan: a plan's table has a header row that names an action or an objective, and beside it at least one of who, by when, outcome, measures or milestones.",
                StackedCells.HasHeadings(_document)
                    ? "The headings of a table stand one below the other, so its columns were lost on the way. Take the text out of the PDF with its layout kept (pdftotext -layout), or put the plan into the template."
                    : "Say which table and which columns they are, or put the plan into the template.");
        }
        else if (plan.Themes.Count == 0)
        {
            _problems.Error(null, null, "nothing-to-import", "The plan's table has a header, but no row that says anything.");
        }

        return Finish(plan);
    }

    private PlanReadingResult Finish(PlanProposal plan) => new(plan, _problems.All, _tables, _dropped, _narrative.Text, _title);

    private void LayOut()
    {
        _parts = [.. _document.Grids.SelectMany((grid, i) => _mapping?.For(i + 1) is { LeaveOut: true }
            ? [Headless(grid, i + 1)] : TablePart.Of(grid, i + 1, _mapping?.For(i + 1), _rows))];
        TablePart? above = null;
        var groups = new Dictionary<string, List<TablePart>>();
        foreach (var (part, i) in _parts.Select((part, i) => (part, i)).ToList())
        {
            var placed = part;
            if (part.Header is null && above is not null && GoesOnFrom(above, part))
            {
                placed = _parts[i] = part with { Header = above.Header! with { Index = -1, Count = 0 } };
            }

            if (placed.Header is not null)
            {
                above = placed;
                (groups.TryGetValue(KeyOf(placed), out var group) ? group : groups[KeyOf(placed)] = []).Add(placed);
            }
        }

        foreach (var (key, group) in groups)
        {
            var rows = group.SelectMany(part => part.Rows).ToList();
            var table = new PlanTable(group[0].Header!, rows, _mapping?.For(group[0].Number));
            _laidOut[key] = (table, new TableHabits(table, rows), group[0].Number);
        }
    }

    /// <summary>A person's word for one table makes it one of its own.</summary>
    private string KeyOf(TablePart part) => part.Header!.Key + (_mapping?.For(part.Number) is { Table: { } own } ? $"#{own}" : "");

    private bool GoesOnFrom(TablePart above, TablePart part) =>
        _mapping?.For(part.Number)?.LeaveOut != true
        && part.Rows.Count > 0 && WidthOf(part) > 1 && WidthOf(part) <= Math.Max(above.Header!.Headings.Count, WidthOf(above))
            && WidthOf(part) >= WidthOf(above) - 1
        && !part.Rows[0].Cells.Any(ColumnMeaning.IsOfAnotherTable);

    private static int WidthOf(TablePart part) =>
        part.Rows.Count == 0 ? 0 : part.Rows.Max(row => row.Cells.Select((cell, i) => cell.Length > 0 ? i + 1 : 0).DefaultIfEmpty().Max());

    private static TablePart Headless(SourceGrid grid, int number) => new(number, grid.Name, [], null, null, grid.Rows, []);

    private void Take(SourceText text)
    {
        if (_furniture.Holds(text))
        {
            _dropped.Add(new DroppedText(DroppedKind.PageFurniture, text.Text, null, text.Number));
            return;
        }

        _title ??= _tables.Count == 0 && _texts.Count == 0 && ThemeAbove.IsHeading(text) && NumberLabel.Of(text.Text) is null
            ? text.Text : null;
        _texts.Add(text);
    }

    private void Read(TablePart part)
    {
        if (part.Header is null)
        {
            LeaveOut(part);
            return;
        }

        var (table, habits, first) = _laidOut[KeyOf(part)];
        _walk.Begin(part.Number, table, habits, continues: _last is not null && KeyOf(_last) == KeyOf(part)
            && _texts.Count == 0, place => ThemeWithoutWords(part, table, place));
        if (_derived is not null && _walk.Theme == _derived && _last?.Name != part.Name && IsNamedSheet(part))
        {
            _walk.LeaveTheme();
        }

        EnterText();
        EnterRowsAbove(part);
        _dropped.AddRange(part.Repeats.Select(row => Repeat(part, row)));
        if (part.Header.Count > 0 && first != part.Number && !_labels.ContainsKey(part.Number))
        {
            _dropped.Add(Repeat(part, part.HeaderSource!));
        }

        WarnOfForm(part);
        Warn(part, table);
        for (var i = 0; i < part.Rows.Count; i++)
        {
            _walk.Add(WithoutFootnotes(part.Rows[i], part.Number),
                part.Rows.Skip(i + 1).FirstOrDefault(row => row.Cells.Any(cell => cell.Length > 0)));
        }

        _tables.Add(new ReadTable(part.Number, part.Name, part.HeaderSource?.Number, first == part.Number
            ? null : first, table.Columns, part.Rows.Count, null));
        _last = part;
    }

    private SourceRow WithoutFootnotes(SourceRow row, int table)
    {
        var cells = row.Cells.Select(Markup.WithoutFootnotes).ToList();
        if (string.Concat(cells.Select(cell => cell.Marks)) is { Length: > 0 } marks)
        {
            _problems.Warning(new SourcePlace(table, row.Number), null, "footnote-mark",
                $"The footnote mark {Markup.Lowered(marks)} is left out of the text.");
        }

        return row with { Cells = [.. cells.Select(cell => cell.Text)] };
    }

    private static DroppedText Repeat(TablePart part, SourceRow row) =>
        new(DroppedKind.RepeatedHeader, string.Join(" | ", row.Cells.Where(cell => cell.Length > 0)), part.Number, row.Number);

    private void EnterText()
    {
        var headings = ThemeAbove.Of(_texts, _title);
        foreach (var text in _texts)
        {
            _narrative.Add(text.Text, headings.Contains(text) ? _walk.Enter(text.Text, new SourcePlace(0, text.Number)) : null);
        }
    }

    private void EnterRowsAbove(TablePart part)
    {
        foreach (var row in part.Above.Where(row => row.Cells.Any(cell => cell.Length > 0)))
        {
            var text = string.Join(" | ", row.Cells.Where(cell => cell.Length > 0).Distinct());
            var heads = ThemeAbove.IsHeading(new SourceText(text, row.Number))
                && row.Cells.Where(cell => cell.Length > 0).Distinct().Count() == 1;
            if (heads && _title is null && part.Number == 1 && NumberLabel.Of(text) is null)
            {
                _title = text;
            }

            _narrative.Add(text, heads ? _walk.Enter(text, new SourcePlace(0, row.Number)) : null);
        }
    }

    private DraftTheme ThemeWithoutWords(TablePart part, PlanTable table, SourcePlace place)
    {
        var named = table.PositionOf(PlanColumn.Commitment) is { } at && table.HeadingOf(at).Split(' ').Length > 3
            ? table.HeadingOf(at) : null;
        var title = IsNamedSheet(part) ? part.Name : _title ?? named ?? Path.GetFileNameWithoutExtension(_document.Name);
        _problems.Warning(place, CanonicalColumns.Theme.Header, "theme-derived",
            $"The plan names no theme here; {ProblemList.Quote(title)} is taken for one.", "Give the theme's title.");
        return _derived = _draft.Theme(null, title, null, place).Theme;
    }

    private bool IsNamedSheet(TablePart part) =>
        !part.Name.StartsWith("Table ", StringComparison.OrdinalIgnoreCase)
            && !part.Name.StartsWith("Sheet", StringComparison.OrdinalIgnoreCase) && part.Name != _document.Name;

    private void WarnOfForm(TablePart part)
    {
        if (_spaced.Contains(part.Number) && _unknownColumns.Add("columns-from-spaces"))
        {
            _problems.Add(
                new RowProblem(null, null, "columns-from-spaces", ProblemSeverity.Warning,
                    "Only spaces set the columns of the text apart, so that words of one cell may stand in the next.",
                        "Look the cells over, or upload the plan as Word or Excel.", part.Number));
        }

        if (_labels.TryGetValue(part.Number, out var labels) && _unknownColumns.Add("plan-from-paragraphs"))
        {
            _problems.Add(new RowProblem(null, null, "plan-from-paragraphs", ProblemSeverity.Warning,
                $"The document has no table that is a plan. Its paragraphs are taken for one, their cells told by what stands before " +
                $"them: {string.Join(", ", labels.Select(ProblemList.Quote))}.", "Look the rows over, or put the plan into the template.",
                    part.Number));
        }
    }

    private void Warn(TablePart part, PlanTable table)
    {
        foreach (var column in table.Columns.Where(column => column.TakenFor == PlanColumn.Note && !table.IsPeriod(column.Position - 1)
            && part.Rows.Any(row => column.Position <= row.Cells.Count && row.Cells[column.Position - 1].Length > 0)))
        {
            var heading = table.HeadingOf(column.Position - 1);
            if (_unknownColumns.Add(heading))
            {
                _problems.Add(
                    new RowProblem(null, heading, "unknown-column", ProblemSeverity.Warning,
                        $"The column {ProblemList.Quote(heading)} means nothing to a plan; its cells are kept as notes.",
                            "Say what it means, if it does.", part.Number));
            }
        }

        foreach (var column in table.Columns.Where(column => column.Certainty == ColumnCertainty.Guessed
            && _unknownColumns.Add($"{column.Position} {column.Heading}")))
        {
            _problems.Add(
                new RowProblem(null, table.HeadingOf(column.Position - 1), "column-guessed", ProblemSeverity.Warning,
                    $"The column {ProblemList.Quote(table.HeadingOf(column.Position - 1))} is taken for: {column.TakenFor}.",
                        "Correct it, if it means something else.", part.Number));
        }

        if (part.Header!.Count == 0)
        {
            _problems.Add(
                new RowProblem(null, null, "table-goes-on", ProblemSeverity.Warning,
                    "The table has no header; it is read with the columns of the one before it.",
                        "Leave it out, if it is no part of the plan.", part.Number));
        }
    }

    private void LeaveOut(TablePart part)
    {
        foreach (var text in _texts)
        {
            _narrative.Add(text.Text);
        }

        var isTold = _mapping?.For(part.Number)?.LeaveOut == true;
        var why = isTold
            ? "Left out by the mapping." : "Its first rows name no action or objective beside who, when or what for, so it is no plan.";
        _narrative.Add(string.Join('\n', part.Rows.Select(row => string.Join(" | ", row.Cells.Where(cell => cell.Length > 0)))));
        if (!isTold)
        {
            _problems.Add(
                new RowProblem(null, null, "table-left-out", ProblemSeverity.Warning,
                    $"{part.Name} is left out. {why} It is kept with the scheme's text.",
                        "Say which row is its header and what its columns are, if it is a part of the plan.", part.Number));
        }

        _tables.Add(new ReadTable(part.Number, part.Name, null, null, [], 0, why));
    }
}
