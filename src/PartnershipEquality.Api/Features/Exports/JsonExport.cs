using System.IO.Pipelines;
using System.Text.Json;
using PartnershipEquality.Api.Http;

namespace PartnershipEquality.Api.Features.Exports;

/// <summary>The plan as JSON in the shape of <see cref="SchemeExport"/>, a theme at a time.</summary>
internal static class JsonExport
{
    public static async Task WriteAsync(PlanExport plan, Stream to, CancellationToken ct)
    {
        // Into a pipe, since the serializer flushes in between, and synchronously.
        var pipe = PipeWriter.Create(to, new StreamPipeWriterOptions(leaveOpen: true));
        await using var json = new Utf8JsonWriter(pipe);
        json.WriteStartObject();
        json.WriteString("schemeId", plan.Scheme.Id);
        json.WriteString("reference", plan.Scheme.Reference);
        json.WriteString("title", plan.Scheme.Title);
        json.WriteString("startsOn", $"{plan.Scheme.StartsOn:yyyy-MM-dd}");
        json.WriteString("endsOn", $"{plan.Scheme.EndsOn:yyyy-MM-dd}");
        json.WriteString("asOf", $"{plan.On:yyyy-MM-dd}");
        json.WriteStartArray("themes");
        var theme = new List<ExportedRow>();
        await foreach (var row in plan.Plan.RowsAsync(ct))
        {
            if (theme.Count > 0 && !row.IsUnderTheThemeOf(theme[0]))
            {
                await WriteAsync(json, theme, pipe, ct);
            }

            theme.Add(row);
        }

        await WriteAsync(json, theme, pipe, ct);
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(ct);
        await pipe.CompleteAsync();
    }

    private static async Task WriteAsync(Utf8JsonWriter json, List<ExportedRow> theme, PipeWriter pipe, CancellationToken ct)
    {
        if (theme.Count == 0)
        {
            return;
        }

        var commitments = theme.Where(r => r.Commitment is not null).GroupBy(r => r.Commitment!.Reference)
            .Select(rows => rows.First().Commitment! with { Actions = [.. rows.Select(r => r.Action).OfType<ActionExport>()] });
        JsonSerializer.Serialize(json, theme[0].Theme with { Commitments = [.. commitments] }, JsonSettings.Options);
        theme.Clear();
        await pipe.FlushAsync(ct);
    }
}
