using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using PartnershipEquality.Data.Tables;

namespace PartnershipEquality.Data;

/// <summary>
/// New rows of one kind by the thousand, each column sent as one array. It is an insert like any other, so row security
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
            await using var command = new NpgsqlCommand(kind.Insert, (NpgsqlConnection)db.Database.GetDbConnection());
            command.Parameters.AddRange(kind.Columns.Select(column => new NpgsqlParameter { Value = column.Of(some) }).ToArray());
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    /// <summary>A table as the model maps it.</summary>
    private sealed record Kind(string Insert, IReadOnlyList<Column> Columns)
    {
        public static Kind Of(IEntityType entity)
        {
            var columns = entity.GetProperties().Select(Column.Of).ToList();
            return new Kind($"""
                insert into {entity.GetSchema()}.{entity.GetTableName()} ({string.Join(", ", columns.Select(c => c.Name))})
                select {string.Join(", ", columns.Select(c => c.Taken))} from unnest({string.Join(", ", columns.Select((c, i) => $"${i + 1}::{c.Sent}[]"))}) r ({string.Join(", ", columns.Select(c => c.Name))})
                """, columns);
        }
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
                return new Column(name, "jsonb", $"array(select jsonb_array_elements_text(r.{name}))", typeof(string), row => JsonSerializer.Serialize(Kept(row), ColumnTypes.Json));
            }

            var type = mapping.Converter?.ProviderClrType ?? property.ClrType;
            return new Column(name, mapping.StoreType, $"r.{name}", type.IsValueType && Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type, Kept);
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
