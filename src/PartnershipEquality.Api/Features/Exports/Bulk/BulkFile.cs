using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.ChangeLog;
using PartnershipEquality.Documents.Writing.Csv;
using PartnershipEquality.Domain;

namespace PartnershipEquality.Api.Features.Exports.Bulk;

/// <summary>
/// Many rows as a file, written while they are read, so that any number of them costs the memory of a few. It says as of
/// when it is and from which position of the feed to go on; both are of the one moment at which everything in it was read.
/// </summary>
internal sealed class BulkFile(EqualityDb db, Caller caller, TimeProvider time)
{
    public const string Ndjson = "application/x-ndjson";
    public const string AsOf = "Export-As-Of";
    public const string Position = "Export-Position";

    /// <summary>How many rows are read at once.</summary>
    public const int AtOnce = 500;

    private const int FlushedAt = 64 * 1024;

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<JsonPropertyInfo>> Columns = new();

    // Characters as a list answers them: only what JSON must escape is escaped.
    private static readonly JsonSerializerOptions Plainly = new(JsonSettings.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    public async Task WriteAsync<T>(Download to, string what, string format, IAsyncEnumerable<T> rows, CancellationToken ct)
        where T : class
    {
        var asOf = time.GetUtcNow();
        var position = (await ChangeFeed.PositionAsync(db, ct)).ToText(caller.OrganisationId);
        var body = to.Begin(format == "csv"
            ? "text/csv; charset=utf-8; header=present" : Ndjson, $"{caller.Scope.Code} {what} {LondonDay.Of(asOf):yyyy-MM-dd}.{format}",
            (AsOf, asOf.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)), (Position, position),
                ("Link", $"</v1/changes?after={position}>; rel=\"next\""));
        await (format == "csv" ? WriteCsvAsync(body, rows, ct) : WriteNdjsonAsync(body, rows, new BulkEnd(true, 0, asOf, position), ct));
    }

    private static async Task WriteNdjsonAsync<T>(Stream to, IAsyncEnumerable<T> rows, BulkEnd end, CancellationToken ct)
        where T : class
    {
        var pipe = PipeWriter.Create(to, new StreamPipeWriterOptions(leaveOpen: true));
        await using var json = new Utf8JsonWriter(pipe, new JsonWriterOptions { Encoder = Plainly.Encoder });
        var count = 0;
        await foreach (var row in rows.WithCancellation(ct))
        {
            Line(row);
            count++;
            if (pipe.UnflushedBytes > FlushedAt)
            {
                await pipe.FlushAsync(ct);
            }
        }

        Line(end with { Count = count });
        await pipe.CompleteAsync();

        void Line<TLine>(TLine line)
        {
            JsonSerializer.Serialize(json, line, JsonSettings.Options);
            json.Flush();
            json.Reset();
            pipe.GetSpan(1)[0] = (byte)'\n';
            pipe.Advance(1);
        }
    }

    private static async Task WriteCsvAsync<T>(Stream to, IAsyncEnumerable<T> rows, CancellationToken ct)
        where T : class
    {
        var columns = Columns.GetOrAdd(typeof(T),
            type => [.. JsonSettings.Options.GetTypeInfo(type).Properties.Where(p => p.Get is not null)]);
        await using var csv = CsvFile.Create(to, forSpreadsheets: false);
        await csv.WriteRowAsync(columns.Select(c => c.Name), ct);
        await foreach (var row in rows.WithCancellation(ct))
        {
            await csv.WriteRowAsync(columns.Select(c => Cell(c.Get!(row))), ct);
        }

        await csv.FlushAsync(ct);
    }

    /// <summary>
    /// A value as JSON has it, without the quotes; a list of texts is set apart by semicolons, and what has fields of its own stays JSON.
    /// </summary>
    private static string Cell(object? value)
    {
        switch (value)
        {
            case null:
                return "";
            case string text:
                return text;
            case IEnumerable<string> texts:
                return string.Join("; ", texts);
            default:
                var json = JsonSerializer.SerializeToElement(value, value.GetType(), Plainly);
                return json.ValueKind == JsonValueKind.String
                    ? json.GetString()! : json.ValueKind == JsonValueKind.Array && json.GetArrayLength() == 0 ? "" : json.GetRawText();
        }
    }

    /// <summary>The last line of a file of lines: without it the file is not whole.</summary>
    private sealed record BulkEnd(bool End, int Count, DateTimeOffset AsOf, string Position);
}
