using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;

namespace PartnershipEquality.Bench;

/// <summary>
/// The plans of the program's own statements, as its own role ran them under its organisation's settings: PostgreSQL's
/// auto_explain writes each with its times, rows and buffers into the server's log, and they are read from there.
/// </summary>
internal sealed partial class QueryPlans
{
    /// <summary>A table of fewer rows is read whole as cheaply as through an index.</summary>
    private const int Big = 1_000;

    private readonly BenchServer _server;
    private readonly long _from;

    private QueryPlans(BenchServer server, long from) => (this._server, this._from) = (server, from);

    /// <summary>From here on, every statement in new sessions of the database is explained.</summary>
    public static async Task<QueryPlans> TakeAsync(BenchServer server, string database, CancellationToken ct)
    {
        foreach (var (name, value) in new[]
        {
            ("session_preload_libraries", "auto_explain"), ("auto_explain.log_min_duration", "0"), ("auto_explain.log_analyze", "on"),
            ("auto_explain.log_buffers", "on"), ("auto_explain.log_format", "json"),
        })
        {
            await server.RunAsync($"alter role equality_app in database {database} set {name} = '{value}'", ct);
        }

        return new QueryPlans(server, new FileInfo(server.LogFile).Length);
    }

    /// <summary>
    /// One line for each statement: how often, how long at most, by which indexes, and whether it reads a big table whole.
    /// </summary>
    public async Task SayAsync(NpgsqlDataSource database, string? file, CancellationToken ct)
    {
        var big = await BigTablesAsync(database, ct);
        var statements = Read().GroupBy(p => p.Text)
            .Select(g => (Text: g.Key, Calls: g.Count(), Longest: g.MaxBy(p => p.Milliseconds)!,
                Nodes: g.SelectMany(p => p.Nodes).ToList()))
            .OrderByDescending(s => s.Calls * s.Longest.Milliseconds).ToList();
        var whole = new StringBuilder();
        foreach (var (text, calls, longest, nodes) in statements)
        {
            var scans = nodes.Where(n => n.Kind == "Seq Scan" && big.Contains(n.Table)).Select(n => n.Table).Distinct().ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{(scans.Count > 0 ? "SCAN " : "  ok ")} {calls,5} x at most {longest.Milliseconds,8:0.00} ms, " +
                $"{nodes.Max(n => n.Rows),6} rows, {nodes.Max(n => n.Removed),6} filtered: " +
                $"{(text.Length > 110 ? text[..110] + "..." : text)}"));
            Console.WriteLine(
                $"        {(scans.Count > 0 ? $"reads all of {string.Join(", ", scans)}; " : "")}by " +
                $"{string.Join(", ", nodes.Select(n => n.Index ?? (n.Kind == "Seq Scan" ? $"all of {n.Table}" : null)).OfType<string>().Distinct())}");
            whole.AppendLine(CultureInfo.InvariantCulture, $"-- {calls} x; the longest:").AppendLine(longest.Whole).AppendLine();
        }

        Console.WriteLine(
            $"{statements.Count} statements; {statements.Count(s => s.Nodes.Any(n => n.Kind == "Seq Scan" && big.Contains(n.Table)))} of " +
            $"them read a table of {Big} rows or more whole.");
        if (file is not null)
        {
            await File.WriteAllTextAsync(file, whole.ToString(), ct);
        }
    }

    private static async Task<HashSet<string>> BigTablesAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select relname from pg_class where relnamespace = 'equality'::regnamespace and relkind = 'r' and reltuples >= $1
            """);
        command.Parameters.Add(new() { Value = (float)Big });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var tables = new HashSet<string>();
        while (await reader.ReadAsync(ct))
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }

    private IEnumerable<Plan> Read()
    {
        using var log = new FileStream(_server.LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        log.Seek(_from, SeekOrigin.Begin);
        using var reader = new StreamReader(log);
        StringBuilder? json = null;
        var milliseconds = 0d;
        while (reader.ReadLine() is { } line)
        {
            if (json is not null && line.StartsWith('\t'))
            {
                json.AppendLine(line[1..]);
                continue;
            }

            if (json is not null)
            {
                yield return Plan.Of(json.ToString(), milliseconds);
                json = null;
            }

            if (Begins().Match(line) is { Success: true } begins)
            {
                (json, milliseconds) = (new StringBuilder(), double.Parse(begins.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
            }
        }

        if (json is not null)
        {
            yield return Plan.Of(json.ToString(), milliseconds);
        }
    }

    [GeneratedRegex(@"LOG:  duration: ([0-9.]+) ms  plan:$")]
    private static partial Regex Begins();

    private sealed record Node(string Kind, string Table, string? Index, long Rows, long Removed);

    private sealed record Plan(string Text, double Milliseconds, string Whole, IReadOnlyList<Node> Nodes)
    {
        public static Plan Of(string json, double milliseconds)
        {
            using var document = JsonDocument.Parse(json);
            var nodes = new List<Node>();
            Walk(document.RootElement.GetProperty("Plan"), nodes);
            return new Plan(
                string.Join(' ', document.RootElement.GetProperty("Query Text").GetString()!.Split((char[]?)null,
                    StringSplitOptions.RemoveEmptyEntries)), milliseconds, json, nodes);
        }

        private static void Walk(JsonElement plan, List<Node> nodes)
        {
            string? Text(string name) => plan.TryGetProperty(name, out var value) ? value.GetString() : null;
            long Count(string name) => plan.TryGetProperty(name, out var value) ? (long)value.GetDouble() : 0;
            var loops = Math.Max(1, Count("Actual Loops"));
            nodes.Add(new Node(Text("Node Type")!, Text("Relation Name")
                ?? "", Text("Index Name"), Count("Actual Rows") * loops, Count("Rows Removed by Filter") * loops));
            if (plan.TryGetProperty("Plans", out var below))
            {
                foreach (var child in below.EnumerateArray())
                {
                    Walk(child, nodes);
                }
            }
        }
    }
}
