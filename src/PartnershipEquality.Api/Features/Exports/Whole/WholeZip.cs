using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;
using PartnershipEquality.Api.Http;

namespace PartnershipEquality.Api.Features.Exports.Whole;

/// <summary>A zip that is written file by file straight to where it goes, each with the hash of what it holds.</summary>
internal sealed class WholeZip : IAsyncDisposable
{
    private readonly PipeWriter _pipe;
    private readonly ZipArchive _zip;
    private readonly List<WrittenFile> _files = [];

    private WholeZip(PipeWriter pipe, ZipArchive zip) => (this._pipe, this._zip) = (pipe, zip);

    public IReadOnlyList<WrittenFile> Files => _files;

    public static async Task<WholeZip> BeginAsync(Stream to, CancellationToken ct)
    {
        // The end of each zipped part is written synchronously, which a response refuses and a pipe takes.
        var pipe = PipeWriter.Create(to, new StreamPipeWriterOptions(leaveOpen: true));
        return new WholeZip(pipe,
            await ZipArchive.CreateAsync(pipe.AsStream(leaveOpen: true), ZipArchiveMode.Create, leaveOpen: true, null, ct));
    }

    /// <summary>One file; what writes it answers how many rows it has, where it has any.</summary>
    public async Task AddAsync(string path, string what, Func<Stream, Task<int?>> write, CancellationToken ct)
    {
        using var hash = SHA256.Create();
        int? rows;
        await using (var part = await _zip.CreateEntry(path, CompressionLevel.Fastest).OpenAsync(ct))
        await using (var hashed = new CryptoStream(part, hash, CryptoStreamMode.Write, leaveOpen: true))
        {
            rows = await write(hashed);
            await hashed.FlushFinalBlockAsync(ct);
        }

        _files.Add(new WrittenFile(path, what, rows, Convert.ToHexStringLower(hash.Hash!)));
        await _pipe.FlushAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _zip.DisposeAsync();
        await _pipe.CompleteAsync();
    }
}

/// <summary>A file of the zip.</summary>
internal sealed record WrittenFile(string Path, string What, int? Rows, string Sha256);

/// <summary>Rows as a JSON array with one row to a line, under the names that the API uses.</summary>
internal static class RowsAsJson
{
    private const int FlushedAt = 64 * 1024;

    public static async Task<int?> WriteAsync(NpgsqlDataReader reader, Stream to, CancellationToken ct)
    {
        var names = Enumerable.Range(0, reader.FieldCount).Select(i => JsonEncodedText.Encode(CamelCase(reader.GetName(i)))).ToArray();
        var types = Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetDataTypeName(i)).ToArray();
        var written = new ArrayBufferWriter<byte>(2 * FlushedAt);
        await using var json = new Utf8JsonWriter(written, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var rows = 0;
        written.Write("["u8);
        while (await reader.ReadAsync(ct))
        {
            written.Write(rows++ == 0 ? "\n"u8 : ",\n"u8);
            json.Reset();
            json.WriteStartObject();
            for (var i = 0; i < names.Length; i++)
            {
                json.WritePropertyName(names[i]);
                Write(json, reader, i, types[i]);
            }

            json.WriteEndObject();
            json.Flush();
            if (written.WrittenCount > FlushedAt)
            {
                await to.WriteAsync(written.WrittenMemory, ct);
                written.ResetWrittenCount();
            }
        }

        written.Write("\n]\n"u8);
        await to.WriteAsync(written.WrittenMemory, ct);
        return rows;
    }

    private static void Write(Utf8JsonWriter json, NpgsqlDataReader reader, int column, string type)
    {
        if (reader.IsDBNull(column))
        {
            json.WriteNullValue();
            return;
        }

        switch (type)
        {
            case "jsonb":
                json.WriteRawValue(reader.GetString(column), skipInputValidation: true);
                break;
            case "bytea":
                json.WriteStringValue(Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(column)));
                break;
            case "date":
                JsonSerializer.Serialize(json, reader.GetFieldValue<DateOnly>(column), JsonSettings.Options);
                break;
            case "timestamp with time zone":
                JsonSerializer.Serialize(json, reader.GetFieldValue<DateTimeOffset>(column), JsonSettings.Options);
                break;
            default:
                JsonSerializer.Serialize(json, reader.GetValue(column), JsonSettings.Options);
                break;
        }
    }

    private static string CamelCase(string column)
    {
        var words = column.Split('_');
        return words[0] + string.Concat(words.Skip(1).Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
    }
}
