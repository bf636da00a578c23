using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Words;

namespace PartnershipEquality.Documents.Plans.Tables;

/// <summary>
/// Where the columns of a table begin whose cells are kept apart by spaces: at places that several of its lines share. Readers of PDF
/// put them a few places off from row to row, so a column is a small range, and the header tells which ranges are columns.
/// </summary>
internal sealed class SpacedColumns
{
    // How far readers of PDF move a column between rows, and how far at most where nothing else tells.
    private const int Drift = 3;
    private const int Slip = 5;

    private readonly List<Range> _columns;

    private SpacedColumns(List<Range> columns, IReadOnlyList<SpacedPiece> headings) => (_columns, Headings) = (columns, headings);

    /// <summary>The header's pieces, those set apart that stood but one space from another.</summary>
    public IReadOnlyList<SpacedPiece> Headings { get; }

    public int Count => _columns.Count;

    /// <summary>The columns as the header names them.</summary>
    public static SpacedColumns Of(IReadOnlyList<SpacedLine> body, IReadOnlyList<SpacedPiece> header)
    {
        var ranges = Ranges(body);
        var headings = Apart(header, ranges, body.Count);
        var columns = new SortedDictionary<int, Range>();
        foreach (var heading in headings)
        {
            // Only where the nearer column has its heading already does it stand over the next.
            var range = Under(1) is { } under && !columns.ContainsKey(under.Low) ? under
                : Under(Drift) is { } moved && !columns.ContainsKey(moved.Low) ? moved
                : columns.Count == 0 ? new Range(heading.Start, heading.Start, 0)
                : Between(body, columns.Last().Value.Mode, heading);
            if (columns.Count == 0 || range.Low > columns.Last().Value.Low)
            {
                columns[range.Low] = range;
            }

            Range? Under(int drift) => ranges.FindLast(one => one.Low <= heading.Start + drift);
        }

        Place(ranges, columns, body);
        return new SpacedColumns([.. columns.Values], headings);
    }

    /// <summary>The columns of a table without a header: the places that most of its rows share.</summary>
    public static SpacedColumns Of(IReadOnlyList<SpacedLine> body)
    {
        var fewest = Math.Max(2, body.Count(line => line.IsCut) / 4);
        return new SpacedColumns([.. Ranges(body).Where(range => range.Count >= fewest)], []);
    }

    /// <summary>The column in which what begins there stands.</summary>
    public int At(int start, int drift = 1) => Math.Max(_columns.FindLastIndex(column => column.Low <= start + drift), 0);

    public int HeadingAt(SpacedPiece piece) =>
        Headings.ToList().FindIndex(heading => heading.Start < piece.End && piece.Start < heading.End) is >= 0 and var at
            ? At(Headings[at].Start) : At(piece.Start);

    /// <summary>A text over all columns, as headings between the rows are.</summary>
    public bool Spans(SpacedLine line) =>
        line.Pieces is [var only] && Count > 1 && At(only.Start) == 0 && only.End > _columns[1].Mode + Slip;

    /// <summary>The lines of one or more rows, each cut into cells.</summary>
    public IReadOnlyList<string[]> Cut(IReadOnlyList<SpacedLine> group)
    {
        var here = new int?[Count];
        foreach (var column in group.SelectMany(line => line.Pieces).GroupBy(piece => At(piece.Start)))
        {
            here[column.Key] = column.CountBy(piece => piece.Start).MaxBy(start => start.Value).Key;
        }

        return [.. group.Select((line, i) => Cut(line, here, isLone: line.Pieces.Count == 1))];
    }

    private string[] Cut(SpacedLine line, int?[] here, bool isLone)
    {
        var cells = new string[Count];
        Array.Fill(cells, "");
        for (var i = 0; i < line.Pieces.Count; i++)
        {
            var piece = line.Pieces[i];
            var column = At(piece.Start);
            var next = i + 1 < line.Pieces.Count ? At(line.Pieces[i + 1].Start) : Count;
            for (var later = column + 1; later < next; later++)
            {
                if (Boundary(piece, later, here[later], isLone) is { } place)
                {
                    (var left, piece) = piece.CutAt(place);
                    Put(column, left.Text);
                    column = later;
                }
            }

            Put(column, piece.Text);
        }

        return cells;

        void Put(int column, string text) => cells[column] = CellFlow.Join(cells[column], text, goesOn: true);
    }

    /// <summary>
    /// Where, in a text that runs on over the beginning of a later column, that column's cell begins; null where the text is all one
    /// cell's.
    /// </summary>
    private int? Boundary(SpacedPiece piece, int column, int? here, bool isLone)
    {
        var words = piece.WordStarts().ToList();
        if (here is { } place && words.Contains(place))
        {
            return place;
        }

        if (isLone)
        {
            return null;
        }

        var expected = here ?? _columns[column].Mode;
        var nearest = words.Where(start => Math.Abs(start - expected) <= Slip).OrderBy(start => Math.Abs(start - expected))
            .Select(start => (int?)start).FirstOrDefault();
        return nearest is { } at && (Math.Abs(at - expected) <= 1 || char.IsUpper(piece.Text[at - piece.Start])
            || char.IsDigit(piece.Text[at - piece.Start])) ? at : null;
    }

    private static List<Range> Ranges(IReadOnlyList<SpacedLine> body)
    {
        var starts = body.SelectMany(line => line.Pieces).CountBy(piece => piece.Start).ToDictionary();
        var ranges = new List<Range>();
        while (starts.Count > 0)
        {
            var mode = starts.OrderByDescending(start => start.Value).ThenBy(start => start.Key).First().Key;
            var near = starts.Keys.Where(start => Math.Abs(start - mode) <= Drift).ToList();
            ranges.Add(new Range(near.Min(), mode, near.Sum(start => starts[start])));
            near.ForEach(start => starts.Remove(start));
        }

        return [.. ranges.OrderBy(range => range.Mode)];
    }

    /// <summary>"Lead officer Target date" is two headings where the rows below have two columns.</summary>
    private static List<SpacedPiece> Apart(IReadOnlyList<SpacedPiece> header, List<Range> ranges, int lines)
    {
        var headings = new List<SpacedPiece>();
        foreach (var heading in header)
        {
            var rest = heading;
            foreach (var range in ranges.Where(range => range.Count * 5 >= lines && range.Low > heading.Start + Drift
                && range.Low < heading.End))
            {
                var place = rest.WordStarts().Where(start => Math.Abs(start - range.Mode) <= Slip).Select(start => (int?)start)
                    .FirstOrDefault(start => ColumnMeaning.IsName(rest.CutAt(start!.Value).Left.Text)
                        && ColumnMeaning.IsName(rest.CutAt(start.Value).Right.Text));
                if (place is { } at)
                {
                    (var left, rest) = rest.CutAt(at);
                    headings.Add(left);
                }
            }

            headings.Add(rest);
        }

        return headings;
    }

    /// <summary>
    /// A column that the rows hardly tell from the one before it: where most of its lines begin below the heading, else below its first
    /// letter.
    /// </summary>
    private static Range Between(IReadOnlyList<SpacedLine> body, int after, SpacedPiece heading)
    {
        var starts = body.SelectMany(line => line.Pieces).Select(piece => piece.Start).Where(start => start > after && start <= heading.End)
            .ToList();
        var mode = starts.Count == 0 ? heading.Start : starts.CountBy(start => start).MaxBy(start => start.Value).Key;
        return new Range(mode, mode, starts.Count);
    }

    /// <summary>
    /// Places that no heading stands over: of a column with a blank heading, of the same column moved, or of what is set in within a cell.
    /// </summary>
    private static void Place(List<Range> ranges, SortedDictionary<int, Range> columns, IReadOnlyList<SpacedLine> body)
    {
        foreach (var range in ranges.Where(range => !columns.ContainsKey(range.Low)).ToList())
        {
            var next = columns.Values.FirstOrDefault(column => column.Low > range.Low);
            if (next is not null && range.Low < columns.Keys.First() && HoldsNumbers(range, body))
            {
                columns[range.Low] = range;
            }
            else if (next is not null && (next.Low - range.Mode <= Slip || range.Low < columns.Keys.First()))
            {
                columns.Remove(next.Low);
                columns[range.Low] = next with { Low = range.Low };
            }
        }
    }

    private static bool HoldsNumbers(Range range, IReadOnlyList<SpacedLine> body)
    {
        var cells = body.SelectMany(line => line.Pieces.Take(1)).Where(piece => Math.Abs(piece.Start - range.Mode) <= Drift).ToList();
        return cells.Count(piece => NumberLabel.Of(piece.Text) is { Written: null }) * 2 > cells.Count;
    }

    private sealed record Range(int Low, int Mode, int Count);
}
