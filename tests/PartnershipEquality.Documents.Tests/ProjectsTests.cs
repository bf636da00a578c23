using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PartnershipEquality.Documents.Tests;

/// <summary>Which projects know each other, and which parts of Documents do: data and reasons flow one way.</summary>
public sealed partial class ProjectsTests
{
    private const string Documents = "PartnershipEquality.Documents";

    private static readonly string Sources = Path.Combine(RepositoryFolder(), "src");

    [Theory]
    [InlineData("Domain", "")]
    [InlineData("Data", "Domain")]
    [InlineData("Documents", "Domain")]
    [InlineData("Api", "Data Documents EmbeddedPostgres")]
    public void A_project_knows_only_those_below_it(string project, string known) =>
        Items(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path).Split('.')[^1]).Order()
            .ShouldBe(known.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void Domain_needs_no_package() => Items("Domain", "PackageReference").ShouldBeEmpty();

    [Fact]
    public void Documents_alone_uses_packages_for_Office_and_CSV()
    {
        string[] own = ["CsvHelper", "DocumentFormat.OpenXml", "ExcelDataReader"];
        Items("Documents", "PackageReference").Order().ShouldBe(own);
        foreach (var file in Directory.EnumerateFiles(Sources, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains(Documents, StringComparison.Ordinal)))
        {
            Usings().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)
                .ShouldAllBe(name => !own.Any(package => name.StartsWith(package, StringComparison.Ordinal)), file);
        }
    }

    [Fact]
    public void No_part_of_Documents_knows_one_that_knows_it()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Sources, Documents), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText).Select(text => (Text: text, Space: Namespace().Match(text).Groups[1].Value))
                .Where(file => file.Space.Length > 0).ToList();
        var types = files.SelectMany(file => Types().Matches(file.Text).Select(match => (Name: match.Groups[1].Value, file.Space)))
            .ToLookup(type => type.Name, type => type.Space);
        var arrows = files.SelectMany(file => Known(file.Text, file.Space, types).Select(known => (From: file.Space, To: known)))
            .Where(arrow => arrow.From != arrow.To).Distinct().ToLookup(a => a.From, a => a.To);
        arrows.Count.ShouldBeGreaterThan(5);

        arrows.SelectMany(from => from.Where(to => Reached(to, arrows).Contains(from.Key)).Select(to => $"{from.Key} -> {to}"))
            .ShouldBeEmpty();
    }

    /// <summary>The namespaces whose types a file names: those it brings in, and those that stand around its own.</summary>
    private static IEnumerable<string> Known(string text, string space, ILookup<string, string> types)
    {
        var inSight = Usings().Matches(text).Select(match => match.Groups[1].Value)
            .Where(name => name.StartsWith(Documents, StringComparison.Ordinal)).ToHashSet();
        for (var around = space; around.StartsWith(Documents, StringComparison.Ordinal); around = around[..around.LastIndexOf('.')])
        {
            inSight.Add(around);
        }

        var words = Words().Matches(NotCode().Replace(text, "")).Select(match => match.Value).Distinct();
        return words.SelectMany(word => types[word]).Where(inSight.Contains);
    }

    private static HashSet<string> Reached(string from, ILookup<string, string> arrows)
    {
        var reached = new HashSet<string> { from };
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var next))
        {
            foreach (var known in arrows[next].Where(reached.Add))
            {
                open.Enqueue(known);
            }
        }

        return reached;
    }

    private static IEnumerable<string> Items(string project, string kind) =>
        XDocument.Load(Path.Combine(Sources, $"PartnershipEquality.{project}", $"PartnershipEquality.{project}.csproj")).Descendants(kind)
            .Select(item => item.Attribute("Include")!.Value.Replace('\\', '/'));

    private static string RepositoryFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "PartnershipEquality.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^using ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Usings();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(
        @"^(?:public |internal )(?:static |sealed |abstract |readonly |partial )*(?:class|record struct|record|struct|enum|interface) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Types();

    [GeneratedRegex(@"(?<![.\w])[A-Z]\w+")]
    private static partial Regex Words();

    [GeneratedRegex("""//.*|"(?:\\.|[^"\\\n])*"|^using .*""", RegexOptions.Multiline)]
    private static partial Regex NotCode();
}
