using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PartnershipEquality.Data;

/// <summary>
/// A hot read written by hand, put together piece by piece: every <c>{value}</c> of an interpolated piece becomes a
/// parameter, so that text never does.
/// </summary>
public sealed class Sql
{
    private readonly StringBuilder _text = new();
    private readonly List<NpgsqlParameter> _parameters = [];

    public Sql(FormattableString start) => Add(start);

    public Sql Add(FormattableString piece)
    {
        var names = new object[piece.ArgumentCount];
        for (var i = 0; i < names.Length; i++)
        {
            _parameters.Add(new NpgsqlParameter { Value = piece.GetArgument(i) ?? DBNull.Value });
            names[i] = $"${_parameters.Count}";
        }

        _text.Append(piece.Format.Length == 0 ? "" : string.Format(System.Globalization.CultureInfo.InvariantCulture, piece.Format, names))
            .Append('\n');
        return this;
    }

    public Sql When(bool wanted, FormattableString piece) => wanted ? Add(piece) : this;

    /// <summary>The command on the request's own connection and transaction, for who reads its rows as they come.</summary>
    public NpgsqlCommand On(EqualityDb db)
    {
        var command = new NpgsqlCommand(_text.ToString(), (NpgsqlConnection)db.Database.GetDbConnection());
        command.Parameters.AddRange(_parameters.ToArray());
        return command;
    }

    /// <summary>Runs it on the request's own connection and transaction.</summary>
    public async Task<List<T>> ReadAsync<T>(EqualityDb db, Func<NpgsqlDataReader, T> row, CancellationToken ct)
    {
        await using var command = On(db);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    public async Task<int> RunAsync(EqualityDb db, CancellationToken ct)
    {
        await using var command = On(db);
        return await command.ExecuteNonQueryAsync(ct);
    }
}

/// <summary>Reading columns that may be null.</summary>
public static class NullableColumns
{
    public static string? Text(this NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static T? Maybe<T>(this NpgsqlDataReader reader, int column)
        where T : struct => reader.IsDBNull(column) ? null : reader.GetFieldValue<T>(column);
}
