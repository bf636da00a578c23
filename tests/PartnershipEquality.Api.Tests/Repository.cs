namespace PartnershipEquality.Api.Tests;

/// <summary>The repository that the tests were built in: some of what is kept there is made from the program.</summary>
internal static class Repository
{
    public static string Folder { get; } = Find();

    /// <summary>Whether this run writes such files anew in place of comparing them.</summary>
    public static bool Renews => Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "1";

    /// <summary>The file is as it would be made now, or is written so.</summary>
    public static async Task HoldAsync(string path, string now)
    {
        var file = Path.Combine(Folder, path);
        if (Renews)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, now, TestContext.Current.CancellationToken);
            return;
        }

        var kept = File.Exists(file)
            ? (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n") : "";
        if (kept != now)
        {
            Assert.Fail(
                $"{path} is not what the program makes ({FirstDifference(kept, now)}). If the change is meant, write it anew with: " +
                "UPDATE_OPENAPI=1 dotnet test tests/PartnershipEquality.Api.Tests");
        }
    }

    private static string FirstDifference(string kept, string now)
    {
        var (old, made) = (kept.Split('\n'), now.Split('\n'));
        var line = Enumerable.Range(0, Math.Min(old.Length, made.Length))
            .FirstOrDefault(i => old[i] != made[i], Math.Min(old.Length, made.Length));
        return $"line {line + 1}: kept \"{old.ElementAtOrDefault(line)?.Trim()}\", made \"{made.ElementAtOrDefault(line)?.Trim()}\"";
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "PartnershipEquality.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
