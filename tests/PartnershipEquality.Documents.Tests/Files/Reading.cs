using PartnershipEquality.Documents.Files;
using PartnershipEquality.Documents.Sources;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Documents.Tests.Files;

/// <summary>Reads bytes and shows what came out as lines a test can compare: a text as it is, a row as its number and its cells.</summary>
internal static class Reading
{
    public static SourceDocument Of(string name, byte[] content) => FileReader.Read(name, content, TestContext.Current.CancellationToken);

    public static string[] Lines(string name, byte[] content) => [.. Of(name, content).Blocks.SelectMany(Lines)];

    public static Refusal Refusal(string name, byte[] content) => Should.Throw<Refusal>(() => Of(name, content));

    private static IEnumerable<string> Lines(SourceBlock block) => block is SourceGrid grid
        ? grid.Rows.Select(
            r => $"{grid.Name} {r.Number}: {string.Join(" / ", r.Cells.Select(c => c.Replace("\n", "\\n", StringComparison.Ordinal)))}")
        : [((SourceText)block).Text];
}
