using PartnershipEquality.Documents.Plans.Tables;
using PartnershipEquality.Documents.Sources;

namespace PartnershipEquality.Documents.Files;

/// <summary>Reads a file of text: as CSV or TSV if its name or its evenness says so, else as lines that may hold tables.</summary>
internal static class TextFile
{
    public static SourceDocument Read(string fileName, byte[] content, ReadingBudget budget)
    {
        var text = TextEncoding.Decode(content) ?? throw FileRefusal.KindUnknown("The file is none that is known here.");
        if (string.IsNullOrWhiteSpace(text))
        {
            throw FileRefusal.Empty();
        }

        RefuseMarkup(text.AsSpan().TrimStart());
        // Old Macs end lines with \r alone.
        text = text.Contains('\n', StringComparison.Ordinal) ? text : text.Replace('\r', '\n');
        budget.Check();
        return Path.GetExtension(fileName).ToLowerInvariant() switch
        {
            ".csv" or ".xls" => DelimitedText.Read(fileName, text, DelimitedText.DelimiterOf(text), budget),
            ".tsv" or ".tab" =>
                DelimitedText.Read(fileName, text, text.Contains('\t', StringComparison.Ordinal)
                    ? '\t' : DelimitedText.DelimiterOf(text), budget),
            // Tabs are put in by spreadsheets and PDF readers alike; only a spreadsheet's rows are all equally wide.
            _ when DelimitedText.IsOneTable(text, '\t', atLeast: 2) => DelimitedText.Read(fileName, text, '\t', budget),
            // Prose has commas too, but not as many in each line.
            _ when DelimitedText.DelimiterOf(text) is var delimiter && DelimitedText.IsOneTable(text, delimiter, atLeast: 3) =>
                DelimitedText.Read(fileName, text, delimiter, budget),
            _ => ReadLines(fileName, text, budget),
        };
    }

    private static SourceDocument ReadLines(string name, string text, ReadingBudget budget)
    {
        MeasureLines(text, budget);
        var plain = new string([.. text.Where(c => !char.IsControl(c) || c is '\t' or '\n' or '\r' or '\f')]);
        var document = PlainTextDocument.Read(name, plain);
        foreach (var grid in document.Grids)
        {
            if (grid.Rows.Count > ReadingLimits.Rows)
            {
                throw FileRefusal.TooManyRows(grid.Name);
            }
        }

        return document.Blocks.Count > 0 ? document : throw FileRefusal.Empty();
    }

    /// <summary>Before anything is made of them: how many lines, tables and cells, and how long each.</summary>
    private static void MeasureLines(string text, ReadingBudget budget)
    {
        var (lines, inTable) = (0, false);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (++lines > ReadingLimits.Lines)
            {
                throw FileRefusal.TooManyLines();
            }

            var tabs = line.Count('\t');
            if (tabs > 0 && !inTable)
            {
                budget.Table();
            }

            if (tabs > 0 && line.TrimEnd().Count('\t') >= ReadingLimits.Columns)
            {
                throw FileRefusal.TooManyColumns($"Line {lines}");
            }

            inTable = tabs > 0;
            budget.Cells(tabs + 1);
            budget.Text(line.ToString(), $"Line {lines}");
        }
    }

    private static void RefuseMarkup(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("{\\rtf", StringComparison.Ordinal))
        {
            throw FileRefusal.KindUnknown("The file is rich text (RTF).");
        }

        if (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
                || text.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase))
        {
            throw FileRefusal.KindUnknown("The file is a web page.");
        }

        if (text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
        {
            throw FileRefusal.KindUnknown("The file is XML.");
        }
    }
}
