using System.Diagnostics;
using System.Reflection;
using System.Runtime;
using System.Runtime.InteropServices;
using Npgsql;

namespace PartnershipEquality.Bench;

/// <summary>What figures are worth nothing without: the machine, how busy it is, and how much is in the tables.</summary>
internal static class Machine
{
    /// <summary>The load averages of 1, 5 and 15 minutes, where the system tells.</summary>
    public static string Load =>
        File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "not known";

    public static async Task SayAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        if (typeof(Machine).Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true })
        {
            Console.WriteLine("This is a Debug build: for figures, dotnet run -c Release.");
        }

        var (version, buffers) = (await TextAsync(database, "show server_version", ct),
            await TextAsync(database, "show shared_buffers", ct));
        Console.WriteLine(
            $"{Environment.ProcessorCount} cores, load {Load}; {RuntimeInformation.FrameworkDescription}, " +
            $"{(GCSettings.IsServerGC ? "server" : "workstation")} GC; PostgreSQL {version}, shared_buffers {buffers}.");
        Console.WriteLine(await TextAsync(database, """
            select format('%s authorities, %s partnerships, %s schemes, %s commitments, %s actions, %s assignments, %s occurrences (%s of them open), %s updates; %s.',
              (select count(*) from organisations where kind = 'authority'), (select count(*) from organisations
              where kind = 'partnership'), (select count(*) from schemes),
              (select count(*) from commitments), (select count(*) from actions), (select count(*) from assignments), (select count(*)
              from occurrences),
              (select count(*) from occurrences where status = 'open'), (select count(*)
              from progress_updates), pg_size_pretty(pg_database_size(current_database())))
            """, ct));
    }

    private static async Task<string> TextAsync(NpgsqlDataSource database, string sql, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync(ct))!;
    }
}
