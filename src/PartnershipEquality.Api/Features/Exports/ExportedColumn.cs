using PartnershipEquality.Domain.Schemes;

namespace PartnershipEquality.Api.Features.Exports;

/// <summary>One column of an exported table.</summary>
internal sealed record ExportedColumn(string Header, Func<ExportedRow, string> CellOf)
{
    /// <summary>A table of hundreds of columns is of use to nobody: the notes under further headings share one.</summary>
    public const int MostNotes = 40;

    private const string Others = "Other notes";

    /// <summary>A column for each heading of notes, and one for those under all further headings.</summary>
    public static IEnumerable<ExportedColumn> OfNotes(string prefix, IReadOnlyList<string> headings, Func<ExportedRow, IReadOnlyList<PlanNote>?> notesOf)
    {
        var own = headings.Take(MostNotes).ToList();
        var columns = own.Select(heading => new ExportedColumn($"{prefix}{heading}", row => Lines(notesOf(row), note => note.Heading == heading, note => note.Text)));
        return headings.Count <= MostNotes ? columns
            : columns.Append(new ExportedColumn($"{prefix}{Others}", row => Lines(notesOf(row), note => !own.Contains(note.Heading), note => $"{note.Heading}: {note.Text}")));
    }

    private static string Lines(IReadOnlyList<PlanNote>? notes, Func<PlanNote, bool> wanted, Func<PlanNote, string> line) => string.Join('\n', (notes ?? []).Where(wanted).Select(line));
}
