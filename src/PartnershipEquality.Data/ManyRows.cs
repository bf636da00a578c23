using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using PartnershipEquality.Data.Tables;

namespace PartnershipEquality.Data;

/// <summary>
/// Rows by the thousand, each column sent as one array. They are inserts and updates like any other, so row security
/// holds; COPY is quicker still, and PostgreSQL takes none into a table under row security.
/// </summary>
public static class ManyRows
{
    /// <summary>Enough that a statement's own cost no longer counts, and few enough that it holds little at once.</summary>
    private const int AtOnce = 5_000;

    private static readonly ConcurrentDictionary<Type, Kind> Kinds = new();

    public static async Task InsertAsync<T>(EqualityDb db, IEnumerable<T> rows, CancellationToken ct)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(db);
        var kind = Kinds.GetOrAdd(typeof(T), _ => Kind.Of(db.Model.FindEntityType(typeof(T))!));
        foreach (var some in rows.Chunk(AtOnce))
        {
            await SendAsync(db, kind.Insert, kind.Columns, some, ct);
        }
    }

    /// <summary>
    /// Saves what was read and changed, or added, and forgets it: the statements of a save, one for each kind of row
    /// and not one for each row. Whoever asks holds the rows locked, since no version is compared, and adds no row
    /// that hangs on another new one, since the kinds go in no order.
    /// </summary>
    public static async Task SaveAsync(EqualityDb db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        foreach (var rows in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified)
            .ToLookup(e => (e.Metadata.ClrType, e.State)))
        {
            var kind = Kinds.GetOrAdd(rows.Key.ClrType, _ => Kind.Of(rows.First().Metadata));
            // A column that only some rows changed says again in the others what it said.
            var (text, sent) = rows.Key.State == EntityState.Added
                ? (kind.Insert, kind.Columns)
                : kind.Update(rows.SelectMany(e => e.Properties).Where(p => p.IsModified).Select(p => p.Metadata.GetColumnName())
                    .ToHashSet());
            foreach (var some in rows.Select(e => e.Entity).Chunk(AtOnce))
            {
                await SendAsync(db, text, sent, some, ct);
            }
        }

        db.ChangeTracker.Clear();
    }

    private static async Task SendAsync<T>(EqualityDb db, string text, IReadOnlyList<Column> columns, T[] rows, CancellationToken ct)
        where T : class
    {
        await using var command = new NpgsqlCommand(text, (NpgsqlConnection)db.Database.GetDbConnection());
        command.Parameters.AddRange(columns.Select(column => new NpgsqlParameter { Value = column.Of(rows) }).ToArray());
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>A table as the model maps it.</summary>
    private sealed record Kind(string Table, IReadOnlyList<string> Key, IReadOnlyList<Column> Columns)
    {
        public string Insert { get; } = $"insert into {Table} ({string.Join(", ", Columns.Select(c => c.Name))}) select " +
            $"{string.Join(", ", Columns.Select(c => c.Taken))} from {Sent(Columns)}";

        public static Kind Of(IEntityType entity) =>
            new($"{entity.GetSchema()}.{entity.GetTableName()}", [.. entity.FindPrimaryKey()!.Properties.Select(p => p.GetColumnName())],
                [.. entity.GetProperties().Select(Column.Of)]);

        public (string Text, IReadOnlyList<Column> Columns) Update(HashSet<string> changed)
        {
            var set = Columns.Where(c => changed.Contains(c.Name)).ToList();
            List<Column> sent = [.. Columns.Where(c => Key.Contains(c.Name)), .. set];
            return ($"update {Table} kept set {string.Join(", ", set.Select(c => $"{c.Name} = {c.Taken}"))} from {Sent(sent)} where " +
                $"{string.Join(" and ", Key.Select(k => $"kept.{k} = r.{k}"))}", sent);
        }

        private static string Sent(IReadOnlyList<Column> columns) =>
            $"unnest({string.Join(", ", columns.Select((c, i) => $"${i + 1}::{c.Sent}[]"))}) r " +
            $"({string.Join(", ", columns.Select(c => c.Name))})";
    }

    /// <param name="Sent">The type of the array's elements.</param>
    /// <param name="Taken">What the row takes from its element.</param>
    private sealed record Column(string Name, string Sent, string Taken, Type Element, Func<object, object?> Value)
    {
        public static Column Of(IProperty property)
        {
            var (name, getter, mapping) = (property.GetColumnName(), property.GetGetter(), property.GetRelationalTypeMapping());
            object? Kept(object row) => getter.GetClrValue(row) is { } value ? mapping.Converter?.ConvertToProvider(value) ?? value : null;
            if (mapping.StoreType == "text[]")
            {
                // An array of arrays has one width, so a list goes as JSON.
                return new Column(name, "jsonb", $"array(select jsonb_array_elements_text(r.{name}))", typeof(string),
                    row => JsonSerializer.Serialize(Kept(row), ColumnTypes.Json));
            }

            var type = mapping.Converter?.ProviderClrType ?? property.ClrType;
            return new Column(name, mapping.StoreType, $"r.{name}", type.IsValueType && Nullable.GetUnderlyingType(type) is null
                ? typeof(Nullable<>).MakeGenericType(type) : type, Kept);
        }

        public Array Of<T>(T[] rows)
            where T : class
        {
            var values = Array.CreateInstance(Element, rows.Length);
            for (var i = 0; i < rows.Length; i++)
            {
                values.SetValue(Value(rows[i]), i);
            }

            return values;
        }
    }
}
