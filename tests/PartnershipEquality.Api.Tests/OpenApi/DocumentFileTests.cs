namespace PartnershipEquality.Api.Tests.OpenApi;

/// <summary>The document in the repository is the one that is served: who reviews a change sees what it does to integrations.</summary>
public sealed class DocumentFileTests(RunningApi api)
{
    private const string FileName = "partnership-equality.v1.json";

    [Fact]
    public async Task The_document_in_the_repository_is_the_one_served()
    {
        var served = (await api.Api.Client().GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken)).ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        var file = Path.Combine(Repository(), "openapi", FileName);
        if (Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, served, TestContext.Current.CancellationToken);
            return;
        }

        var kept = File.Exists(file) ? await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken) : "";
        if (kept != served)
        {
            Assert.Fail($"openapi/{FileName} is not the document served ({FirstDifference(kept, served)}). If the change is meant, write it anew with: UPDATE_OPENAPI=1 dotnet test tests/PartnershipEquality.Api.Tests");
        }
    }

    [Fact]
    public async Task The_document_is_the_same_each_time_it_is_served()
    {
        await using var other = await api.StartAsync();
        var (first, second) = (await api.Api.Client().GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken), await other.Client().GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken));
        second.ShouldBe(first);
    }

    private static string FirstDifference(string kept, string served)
    {
        var (old, now) = (kept.Split('\n'), served.Split('\n'));
        var line = Enumerable.Range(0, Math.Min(old.Length, now.Length)).FirstOrDefault(i => old[i] != now[i], Math.Min(old.Length, now.Length));
        return $"line {line + 1}: kept \"{old.ElementAtOrDefault(line)?.Trim()}\", served \"{now.ElementAtOrDefault(line)?.Trim()}\"";
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "PartnershipEquality.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
