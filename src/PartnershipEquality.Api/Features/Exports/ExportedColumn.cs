using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Exports;

/// <summary>One column of an exported table.</summary>
/// <param name="Header">What stands over it.</param>
/// <param name="CellOf">What stands in it.</param>
/// <param name="Canonical">The column of the plan that it is; null for notes and progress.</param>
/// <param name="IsOfCommitment">What it says is said of the commitment, and once is enough.</param>
internal sealed record ExportedColumn(string Header, Func<ExportedRow, string> CellOf, CanonicalColumn? Canonical = null,
    bool IsOfCommitment = false)
{
    /// <summary>A table of hundreds of columns is of use to nobody: the notes under further headings share one.</summary>
    public const int MostNotes = 40;

    /// <summary>And one of Word's has at most 63.</summary>
    public const int MostNotesOnAPage = 15;

    private const string Others = "Other notes";

    /// <summary>A column for each heading of notes, and one for those under all further headings.</summary>
    public static IEnumerable<ExportedColumn> OfNotes(bool ofCommitments, IReadOnlyList<string> headings, int most)
    {
        var prefix = ofCommitments ? CanonicalColumns.CommitmentNotePrefix : CanonicalColumns.NotePrefix;
        IReadOnlyList<PlanNote>? NotesOf(ExportedRow row) => ofCommitments ? row.Commitment?.Notes : row.Action?.Notes;
        var own = headings.Take(most).ToList();
        var columns = own.Select(heading => new ExportedColumn($"{prefix}{heading}",
            row => Lines(NotesOf(row), note => note.Heading == heading, note => note.Text), IsOfCommitment: ofCommitments));
        return headings.Count <= most ? columns
            : columns.Append(
                new ExportedColumn($"{prefix}{Others}",
                    row => Lines(NotesOf(row), note => !own.Contains(note.Heading), note => $"{note.Heading}: {note.Text}"),
                        IsOfCommitment: ofCommitments));
    }

    private static string Lines(IReadOnlyList<PlanNote>? notes, Func<PlanNote, bool> wanted, Func<PlanNote, string> line) =>
        string.Join('\n', (notes ?? []).Where(wanted).Select(line));
}
