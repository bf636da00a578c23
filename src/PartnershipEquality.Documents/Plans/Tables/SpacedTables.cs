using System.Text.RegularExpressions;
using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Sources;

namespace PartnershipEquality.Documents.Plans.Tables;

/// <summary>Finds, in a text that keeps a page's layout by spaces alone, the stretches of lines that are tables.</summary>
internal static partial class SpacedTables
{
    private const int MostBlankLines = 3;
    private const int MostLinesOfHeading = 2;

    /// <summary>The tables by their first line: where each ends, and its rows.</summary>
    public static IReadOnlyDictionary<int, (int Last, IReadOnlyList<SourceRow> Rows)> Find(string[] text)
    {
        var lines = text.Select((line, i) => SpacedLine.Of(line, i)).ToList();
        var found = new Dictionary<int, (int, IReadOnlyList<SourceRow>)>();
        var free = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!IsCut(lines[i], text))
            {
                continue;
            }

            var last = LastOf(lines, text, i);
            var first = FirstOf(lines, text, i, free);
            if (last > i && SpacedTable.Of([.. lines.Skip(first).Take(last - first + 1).Select(line => line!)]) is { } rows)
            {
                found[first] = (last, rows);
            }

            i = last;
            free = last + 1;
        }

        return found;
    }

    private static bool IsCut(SpacedLine? line, string[] text) => line is { IsCut: true } && !IsPageNumber(line, text);

    private static bool IsPageNumber(SpacedLine line, string[] text) =>
        line.Pieces.Count > 0 && PageEnd().IsMatch(line.Pieces[^1].Text) && IsEdgeOfPage(text, line.Index);

    private static bool IsHeader(SpacedLine line) => HeaderRow.IsHeader([.. line.Pieces.Select(piece => piece.Text)]);

    /// <summary>
    /// A line of work may hold a word or two that name columns; a header further down repeats the first or holds more of them.
    /// </summary>
    private static bool IsNextHeader(SpacedLine line, SpacedLine first)
    {
        var names = line.Pieces.Count(piece => ColumnMeaning.IsName(piece.Text));
        return HeaderRow.KeyOf(line.Pieces.Select(piece => piece.Text)) == HeaderRow.KeyOf(first.Pieces.Select(piece => piece.Text))
            || (names >= (IsHeader(first) ? 3 : 2) && names * 10 >= line.Pieces.Count * 7);
    }

    /// <summary>Headings that a second line goes on with may begin above it.</summary>
    private static int FirstOf(List<SpacedLine?> lines, string[] text, int at, int free)
    {
        var first = at;
        while (first > free && lines[first - 1] is { Pieces: [var piece] } && piece.Start >= lines[at]!.Pieces[1].Start
            && !text[first].StartsWith('\f'))
        {
            first--;
        }

        return first;
    }

    private static int LastOf(List<SpacedLine?> lines, string[] text, int first)
    {
        var (last, blanks, headings) = (first, 0, 0);
        // A heading may stand in the middle of its column, so that the rows alone tell where it begins.
        var starts = new Dictionary<int, int>();
        Widen(IsHeader(lines[first]!) ? [] : lines[first]!.Pieces);
        for (var i = first + 1; i < lines.Count && lines[i] is { } line && !text[i].StartsWith('\f') && blanks <= MostBlankLines
            && headings <= MostLinesOfHeading; i++)
        {
            if (line.IsBlank)
            {
                blanks++;
            }
            else if (IsCut(line, text))
            {
                if (IsHeader(line) && IsNextHeader(line, lines[first]!))
                {
                    return BeforeHeader(lines, last, i);
                }

                Widen(line.Pieces);
                (last, blanks, headings) = (i, 0, 0);
            }
            else if (line.Pieces is [var piece] && !IsPageNumber(line, text)
                && (starts.Count == 0 ? last == i - 1 && piece.Start > lines[first]!.Pieces[0].End
                    : Belongs(piece, starts) && (piece.Start > starts.Keys.Min() || last == i - 1)))
            {
                (last, blanks) = (i, 0);
            }
            else
            {
                headings++;
                blanks = 0;
            }
        }

        return last;

        void Widen(IReadOnlyList<SpacedPiece> pieces)
        {
            foreach (var piece in pieces)
            {
                starts[piece.Start] = Math.Max(starts.GetValueOrDefault(piece.Start), piece.End);
            }
        }
    }

    /// <summary>What stands right above a header is a part of it or a heading, not the end of the table before.</summary>
    private static int BeforeHeader(List<SpacedLine?> lines, int last, int header)
    {
        for (var i = header - 1; i == last && lines[i] is { IsCut: false, IsBlank: false }; i--)
        {
            last--;
        }

        return last;
    }

    /// <summary>It begins where a column does, and ends before the next one or where that column's lines have ended before.</summary>
    private static bool Belongs(SpacedPiece piece, Dictionary<int, int> columns)
    {
        var here = columns.Where(column => Math.Abs(column.Key - piece.Start) <= 1).ToList();
        return here.Count > 0 && (here.Exists(column => piece.End <= column.Value + 1)
            || !columns.Keys.Any(start => start > piece.Start + 2 && start + 3 < piece.End));
    }

    private static bool IsEdgeOfPage(string[] text, int at)
    {
        var above = at - 1;
        while (above >= 0 && string.IsNullOrWhiteSpace(text[above].Trim('\f')) && !text[above].Contains('\f', StringComparison.Ordinal))
        {
            above--;
        }

        var below = at + 1;
        while (below < text.Length && string.IsNullOrWhiteSpace(text[below]))
        {
            below++;
        }

        return above < 0 || text[at].StartsWith('\f') || text[above].Contains('\f', StringComparison.Ordinal) || below >= text.Length
            || text[below].StartsWith('\f');
    }

    [GeneratedRegex(@"^(?:page\s*)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?$", RegexOptions.IgnoreCase)]
    private static partial Regex PageEnd();
}
