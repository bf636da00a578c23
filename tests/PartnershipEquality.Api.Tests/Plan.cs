using System.Text;
using PartnershipEquality.Api.Sample;

namespace PartnershipEquality.Api.Tests;

/// <summary>Plans as the canonical CSV: the sample's, and small ones made for a test.</summary>
internal static class Plan
{
    public static string Leicestershire(string years)
    {
        using var stream = typeof(SamplePartnership).Assembly.GetManifestResourceStream($"leicestershire-{years}.csv")!;
        using var reader = new StreamReader(stream, new UTF8Encoding(false, true));
        return reader.ReadToEnd();
    }

    /// <summary>One theme; each row an action under the reference it names.</summary>
    public static string Of(params Row[] rows) => Csv(
        ["Theme number", "Theme", "Reference", "Commitment", "Responsible officer", "Action", "Outcome", "Target date", "Cross-reference",
            "Milestones"],
        [.. rows.Select(r => new[] { "1", "Knowing your community", r.Reference, $"Promise {r.Reference}", r.Responsible, r.Action,
            r.Outcome, r.Target, r.For, r.Milestones })]);

    public static string Csv(string[] header, params string[][] rows) =>
        string.Concat(rows.Prepend(header)
            .Select(cells => string.Join(',',
                cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n"));

    internal sealed record Row(string Reference, string Action, string Target = "", string For = "ALL", string Milestones = "",
        string Outcome = "", string Responsible = "Equality Officer");
}
