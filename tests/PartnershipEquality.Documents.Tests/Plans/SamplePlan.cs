using System.Text;
using PartnershipEquality.Documents.Sources;

namespace PartnershipEquality.Documents.Tests.Plans;

/// <summary>The sample's files as source tables, by just enough of RFC 4180 to read them.</summary>
internal static class SamplePlan
{
    public static SourceTable Table(string years)
    {
        var name = $"leicestershire-{years}.csv";
        var records = Records(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Sample", name), new UTF8Encoding(false, true)));
        return new SourceTable(name, records[0], [.. records.Skip(1).Select((cells, i) => new SourceRow(i + 2, cells))]);
    }

    private static List<List<string>> Records(string csv)
    {
        var records = new List<List<string>> { new() };
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var c in csv)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (quoted || c is not (',' or '\n'))
            {
                cell.Append(c);
            }
            else
            {
                records[^1].Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    records.Add([]);
                }
            }
        }
        records.RemoveAt(records.Count - 1);
        return records;
    }
}
