using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using PartnershipEquality.Data.Tenancy;

namespace PartnershipEquality.Api.Tests.Isolation;

/// <summary>
/// A database in which every table holds rows of every organisation (World.sql), and the comparison of what the
/// database lets each of them do with what <see cref="Rules"/> says.
/// </summary>
public sealed class World : IAsyncDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private readonly Database _database;
    private readonly Dictionary<string, Table> _tables = [];
    private readonly List<(string Code, TenantScope Scope)> _viewers = [];

    private World(Database database) => this._database = database;

    public Rules Rules { get; private set; } = null!;

    public IReadOnlyCollection<string> Tables => _tables.Keys;

    public Database Database => _database;

    public static async Task<World> CreateAsync(RunningApi api, string name)
    {
        ArgumentNullException.ThrowIfNull(api);
        var world = new World(await api.NewDatabaseAsync(name));
        using var seed = new StreamReader(typeof(World).Assembly.GetManifestResourceStream("World.sql")!);
        await world._database.RunAsync(await seed.ReadToEndAsync());
        await world.LearnAsync();
        return world;
    }

    /// <summary>
    /// What is wrong with one table: who sees, adds, changes, removes or refers to what it should not, or may not do what it should.
    /// </summary>
    public async Task<List<string>> ViolationsAsync(string name)
    {
        var table = _tables[name];
        var rule = Rules.Of(name);
        var violations = new List<string>();
        foreach (var (code, _) in _viewers)
        {
            await using var connection = await _database.Roles.App.OpenConnectionAsync();
            await using var transaction = await BeginAsync(connection, code);
            violations.AddRange((await FindAsync(connection, table, rule, code)).Select(found => $"{code} {found}"));
        }

        return violations;
    }

    /// <summary>How many rows a statement of this organisation's reaches, or the SQLSTATE that stops it. Nothing stays.</summary>
    public async Task<string> ReachesAsync(string viewer, string statement)
    {
        await using var connection = await _database.Roles.App.OpenConnectionAsync();
        await using var transaction = await BeginAsync(connection, viewer);
        return await ScalarAsync<string>(connection, "select probe.reaches($1)", statement);
    }

    /// <summary>The same within a transaction in which a superuser has made ready, and which it takes back.</summary>
    public async Task<string> ReachesAsync(string viewer, string statement, NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        await using (var settings = new NpgsqlBatch(connection, transaction))
        {
            settings.BatchCommands.Add(new NpgsqlBatchCommand("set local role equality_app"));
            _viewers.Single(v => v.Code == viewer).Scope.Apply(settings, readOnly: false);
            await settings.ExecuteNonQueryAsync();
        }

        return await ScalarAsync<string>(connection, "select probe.reaches($1)", statement);
    }

    /// <summary>
    /// What nobody in particular may see or add: with no settings, and with those of a transaction that has ended on the same connection.
    /// </summary>
    public async Task<List<string>> ViolationsOfNobodyAsync(string name)
    {
        var violations = new List<string>();
        await using var connection = await _database.Roles.App.OpenConnectionAsync();
        await connection.ReloadTypesAsync();
        foreach (var when in new[] { "with no settings", "after another's transaction" })
        {
            var seen = await ScalarAsync<string>(connection, "select probe.reaches($1)", $"select from equality.{name}");
            if (seen is not ("0" or "42501"))
            {
                violations.Add($"{name}: {seen} rows are seen {when}");
            }

            var answers = await ScalarAsync<string[]>(connection, "select probe.inserts($1, $2)", name,
                Fresh(_tables[name]).Select(r => r.ToJsonString()).ToArray());
            violations.AddRange(answers.Where(a => a != "42501").Select(a => $"{name}: an insert is answered {a} {when}"));
            await using var transaction = await BeginAsync(connection, _viewers[0].Code);
            await transaction.CommitAsync();
        }

        return violations;
    }

    public async ValueTask DisposeAsync() => await _database.DisposeAsync();

    private async Task<NpgsqlTransaction> BeginAsync(NpgsqlConnection connection, string viewer)
    {
        var transaction = await connection.BeginTransactionAsync();
        await using var settings = new NpgsqlBatch(connection);
        _viewers.Single(v => v.Code == viewer).Scope.Apply(settings, readOnly: false);
        await settings.ExecuteNonQueryAsync();
        return transaction;
    }

    private async Task<List<string>> FindAsync(NpgsqlConnection connection, Table table, Rule rule, string viewer)
    {
        var found = new List<string>();
        var seen = (await ScalarAsync<string[]>(connection, $"select array(select {table.Key} from equality.{table.Name})")).ToHashSet();
        found.AddRange(table.Rows.Where(r => rule.Sees(r, viewer) != seen.Contains(r.Key))
            .Select(r => $"{(seen.Contains(r.Key) ? "sees" : "does not see")} {table.Name} {Describe(r)}"));

        var answers = await ScalarAsync<string[]>(connection, "select probe.inserts($1, $2)", table.Name,
            Fresh(table).Select(r => r.ToJsonString()).ToArray());
        found.AddRange(table.Rows.Zip(answers).Where(p => rule.Adds(p.First, viewer) != p.Second is not "42501")
            .Select(p => $"adding {table.Name} {Describe(p.First)} is answered {p.Second}"));

        var changes = await ScalarAsync<string>(connection, "select probe.reaches($1)", table.Change);
        var expected = rule.Changes is { } mayChange ? $"{table.Rows.Count(r => mayChange(r, viewer))}" : "42501";
        if (changes != expected)
        {
            found.Add($"changes {changes} and not {expected} of {table.Name}");
        }

        var removes = await ScalarAsync<string>(connection, "select probe.reaches($1)", $"delete from equality.{table.Name}");
        if (removes == "23503")
        {
            // What others refer to stays, but it was reached.
            removes = $"{(await ScalarAsync<string[]>(connection, $"select array(select probe.reaches(format('delete from " +
                $"equality.{table.Name} where {table.Key.Replace("'", "''", StringComparison.Ordinal)} = %L', k)) from unnest($1) k)", (object)table.Rows.Select(r => r.Key).ToArray())).Count(r => r != "0")}";
        }

        expected = rule.Removes is { } mayRemove ? $"{table.Rows.Count(r => mayRemove(r, viewer))}" : "42501";
        if (removes != expected)
        {
            found.Add($"removes {removes} and not {expected} of {table.Name}");
        }

        found.AddRange(await ReferencesAsync(connection, table, rule, viewer));
        return found;
    }

    /// <summary>A row of the viewer's own, hung on a parent that is another's and that the viewer does not see.</summary>
    private async Task<List<string>> ReferencesAsync(NpgsqlConnection connection, Table table, Rule rule, string viewer)
    {
        var (rows, keys) = (new List<JsonObject>(), new List<string>());
        var fresh = Fresh(table).Zip(table.Rows).Where(p => rule.Adds(p.Second, viewer)).Select(p => p.First).Take(3).ToList();
        foreach (var key in table.ForeignKeys)
        {
            var sees = Rules.Of(key.To).Sees;
            var tenants = key.Columns.Where(c => c.From is "owner_id" or "authority_id" or "organisation_id").ToArray();
            foreach (var parent in _tables[key.To].Rows.Where(p => !sees(p, viewer)))
            {
                foreach (var own in fresh.Where(own => tenants.Any(c => $"{own[c.From]}" != $"{parent.Json.GetProperty(c.To)}")))
                {
                    // Once with the parent's tenant beside its id, once with the row's own.
                    foreach (var columns in new[] { key.Columns, [.. key.Columns.Except(tenants)] })
                    {
                        var row = own.DeepClone().AsObject();
                        if (table.Name == "assignments")
                        {
                            row["action_id"] = SpareActionOf(row);
                        }

                        foreach (var (from, to) in columns)
                        {
                            row[from] = JsonNode.Parse(parent.Json.GetProperty(to).GetRawText());
                        }

                        rows.Add(row);
                        keys.Add($"{table.Name} ({string.Join(", ", columns.Select(c => c.From))}) to {key.To} {Describe(parent)}");
                    }
                }
            }
        }

        var answers = await ScalarAsync<string[]>(connection, "select probe.inserts($1, $2)", table.Name,
            rows.Select(r => r.ToJsonString()).ToArray());
        // A unique key may be in the way first; then the foreign key must have been seen to refuse another row.
        return [.. keys.Zip(answers).GroupBy(p => p.First, p => p.Second)
            .Where(g => g.Any(a => a is not ("42501" or "23503" or "23505")) || g.All(a => a == "23505"))
            .Select(g => $"{g.Key} is answered {string.Join(", ", g.Distinct())}")];
    }

    private string SpareActionOf(JsonObject assignment) => $"{_tables["actions"].Rows.Single(a =>
        $"{a.Json.GetProperty("scheme_id")}" == $"{assignment["scheme_id"]}" && a.Json.GetProperty("unassigned").GetBoolean()).Json.GetProperty("id")}";

    /// <summary>
    /// Copies under new ids and new values of the unique keys, so that only row security or a foreign key can be in the way.
    /// </summary>
    private static IEnumerable<JsonObject> Fresh(Table table) => table.Rows.Select(r =>
    {
        var copy = JsonObject.Create(r.Json)!;
        foreach (var (column, type) in table.Fresh)
        {
            copy[column] = type switch
            {
                "uuid" => JsonValue.Create(Guid.NewGuid()),
                "int4" or "int8" => JsonValue.Create(Random.Shared.Next(1000, int.MaxValue)),
                "date" => JsonValue.Create(new DateOnly(2100, 1, 1).AddDays(Random.Shared.Next(100_000)).ToString("yyyy-MM-dd", null)),
                "timestamptz" => JsonValue.Create("2100-01-01T00:00:00Z"),
                _ => JsonValue.Create(Guid.NewGuid().ToString("N")),
            };
        }

        return copy;
    });

    private string Describe(Row row) => Rules.Describe(row);

    private async Task LearnAsync()
    {
        foreach (var (name, key, fresh) in await _database.ReadAsync("""
            select c.relname::text,
              (select 'concat_ws(''|'', ' || string_agg(a.attname, ', ' order by a.attnum) || ')' from pg_index i
              join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey) where i.indrelid = c.oid and i.indisprimary),
              array(select distinct a.attname || ':' || t.typname from pg_index i
              join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey) join pg_type t on t.oid = a.atttypid
                where i.indrelid = c.oid and i.indisunique and not exists (select from pg_constraint k
                where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any (k.conkey))
                  and a.attname not in ('organisation_id', 'authority_id', 'owner_id', 'partnership_id', 'kind', 'audience'))
            from pg_class c where c.relnamespace = 'equality'::regnamespace and c.relkind = 'r' and c.relrowsecurity
            """, r => (r.GetString(0), r.GetString(1), r.GetFieldValue<string[]>(2))))
        {
            var rows = await _database.ReadAsync($"select {key}, to_jsonb(t) from equality.{name} t",
                r => new Row(r.GetString(0), JsonDocument.Parse(r.GetString(1)).RootElement));
            var foreignKeys = (await _database.ReadAsync("""
                select confrelid::regclass::text,
                  array(select a.attname::text from unnest(k.conkey) with ordinality u(n, i)
                  join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n order by i),
                  array(select a.attname::text from unnest(k.confkey) with ordinality u(n, i)
                  join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.n order by i)
                from pg_constraint k where k.contype = 'f' and k.conrelid = $1::text::regclass and k.confrelid <> 'organisations'::regclass
                """, r => new ForeignKey(r.GetString(0), [.. r.GetFieldValue<string[]>(1).Zip(r.GetFieldValue<string[]>(2))]),
                  name)).ToList();
            IEnumerable<(string, string)> more = name switch
            {
                "posts" => [("title", "text")],
                "people" => [("address", "text")],
                "assignment_states" => [("ended_at", "timestamptz")],
                _ => [],
            };
            _tables[name] = new Table(name, key, rows, foreignKeys, await ChangeOfAsync(name),
                [.. fresh.Select(f => (f.Split(':')[0], f.Split(':')[1])), .. more]);
        }

        var codes = _tables["organisations"].Rows.ToDictionary(r => r.Json.GetProperty("id").GetGuid(),
            r => r.Json.GetProperty("code").GetString()!);
        Rules = new Rules(codes,
            _tables["actions"].Rows.ToDictionary(r => r.Json.GetProperty("id").GetGuid(), r => r.Json.GetProperty("scheme_id").GetGuid()),
            _tables["schemes"].Rows.Single(r => r.Json.GetProperty("reference").GetString() == "past").Json.GetProperty("id").GetGuid());
        foreach (var (id, code) in codes.OrderBy(c => c.Value))
        {
            await using var command = _database.Roles.Platform.CreateCommand("select * from gate.reach($1, $2)");
            command.Parameters.Add(new() { Value = id });
            command.Parameters.Add(new() { Value = Today });
            await using var reader = await command.ExecuteReaderAsync();
            await reader.ReadAsync();
            _viewers.Add((code, TenantScope.Read(reader, 0)));
        }
    }

    /// <summary>
    /// An update of every row there is, to the value it has: it names no column in a condition, so that the policy for
    /// updates alone decides what it reaches, and the one for reading hides nothing.
    /// </summary>
    private async Task<string> ChangeOfAsync(string name)
    {
        foreach (var column in await _database.TextsAsync("""
            select a.attname::text from pg_attribute a
              where a.attrelid = $1::text::regclass and a.attnum > 0
              and has_column_privilege('equality_app', a.attrelid, a.attnum, 'update') order by a.attnum desc
            """, name))
        {
            var values = await _database.TextsAsync($"""
                select distinct format('%L::%s', {column}, pg_typeof({column})) from equality.{name}
                """);
            if (values is [var value])
            {
                return $"update equality.{name} set {column} = {value}";
            }
        }

        return $"update equality.{name} set " +
            $"{(await _database.TextsAsync("select attname::text from pg_attribute where attrelid = $1::text::regclass and attnum = 1", name)).Single()} = null";
    }

    private static async Task<T> ScalarAsync<T>(NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(value is string[] && sql.Contains("inserts", StringComparison.Ordinal)
                ? new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Jsonb }
                    : new NpgsqlParameter { Value = value });
        }

        return (T)(await command.ExecuteScalarAsync())!;
    }

    private sealed record Table(
        string Name, string Key, IReadOnlyList<Row> Rows, IReadOnlyList<ForeignKey> ForeignKeys, string Change,
            IReadOnlyList<(string Column, string Type)> Fresh);

    private sealed record ForeignKey(string To, (string From, string To)[] Columns);
}

/// <summary>A row as a superuser sees it.</summary>
public sealed record Row(string Key, JsonElement Json);
