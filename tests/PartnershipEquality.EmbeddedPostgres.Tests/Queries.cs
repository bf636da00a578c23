using Npgsql;

namespace PartnershipEquality.EmbeddedPostgres.Tests;

/// <summary>What a test says to a server.</summary>
internal static class Queries
{
    public static async Task<object?> AskAsync(this EmbeddedPostgres server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server.Address.ConnectionString("postgres", "postgres"));
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    public static int ServerPid(this EmbeddedPostgres server) =>
        int.Parse(File.ReadLines(Path.Combine(server.Folder, "data", "postmaster.pid")).First(),
            System.Globalization.CultureInfo.InvariantCulture);
}
