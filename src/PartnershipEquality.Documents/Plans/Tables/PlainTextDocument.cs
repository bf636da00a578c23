using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Documents.Words;

namespace PartnershipEquality.Documents.Plans.Tables;

/// <summary>
/// Reads plain text as extracted from a PDF: lines with tabs between their cells are rows, and rows that follow one another are one
/// table; a page break ends it. A line without a tab within a table is a row of one cell. Where a text keeps the page's layout,
/// spaces alone set its columns apart. Left-overs of HTML and Markdown are taken out, and a line that runs on in the next is one with it.
/// </summary>
public static class PlainTextDocument
{
    private const int LongestWrappedHeading = 12;

    public static SourceDocument Read(string name, string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        var blocks = new List<SourceBlock>();
        var rows = new List<SourceRow>();
        var tables = 0;
        void EndTable()
        {
            if (rows.Count > 0)
            {
                blocks.Add(new SourceGrid($"Table {++tables}", [.. rows]));
                rows.Clear();
            }
        }

        var spaced = SpacedTables.Find(lines);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith('\f'))
            {
                EndTable();
            }

            if (spaced.TryGetValue(i, out var table))
            {
                EndTable();
                blocks.Add(new SourceGrid($"Table {++tables}", table.Rows) { IsSpaced = true });
                i = table.Last;
                continue;
            }

            var line = lines[i].Trim('\f');
            if (line.Contains('\t', StringComparison.Ordinal))
            {
                rows.Add(new SourceRow(i + 1, [.. line.Split('\t').Select(Markup.Clean)]));
            }
            else if (rows.Count > 0 && !string.IsNullOrWhiteSpace(line) && IsWithinTable(lines, i))
            {
                rows.Add(new SourceRow(i + 1, [Markup.Clean(line)]));
            }
            else
            {
                EndTable();
                if (!string.IsNullOrWhiteSpace(line))
                {
                    i = AddText(lines, i, blocks, spaced);
                }
            }

            if (lines[i].Length > 0 && lines[i].EndsWith('\f'))
            {
                EndTable();
            }
        }

        EndTable();
        return new SourceDocument(name, blocks);
    }

    /// <summary>Rows stand right above and right below, so it is a row whose other cells are empty.</summary>
    private static bool IsWithinTable(string[] lines, int at) =>
        !lines[at].StartsWith('\f') && at + 1 < lines.Length && lines[at + 1].Contains('\t', StringComparison.Ordinal)
            && !lines[at + 1].StartsWith('\f');

    /// <summary>Adds a text with the lines it runs on in, and answers the last of them.</summary>
    private static int AddText(string[] lines, int first, List<SourceBlock> blocks,
        IReadOnlyDictionary<int, (int Last, IReadOnlyList<SourceRow> Rows)> tables)
    {
        var text = lines[first].Trim('\f').Trim();
        var isHeading = text.StartsWith('#') || text.StartsWith("**", StringComparison.Ordinal);
        var last = first;
        while (last + 1 < lines.Length && last - first < LongestWrappedHeading && !tables.ContainsKey(last + 1)
            && RunsOn(text, lines[last + 1]))
        {
            text += " " + lines[++last].Trim();
        }

        text = Markup.Clean(text.TrimStart('#').Trim());
        if (text.Length > 0)
        {
            blocks.Add(new SourceText(text, first + 1, isHeading && text.Length < 200));
        }

        return last;
    }

    /// <summary>A bold text not closed yet, or a sentence that the next line goes on with.</summary>
    private static bool RunsOn(string text, string next)
    {
        if (string.IsNullOrWhiteSpace(next) || next.Contains('\t', StringComparison.Ordinal) || next.StartsWith('\f'))
        {
            return false;
        }

        var opened = text.TrimStart('#', ' ').StartsWith("**", StringComparison.Ordinal) && text.Split("**").Length % 2 == 0;
        return opened || (char.IsLower(next.TrimStart()[0]) && text[^1] is not ('.' or ':' or ';' or '!' or '?') && !next.StartsWith(' '));
    }
}
