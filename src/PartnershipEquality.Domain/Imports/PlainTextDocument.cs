namespace PartnershipEquality.Domain.Imports;

/// <summary>Reads plain text as extracted from a PDF: lines with tabs between their cells are rows, and what follows one another is one table.</summary>
public static class PlainTextDocument
{
    public static SourceDocument Read(string name, string text)
    {
        var blocks = new List<SourceBlock>();
        var rows = new List<SourceRow>();
        void EndTable()
        {
            if (rows.Count > 0)
            {
                blocks.Add(new SourceGrid($"Table {blocks.OfType<SourceGrid>().Count() + 1}", [.. rows]));
                rows.Clear();
            }
        }

        foreach (var (line, number) in text.Split('\n').Select((line, i) => (line.TrimEnd('\r', '\f'), i + 1)))
        {
            if (line.Contains('\t', StringComparison.Ordinal))
            {
                rows.Add(new SourceRow(number, line.Split('\t')));
                continue;
            }

            EndTable();
            if (!string.IsNullOrWhiteSpace(line))
            {
                blocks.Add(new SourceText(line.Trim(), number));
            }
        }

        EndTable();
        return new SourceDocument(name, blocks);
    }
}
