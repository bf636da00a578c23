using CsvHelper;
using PartnershipEquality.Documents.Sources;

namespace PartnershipEquality.Documents.Files;

/// <summary>
/// Reads CSV and its kin as one table: quotation marks may hold line ends, rows may be ragged. A stray quotation mark is text;
/// one that is never closed is refused, since it would swallow the rest of the plan.
/// </summary>
internal static class DelimitedText
{
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    public static SourceDocument Read(string name, string text, char delimiter, ReadingBudget budget)
    {
        budget.Table();
        var rows = new GridRows("The table", budget);
        foreach (var (number, cells) in Records(text, delimiter))
        {
            rows.Add(number, [.. cells.Select(cell => budget.Text(cell, $"Row {number}"))]);
        }

        return rows.ToGrid() is { } grid ? new SourceDocument(name, [grid with { Name = "Table 1" }]) : throw FileRefusal.Empty();
    }

    /// <summary>The delimiter whose count differs least between the first records, and among those the one that makes most cells.</summary>
    public static char DelimiterOf(string text)
    {
        // Excel's own hint, which only it and readers like this one understand.
        if (Hint(text) is { } hinted)
        {
            return hinted;
        }

        return Delimiters.Select(d => (Delimiter: d, Fit: Fit(text, d))).MaxBy(candidate => candidate.Fit).Delimiter;
    }

    /// <summary>Whether every record has the same number of cells, and more than one: a single table and nothing else.</summary>
    public static bool IsOneTable(string text, char delimiter, int atLeast)
    {
        try
        {
            // A spreadsheet's empty row has its delimiters; an empty line parts the blocks of a text.
            var widths = Records(text.TrimEnd(), delimiter).Select(r => r.Cells.Length).Take(ReadingLimits.Rows).ToList();
            return widths.Count > 1 && widths[0] >= atLeast && widths.TrueForAll(w => w == widths[0]);
        }
        catch (Domain.Refusal)
        {
            return false;
        }
    }

    private static double Fit(string text, char delimiter)
    {
        var counts = Counts(text, delimiter);
        if (counts.Count == 0 || counts[0] == 0)
        {
            // A heading without it: the delimiter of nothing, unless no other does better.
            return 0;
        }

        var alike = counts.Count(c => c == counts[0]) / (double)counts.Count;
        return (alike * 1000) + Math.Min(counts[0], 99);
    }

    /// <summary>How often the delimiter stands outside quotation marks in each of the first records that are not empty.</summary>
    private static List<int> Counts(string text, char delimiter)
    {
        var counts = new List<int>();
        var (count, quoted, empty, start) = (0, false, true, true);
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, 64 * 1024)))
        {
            if (c == '"' && (quoted || start))
            {
                (quoted, start, empty) = (!quoted, quoted, false);
            }
            else if (quoted)
            {
                continue;
            }
            else if (c == delimiter)
            {
                (count, start, empty) = (count + 1, true, false);
            }
            else if (c == '\n')
            {
                if (!empty)
                {
                    counts.Add(count);
                }

                if (counts.Count == 30)
                {
                    return counts;
                }

                (count, start, empty) = (0, true, true);
            }
            else if (!char.IsWhiteSpace(c))
            {
                (start, empty) = (false, false);
            }
        }

        if (!empty && (text.Length <= 64 * 1024 || counts.Count == 0))
        {
            counts.Add(count);
        }

        return counts;
    }

    private static char? Hint(string text) =>
        text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4 && (text.Length == 5 || text[5] is '\r' or '\n')
            && Delimiters.Contains(text[4]) ? text[4] : null;

    /// <summary>
    /// Takes off the apostrophe that keeps a spreadsheet from running a cell as a formula, as every CSV that we write has it.
    /// </summary>
    private static string Plain(string cell) =>
        cell.Length > 1 && cell[0] == '\'' && "=+-@\t\r".Contains(cell[1], StringComparison.Ordinal) ? cell[1..] : cell;

    private static IEnumerable<(int Number, string[] Cells)> Records(string text, char delimiter)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            // The library keeps a record's every place before it is asked for one.
            if (line.Count(delimiter) > CellPlace.MaxColumn)
            {
                throw FileRefusal.TooManyColumns("A line");
            }
        }

        CsvMalformedRecord? unclosed = null;
        var reading = new CsvReaderOptions
        {
            HasHeader = false,
            // Row numbers are those a person sees in the file, so empty lines count.
            SkipEmptyLines = false,
            DetectSeparatorHint = false,
            Separator = delimiter,
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = record => unclosed = record.Reason == CsvMalformedReason.UnterminatedQuote ? record : unclosed,
        };
        using var csv = CsvReader.FromText(text, reading);
        for (var number = 1; csv.Read(); number++)
        {
            if (unclosed is not null)
            {
                throw FileRefusal.Unreadable(
                    $"Row {number} has a quotation mark that is not closed. Close it, or double it if it is part of the text.");
            }

            if (number > CellPlace.MaxRow)
            {
                throw FileRefusal.TooManyRows("The table");
            }

            if (number > 1 || Hint(text) is null)
            {
                yield return (number, [.. csv.Current.ToArray().Select(Plain)]);
            }
        }
    }
}
