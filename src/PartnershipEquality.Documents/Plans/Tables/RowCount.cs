using PartnershipEquality.Documents.Sources;

namespace PartnershipEquality.Documents.Plans.Tables;

/// <summary>
/// How much of a document has been read, in rows. Each is gone through twice, once to see what it is and once to make
/// it a part of the plan, and counts half for each, so that the count rises as time passes.
/// </summary>
internal sealed class RowCount(SourceDocument document, IProgress<int>? told)
{
    private readonly int _rows = document.Grids.Sum(grid => grid.Rows.Count);
    private int _seen;
    private int _made;

    public void Seen() => Tell(++_seen);

    public void Made() => Tell(_seen + ++_made);

    private void Tell(int halves) => told?.Report(Math.Min(halves / 2, _rows));
}
