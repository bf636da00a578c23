using System.Globalization;
using System.Text.Json;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Imports;

/// <summary>Turns the form of an upload into the request, naming each field that is missing or cannot be read.</summary>
internal static class UploadForm
{
    public static async Task<UploadImport> ReadAsync(
        IFormFile? file, int files, string? title, string? startsOn, string? endsOn, string? planYear, string? stage, string? columns,
            string? intoSchemeId, CancellationToken ct)
    {
        var errors = new List<FieldError>();
        DateOnly? Day(string name, string? text)
        {
            if (string.IsNullOrEmpty(text))
            {
                return null;
            }

            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day))
            {
                errors.Add(new FieldError(name, "format", $"Give {name} as YYYY-MM-DD."));
            }

            return day;
        }

        var (from, to) = (Day("startsOn", startsOn), Day("endsOn", endsOn));
        int? year = null;
        if (!string.IsNullOrEmpty(planYear))
        {
            year = int.TryParse(planYear, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read is >= 1900 and <= 2200
                ? read : null;
            if (year is null)
            {
                errors.Add(new FieldError("planYear", "format", "Give the year in which the plan's financial year begins: 2026."));
            }
        }

        SchemeStage? wanted = null;
        if (!string.IsNullOrEmpty(stage))
        {
            wanted = EnumText.TryRead<SchemeStage>(stage, out var known) ? known : null;
            if (wanted is null)
            {
                errors.Add(new FieldError("stage", "unknown-value", $"Give one of: {string.Join(", ", EnumText.All<SchemeStage>())}."));
            }
        }

        Guid? into = null;
        if (!string.IsNullOrEmpty(intoSchemeId))
        {
            into = Guid.TryParse(intoSchemeId, out var id) ? id : null;
            if (into is null)
            {
                errors.Add(new FieldError("intoSchemeId", "format",
                    "Give the id of a live scheme of yours, or leave it out to make a new one."));
            }
        }

        var mapping = Mapping(columns, errors);
        if (file is null)
        {
            errors.Add(new FieldError("file", "required", "Send the plan as the form's file."));
        }
        else if (files > 1)
        {
            errors.Add(new FieldError("file", "too-many", "Send one plan at a time: of several files only one would be read."));
        }
        else if (file.Length > UploadImport.MaxBytes)
        {
            throw new Refusal(RefusalKind.TooLarge, "too-large", "The file is larger than 25 MB.",
                new FieldError("file", "too-large", "Send a smaller file."));
        }

        if (errors.Count > 0)
        {
            throw Refusal.Invalid("validation", "The upload's form needs correcting.", errors);
        }

        using var bytes = new MemoryStream();
        await file!.CopyToAsync(bytes, ct);
        return new UploadImport(file.FileName, bytes.ToArray(), title, from, to, year, wanted, mapping, into);
    }

    /// <summary>Headings and what they mean, or the whole mapping that PATCH takes.</summary>
    private static ColumnMapping? Mapping(string? columns, List<FieldError> errors)
    {
        if (string.IsNullOrWhiteSpace(columns))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(columns);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new JsonException("An object is wanted.");
            }

            return json.RootElement.TryGetProperty("tables", out _)
                ? json.RootElement.Deserialize<ColumnMapping>(JsonSettings.Options)
                : new ColumnMapping(
                    [new TableMapping(null,
                        Columns: [.. json.RootElement.Deserialize<Dictionary<string, PlanColumn>>(JsonSettings.Options)!.Select(
                            c => new MappedColumn(c.Key, null, c.Value))])]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            errors.Add(new FieldError("columns", "format",
                $"Give JSON such as {{\"By when\": \"target\"}}; a column means one of: {string.Join(", ", EnumText.All<PlanColumn>())}."));
            return null;
        }
    }
}
