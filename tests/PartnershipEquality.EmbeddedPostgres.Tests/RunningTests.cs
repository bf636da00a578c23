namespace PartnershipEquality.EmbeddedPostgres.Tests;

public sealed class RunningTests(RunningServer running) : IClassFixture<RunningServer>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_answers_on_this_machine_alone_with_a_password_of_its_own()
    {
        (await running.Server.AskAsync("select 1")).ShouldBe(1);
        (await running.Server.AskAsync("show listen_addresses")).ShouldBe("127.0.0.1");
        (await running.Server.AskAsync("show port")).ShouldBe($"{running.Server.Address.Port}");
        (await running.Server.AskAsync("show server_encoding")).ShouldBe("UTF8");
        (await running.Server.AskAsync("show timezone")).ShouldBe("UTC");
        (await running.Server.AskAsync("show fsync")).ShouldBe("off");
        running.Server.Folder.ShouldBe(running.Folder.Path);
        running.Server.Address.Password.Length.ShouldBe(32);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path.Combine(running.Folder.Path, "password")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task A_wrong_password_is_refused()
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(
            running.Server.Address.ConnectionString("postgres", "postgres")
                .Replace(running.Server.Address.Password, "guess", StringComparison.Ordinal));

        (await Should.ThrowAsync<Npgsql.PostgresException>(() => source.OpenConnectionAsync(Ct).AsTask())).SqlState.ShouldBe("28P01");
    }

    [Fact]
    public async Task A_folder_in_use_is_refused_by_name_and_process()
    {
        var refused = await Should.ThrowAsync<InvalidOperationException>(() => EmbeddedPostgres.StartAsync(running.Folder.Options, Ct));

        refused.Message.ShouldContain(running.Folder.Path);
        refused.Message.ShouldContain($"process {running.Server.ServerPid()}");
        (await running.Server.AskAsync("select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Ctrl_C_in_the_terminal_does_not_reach_the_server()
    {
        // The proc file system shows what the terminal goes by: the process group.
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        GroupOf(running.Server.ServerPid()).ShouldNotBe(GroupOf(Environment.ProcessId));

        static string GroupOf(int pid) => File.ReadAllText($"/proc/{pid}/stat").Split(") ")[1].Split(' ')[2];
    }
}

/// <summary>One server for the tests that only look at it.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    internal TestFolder Folder { get; } = new();

    internal EmbeddedPostgres Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Server = await EmbeddedPostgres.StartAsync(Folder.Options, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Folder.Dispose();
    }
}
