using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text.Json;
using MediatR;
using PartnershipEquality.Api.Features.Imports.Merging;
using PartnershipEquality.Api.Http;
using PartnershipEquality.Api.Pipeline;
using PartnershipEquality.Data;
using PartnershipEquality.Data.Tables;
using PartnershipEquality.Data.Tenancy;
using PartnershipEquality.Documents.Plans.Columns;
using PartnershipEquality.Documents.Plans.Proposal;
using PartnershipEquality.Domain;
using PartnershipEquality.Domain.Governance;
using PartnershipEquality.Domain.Plans;

namespace PartnershipEquality.Api.Features.Imports;

/// <summary>
/// A plan to be read. Its title is its own or the file's name, its period the years that it names, and its stage what
/// that period says today, unless given.
/// </summary>
[Writes(Permission.PlanWrite)]
public sealed record UploadImport(
    string FileName,
    byte[] Content,
    [property: MaxLength(Scheme.TitleMaxLength)] string? Title,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    int? PlanYear,
    SchemeStage? Stage,
    ColumnMapping? Columns = null,
    Guid? IntoSchemeId = null,
    bool Sample = false) : IRequest<ImportDetail>
{
    public const long MaxBytes = 25 * 1024 * 1024;

    /// <summary>A larger file is left to a worker, and the answer does not wait for it.</summary>
    public const int ReadAtOnceBytes = 512 * 1024;

    public const int ChunkBytes = 256 * 1024;
}

internal sealed class UploadImportHandler(EqualityDb db, Caller caller, ChangeLog log, TimeProvider time)
    : IRequestHandler<UploadImport, ImportDetail>
{
    public async Task<ImportDetail> Handle(UploadImport request, CancellationToken cancellationToken)
    {
        var (at, name) = (time.GetUtcNow(), NameOf(request.FileName));
        var today = LondonDay.Of(at);
        var assumed = PlanPeriod.Of([request.Title, name], today);
        var (startsOn, endsOn) = (request.StartsOn ?? assumed.StartsOn, request.EndsOn ?? assumed.EndsOn);
        if (request.StartsOn is null != request.EndsOn is null)
        {
            throw Refusal.Field(request.StartsOn is null ? "startsOn" : "endsOn", "required", "Give both days of the period, or neither.");
        }

        ImportPeriod.Ensure(startsOn, endsOn);
        request.Columns?.EnsureClear("columns");
        var import = new Import
        {
            Id = Uuid.New(),
            OrganisationId = caller.OrganisationId,
            FileName = name,
            Bytes = request.Content.Length,
            Sha256 = SHA256.HashData(request.Content),
            Status = ImportStatus.Reading,
            Title = string.IsNullOrWhiteSpace(request.Title) ? ImportReading.StemOf(name) : request.Title.Trim(),
            StartsOn = startsOn,
            EndsOn = endsOn,
            PeriodAssumed = request.StartsOn is null,
            PlanYear = request.PlanYear,
            Stage = SchemeStage.Draft,
            Sample = request.Sample,
            Mapping = request.Columns is null ? null : JsonSerializer.Serialize(request.Columns, JsonSettings.Options),
            CreatedAt = at,
            UpdatedAt = at,
        };
        if (request.IntoSchemeId is { } into)
        {
            import.IntoSchemeId = into;
            ImportPeriod.TakeOver(import, await ImportDifference.SchemeAsync(db, caller, into, "intoSchemeId", cancellationToken));
        }

        var atOnce = request.Content.Length <= UploadImport.ReadAtOnceBytes;
        if (atOnce)
        {
            await ImportReading.Of(ReadingTerms.Of(import), request.Content, cancellationToken)
                .KeepAsync(import, db, today, cancellationToken);
        }

        import.Stage = import.IntoSchemeId is not null
            ? import.Stage : request.Stage ?? ImportPeriod.StageOn(today, import.StartsOn, import.EndsOn);
        db.Imports.Add(import);
        await db.SaveChangesAsync(cancellationToken);
        // In chunks, so that sending a file back never needs all of it at once.
        foreach (var (chunk, ordinal) in request.Content.Chunk(UploadImport.ChunkBytes).Select((bytes, i) => (bytes, i)))
        {
            await new Sql($"""
                insert into import_chunks (organisation_id, import_id, ordinal, bytes)
                  values ({caller.OrganisationId}, {import.Id}, {ordinal}, {chunk})
                """).RunAsync(db, cancellationToken);
        }

        if (!atOnce)
        {
            await WorkDue.LowerAsync(db, caller.OrganisationId, WorkKind.Import, at, cancellationToken);
        }

        log.Own(atOnce ? "import.read" : "import.uploaded", $"imports/{import.Id}", 1, null, new { import.FileName, import.Bytes });
        return ImportDetail.From(import);
    }

    /// <summary>A name is shown and answered again, so it keeps no path and no control characters.</summary>
    private static string NameOf(string fileName)
    {
        var name = new string(
            [.. Path.GetFileName(fileName.Replace('\\', '/')).Where(c => !char.IsControl(c) && !char.IsSurrogate(c)).Take(200)]);
        return name.Length == 0 ? "plan" : name;
    }
}
