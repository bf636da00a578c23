using PartnershipEquality.Documents.Files;
using PartnershipEquality.Documents.Plans;
using PartnershipEquality.Documents.Plans.Rows;

namespace PartnershipEquality.Documents.Tests.Files;

/// <summary>
/// The five real plans as LibreOffice saved them: its exports opened and saved again, and the councils' own tables set in a
/// document with their headings across. Each reads as the plan that its text is.
/// </summary>
public sealed class LibreOfficeTests
{
    private const string Folder = "LibreOffice/";

    public static TheoryData<string> Files =>
        [.. typeof(LibreOfficeTests).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_plan_that_LibreOffice_saved_reads_as_its_text(string file)
    {
        var read = Read(file);

        Lines(read).ShouldBe(Lines(Read($"Plans/{Path.GetFileNameWithoutExtension(file)}.txt")));
        read.Problems.ShouldAllBe(problem => problem.Severity == ProblemSeverity.Warning);
    }

    [Fact]
    public void Each_plan_is_there_in_each_way() => Files.Count.ShouldBe(5 * 5);

    private static PlanReadingResult Read(string resource)
    {
        using var stream = typeof(LibreOfficeTests).Assembly.GetManifestResourceStream(resource)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return PlanReader.Read(FileReader.Read(Path.GetFileName(resource), bytes.ToArray(), TestContext.Current.CancellationToken));
    }

    private static List<string> Lines(PlanReadingResult read)
    {
        var lines = new List<string>();
        foreach (var theme in read.Plan.Themes)
        {
            lines.Add($"{theme.Number} {theme.Title}");
            foreach (var c in theme.Commitments)
            {
                lines.Add($"  {c.Reference} {c.Title} {c.NotApplicable} {string.Join("; ", c.Related)} {string.Join("; ", c.PsedAims)} " +
                    $"{string.Join("; ", c.ProtectedCharacteristics)}");
                foreach (var a in c.Actions)
                {
                    lines.Add($"    {a.Reference} {string.Join(" | ", a.Text, a.Outcome, a.Measures, a.Responsible, a.Resources, a.Barriers, a.Stakeholders, a.Target, a.CrossReference)}");
                    lines.AddRange(a.Milestones.Select(m => $"      {m.Text} | {m.Target}"));
                }
            }
        }

        return lines;
    }
}
