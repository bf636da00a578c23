using System.Text.RegularExpressions;

namespace PartnershipEquality.Api.Tests.Guards;

/// <summary>Which files know the packages that a package set chooses between. All others compile to the same with either.</summary>
public sealed partial class SeamsTests
{
    private static readonly string[] Knowing =
    [
        "src/PartnershipEquality.Api/Jobs/Timetable.Hangfire.cs",
        "src/PartnershipEquality.Api/Jobs/Timetable.Quartz.cs",
        "src/PartnershipEquality.Api/PartnershipEquality.Api.csproj",
        "src/PartnershipEquality.Api/Pipeline/TenantResolution.Finbuckle.cs",
        "src/PartnershipEquality.Api/appsettings.json",
        "tests/PartnershipEquality.Api.Tests/Guards/SeamsTests.cs",
        "tests/PartnershipEquality.Api.Tests/Jobs/EnginePagesTests.Hangfire.cs",
        "tests/PartnershipEquality.Api.Tests/PartnershipEquality.Api.Tests.csproj",
        "tests/PartnershipEquality.Api.Tests/SharedPostgres.Testcontainers.cs",
    ];

    [Fact]
    public async Task Only_the_seams_name_the_packages_and_no_code_is_compiled_by_condition()
    {
        var repository = Repository.Folder;
        var knowing = new List<string>();
        foreach (var file in new[] { "src", "tests" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(repository, folder), "*", SearchOption.AllDirectories)))
        {
            var path = Path.GetRelativePath(repository, file).Replace('\\', '/');
            if (!Code().IsMatch(path) || Made().IsMatch(path))
            {
                continue;
            }

            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            if (Packages().IsMatch(text))
            {
                knowing.Add(path);
            }

            Condition().IsMatch(text).ShouldBeFalse($"{path}: a condition belongs in the project file");
        }

        knowing.Order(StringComparer.Ordinal).ShouldBe(Knowing);
    }

    [GeneratedRegex(@"\.(cs|csproj|json|sql)$")]
    private static partial Regex Code();

    [GeneratedRegex(@"/(bin|obj)/|packages\.Core\.lock\.json$")]
    private static partial Regex Made();

    [GeneratedRegex("Hangfire|Quartz|Finbuckle|Testcontainers|PackageSet")]
    private static partial Regex Packages();

    [GeneratedRegex(@"^\s*#\s*if\b", RegexOptions.Multiline)]
    private static partial Regex Condition();
}
