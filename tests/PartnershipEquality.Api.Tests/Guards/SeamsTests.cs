using System.Text.RegularExpressions;

namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>The product is built from one set of packages; the one alternative is who resolves the tenant.</summary>
public sealed partial class SeamsTests
{
    private static readonly string[] Knowing =
    [
        "Directory.Build.props",
        "Directory.Packages.props",
        "src/PartnershipEquality.Api/PartnershipEquality.Api.csproj",
        "src/PartnershipEquality.Api/Pipeline/TenantResolution.Finbuckle.cs",
        "tests/PartnershipEquality.Api.Tests/Guards/SeamsTests.cs",
    ];

    [Fact]
    public async Task Only_the_tenant_resolver_has_an_alternative_and_no_code_is_compiled_by_condition()
    {
        var repository = Repository.Folder;
        var knowing = new List<string>();
        var files = Directory.EnumerateFiles(repository).Concat(
            new[] { "src", "tests", "deploy", ".ci", ".github" }.SelectMany(
                folder => Directory.EnumerateFiles(Path.Combine(repository, folder), "*", SearchOption.AllDirectories)));
        foreach (var file in files)
        {
            var path = Path.GetRelativePath(repository, file).Replace('\\', '/');
            if (!Code().IsMatch(path) || Made().IsMatch(path))
            {
                continue;
            }

            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            if (Alternative().IsMatch(text))
            {
                knowing.Add(path);
            }

            Condition().IsMatch(text).ShouldBeFalse($"{path}: a condition belongs in the project file");
        }

        knowing.Order(StringComparer.Ordinal).ShouldBe(Knowing);
    }

    [GeneratedRegex(@"(\.(cs|csproj|props|json|sql|yml)|Dockerfile|\.ci/run)$")]
    private static partial Regex Code();

    [GeneratedRegex("(^|/)(bin|obj|node_modules)/")]
    private static partial Regex Made();

    [GeneratedRegex("Finbuckle|PackageSet|Quartz")]
    private static partial Regex Alternative();

    [GeneratedRegex(@"^\s*#\s*if\b", RegexOptions.Multiline)]
    private static partial Regex Condition();
}
