namespace PartnershipEquality.EmbeddedPostgres.Tests;

public sealed class StartTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Data_survives_a_restart_until_a_fresh_start()
    {
        using var folder = new TestFolder();
        var durable = folder.Options with { ForTests = false };
        await using (var first = await EmbeddedPostgres.StartAsync(durable, Ct))
        {
            await first.AskAsync("create table kept as select 42 as answer");
        }

        await using (var second = await EmbeddedPostgres.StartAsync(durable, Ct))
        {
            (await second.AskAsync("select answer from kept")).ShouldBe(42);
            (await second.AskAsync("show fsync")).ShouldBe("on");
        }

        await using var fresh = await EmbeddedPostgres.StartAsync(folder.Options with { Fresh = true }, Ct);
        (await fresh.AskAsync("select to_regclass('kept') is null")).ShouldBe(true);
    }

    [Fact]
    public async Task Half_made_data_is_made_again()
    {
        using var folder = new TestFolder();
        var data = Directory.CreateDirectory(Path.Combine(folder.Path, "data"));
        await File.WriteAllTextAsync(Path.Combine(data.FullName, "PG_VERSION"), "15\n", Ct);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "password"), "of the interrupted start", Ct);

        await using var server = await EmbeddedPostgres.StartAsync(folder.Options, Ct);

        (await server.AskAsync("select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Data_that_somebody_else_made_is_left_alone()
    {
        using var folder = new TestFolder();
        var version = Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Path, "data")).FullName, "PG_VERSION");
        await File.WriteAllTextAsync(version, "15\n", Ct);

        var refused = await Should.ThrowAsync<InvalidOperationException>(
            () => EmbeddedPostgres.StartAsync(folder.Options with { Fresh = true }, Ct));

        refused.Message.ShouldContain("was not made here");
        File.Exists(version).ShouldBeTrue();
    }

    [Fact]
    public async Task A_server_that_does_not_start_says_why()
    {
        using var folder = new TestFolder();
        await (await EmbeddedPostgres.StartAsync(folder.Options, Ct)).DisposeAsync();
        await File.AppendAllTextAsync(Path.Combine(folder.Path, "data", "postgresql.conf"), "no_such_setting = 1\n", Ct);

        var failed = await Should.ThrowAsync<InvalidOperationException>(() => EmbeddedPostgres.StartAsync(folder.Options, Ct));

        failed.Message.ShouldContain("unrecognized configuration parameter \"no_such_setting\"");
    }

    [Fact]
    public async Task A_folder_closed_to_other_users_is_no_obstacle()
    {
        using var folder = new TestFolder();
        var closed = Path.Combine(folder.Path, "closed");
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(closed);
        }
        else
        {
            Directory.CreateDirectory(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var log = new List<string>();
        string used;
        await using (var server = await EmbeddedPostgres.StartAsync(folder.Options with { Folder = closed, Log = log.Add }, Ct))
        {
            (await server.AskAsync("select 1")).ShouldBe(1);
            used = server.Folder;
        }

        log.Any(line => line.Contains(used, StringComparison.Ordinal)).ShouldBeTrue();
        if (used != closed)
        {
            Directory.Delete(used, recursive: true);
        }
    }

    [Fact]
    public async Task Cancelling_leaves_nothing_that_stands_in_the_way()
    {
        using var folder = new TestFolder();
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(400));

        await Should.ThrowAsync<OperationCanceledException>(() => EmbeddedPostgres.StartAsync(folder.Options, soon.Token));

        await using var server = await EmbeddedPostgres.StartAsync(folder.Options, Ct);
        (await server.AskAsync("select 1")).ShouldBe(1);
    }
}
