using System.Text.Json;
using PartnershipEquality.Api.Features.Plans;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Documents.Files;
using PartnershipEquality.Documents.Plans;
using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Plans.Proposal;
using PartnershipEquality.Documents.Plans.Rows;
using PartnershipEquality.Documents.Sources;

namespace PartnershipEquality.Api.Features.Imports;

/// <summary>How people said that a file is to be taken.</summary>
internal sealed record ReadingTerms(string FileName, ColumnMapping? Mapping, IReadOnlyList<CellCorrection> Corrections)
{
    public static ReadingTerms Of(Import import) => new(
        import.FileName,
        import.Mapping is null ? null : JsonSerializer.Deserialize<ColumnMapping>(import.Mapping, JsonSettings.Options),
        JsonSerializer.Deserialize<List<CellCorrection>>(import.Corrections, JsonSettings.Options)!);
}

/// <summary>
/// A file as it was read: bytes to source tables, put right as people said, to a proposed plan. Nothing here knows a
/// database, so a large file is read outside of any transaction; what its words mean to its owner comes after.
/// </summary>
internal sealed record ImportReading(PlanReadingResult Read, int Rows, IReadOnlyList<CellCorrection> Lost, IReadOnlyList<string> FirstTexts)
{
    private const int TextsThatNameAPlan = 20;

    public static ImportReading Of(ReadingTerms terms, byte[] content, CancellationToken ct, ReadingProgress? progress = null)
    {
        var (document, lost) = CellCorrection.Apply(FileReader.Read(terms.FileName, content, ct), terms.Corrections);
        var rows = document.Grids.Sum(g => g.Rows.Count);
        progress?.Begin(rows);
        return new ImportReading(PlanReader.Read(document, terms.Mapping, progress), rows, lost,
            [.. document.Blocks.OfType<SourceText>().Select(t => t.Text).Take(TextsThatNameAPlan)]);
    }

    /// <summary>Understands it for the import's owner and keeps that beside the file, in place of what was understood before.</summary>
    public async Task KeepAsync(Import import, EqualityDb db, DateOnly today, CancellationToken ct)
    {
        if (import.Title == StemOf(import.FileName) && Read.Title is { Length: > 0 and <= Domain.Plans.Scheme.TitleMaxLength } title)
        {
            import.Title = title;
        }

        var problems = new List<RowProblem>();
        if (import.PeriodAssumed)
        {
            (import.StartsOn, import.EndsOn, var isNamed) = PlanPeriod.Of([import.Title, import.FileName, .. FirstTexts], today);
            problems.Add(new RowProblem(null, null, "period-assumed", ProblemSeverity.Warning,
                $"Nobody said the plan's period; {import.StartsOn:d MMMM yyyy} to {import.EndsOn:d MMMM yyyy} is taken from " +
                $"{(isNamed ? "the years that it names" : "today")}.",
                "Give startsOn and endsOn, with the upload or by PATCH."));
        }

        var understanding = await PlanInterpreters.ForAsync(db, import.OrganisationId, import.StartsOn, import.EndsOn, import.PlanYear, ct);
        var (plan, doubts) = understanding.Read(Read.Plan);
        problems.AddRange(Read.Problems.Concat(doubts).Concat(Lost.Select(Nowhere)).OrderBy(p => p.Table).ThenBy(p => p.Row));
        import.Plan = JsonSerializer.Serialize(plan, JsonSettings.Options);
        import.Problems = JsonSerializer.Serialize(problems, JsonSettings.Options);
        import.Tables = JsonSerializer.Serialize(Read.Tables, JsonSettings.Options);
        import.Dropped = JsonSerializer.Serialize(Read.Dropped, JsonSettings.Options);
        (import.Narrative, import.Failure) = (Read.Narrative, null);
        (import.Status, import.Rows, import.RowsRead) = (ImportStatus.Read, Rows, Rows);
    }

    public static string StemOf(string fileName) => Path.GetFileNameWithoutExtension(fileName);

    private static RowProblem Nowhere(CellCorrection c) => new(c.Row, null, "correction-lost", ProblemSeverity.Warning,
        $"There is no column {c.Column} in row {c.Row} of table {c.Table}, so the correction \"{c.Text}\" has no effect.",
            "Remove the correction, or name another place.", c.Table);
}

/// <summary>The bytes of an upload, in the chunks in which they are kept.</summary>
internal static class ImportFile
{
    public static async Task<byte[]> ReadAsync(EqualityDb db, Import import, CancellationToken ct)
    {
        var bytes = new byte[import.Bytes];
        var at = 0;
        await foreach (var chunk in ChunksAsync(db, import, ct))
        {
            chunk.CopyTo(bytes, at);
            at += chunk.Length;
        }

        return at == bytes.Length ? bytes : throw new InvalidOperationException($"The file of import {import.Id} is not whole.");
    }

    public static async IAsyncEnumerable<byte[]> ChunksAsync(EqualityDb db, Import import,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = new Sql($"""
            select bytes from import_chunks where organisation_id = {import.OrganisationId} and import_id = {import.Id} order by ordinal
            """).On(db);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            yield return reader.GetFieldValue<byte[]>(0);
        }
    }
}
