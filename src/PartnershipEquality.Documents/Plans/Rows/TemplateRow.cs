using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Documents.Words;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Documents.Plans.Rows;

/// <summary>One row of a source table, its cells found by what they mean.</summary>
internal sealed class TemplateRow
{
    private readonly Dictionary<CanonicalColumn, string> _cells = new(ReferenceEqualityComparer.Instance);

    private TemplateRow(int number)
    {
        Number = number;
    }

    public int Number { get; }

    /// <summary>The cell's text, empty where the cell is blank or the table has no such column.</summary>
    public string this[CanonicalColumn column] => _cells.GetValueOrDefault(column, "");

    public bool HasAny(IEnumerable<CanonicalColumn> columns) => columns.Any(column => this[column].Length > 0);

    /// <summary>Its filled columns of notes on the commitment.</summary>
    public IEnumerable<NoteColumn> NotesOnCommitment =>
        _cells.Where(cell => cell.Value.Length > 0).Select(cell => cell.Key).OfType<NoteColumn>().Where(column => column.IsOfCommitment);

    /// <summary>Its notes on the action.</summary>
    public IEnumerable<PlanNote> Notes =>
        _cells.Where(cell => cell.Value.Length > 0 && cell.Key is NoteColumn { IsOfCommitment: false })
            .Select(cell => new PlanNote(((NoteColumn)cell.Key).Heading, cell.Value));

    /// <summary>Reads a row; null when all its cells are blank.</summary>
    public static TemplateRow? Read(SourceRow source, IReadOnlyList<CanonicalColumn?> layout, ProblemList problems)
    {
        if (source.Cells.All(string.IsNullOrWhiteSpace))
        {
            return null;
        }
        var row = new TemplateRow(source.Number);
        if (source.Cells.Skip(layout.Count).Any(cell => !string.IsNullOrWhiteSpace(cell)))
        {
            problems.Error(row.Number, null, "too-many-cells", $"The row has {source.Cells.Count} cells, the heading {layout.Count}.",
                "Put quotation marks around cells that contain commas.");
        }
        foreach (var (cell, column) in source.Cells.Zip(layout))
        {
            if (column is not null)
            {
                row.Keep(column, cell, problems);
            }
        }
        return row;
    }

    private void Keep(CanonicalColumn column, string? cell, ProblemList problems)
    {
        var (text, hadUnkeepable) = CellText.Read(cell);
        if (hadUnkeepable)
        {
            problems.Error(Number, column, "control-character", $"The cell {ProblemList.Quote(text)} holds characters that cannot be kept.",
                "Remove the control characters, or save the file again as UTF-8.");
        }
        if (text.Length > column.MaxLength)
        {
            problems.Error(Number, column, "too-long",
                $"The cell {ProblemList.Quote(text)} has {text.Length} characters; at most {column.MaxLength} are kept.",
                "Shorten it.");
        }
        _cells[column] = text;
    }
}
