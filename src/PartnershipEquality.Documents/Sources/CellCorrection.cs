using System.ComponentModel.DataAnnotations;

namespace PartnershipEquality.Documents.Sources;

/// <summary>
/// What a person says a cell of the file should have held. The file stays as it is; the plan is read again as if it said so.
/// </summary>
/// <param name="Table">The table, counted from 1.</param>
/// <param name="Row">The row under its number there.</param>
/// <param name="Column">The column, counted from 1.</param>
/// <param name="Text">The cell's text; empty to blank it.</param>
public sealed record CellCorrection(
    [property: Range(1, int.MaxValue)] int Table,
    [property: Range(1, int.MaxValue)] int Row,
    [property: Range(1, int.MaxValue)] int Column,
    [property: Required(AllowEmptyStrings = true), MaxLength(32_000)] string Text)
{
    /// <summary>The document with the cells put right; what names a place that is not there changes nothing and is answered.</summary>
    public static (SourceDocument Document, IReadOnlyList<CellCorrection> Lost) Apply(SourceDocument document,
        IReadOnlyList<CellCorrection> corrections)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (corrections.Count == 0)
        {
            return (document, []);
        }

        var wanted = corrections.GroupBy(c => (c.Table, c.Row)).ToDictionary(g => g.Key, g => g.ToList());
        var used = new HashSet<CellCorrection>(ReferenceEqualityComparer.Instance);
        var table = 0;
        var blocks = document.Blocks.Select(block => block is SourceGrid grid ? Corrected(grid, ++table) : block).ToList();
        return (document with { Blocks = blocks }, [.. corrections.Where(c => !used.Contains(c))]);

        SourceGrid Corrected(SourceGrid grid, int number) => grid with
        {
            Rows = [.. grid.Rows.Select(row => wanted.TryGetValue((number, row.Number), out var here) ? Put(row, here) : row)],
        };

        SourceRow Put(SourceRow row, List<CellCorrection> here)
        {
            var cells = row.Cells.ToArray();
            foreach (var correction in here.Where(c => c.Column >= 1 && c.Column <= cells.Length))
            {
                cells[correction.Column - 1] = correction.Text;
                used.Add(correction);
            }

            return row with { Cells = cells };
        }
    }
}
